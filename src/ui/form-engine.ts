import { html, nothing, type CSSResult, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { captchaFields, collectAnswers } from '../controllers/compose-letter.js';
import { complain } from '../controllers/complain.js';
import { readDefinition } from '../controllers/definition.js';
import { DraftController } from '../controllers/draft-controller.js';
import type { Field, FormEntry } from '../controllers/field.js';
import { readFileRules } from '../controllers/file-rules.js';
import { ChosenFiles } from '../controllers/chosen-files.js';
import type { FormValues } from '../controllers/form-values.js';
import { overlay } from '../controllers/overlay.js';
import { givenValues } from '../controllers/prefill.js';
import { Problems, type FieldProblem } from '../controllers/problems.js';
import { noteSource, type Letter, type Transport } from '../controllers/sending.js';
import { SubmissionController } from '../controllers/submission-controller.js';
import { checkEndpoint } from '../delivery/endpoint.js';
import type { DeliveryOutcome } from '../delivery/states.js';
import { loadDates, type DateFormatter } from '../localization/dates.js';
import type { Locale } from '../localization/locale.js';
import { scoreSpam } from '../submission/spam.js';
import type { WidgetName } from '../submission/types.js';
import { suggestEmail } from '../validation/email-suggestion.js';
import type { FieldValue } from '../validation/field.js';
import { contactsOf } from './contacts.js';
import { copyText } from './copy.js';
import { errorSummaryTemplate, focusControl } from './error-summary.js';
import { fileFieldTemplate } from './file-field.js';
import { CONSENT, idOf, trapValue } from './form-view.js';
import type { FormWords } from './form-widget.js';
import { limitTemplate, limitText } from './limit.js';
import { endTemplate, failureTemplate } from './outcome.js';
import { inUseStyles } from './in-use.styles.js';
import { reviewTemplate } from './review.js';
import { errorTemplate, richTemplate } from './rich-field.js';
import { targetOf, type TargetHost } from './target.js';
import { answersOf, plainText, problemText, type Language } from './text.js';
import type { Words } from './words.js';

/** A pause in typing after which what is left of a limit is read out (GOV.UK, Character count). */
const READ_OUT_PAUSE = 1000;

/** The element that an engine works for. */
export interface EngineHost extends ReactiveControllerHost, TargetHost {
  readonly fields: readonly Field[];
  readonly form: FormValues;
  readonly language: { readonly current: { readonly locale: Locale } | undefined };
  readonly words: Words;
  readonly level: number;
  readonly review: boolean;
  readonly mayPersist: boolean;
  readonly rememberSource: boolean;
  readonly prefillUrl: string;
  readonly transport: Transport | undefined;
  readonly privacyAddress: string | undefined;
  readonly regarding: string | undefined;
  readonly wireName: WidgetName;
  readonly wireFields: readonly string[];
  readonly extrasBefore: string;
  readonly hiddenValues: readonly (readonly [string, string])[];
  readonly renderRoot: ParentNode & EventTarget;
  /** When the form could first be used, in milliseconds. */
  readonly usableSince: number;
  /** Whether anything was written by a person, or by the browser for one. */
  readonly touched: boolean;
  crossCheck(): ReadonlyMap<string, FieldProblem>;
  addStyles(styles: CSSResult): void;
  reset(): void;
}

/**
 * What a form does once somebody uses it: keeps a draft, looks for problems, takes files, sends, and tells the
 * truth about how that went. It comes when the visitor first touches the form (see `FormWidget`), so that
 * what is needed to look at one stays small.
 */
export class FormEngine {
  /** Whether the answers are shown once more before they are sent. */
  reviewing = false;
  /** Said once, to those who listen. */
  announcement = '';

  readonly submission: SubmissionController;
  readonly problems: Problems;
  #host: EngineHost;
  #draft: DraftController;
  #files: ChosenFiles;
  #suggestion: { readonly field: Field; readonly email: string } | undefined;
  #uncopied: string | undefined;
  #dates: DateFormatter | undefined;
  #datesLocale: Locale | undefined;
  #toldRefusals = new WeakSet<FieldProblem>();
  #consentAt = new Date();
  #focusNext: string | undefined;
  #readOut: ReturnType<typeof setTimeout> | undefined;

  constructor(host: EngineHost) {
    this.#host = host;
    host.light.reader = readDefinition;
    host.addStyles(inUseStyles);
    this.#listen(host.renderRoot);
    this.submission = new SubmissionController(host);
    this.problems = new Problems(host, host.form);
    this.#files = new ChosenFiles(host, this.problems);
    this.#draft = new DraftController(host, () => this.#draftValues());
    for (const [name, value] of givenValues(host, host.prefillUrl, location.href)) host.form.set(name, value);
    for (const [name, value] of this.#draft.restore()) host.form.set(name, value, true);
    if (host.rememberSource) noteSource();
    // What was written before this came.
    if (host.form.edited.size) this.#draft.touch();
  }

  get ended(): boolean {
    return this.submission.phase === 'sent' || this.submission.phase === 'saved';
  }

  /** The same as pressing the button that sends. Resolves when it is known how that ended. */
  async submit(): Promise<void> {
    const { submission } = this;
    const { form, fields } = this.#host;
    if (submission.busy || this.ended) return;
    if (submission.wait > 0) return this.#focus('retry');
    form.read();
    this.#forgetRefusals();
    const missing = fields.filter(
      (field) => field.files && field.required && !this.#files.of(field.name).length,
    );
    const extra = new Map<string, FieldProblem>(missing.map(({ name }) => [name, { key: 'fieldRequired' }]));
    for (const [name, problem] of this.#host.crossCheck()) extra.set(name, problem);
    if (!this.problems.validate(extra)) {
      this.reviewing = false;
      return this.#focus('summary');
    }
    if (this.#host.review && !this.reviewing) {
      this.reviewing = true;
      return this.#focus('review');
    }
    const outcome = await submission.send(this.#letter(), this.#host.transport);
    if (outcome) this.#conclude(outcome);
  }

  reset(): void {
    this.problems.reset();
    this.#files.reset();
    this.#draft.clear();
    this.submission.reset();
    this.#suggestion = this.#uncopied = undefined;
    this.reviewing = false;
    this.announcement = '';
  }

  /** Called after each rendering: moves the focus to where the visitor is needed. */
  updated(): void {
    if (!this.#focusNext) return;
    focusControl(this.#host.renderRoot, this.#focusNext);
    this.#focusNext = undefined;
  }

  /** The visitor has changed a field's value. */
  changed(field: Field): void {
    this.#draft.touch();
    this.problems.mended(field);
    this.#readOutLimit(field);
  }

  /** Whether the owner's HTML is shown in place of a form that could not send. The owner is told why. */
  get standsBack(): boolean {
    const host = this.#host;
    if (host.transport) return false;
    const { endpoint } = targetOf(host);
    const checked = checkEndpoint(endpoint, location.href);
    if (typeof checked !== 'string') return false;
    complain(host, 'endpoint', endpoint, checked);
    return [...host.children].some((child) => !child.slot && child.localName !== 'script');
  }

  /** A widget's own fields with an owner's HTML laid over them. */
  overlay(entries: readonly FormEntry[]): readonly FormEntry[] {
    return overlay(entries, this.#host.light.current, this.#host.extrasBefore);
  }

  readonly richTemplate = richTemplate;

  /** What is wrong with a field, as its error message. */
  error(field: Field): TemplateResult | undefined {
    const problem = this.problems.get(field.name);
    return (
      problem && errorTemplate(idOf(field.name), problemText(this.#language, field, problem), this.#words)
    );
  }

  fileTemplate(field: Field): TemplateResult {
    return fileFieldTemplate({
      field,
      rules: readFileRules(this.#host, field.files ?? {}),
      chosen: this.#files.of(field.name),
      error: this.error(field),
      id: idOf(field.name),
      words: this.#words,
      add: (files) => this.#addFiles(field, files),
      remove: (file) => this.#removeFile(field, file),
    });
  }

  /** What is said beneath a control as it is filled. */
  adviceTemplate(field: Field): TemplateResult | typeof nothing {
    if (field.maxLength) return limitTemplate(this.#words, field.maxLength, this.#host.form.text(field.name));
    if (field.type !== 'email') return nothing;
    const suggestion = this.#suggestion?.field.name === field.name ? this.#suggestion : undefined;
    // The live region is there before anything is written into it. Advice, never an error.
    return html`<div class="suggestion" role="status">${
      suggestion
        ? html`<span>${this.#words.text('emailSuggestion', { email: suggestion.email })}</span>
            <button type="button" class="link" @click=${() => this.#acceptSuggestion()}>${this.#words.text('emailSuggestionAccept')}</button>`
        : nothing
    }</div>`;
  } // prettier-ignore

  noticeTemplate() {
    const { restored } = this.#draft;
    if (!restored) return nothing;
    const { words, dates } = this.#language;
    return html`<span>
        ${words.text('draftRestored')}
        ${dates ? words.text('draftSaved', { time: dates.dateTime(restored) }) : nothing}
      </span>
      <button type="button" class="link" @click=${() => this.#discardDraft()}>
        ${words.text('draftDiscard')}
      </button>`;
  }

  summaryTemplate() {
    const entries = [
      ...this.problems.remarks.map((text) => ({ text })),
      ...this.problems.all.map(([field, problem]) => ({
        target: idOf(field.name),
        text: problemText(this.#language, field, problem),
      })),
    ];
    if (!entries.length) return nothing;
    return errorSummaryTemplate(entries, this.#words, this.#innerLevel, (target) => this.#focus(target));
  }

  reviewTemplate() {
    return reviewTemplate({
      answers: answersOf(this.#language, this.#host.fields, this.#host.form, this.#files),
      headingLevel: this.#innerLevel,
      words: this.#words,
      change: (name = this.#host.fields[0]?.name ?? '') => {
        this.reviewing = false;
        this.#focus(idOf(name));
      },
    });
  }

  failureTemplate() {
    const { failure, wait, phase, deduplicates } = this.submission;
    if (phase !== 'failed' || !failure) return nothing;
    return failureTemplate({
      failure,
      wait,
      mayDouble: failure.arrived === 'unknown' && !deduplicates,
      ownText: this.#ownText,
      contacts: contactsOf(this.#host.light.current.contacts),
      headingLevel: this.#innerLevel,
      words: this.#words,
      retry: () => void this.submit(),
      copy: (text) => void this.#copy(text),
      uncopied: this.#uncopied,
    });
  }

  endTemplate({ sent, next, another }: FormWords) {
    const words = this.#words;
    const saved = this.submission.phase === 'saved';
    const { reference } = this.submission;
    return endTemplate({
      title: saved ? words.text('savedTitle') : sent,
      texts: saved ? [words.text('savedText')] : next,
      ...(!saved && { textsTitle: words.text('whatNext') }),
      reference,
      ownText: `${words.text('reference')}: ${reference}\n${this.#ownText}`,
      another,
      headingLevel: this.#host.level,
      words,
      restart: () => {
        this.#host.reset();
        this.#focus(idOf(this.#host.fields[0]?.name ?? ''));
      },
      copy: (text) => void this.#copy(text),
      uncopied: this.#uncopied,
    });
  }

  #listen(root: ParentNode & EventTarget): void {
    const fieldOf = ({ target }: Event): Field | undefined =>
      this.#host.form.field((target as HTMLInputElement).name);
    const leave = (event: Event): void => {
      const field = fieldOf(event);
      if (field) this.#left(field);
    };
    root.addEventListener('change', (event) => {
      this.#host.form.take(event.target);
      leave(event);
    });
    root.addEventListener('focusout', leave);
    root.addEventListener('dragover', (event) => {
      const { dataTransfer } = event as DragEvent;
      if (this.#fileField && dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    root.addEventListener('drop', (event) => this.#takeFiles(event, (event as DragEvent).dataTransfer));
    root.addEventListener('paste', (event) =>
      this.#takeFiles(event, (event as ClipboardEvent).clipboardData),
    );
  }

  /** The visitor has finished with a field, at least for now. */
  #left(field: Field): void {
    this.problems.left(field);
    if (field.name === CONSENT) this.#consentAt = new Date();
    if (field.type !== 'email') return;
    const email = suggestEmail(this.#host.form.text(field.name).trim());
    this.#suggestion = email ? { field, email } : undefined;
    this.#host.requestUpdate();
  }

  get #fileField(): Field | undefined {
    return this.#host.fields.find(({ files }) => files);
  }

  #takeFiles(event: Event, data: DataTransfer | null): void {
    const field = this.#fileField;
    if (!field || !data?.files.length) return;
    event.preventDefault();
    this.#addFiles(field, [...data.files]);
  }

  get #words(): Words {
    return this.#host.words;
  }

  get #language(): Language {
    this.#fetchDates();
    return { words: this.#words, dates: this.#dates };
  }

  /** Dates are fetched where one is shown; until then, and where that fails, they stand as they were given. */
  #fetchDates(): void {
    const locale = this.#host.language.current?.locale;
    const shown = this.#draft.restored ?? this.#host.fields.some(({ type }) => type === 'date');
    if (!shown || !locale || locale === this.#datesLocale) return;
    this.#datesLocale = locale;
    loadDates(locale).then(
      (dates) => {
        this.#dates = dates;
        this.#host.requestUpdate();
      },
      () => undefined,
    );
  }

  get #innerLevel(): number {
    return Math.min(6, this.#host.level + 1);
  }

  get #ownText(): string {
    const fields = this.#host.fields.filter(({ name }) => name !== CONSENT);
    return plainText(answersOf(this.#language, fields, this.#host.form, this.#files));
  }

  /** What is worth keeping: what the visitor wrote, without what must be given anew each time. */
  #draftValues(): readonly (readonly [string, FieldValue])[] {
    return [...this.#host.form.values].filter(([name, value]) => name !== CONSENT && value.length > 0);
  }

  #letter(): Letter {
    const host = this.#host;
    const { form, fields } = host;
    const consent = fields.find(({ name }) => name === CONSENT);
    const slotted = host.querySelector(':scope > [slot=consent]')?.textContent.replace(/\s+/g, ' ').trim();
    const url = host.privacyAddress;
    return {
      widget: host.wireName,
      locale: host.language.current!.locale,
      ...targetOf(host),
      ...collectAnswers(fields.filter((field) => field !== consent), form, host.hiddenValues, host.wireFields),
      files: this.#files.attached(fields),
      ...(consent && { consent: { text: slotted || consent.label, at: this.#consentAt, ...(url && { url }) } }),
      regarding: host.regarding,
      spam: scoreSpam({ honeypot: trapValue(host.renderRoot), elapsed: Date.now() - host.usableSince, touched: host.touched }),
      rememberSource: host.rememberSource,
      late: () => captchaFields(host),
    };
  } // prettier-ignore

  #conclude(outcome: DeliveryOutcome): void {
    if (outcome.state === 'rejected') {
      const general = this.#words.text('rejectedText');
      this.reviewing = false;
      this.problems.reject(
        outcome.errors.map(({ field, message = general }) => ({
          ...(field !== undefined && { field }),
          message,
        })),
      );
      this.#focus('summary');
    } else if (outcome.state === 'failed') {
      this.#focus('retry');
    } else {
      this.#draft.clear();
      this.#focus('end');
    }
  }

  /** A file that was refused is told of once more when sending is tried; then the message may go without it. */
  #forgetRefusals(): void {
    for (const { name, files } of this.#host.fields) {
      const refusal = files && this.problems.get(name);
      if (!refusal) continue;
      if (this.#toldRefusals.has(refusal)) this.problems.set(name, undefined);
      this.#toldRefusals.add(refusal);
    }
  }

  #focus(id: string): void {
    this.#focusNext = id;
    this.#host.requestUpdate();
  }

  #announce(text: string): void {
    // The same words twice would not be a change, and not be heard.
    this.announcement = this.announcement === text ? `${text}\u00A0` : text;
    this.#host.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    const copied = await copyText(text);
    this.#uncopied = copied ? undefined : text;
    if (copied) this.#announce(this.#words.text('copied'));
    else this.#focus('uncopied');
  }

  #discardDraft(): void {
    this.#host.form.reset();
    this.problems.reset();
    this.#draft.clear();
    this.#announce(this.#words.text('draftDiscarded'));
    this.#focus(idOf(this.#host.fields[0]?.name ?? ''));
  }

  #acceptSuggestion(): void {
    if (!this.#suggestion) return;
    const { field, email } = this.#suggestion;
    this.#suggestion = undefined;
    this.#host.form.set(field.name, email, true);
    this.changed(field);
    this.#focus(idOf(field.name));
  }

  #addFiles(field: Field, files: readonly File[]): void {
    this.#files.add(field.name, readFileRules(this.#host, field.files ?? {}), files);
    const { news } = this.#files;
    if (news) this.#announce(this.#words.text(news.key, { file: news.file }));
  }

  #removeFile(field: Field, file: File): void {
    const index = this.#files.of(field.name).indexOf(file);
    this.#files.remove(field.name, file);
    this.#announce(this.#words.text('fileRemoved', { file: file.name }));
    // The button that was pressed is gone: to the next one, else to the input (WCAG 2.2, 2.4.3).
    void this.#host.updateComplete.then(() => {
      const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>('.file-list button');
      (buttons[Math.min(index, buttons.length - 1)] ?? this.#host.form.control(field.name))?.focus();
    });
  }

  #readOutLimit(field: Field): void {
    clearTimeout(this.#readOut);
    const text = field.maxLength && limitText(this.#words, field.maxLength, this.#host.form.text(field.name));
    if (text) this.#readOut = setTimeout(() => this.#announce(text), READ_OUT_PAUSE);
  }
}

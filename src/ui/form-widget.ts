import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { complain } from '../controllers/complain.js';
import { captchaFields, collectAnswers } from '../controllers/compose-letter.js';
import { DraftController } from '../controllers/draft-controller.js';
import { fieldsOf, type Field, type FormEntry } from '../controllers/field.js';
import { FilesController } from '../controllers/files-controller.js';
import { FormController, type FieldProblem } from '../controllers/form-controller.js';
import { givenValues } from '../controllers/prefill.js';
import type { Letter, Transport } from '../controllers/sending.js';
import { pageSettings } from '../controllers/settings.js';
import { SubmissionController } from '../controllers/submission-controller.js';
import { checkEndpoint } from '../delivery/endpoint.js';
import type { DeliveryOutcome } from '../delivery/states.js';
import type { WidgetKey } from '../localization/catalogue.js';
import type { Localization } from '../localization/localization.js';
import { scoreSpam } from '../submission/spam.js';
import type { WidgetName } from '../submission/types.js';
import type { FieldValue } from '../validation/field.js';
import { countCharacters } from '../validation/text.js';
import { errorSummaryTemplate, focusControl } from './error-summary.js';
import { CONSENT, fieldsTemplate, formTemplate, idOf, trapValue } from './form-view.js';
import type { Contact } from './outcome.js';
import { answersOf, plainText, problemText } from './text.js';
import { WidgetElement } from './widget-element.js';
import type { Words } from './words.js';

type FirstUse = typeof import('./first-use.js');

/** A pause in typing after which what is left of a limit is read out (GOV.UK, Character count). */
const READ_OUT_PAUSE = 1000;

/** What a form says in its own words. */
export interface FormWords {
  /** Empty for none. */
  readonly heading: string;
  /** What is promised above the button that sends; empty for nothing. */
  readonly promise: string;
  readonly send: string;
  /** Title of the end, when the submission has been sent. */
  readonly sent: string;
  /** What happens next. */
  readonly next: readonly string[];
  /** The button that begins anew. */
  readonly another: string;
}

/**
 * A widget that is a form: is filled, checked, sent, and tells how that went. A subclass says which fields it has
 * and in which words; whatever a visitor could lose or misunderstand is handled here, once.
 */
export abstract class FormWidget<W extends WidgetKey = WidgetKey> extends WidgetElement<W> {
  /** Names of fields, separated by spaces, that the page's URL may fill in. */
  @property({ attribute: 'prefill-url' }) prefillUrl = '';
  /** Keeps the visit's first page and campaign for this tab (`sessionStorage`); say so in the privacy policy. */
  @property({ type: Boolean, attribute: 'remember-source' }) rememberSource = false;
  /** Shows the answers once more before they are sent. */
  @property({ type: Boolean }) review = false;
  /** A transport of the owner's own in place of the kit's. */
  @property({ attribute: false }) transport: Transport | undefined;

  /** The fields that the visitor sees now. */
  fields: readonly Field[] = [];

  @state() protected reviewing = false;
  @state() protected announcement = '';
  @state() protected suggestion: { readonly name: string; readonly email: string } | undefined;
  @state() protected uncopied: string | undefined;
  protected readonly form = new FormController(this);
  protected readonly files = new FilesController(this, this.form);
  protected readonly draft = new DraftController(this);
  protected readonly submission = new SubmissionController(this, () => this.#prepare());
  #entries: readonly FormEntry[] = [];
  #firstUse: FirstUse | undefined;
  #regarding: string | undefined;
  #consentAt = new Date(0);
  #usableSince = 0;
  #filled = false;
  #touched = false;
  #focusNext: string | undefined;
  #readOut: ReturnType<typeof setTimeout> | undefined;

  /** The widget's name on the wire. */
  protected abstract readonly wireName: WidgetName;
  /** Wire fields that are the kit's own; any other name is an owner's. */
  protected abstract readonly wireFields: readonly string[];
  /** The form's places, in their order, without the consent. */
  protected abstract define(localization: Localization<W>): readonly FormEntry[];
  /** What only this widget says. */
  protected abstract phrases(localization: Localization<W>): FormWords;
  /** Problems that no field has alone. */
  protected abstract crossCheck(): ReadonlyMap<string, FieldProblem>;

  /**
   * Fills in what is known from elsewhere: values by the names of their fields, and `regarding`. What the visitor
   * has written stays. A name that the form doesn't have now is kept for when it does (a topic may bring it).
   */
  prefill(values: Readonly<Record<string, unknown>>): void {
    for (const name of Object.keys(values)) {
      const value = values[name];
      if (name === 'regarding' && typeof value === 'string') this.#regarding = value;
      else if (typeof value === 'string' || typeof value === 'number') this.form.set(name, `${value}`);
      else if (Array.isArray(value)) this.form.set(name, value.map(String));
      else if (value != null)
        complain(this, `prefill.${name}`, typeof value, 'a text, a number or a list of texts is wanted');
    }
  }

  /** The same as pressing the button that sends. Resolves when it is known how that ended. */
  async submit(): Promise<void> {
    const { submission, form } = this;
    if (submission.busy || this.#ended || !this.language.current) return;
    if (submission.wait > 0) return this.#focus('retry');
    form.read();
    if (!form.validate(this.crossCheck())) {
      this.reviewing = false;
      return this.#focus('summary');
    }
    if (this.review && !this.reviewing && (await this.#prepareQuietly())) {
      this.reviewing = true;
      return this.#focus('review');
    }
    const outcome = await submission.send(this.#letter(), this.transport);
    if (outcome) this.#conclude(outcome);
  }

  /** Back to an empty form: what was written, its draft and its files are gone. */
  reset(): void {
    this.form.reset();
    this.files.reset();
    this.draft.clear();
    this.submission.reset();
    this.#regarding = this.suggestion = this.uncopied = undefined;
    this.#usableSince = 0;
    this.reviewing = this.#touched = false;
    this.announcement = '';
  }

  /** Focuses the first control, or the heading of the end. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.fields [name], #end')?.focus(options);
  }

  /** For the draft: what the visitor has written, without what must be given anew each time. */
  draftValues(): readonly (readonly [string, FieldValue])[] {
    return [...this.form.written].filter(([name, value]) => name !== CONSENT && value.length > 0);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const localization = this.language.current;
    if (!localization) return;
    this.#usableSince ||= Date.now();
    if (!this.#filled) this.#fillIn();
    this.#entries = [
      ...this.define(localization),
      this.#wantsConsent ? consentField(this.#words) : undefined,
    ];
    this.fields = fieldsOf(this.#entries);
  }

  protected override updated(): void {
    const { phase } = this.submission;
    this.setState('busy', phase === 'sending');
    this.setState('sent', phase === 'sent');
    this.setState('saved', phase === 'saved');
    this.setState('invalid', this.form.problems.length + this.form.remarks.length > 0);
    if (!this.#focusNext) return;
    focusControl(this.renderRoot, this.#focusNext);
    this.#focusNext = undefined;
  }

  override render(): TemplateResult {
    const localization = this.language.current;
    // Until there are words, and where there is nowhere to send to, the owner's own HTML is what people see.
    if (!localization || this.#standsBack()) return html`<slot></slot>`;
    const own = this.phrases(localization);
    return html`<div class="root" part="base" lang=${localization.locale} dir=${this.language.direction}
      @input=${this.#onInput} @change=${this.#onChange} @focusin=${this.#prepareQuietly} @focusout=${this.#onFocusOut}
      @submit=${this.#onSubmit} @dragover=${this.#onDragOver} @drop=${this.#onDrop} @paste=${this.#onPaste}>
      ${this.#ended ? this.#endTemplate(own) : this.#formTemplate(own)}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    </div>`;
  } // prettier-ignore

  #formTemplate({ heading, promise, send }: FormWords): TemplateResult {
    const { busy, slow, progress } = this.submission;
    return formTemplate({
      words: this.#words,
      heading,
      level: this.level,
      promise,
      sendLabel: send,
      busy,
      slow,
      progress,
      draftRestored: this.draft.restored !== undefined,
      discardDraft: () => this.#discardDraft(),
      summary: this.#summaryTemplate(),
      content: this.reviewing ? this.#reviewTemplate() : this.#fieldsTemplate(),
      failure: this.#failureTemplate(),
    });
  }

  #fieldsTemplate(): TemplateResult {
    return fieldsTemplate({
      entries: this.#entries,
      form: this.form,
      files: this.files,
      words: this.#words,
      privacyAddress: this.privacyAddress,
      suggestion: this.suggestion,
      acceptSuggestion: () => this.#acceptSuggestion(),
      removeFile: (field, file) => this.#removeFile(field, file),
    });
  }

  #summaryTemplate() {
    const { problems, remarks } = this.form;
    const entries = [
      ...remarks.map((text) => ({ text })),
      ...problems.map(([field, problem]) => ({
        target: idOf(field.name),
        text: problemText(this.#words, field, problem),
      })),
    ];
    return entries.length
      ? errorSummaryTemplate(entries, this.#words, this.#innerLevel, (target) => this.#focus(target))
      : nothing;
  }

  #reviewTemplate() {
    const change = (name = this.fields[0]?.name ?? ''): void => {
      this.reviewing = false;
      this.#focus(idOf(name));
    };
    const answers = answersOf(this.fields, this.form, this.files);
    return this.#firstUse?.reviewTemplate({
      answers,
      headingLevel: this.#innerLevel,
      words: this.#words,
      change,
    });
  }

  #failureTemplate() {
    const { failure, wait, phase, deduplicates } = this.submission;
    if (phase !== 'failed' || !failure) return nothing;
    // The panel's own chunk may be what could not be fetched: the truth is told all the same.
    if (!this.#firstUse) {
      const words = (['notSentTitle', 'networkText', 'textKept'] as const).map((key) =>
        this.#words.text(key),
      );
      return html`<p class="failure" id="retry" part="failure" tabindex="-1">${words.join(' ')}</p>`;
    }
    return this.#firstUse.failureTemplate({
      failure,
      wait,
      mayDouble: failure.arrived === 'unknown' && !deduplicates,
      ownText: this.#ownText,
      contacts: this.#contacts,
      headingLevel: this.#innerLevel,
      words: this.#words,
      retry: () => void this.submit(),
      copy: (text) => void this.#copy(text),
      uncopied: this.uncopied,
    });
  }

  #endTemplate({ sent, next, another }: FormWords) {
    const words = this.#words;
    const saved = this.submission.phase === 'saved';
    const { reference } = this.submission;
    return this.#firstUse?.endTemplate({
      title: saved ? words.text('savedTitle') : sent,
      texts: saved ? [words.text('savedText')] : next,
      reference,
      ownText: `${words.text('reference')}: ${reference}\n${this.#ownText}`,
      another,
      headingLevel: this.level,
      words: this.#words,
      restart: () => this.#restart(),
      copy: (text) => void this.#copy(text),
      uncopied: this.uncopied,
    });
  }

  /** The words that all widgets have; only asked for once they are there. */
  get #words(): Words {
    return this.language.current as unknown as Words;
  }

  /** Values that are sent without being shown. */
  protected get hiddenValues(): readonly (readonly [string, string])[] {
    return this.light.current.hidden;
  }

  get #ended(): boolean {
    return this.submission.phase === 'sent' || this.submission.phase === 'saved';
  }

  get #innerLevel(): number {
    return Math.min(6, this.level + 1);
  }

  get #wantsConsent(): boolean {
    return this.privacyAddress !== undefined || this.querySelector(':scope > [slot=consent]') !== null;
  }

  get #ownText(): string {
    return plainText(
      answersOf(
        this.fields.filter(({ name }) => name !== CONSENT),
        this.form,
        this.files,
      ),
    );
  }

  /** The owner's phone and e-mail: links in the light DOM, else the page's settings. */
  get #contacts(): readonly Contact[] {
    const links = this.light.current.contacts.map(({ href, textContent }) => ({
      href,
      text: textContent.trim() || href.replace(/^\w+:/, ''),
    }));
    if (links.length) return links;
    const { phone, email } = pageSettings();
    return [
      ...(phone ? [{ href: `tel:${phone.replace(/[^\d+]/g, '')}`, text: phone }] : []),
      ...(email ? [{ href: `mailto:${encodeURIComponent(email).replace('%40', '@')}`, text: email }] : []),
    ];
  }

  /** Where to, and how: the element's own word, else the form that was taken over, else the page's settings. */
  get #target(): {
    readonly endpoint: string;
    readonly profile: string | undefined;
    readonly fallback: string;
  } {
    const { form } = this.light.current;
    const page = pageSettings();
    if (this.endpoint != null) return { endpoint: this.endpoint, profile: this.profile, fallback: 'json' };
    if (form) return { endpoint: form.action, profile: this.profile ?? form.profile, fallback: 'form' };
    return { endpoint: page.endpoint ?? '', profile: this.profile ?? page.profile, fallback: 'json' };
  }

  /** Whether the owner's HTML is shown in place of a form that could not send. The owner is told why. */
  #standsBack(): boolean {
    if (this.transport) return false;
    const { endpoint } = this.#target;
    const checked = checkEndpoint(endpoint, location.href);
    if (typeof checked !== 'string') return false;
    complain(this, 'endpoint', endpoint, checked);
    return [...this.children].some((child) => !child.slot && child.localName !== 'script');
  }

  #letter(): Letter {
    const { fields, form } = this;
    const consent = fields.find(({ name }) => name === CONSENT);
    const slotted = this.querySelector(':scope > [slot=consent]')?.textContent.replace(/\s+/g, ' ').trim();
    return {
      widget: this.wireName,
      locale: this.language.current!.locale,
      ...this.#target,
      ...collectAnswers(
        fields.filter((field) => field !== consent),
        form,
        this.hiddenValues,
        this.wireFields,
      ),
      files: this.files.attached(fields),
      ...(consent && {
        consent: {
          text: slotted || consent.label,
          at: this.#consentAt,
          ...(this.privacyAddress && { url: this.privacyAddress }),
        },
      }),
      regarding: this.#regarding,
      spam: scoreSpam({
        honeypot: trapValue(this.renderRoot),
        elapsed: Date.now() - this.#usableSince,
        touched: this.#touched,
      }),
      rememberSource: this.rememberSource,
      late: () => captchaFields(this),
    };
  }

  #conclude(outcome: DeliveryOutcome): void {
    if (outcome.state === 'rejected') {
      const general = this.#words.text('rejectedText');
      this.reviewing = false;
      this.form.reject(
        outcome.errors.map(({ field, message = general }) => ({
          ...(field !== undefined && { field }),
          message,
        })),
      );
      this.#focus('summary');
    } else if (outcome.state === 'failed') {
      this.#focus('retry');
    } else {
      this.draft.clear();
      this.#focus('end');
    }
  }

  /** Fills the form before it is first shown: the owner's values, then the visitor's own draft, which wins. */
  #fillIn(): void {
    this.#filled = true;
    for (const [name, value] of givenValues(this, this.prefillUrl, location.href)) this.form.set(name, value);
    for (const [name, value] of this.draft.restore()) this.form.set(name, value, true);
  }

  async #prepare(): Promise<FirstUse> {
    return (this.#firstUse ??= await import('./first-use.js'));
  }

  /** Fetches what is needed later, while the visitor writes. A failure is told when it matters. */
  async #prepareQuietly(): Promise<boolean> {
    try {
      await this.#prepare();
      return true;
    } catch {
      return false;
    }
  }

  #focus(id: string): void {
    this.#focusNext = id;
    this.requestUpdate();
  }

  #announce(text: string): void {
    // The same words twice would not be a change, and not be heard.
    this.announcement = this.announcement === text ? `${text}\u00A0` : text;
  }

  async #copy(text: string): Promise<void> {
    const copied = await this.#firstUse?.copyText(text);
    this.uncopied = copied ? undefined : text;
    if (copied) this.#announce(this.#words.text('copied'));
    else this.#focus('uncopied');
  }

  #restart(): void {
    this.reset();
    this.#focus(idOf(this.fields[0]?.name ?? ''));
  }

  #discardDraft(): void {
    this.form.reset();
    this.draft.clear();
    this.#announce(this.#words.text('draftDiscarded'));
    this.#focus(idOf(this.fields[0]?.name ?? ''));
  }

  #acceptSuggestion(): void {
    if (!this.suggestion) return;
    this.form.set(this.suggestion.name, this.suggestion.email, true);
    this.draft.touch();
    this.#focus(idOf(this.suggestion.name));
    this.suggestion = undefined;
  }

  #removeFile(field: Field, file: File): void {
    const index = this.files.of(field.name).indexOf(file);
    this.files.remove(field.name, file);
    this.#announce(this.#words.text('fileRemoved', { file: file.name }));
    void this.updateComplete.then(() => {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.file-list button');
      (buttons[Math.min(index, buttons.length - 1)] ?? this.form.control(field.name))?.focus();
    });
  }

  #addFiles(list: FileList | undefined): boolean {
    const field = this.fields.find(({ files }) => files);
    if (!field?.files || !list?.length) return false;
    this.files.add(field.name, field.files, [...list]);
    return true;
  }

  #onInput(event: Event): void {
    this.#touched ||= event.isTrusted;
    const name = this.form.take(event.target);
    if (!name) return;
    this.draft.touch();
    this.#announceLimit(name);
  }

  #onChange(event: Event): void {
    this.#onInput(event);
    this.form.recheck(event.target);
    const { name, type, value } = event.target as HTMLInputElement;
    if (name === CONSENT) this.#consentAt = new Date();
    if (type === 'email') {
      const email = this.#firstUse?.suggestEmail(value.trim());
      this.suggestion = email ? { name, email } : undefined;
    }
  }

  #onFocusOut(event: Event): void {
    this.form.recheck(event.target);
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.submit();
  }

  #onDragOver(event: DragEvent): void {
    if (this.fields.some(({ files }) => files) && event.dataTransfer?.types.includes('Files'))
      event.preventDefault();
  }

  #onDrop(event: DragEvent): void {
    if (this.#addFiles(event.dataTransfer?.files)) event.preventDefault();
  }

  #onPaste(event: ClipboardEvent): void {
    if (this.#addFiles(event.clipboardData?.files)) event.preventDefault();
  }

  /** What is left of a limit is seen at once, and heard when the visitor pauses. */
  #announceLimit(name: string): void {
    const field = this.fields.find((candidate) => candidate.name === name);
    clearTimeout(this.#readOut);
    if (!field?.maxLength) return;
    const left = field.maxLength - countCharacters(this.form.text(name));
    if (left > field.maxLength * 0.2) return;
    this.#readOut = setTimeout(() => {
      this.#announce(
        left < 0 ? this.#words.plural('charactersOver', -left) : this.#words.plural('charactersLeft', left),
      );
    }, READ_OUT_PAUSE);
  }
}

const consentField = (words: Words): Field => ({
  name: CONSENT,
  type: 'checkbox',
  label: words.text('consent').replace(/[[\]]/g, ''),
  required: true,
  requiredText: words.text('consentRequired'),
});

import { nothing, type TemplateResult } from 'lit';
import { ChosenFiles } from '../controllers/chosen-files.js';
import { complain } from '../controllers/complain.js';
import { DraftController } from '../controllers/draft-controller.js';
import { CONSENT, isConsent, type Field, type FormEntry } from '../controllers/field.js';
import { FocusController } from '../controllers/focus-controller.js';
import { readFileRules } from '../controllers/file-rules.js';
import { overlay } from '../controllers/overlay.js';
import { givenValues } from '../controllers/prefill.js';
import { PressController } from '../controllers/press-controller.js';
import { Problems, type NamedProblem } from '../controllers/problems.js';
import { noteSource, remembersSource, type Letter } from '../controllers/sending.js';
import { SubmissionController } from '../controllers/submission-controller.js';
import { checkEndpoint } from '../delivery/endpoint.js';
import { checkProfileName } from '../delivery/profiles/index.js';
import type { DeliveryOutcome, FieldError } from '../delivery/states.js';
import { copyText } from './copy.js';
import type { FieldValue } from '../validation/field.js';
import type { EngineHost, WidgetEngine } from './engine-host.js';
import { focusControl } from './error-summary.js';
import { FormScreens } from './form-screens.js';
import { idOf } from './form-view.js';
import { inUseStyles } from './in-use.styles.js';
import { KeptMessages } from './kept-messages.js';
import { letterOf } from './letter.js';
import { limitText } from './limit.js';
import type { Notice } from './notices.js';
import { targetOf } from './target.js';

export { readDefinition } from '../controllers/definition.js';

/** A pause in typing after which what is left of a limit is read out (GOV.UK, Character count). */
const READ_OUT_PAUSE = 1000;

/**
 * What a form does once somebody uses it: keeps a draft, looks for problems, takes files, sends, and tells the
 * truth about how that went. It comes when the visitor first touches the form (see `FormWidget`), so that
 * what is needed to look at one stays small.
 */
export class FormEngine<H extends EngineHost = EngineHost> implements WidgetEngine {
  /** Whether the answers are shown once more before they are sent. */
  reviewing = false;
  /** Said once, to those who listen. */
  announcement = '';

  readonly screens: FormScreens;
  readonly submission: SubmissionController;
  readonly problems: Problems;
  protected readonly host: H;
  readonly pressing: PressController;
  readonly draft: DraftController;
  readonly files: ChosenFiles;
  /** What is kept on this device; `undefined` where nothing may be. */
  readonly kept: KeptMessages | undefined;
  /** A likelier e-mail address than the one that was written. */
  suggestion: { readonly field: Field; readonly email: string } | undefined;
  /** A text that could not be copied: shown, to be copied by hand. */
  uncopied: string | undefined;
  #consentAt = new Date();
  #focusNext: string | undefined;
  #readOut: ReturnType<typeof setTimeout> | undefined;

  constructor(host: H) {
    this.host = host;
    host.addStyles(inUseStyles);
    this.pressing = new PressController(host);
    this.#listen(host.renderRoot);
    this.screens = new FormScreens(this, host);
    this.submission = new SubmissionController(host);
    this.problems = new Problems(host, host.form);
    this.files = new ChosenFiles(host, this.problems);
    new FocusController(host, host.form);
    this.draft = new DraftController(host, () => this.values);
    if (host.mayPersist) this.kept = new KeptMessages(this, host);
    for (const [name, value] of givenValues(host, host.prefillUrl, location.href)) host.form.set(name, value);
    // What has been written since stays: the draft may be another tab's, which wrote it after this page was loaded.
    const { edited } = host.form;
    const isWritten = edited.size > 0;
    for (const [name, value] of this.draft.restore()) if (!edited.has(name)) host.form.set(name, value, true);
    if (remembersSource(host)) noteSource();
    // What was written before this came, it keeps from now on.
    host.form.kept = true;
    if (isWritten) this.draft.touch();
  }

  get ended(): boolean {
    return ['sent', 'saved'].includes(this.submission.phase);
  }

  /** The same as pressing the button that sends. Resolves when it is known how that ended. */
  async submit(): Promise<void> {
    const { submission, asked } = this;
    if (submission.busy || this.ended) return;
    this.announcement = '';
    if (submission.wait > 0) {
      this.screens.tellFailure();
      return;
    }
    if (this.files.any && !(await this.files.read())) return;
    this.host.form.read();
    this.files.forgetRefusals(this.host.fields);
    const missing = asked
      .filter((field) => field.files && field.required && !this.files.of(field.name).length)
      .map(({ name }): NamedProblem => [name, { key: 'fieldRequired' }]);
    if (!this.problems.validate([...missing, ...this.crossCheck()], asked)) {
      this.reviewing = false;
      this.focus('summary');
      return;
    }
    if (!(await this.proceed())) return;
    const { kept } = this;
    const outcome = await submission.send(
      this.letter(),
      this.host.transport,
      kept?.keeping(this.screens.ownText, this.values),
    );
    if (outcome) this.conclude(outcome);
  }

  /** The fields that are asked for now. */
  protected get asked(): readonly Field[] {
    return this.host.fields;
  }

  /** Problems that no field has alone: of two ways to be reached one is enough, and none is too few. */
  protected crossCheck(): Iterable<NamedProblem> {
    const [first, ...others] = this.asked.filter(
      ({ oneOf, name }) => oneOf && !this.host.form.text(name).trim(),
    );
    return others.length ? [[first!.name, { key: 'eitherContactRequired' }]] : [];
  }

  /** Whether what is written may be sent now. Where the owner wants it, the answers are shown once more before. */
  protected proceed(): boolean | Promise<boolean> {
    if (!this.host.review || this.reviewing) return true;
    this.reviewing = true;
    this.focus('review');
    return false;
  }

  protected letter(): Letter {
    return letterOf(this.host, this.files, this.#consentAt);
  }

  /** Back from the review: to one answer, or to where the form begins. */
  change(name?: string): void {
    this.reviewing = false;
    this.focusField(name);
  }

  /** What is told above the fields, besides what has become of messages. */
  notices(): readonly Notice[] {
    return [];
  }

  /** What a visitor can take along at the end. */
  keepsake(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** An endpoint's finding in words of the widget's own, where it has some. */
  protected explain({ message }: FieldError): string | undefined {
    return message;
  }

  reset(): void {
    this.problems.reset();
    this.files.reset();
    this.draft.clear();
    this.submission.reset();
    this.suggestion = this.uncopied = undefined;
    this.reviewing = false;
    this.announcement = '';
  }

  /** Called after each rendering: moves the focus to where the visitor is needed. */
  updated(): void {
    if (!this.#focusNext) return;
    focusControl(this.host.renderRoot, this.#focusNext);
    this.#focusNext = undefined;
  }

  /** The visitor has changed a field's value. */
  changed(field: Field): void {
    this.draft.touch();
    this.problems.mended(field);
    this.#readOutLimit(field);
  }

  /** Whether the owner's HTML is shown in place of a form that could not send. The owner is told why. */
  get standsBack(): boolean {
    const host = this.host;
    if (host.transport) return false;
    const { endpoint, profile } = targetOf(host);
    const unknown = checkProfileName(profile);
    if (unknown) complain(host, 'profile', profile, unknown);
    const checked = checkEndpoint(endpoint, location.href);
    if (typeof checked !== 'string') return false;
    // A password is not for the console.
    complain(host, 'endpoint', endpoint.replace(/\/\/.*@/, '//…@'), checked);
    // Breaks and empty paragraphs are what editors leave between tags.
    return host.querySelector(':scope > :not([slot],script,br,p:empty)') !== null;
  }

  /** A widget's own fields with an owner's HTML laid over them. */
  overlay(entries: readonly FormEntry[]): readonly FormEntry[] {
    return overlay(entries, this.host.light.current, this.host.extrasBefore);
  }

  #listen(root: ParentNode & EventTarget): void {
    const leave = ({ target }: Event): void => {
      const field = this.host.form.field((target as HTMLInputElement).name);
      if (field) this.pressing.after(() => this.#left(field));
    };
    root.addEventListener('change', (event) => {
      this.host.form.take(event.target);
      leave(event);
    });
    root.addEventListener('focusout', leave);
    root.addEventListener('dragover', (event) => {
      if (this.#fileField && (event as DragEvent).dataTransfer?.types.includes('Files'))
        event.preventDefault();
    });
    root.addEventListener('drop', (event) => this.#takeFiles(event, (event as DragEvent).dataTransfer));
    root.addEventListener('paste', (event) =>
      this.#takeFiles(event, (event as ClipboardEvent).clipboardData),
    );
  }

  /** The visitor has finished with a field, at least for now. */
  #left(field: Field): void {
    this.problems.left(field);
    if (isConsent(field)) this.#consentAt = new Date();
    if (field.type === 'email') void this.#suggestEmail(field);
  }

  /** Advice, which comes when it can: what knows the usual domains is fetched for the first address. */
  async #suggestEmail(field: Field): Promise<void> {
    const written = this.host.form.text(field.name);
    const advice = await import('../validation/email-suggestion.js').catch(() => undefined);
    if (this.host.form.text(field.name) !== written) return;
    const email = advice?.suggestEmail(written.trim());
    this.suggestion = email ? { field, email } : undefined;
    this.host.requestUpdate();
  }

  get #fileField(): Field | undefined {
    return this.host.fields.find(({ files }) => files);
  }

  #takeFiles(event: Event, data: DataTransfer | null): void {
    const field = this.#fileField;
    if (!field || !data?.files.length) return;
    event.preventDefault();
    this.addFiles(field, [...data.files]);
  }

  /** What is worth keeping: what the visitor wrote, without what must be given anew each time. */
  get values(): readonly (readonly [string, FieldValue])[] {
    return [...this.host.form.values].filter(([name, value]) => name !== CONSENT && value.length > 0);
  }

  /** Shows how it ended; the focus goes there only where the visitor waits for it. */
  conclude(outcome: DeliveryOutcome, isWatched = true): void {
    const { state } = outcome;
    if (state === 'rejected') {
      this.reviewing = false;
      this.problems.reject(
        outcome.errors.map((error) => ({
          field: error.field,
          message: this.explain(error) ?? this.host.words.text('rejectedText'),
        })),
      );
    } else if (state !== 'failed') this.draft.clear();
    if (!isWatched) return;
    if (state === 'failed') this.screens.tellFailure();
    else this.focus(state === 'rejected' ? 'summary' : 'end');
  }

  /** Back to an empty form, whatever is shown about what was sent. */
  clear(): void {
    this.host.form.reset();
    this.problems.reset();
    this.files.reset();
    this.draft.clear();
  }

  focus(id: string): void {
    this.#focusNext = id;
    this.host.requestUpdate();
  }

  /** To a field, by its name; without one to where the form begins. */
  focusField(name = this.host.fields[0]?.name ?? ''): void {
    this.focus(idOf(name));
  }

  announce(text: string): void {
    // The same words twice would not be a change, and not be heard.
    this.announcement = this.announcement === text ? `${text}\u00A0` : text;
    this.host.requestUpdate();
  }

  async copy(text: string): Promise<void> {
    const copied = await copyText(text);
    this.uncopied = copied ? undefined : text;
    if (copied) this.announce(this.host.words.text('copied'));
    else this.focus('uncopied');
  }

  discardDraft(): void {
    this.clear();
    this.announce(this.host.words.text('draftDiscarded'));
    this.focusField();
  }

  acceptSuggestion(): void {
    if (!this.suggestion) return;
    const { field, email } = this.suggestion;
    this.suggestion = undefined;
    this.host.form.set(field.name, email, true);
    this.changed(field);
    this.focusField(field.name);
  }

  addFiles(field: Field, files: readonly File[]): void {
    this.files.add(field.name, readFileRules(this.host, field.files ?? {}), files);
    const { news } = this.files;
    if (news) this.announce(this.host.words.text(news.key, { file: news.file }));
  }

  removeFile(field: Field, file: File): void {
    const { files, host } = this;
    const index = files.of(field.name).indexOf(file);
    files.remove(field.name, file);
    this.announce(host.words.text('fileRemoved', { file: file.name }));
    // The button that was pressed is gone: to the next one, else to the input (WCAG 2.2, 2.4.3).
    void host.updateComplete.then(() => {
      const buttons = host.renderRoot.querySelectorAll<HTMLElement>('.file-list button');
      (buttons[Math.min(index, buttons.length - 1)] ?? host.form.control(field.name))?.focus();
    });
  }

  #readOutLimit(field: Field): void {
    clearTimeout(this.#readOut);
    const text =
      field.maxLength && limitText(this.host.words, field.maxLength, this.host.form.text(field.name));
    if (text) this.#readOut = setTimeout(() => this.announce(text), READ_OUT_PAUSE);
  }
}

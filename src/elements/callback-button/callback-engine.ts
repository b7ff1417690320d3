import type { nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { Field } from '../../controllers/field.js';
import type { FieldProblem } from '../../controllers/problems.js';
import type { Letter } from '../../controllers/sending.js';
import { SubmissionController } from '../../controllers/submission-controller.js';
import type { DeliveryOutcome } from '../../delivery/states.js';
import { colonOf } from '../../localization/colon.js';
import { formatDateTime, parseDateTime } from '../../schedule/date-time.js';
import { MINUTE } from '../../schedule/day.js';
import { openWithin } from '../../schedule/call-times.js';
import type { TimeWindow } from '../../schedule/day-parts.js';
import type { FieldEntry } from '../../submission/record.js';
import { FormEngine } from '../../ui/form-engine.js';
import type { Notice } from '../../ui/notices.js';
import { askedLately, rememberAsked } from './asked-lately.js';
import type { HarremanCallbackButton } from './callback-button.js';
import { CallbackScreens } from './callback-screens.js';
import { engineStyles } from './engine.styles.js';
import type { Opening } from './opening.js';
import { PhoneField } from './phone-field.js';
import { parseWindow, windowsText, type When } from './request-fields.js';

export { readDefinition } from '../../controllers/definition.js';

/** A person may be calling already after that. */
const MAY_CANCEL = 10 * MINUTE;

/** What has become of taking a request back. */
export type Cancelling = 'no' | 'sending' | 'sent' | 'saved' | 'failed';

/**
 * What the request for a call does once somebody asks for one: as every form, and it says what the number was taken for,
 * turns the wish into a window, and takes the request back.
 *
 * There may be no server that could forget a request: taking it back is a second submission, with the first one's id as
 * `regarding` and `outcome: cancelled`, delivered with the same care. Who calls sees both.
 */
export class CallbackEngine extends FormEngine<HarremanCallbackButton> {
  override readonly screens: CallbackScreens;
  readonly phone: PhoneField;
  cancelling: Cancelling = 'no';

  readonly #opening: Opening;
  readonly #cancellation: SubmissionController;
  #letter: Letter | undefined;
  #promised: { readonly of: string; readonly window: TimeWindow | undefined } | undefined;
  #sentAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HarremanCallbackButton, opening: Opening) {
    super(host);
    host.addStyles(engineStyles);
    this.#opening = opening;
    this.phone = new PhoneField(host, () => host.form.text('phone'));
    this.screens = new CallbackScreens(this, host);
    this.#cancellation = new SubmissionController(host);
    for (const type of ['change', 'focusout']) host.renderRoot.addEventListener(type, this.#leave);
    const stop: ReactiveController = { hostDisconnected: () => clearTimeout(this.#timer) };
    host.addController(stop);
  }

  /** How a number looks where the visitor is. */
  get exampleHint(): string | undefined {
    const { example } = this.phone;
    return example ? this.host.language.current!.text('phoneExample', { example }) : undefined;
  }

  get mayCancel(): boolean {
    return (
      this.submission.phase === 'sent' && this.cancelling === 'no' && Date.now() - this.#sentAt < MAY_CANCEL
    );
  }

  /** The window that the last request promised, in words; from what was sent. */
  get promisedText(): string {
    const { submission } = this.submission;
    const { dates } = this.#opening;
    const instant = (text: unknown): number | undefined =>
      typeof text === 'string' ? parseDateTime(text)?.instant : undefined;
    const start = instant(submission?.window_start);
    const end = instant(submission?.window_end);
    if (!dates || start === undefined || end === undefined)
      return this.host.language.current!.text('whenSoon');
    const parts = openWithin(this.#opening.hours!, { start, end });
    return `${dates.date(new Date(start), 'weekday')}, ${windowsText(dates, parts)}`;
  }

  /** The number that was sent. */
  get promisedNumber(): string {
    return this.submission.submission?.phone ?? '';
  }

  override changed(field: Field): void {
    super.changed(field);
    if (field.name === 'phone') this.phone.written();
    if (field.name === 'day') this.host.form.set('window', '', true);
  }

  override notices(): readonly Notice[] {
    const asked = this.host.mayPersist ? askedLately() : undefined;
    const { dates } = this.#opening;
    if (!asked || !dates) return [];
    const time = dates.time(new Date(asked.at));
    const text = this.host.language.current!.text('repeated', { time, reference: asked.reference });
    return [{ texts: [text], actions: [] }];
  }

  override keepsake(): TemplateResult | typeof nothing {
    return this.screens.promise();
  }

  override conclude(outcome: DeliveryOutcome, isWatched = true): void {
    super.conclude(outcome, isWatched);
    if (outcome.state !== 'sent') return;
    this.#sentAt = Date.now();
    this.cancelling = 'no';
    if (this.host.mayPersist) rememberAsked({ at: this.#sentAt, reference: this.submission.reference });
    // The button goes when it would promise too much.
    this.#timer = setTimeout(() => this.host.requestUpdate(), MAY_CANCEL + 500);
  }

  override reset(): void {
    super.reset();
    clearTimeout(this.#timer);
    this.#cancellation.reset();
    this.cancelling = 'no';
    this.#promised = undefined;
    this.phone.reset();
  }

  /** Problems that no field has alone. */
  protected override crossCheck(): ReadonlyMap<string, FieldProblem> {
    const words = this.host.language.current!;
    const problems = new Map<string, FieldProblem>();
    const phone = this.phone.problem(words);
    if (phone) problems.set('phone', { message: phone });
    if (this.#isOver()) problems.set('window', { message: words.text('windowGone') });
    return problems;
  }

  /** Takes back what was sent: by telling whoever is to call. */
  async cancel(): Promise<void> {
    const { submission } = this.submission;
    if (!submission || !this.#letter || !this.mayCancel) return;
    this.cancelling = 'sending';
    const { consent: _, ...form } = this.#letter;
    const fields: readonly FieldEntry[] = [
      ['phone', submission.phone],
      ['outcome', 'cancelled'],
    ];
    const letter: Letter = { ...form, fields, ownFields: [], regarding: submission.submission_id };
    const words = this.host.language.current!;
    const keeping = this.kept?.keeping(
      words.text('cancelRequest') + colonOf(words) + this.submission.reference,
      [],
    );
    const outcome = await this.#cancellation.send(letter, this.host.transport, keeping);
    this.cancelling = outcome?.state === 'sent' || outcome?.state === 'saved' ? outcome.state : 'failed';
    if (!outcome) this.cancelling = 'no';
    if (this.cancelling === 'sent') rememberAsked(undefined);
    this.host.requestUpdate();
    this.focus(this.cancelling === 'sent' ? 'end' : 'cancelled');
  }

  protected override letter(): Letter {
    const letter = super.letter();
    const { form } = this.host;
    const fields = letter.fields.filter(([name]) => !/^(phone|when|day|window)$/.test(name));
    const phone: FieldEntry = ['phone', this.phone.wire ?? form.text('phone').trim()];
    this.#letter = { ...letter, fields: [phone, ...fields, ...this.#windowEntries()] };
    return this.#letter;
  }

  #windowEntries(): readonly FieldEntry[] {
    const { timeZone } = this.#opening.hours!;
    const window = this.#window;
    const visitor = this.#opening.visitor.name;
    return [
      ['window_start', window && formatDateTime(window.start, timeZone)],
      ['window_end', window && formatDateTime(window.end, timeZone)],
      ['timezone', timeZone.name],
      ['visitor_timezone', visitor === timeZone.name ? undefined : visitor],
    ];
  }

  /**
   * When the visitor waits. Found once for what is chosen: a second try a minute later is the same request, not one with
   * another window.
   */
  get #window(): TimeWindow | undefined {
    const [when, day, chosen] = ['when', 'day', 'window'].map((name) => this.host.form.text(name));
    const of = [when, day, chosen].join('\n');
    const before = this.#promised;
    if (before?.of === of && (!before.window || before.window.end > Date.now())) return before.window;
    const window = this.#windowOf((when || 'soon') as When, chosen ?? '');
    this.#promised = { of, window };
    return window;
  }

  #windowOf(when: When, chosen: string): TimeWindow | undefined {
    const times = this.#opening.times(Date.now());
    if (when === 'choose') return parseWindow(chosen);
    // Where the owner says no hours, "as soon as possible" is all that can be promised.
    return when === 'soon' && !this.#opening.isTold ? undefined : times[when];
  }

  #isOver(): boolean {
    const { form } = this.host;
    if (form.text('when') !== 'choose') return false;
    const window = parseWindow(form.text('window'));
    return window !== undefined && window.end <= Date.now();
  }

  /** The number may have been left before this came: whatever field is left next, it is finished. */
  readonly #leave = ({ target }: Event): void => {
    if ((target as HTMLInputElement).name) this.pressing.after(() => this.phone.left());
  };
}

import type { PropertyDeclarations } from 'lit';
import { html, nothing } from 'lit';
import { complain } from '../../controllers/complain.js';
import { fieldsOf, type FormEntry } from '../../controllers/field.js';
import { readReplyBy, readReplyWithin, type ReplyBy } from '../../controllers/reply.js';
import type { Localization } from '../../localization/localization.js';
import { appointmentRequestWords } from '../../localization/widgets/appointment-request.js';
import type { AppointmentMode } from '../../submission/types.js';
import { baseStyles } from '../../ui/base.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';
import type { FormView } from '../../ui/form-view.js';
import { FormWidget, type EngineModule, type FormWords } from '../../ui/form-widget.js';
import { stepsStyles } from '../../ui/steps.styles.js';
import { stepsTemplate } from '../../ui/steps.js';
import type { AppointmentEngine } from './appointment-engine.js';
import { aboutFields, detailFields, MODES, stepOf, type AppointmentShape, type StepName } from './fields.js';

type Words = Localization<'appointment-request'>;

/** Names of the steps in the catalogue. */
const STEP_WORDS = {
  about: 'stepAbout',
  when: 'stepWhen',
  details: 'stepDetails',
  check: 'stepCheck',
} as const;

/**
 * A request for an appointment or a visit, in steps: what and how, when, who, and a look at it all before it is sent.
 * It works without a calendar server, from the opening hours in its attributes, or with one that says what is free.
 * A visitor asks for one time, for up to three, for any in a week, or for the soonest. It is a request: a person
 * confirms it.
 *
 * The light DOM is its definition: `<select name="service">` and `<select name="staff">` (or radio buttons) are the
 * choices, other labelled controls are asked for with the visitor's details, hidden controls are sent along, a whole
 * `<form action method="post">` is taken over, links to a phone or an e-mail address are offered where a request can't
 * be sent.
 *
 * @summary Appointments and visits, asked for on any site, with or without a calendar server.
 *
 * @slot - The definition, as ordinary HTML; shown as it is until the script is there, and where there is no endpoint.
 * @slot heading - In place of the heading.
 * @slot intro - Above the fields.
 * @slot representative - The person whom the visitor will meet: name, role, photo, phone, e-mail.
 * @slot consent - In place of the sentence that is agreed to.
 * @slot captcha - A captcha of the owner's; its named controls are sent along.
 * @slot thanks - At the end, once the request has been sent.
 *
 * @fires harreman-submit - Before sending; cancelable, and it can be made to wait.
 * @fires harreman-sent - The endpoint has the request.
 * @fires harreman-saved - The request is kept on this device, to be sent later.
 * @fires harreman-unconfirmed - The request was not sent, or nobody can say.
 * @fires harreman-rejected - The endpoint found something for the visitor to mend: a time that is taken, say.
 *
 * @csspart base - The whole widget.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart notices - What is told above the fields: text that was restored, what has become of a message that was kept.
 * @csspart notice - One of these.
 * @csspart field - A field with its label, hint, error and control.
 * @csspart group - Fields that belong together.
 * @csspart label - A label or legend.
 * @csspart control - A native control.
 * @csspart options - The options of a choice.
 * @csspart option - One option.
 * @csspart hint - A hint.
 * @csspart error - A field's error.
 * @csspart error-summary - What is wrong, above the fields.
 * @csspart consent - The consent box with its sentence.
 * @csspart privacy-link - The link in it.
 * @csspart file-button - The button that chooses files.
 * @csspart file-list - The files that were chosen.
 * @csspart submit-button - The button that sends.
 * @csspart status - What is going on while sending.
 * @csspart failure - The panel after a try that failed.
 * @csspart retry-button - Its button.
 * @csspart contacts - The owner's phone and e-mail in it.
 * @csspart review - The answers, before they are sent.
 * @csspart end - The panel at the end.
 * @csspart reference - The reference number in it.
 * @csspart delete-button - Takes back what is saved and not sent.
 * @csspart steps - The list of steps.
 * @csspart step-heading - The heading of the step in view.
 * @csspart back-button - The button that leads to the step before.
 * @csspart calendar - The calendar.
 * @csspart calendar-button - The button that opens it.
 * @csspart calendar-dialog - The dialog that it opens in.
 * @csspart calendar-month - The name of the month.
 * @csspart calendar-turn - The buttons that lead to another month.
 * @csspart calendar-grid - Its grid.
 * @csspart calendar-day - A day in it.
 * @csspart unavailable - A day that can't be chosen: `::part(calendar-day unavailable)`.
 * @csspart today - The day that it is.
 * @csspart selected - The day that is chosen.
 * @csspart calendar-line - What is said of the day that is pointed at.
 * @csspart times - The times of a day.
 * @csspart time - One time.
 * @csspart wishes - The times that were taken.
 * @csspart keepsake - The calendar file and links at the end.
 *
 * @cssproperty [--harreman-color-accent] - Buttons, links, focus.
 * @cssproperty [--harreman-color-on-accent] - Text on the accent colour.
 * @cssproperty [--harreman-color-surface] - Background of the widget.
 * @cssproperty [--harreman-color-field] - Background of its controls; that of the widget by default.
 * @cssproperty [--harreman-color-text] - Text.
 * @cssproperty [--harreman-color-muted] - Hints.
 * @cssproperty [--harreman-color-border] - Borders of controls.
 * @cssproperty [--harreman-color-error] - Errors.
 * @cssproperty [--harreman-color-scheme] - `light`, `dark` or `light dark`; the page's by default.
 * @cssproperty [--harreman-font] - Font family list.
 * @cssproperty [--harreman-font-size] - `medium` by default: the visitor's own setting.
 * @cssproperty [--harreman-radius] - Radius of corners.
 * @cssproperty [--harreman-space] - Distance between fields.
 * @cssproperty [--harreman-padding] - Distance from the widget's edge.
 * @cssproperty [--harreman-shadow] - Shadow of the widget.
 *
 * @cssstate busy - A message is being sent.
 * @cssstate invalid - Something needs the visitor's attention.
 * @cssstate sent - The message has been sent.
 * @cssstate saved - The message is kept on this device.
 */
export class HarremanAppointmentRequest extends FormWidget<'appointment-request'> {
  static override words = appointmentRequestWords;
  static override styles = [baseStyles, fieldStyles, stepsStyles];
  static override properties: PropertyDeclarations = {
    hours: {},
    closed: {},
    holidays: {},
    timezone: {},
    slotMinutes: { attribute: 'slot-minutes' },
    bufferMinutes: { attribute: 'buffer-minutes' },
    noticeHours: { attribute: 'notice-hours' },
    horizonDays: { attribute: 'horizon-days' },
    availability: {},
    modes: {},
    people: {},
    replyWithin: { attribute: 'reply-within' },
    replyBy: { attribute: 'reply-by' },
  };

  /** When the company is open, as OpenStreetMap's `opening_hours` writes it: `Mo-Fr 09:00-13:00,15:00-18:00; PH off`. Default: `Mo-Fr 09:00-18:00`. */
  hours: string | undefined;
  /** Days on which it is closed: dates and ranges, `2026-12-24/2027-01-06, 2027-03-19`. */
  closed: string | undefined;
  /** The public holidays that `PH` in `hours` means, written like `closed`. */
  holidays: string | undefined;
  /** IANA time zone of the company, `Europe/Madrid`, in which all of this is meant. Default: the visitor's own. */
  timezone: string | undefined;
  /** Length of a time that can be asked for, 1 to 1440. Default 30. */
  slotMinutes: string | undefined;
  /** Minutes kept free between two of them. Default 0. */
  bufferMinutes: string | undefined;
  /** The least hours from now to a time. Default 24. */
  noticeHours: string | undefined;
  /** How many days ahead can be asked for. Default 60. */
  horizonDays: string | undefined;
  /** Address that says which times are free: an http(s) URL, absolute or relative to the page. */
  availability: string | undefined;
  /** The ways to meet that are offered, of `visit`, `office`, `phone` and `video`, separated by spaces. A single one is not asked for. Default: all. */
  modes: string | undefined;
  /** The most people who can come, 1 to 1000: asks how many. */
  people: string | undefined;
  /** Working days within which the owner answers; promised before and after sending. */
  replyWithin: string | undefined;
  /** What the visitor must give to be answered: `email`, `phone`, or `either` of them. Who wants a call gives a number in any case. */
  replyBy: ReplyBy = 'email';

  /** @internal */
  readonly wireName = 'appointment';
  /** @internal */
  readonly extrasBefore = 'notes';
  /** @internal */
  readonly wireFields = [
    ...['service', 'staff', 'mode', 'place', 'people', 'when', 'start', 'wishes', 'week', 'part_of_day'],
    ...['name', 'email', 'phone', 'notes'],
  ];

  /** @internal */
  static override importEngine(): Promise<EngineModule> {
    // It is only ever given elements of this class.
    return import('./appointment-engine.js') as unknown as Promise<EngineModule>;
  }

  /** The same as pressing the buttons of all steps, as long as nothing is missing: sends what is complete. */
  override async submit(): Promise<void> {
    for (let place = ''; ;) {
      await this.press();
      const next = this.engine?.place ?? '';
      if (next === place || this.engine?.ended) return;
      place = next;
    }
  }

  /** @internal */
  protected override get engine(): AppointmentEngine | undefined {
    return super.engine as AppointmentEngine | undefined;
  }

  /** Where the first step is the calendar, it is all needed at once. */
  protected override get wantsEngine(): boolean {
    return super.wantsEngine || !this.fields.some((field) => stepOf(field) === 'about');
  }

  /** @internal */
  get steps(): readonly StepName[] {
    const asked = new Set(this.fields.map(stepOf));
    return (['about', 'when', 'details', 'check'] as const).filter(
      (step) => step === 'check' || asked.has(step) || (step === 'when' && !this.engine),
    );
  }

  /** @internal The way to meet that is chosen, or that there is; empty while none is. */
  get mode(): string {
    const hidden = this.light.current.hidden.find(([name]) => name === 'mode');
    const [first = '', ...others] = this.#modes;
    return others.length === 0 ? first : (hidden?.[1] ?? this.form.text('mode'));
  }

  protected define(words: Words): readonly FormEntry[] {
    const shape: AppointmentShape = {
      modes: this.#modes,
      mode: this.mode,
      has: (choice) => this.light.current.fields.some(({ name }) => name === choice),
      people: this.#people,
      replyBy: readReplyBy(this, this.replyBy),
    };
    return [...aboutFields(words, shape), ...(this.engine?.whenEntries ?? []), ...detailFields(words, shape)];
  }

  /** @internal */
  override get hiddenValues(): readonly (readonly [string, string])[] {
    const [only, ...others] = this.#modes;
    return only && others.length === 0 ? [['mode', only], ...super.hiddenValues] : super.hiddenValues;
  }

  protected override stage(entries: readonly FormEntry[]): Partial<FormView> {
    const words = this.language.current!;
    const { engine, steps } = this;
    const step = engine?.step ?? steps[0]!;
    const current = steps.indexOf(step);
    const inStep = (entry: FormEntry): boolean => fieldsOf([entry]).some((field) => stepOf(field) === step);
    return {
      entries: entries.map((entry) => (inStep(entry) ? entry : undefined)),
      goesOn: step !== 'check',
      steps: html`${current === 0 ? html`<slot name="representative"></slot>` : nothing}${stepsTemplate({
        names: steps.map((name) => words.text(STEP_WORDS[name])),
        current,
        label: words.text('steps'),
        place: words.text('stepOf', { step: current + 1, total: steps.length }),
        headingLevel: Math.min(6, this.level + 1),
        untitled: step === 'check',
      })}`,
      back:
        // The review has a way back of its own.
        engine && current > 0 && step !== 'check'
          ? html`<button type="button" part="back-button" @click=${() => engine.back()}>
              ${words.text('back')}
            </button>`
          : nothing,
    };
  }

  protected phrases(words: Words): FormWords {
    const { form } = this.light.current;
    const days = readReplyWithin(this, this.replyWithin);
    const promise = days === undefined ? '' : words.plural('replyWithin', days);
    const goesOn = this.engine?.step !== 'check';
    return {
      heading: this.heading ?? (form ? '' : words.text('heading')),
      promise: goesOn ? '' : promise,
      send: goesOn ? words.text('continue') : (form?.submitLabel ?? words.text('sendRequest')),
      sent: words.text('requestSent'),
      next: promise ? [words.text('nextConfirmation'), promise] : [words.text('nextConfirmation')],
      another: words.text('anotherRequest'),
    };
  }

  get #modes(): readonly AppointmentMode[] {
    if (typeof this.modes !== 'string') return MODES;
    const names = this.modes
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    const known = MODES.filter((mode) => names.includes(mode));
    const unknown = names.filter((name) => !(MODES as readonly string[]).includes(name));
    if (unknown.length > 0 || known.length === 0)
      complain(
        this,
        'modes',
        this.modes,
        'not of "visit", "office", "phone" and "video"; the others are used',
      );
    return known.length > 0 ? known : MODES;
  }

  get #people(): number | undefined {
    if (typeof this.people !== 'string') return undefined;
    const people = Number(this.people);
    if (Number.isInteger(people) && people >= 1 && people <= 1000) return people;
    complain(this, 'people', this.people, 'not a number from 1 to 1000; it is not asked for');
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'harreman-appointment-request': HarremanAppointmentRequest;
  }
}

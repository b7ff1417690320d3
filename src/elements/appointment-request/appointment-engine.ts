import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Field, FormEntry } from '../../controllers/field.js';
import { overlay } from '../../controllers/overlay.js';
import type { NamedProblem } from '../../controllers/problems.js';
import type { Letter } from '../../controllers/sending.js';
import type { DeliveryOutcome, FieldError } from '../../delivery/states.js';
import { createDateFormatter } from '../../localization/date-formatter.js';
import type { DateFormatter } from '../../localization/dates.js';
import { colonOf } from '../../localization/colon.js';
import type { Localization } from '../../localization/localization.js';
import type { CalendarEvent } from '../../schedule/calendar-event.js';
import type { FieldEntry } from '../../submission/record.js';
import { calendarStyles } from '../../ui/calendar/calendar.styles.js';
import { dateInputStyles } from '../../ui/calendar/date-input.styles.js';
import type { EngineHost } from '../../ui/engine-host.js';
import { FormEngine } from '../../ui/form-engine.js';
import { idOf } from '../../ui/form-view.js';
import { appointmentStyles } from './appointment.styles.js';
import { stepOf, WHEN, type StepName } from './fields.js';
import { CalendarFile, keepsakeTemplate } from './keepsake.js';
import { forget, recall, remember, type Remembered } from './remembered.js';
import { whenEntries, whenOnTheWire } from './when-fields.js';
import { WhenStep, type WhenHost } from './when-step.js';

export { readDefinition } from '../../controllers/definition.js';

/** The element that the engine works for. */
export interface AppointmentHost extends WhenHost, EngineHost {
  readonly steps: readonly StepName[];
  readonly language: { readonly current: Localization<'appointment-request'> | undefined };
  readonly renderRoot: ParentNode & EventTarget;
}

/**
 * What an appointment request does once somebody uses it: as every form, and in steps, with the calendar, the times,
 * and what is remembered from last time.
 */
export class AppointmentEngine extends FormEngine<AppointmentHost> {
  readonly when: WhenStep;
  readonly #file = new CalendarFile();
  #step: StepName | undefined;
  #dates: DateFormatter | undefined;
  #datesFor: string | undefined;
  #remembered: Remembered | undefined;
  #checking = false;

  constructor(host: AppointmentHost) {
    super(host);
    host.addStyles(calendarStyles);
    host.addStyles(dateInputStyles);
    host.addStyles(appointmentStyles);
    this.when = new WhenStep(host, this);
    if (host.mayPersist) this.#remembered = recall();
    const release: ReactiveController = { hostDisconnected: () => this.#file.release() };
    host.addController(release);
  }

  get dates(): DateFormatter {
    const { locale } = this.#words;
    if (!this.#dates || locale !== this.#datesFor) this.#dates = createDateFormatter(locale);
    this.#datesFor = locale;
    return this.#dates;
  }

  /** The step in view. */
  get step(): StepName {
    const { steps } = this.host;
    if (this.reviewing) return 'check';
    return this.#step && steps.includes(this.#step) ? this.#step : steps[0]!;
  }

  /** Where the visitor is, to see whether pressing a button leads on. */
  get place(): string {
    return `${this.step} ${this.submission.phase}`;
  }

  /** The fields of the step that asks when. */
  get whenEntries(): readonly FormEntry[] {
    return whenEntries(this.when);
  }

  /** To the step before; its heading takes the focus. */
  back(): void {
    const { steps } = this.host;
    this.#go(steps[Math.max(0, steps.indexOf(this.step) - 1)]!);
  }

  override change(name?: string): void {
    if (name === undefined) this.back();
    else super.change(name);
  }

  override focus(id: string): void {
    const field = this.host.fields.find(({ name }) => idOf(name) === id);
    if (field) this.#step = stepOf(field);
    if (id === 'summary') this.#step = this.#stepOfProblems();
    super.focus(/-(start|wishes)$/.test(id) ? this.when.target : id);
  }

  override reset(): void {
    super.reset();
    this.#startOver();
  }

  override clear(): void {
    super.clear();
    this.#startOver();
  }

  /** The owner's own control for a time stands in for ours until the script is there; ours is the calendar. */
  override overlay(entries: readonly FormEntry[]): readonly FormEntry[] {
    const { host } = this;
    const { current } = host.light;
    const own = current.fields.filter(({ name }) => !WHEN.test(name) && name !== 'end');
    const laid = overlay(entries, { ...current, fields: own }, host.extrasBefore);
    const asksWhen = current.form && own.length < current.fields.length;
    return asksWhen ? [...laid, ...whenEntries(this.when)] : laid;
  }

  override notices(): ReturnType<FormEngine['notices']> {
    const last = this.#remembered;
    if (!last || this.step !== this.host.steps[0]) return [];
    const { host } = this;
    const labels = host.fields.flatMap(({ name, options }) => {
      const value = last.values.get(name);
      return value === undefined ? [] : [options?.find((option) => option.value === value)?.label ?? value];
    });
    if (labels.length === 0) return [];
    const what = [...labels, this.dates.date(new Date(last.at), 'long')].join(' · ');
    return [
      {
        texts: [this.#words.text('lastTime', { what })],
        actions: [
          [this.#words.text('sameAgain'), () => this.#again(last)],
          [this.#words.text('forgetMe'), () => this.#forget()],
        ],
      },
    ];
  }

  override keepsake(): TemplateResult | typeof nothing {
    const { submission } = this.submission;
    if (!submission) return nothing;
    return keepsakeTemplate({
      words: this.#words,
      event: this.#event(),
      id: submission.submission_id,
      writtenAt: Date.parse(submission.created_at),
      file: this.#file,
      remembers: this.host.mayPersist ? this.#remembered !== undefined : undefined,
      remember: () => {
        if (remember((name) => (name === 'mode' ? this.host.mode : this.host.form.text(name))))
          this.#remembered = recall();
        if (this.#remembered) this.announce(this.#words.text('remembered'));
      },
      forget: () => this.#forget(),
    });
  }

  override conclude(outcome: DeliveryOutcome, isWatched = true): void {
    if (outcome.state !== 'rejected') {
      super.conclude(outcome, isWatched);
      return;
    }
    const errors = outcome.errors.map((error) =>
      this.#isOfTime(error) ? { ...error, field: 'start' } : error,
    );
    super.conclude({ ...outcome, errors }, isWatched);
    this.#step = this.#stepOfProblems();
  }

  protected override get asked(): readonly Field[] {
    const { step, host } = this;
    return step === 'check' ? host.fields : host.fields.filter((field) => stepOf(field) === step);
  }

  protected override crossCheck(): Iterable<NamedProblem> {
    const isAboutTime = this.step === 'when' || this.step === 'check';
    return [...(isAboutTime ? this.when.problems() : []), ...super.crossCheck()];
  }

  /** The next step comes before anything is sent; and a time is looked up once more in the last moment. */
  protected override async proceed(): Promise<boolean> {
    const { steps } = this.host;
    if (this.step === 'check') return this.#stillFree();
    this.#go(steps[steps.indexOf(this.step) + 1]!);
    return false;
  }

  protected override letter(): Letter {
    const letter = super.letter();
    const { form } = this.host.light.current;
    const asksWhen = this.host.fields.some(({ name }) => name === 'when');
    if (form && !asksWhen) return letter;
    const people = (entry: FieldEntry): FieldEntry =>
      entry[0] === 'people' ? ['people', Number(entry[1])] : entry;
    const fields = letter.fields.filter(([name]) => !WHEN.test(name)).map(people);
    return { ...letter, fields: [...fields, ...whenOnTheWire(this.when)] };
  }

  protected override explain(error: FieldError): string | undefined {
    if (!this.#isOfTime(error)) return super.explain(error);
    this.#drop(this.when.instants);
    return this.#words.text('timeGone');
  }

  get #words(): Localization<'appointment-request'> {
    return this.host.language.current!;
  }

  /** `slot_taken` and `slot_unavailable` are the receiver's words; others have only their status for it, 409. */
  #isOfTime({ code = '' }: FieldError): boolean {
    return this.when.wish === 'time' && /^(slot_|409$)/.test(code);
  }

  #go(step: StepName): void {
    this.reviewing = step === 'check';
    if (!this.reviewing) this.#step = step;
    this.focus(this.reviewing ? 'review' : 'step');
  }

  #startOver(): void {
    this.#step = undefined;
    this.when.reset();
    if (this.host.mayPersist) this.#remembered = recall();
  }

  #stepOfProblems(): StepName {
    const { step } = this;
    const steps = this.problems.all.map(([field]) => stepOf(field));
    return steps.includes(step) || steps.length === 0 ? step : steps[0]!;
  }

  /** Whether the times that are asked for are still free, as far as a calendar server says. */
  async #stillFree(): Promise<boolean> {
    const { when, problems } = this;
    if (this.#checking) return false;
    this.#checking = true;
    try {
      const gone = when.wish === 'time' ? await when.times.check(when.instants) : [];
      if (gone.length === 0) return true;
      this.#drop(gone);
      this.reviewing = false;
      problems.set('start', { message: this.#words.text('timeGone') });
      this.focus('summary');
      return false;
    } finally {
      this.#checking = false;
    }
  }

  /** Times that somebody else has: they are not asked for any more, and what is free is asked anew. */
  #drop(instants: readonly number[]): void {
    this.when.drop(instants);
    this.when.times.refresh();
  }

  #event(): CalendarEvent | undefined {
    const { when, host } = this;
    const { first } = when;
    if (!first) return undefined;
    const service = host.fields.find(({ name }) => name === 'service');
    const chosen = host.form.text('service');
    const label = service?.options?.find(({ value }) => value === chosen)?.label ?? chosen;
    const title = this.#words.text('eventTitle');
    const location = host.form.text('place');
    return {
      ...first,
      summary: label ? title + colonOf(this.#words) + label : title,
      description: `${this.#words.text('nextConfirmation')}\n${this.#words.text('reference')}: ${this.submission.reference}`,
      ...(location && { location }),
    };
  }

  /** Fills in what was chosen last time, and goes on to the day. */
  #again({ values }: Remembered): void {
    for (const [name, value] of values) {
      const field = this.host.fields.find((each) => each.name === name);
      // What the owner no longer offers is not chosen.
      if (!field?.options?.length || field.options.some((option) => option.value === value))
        this.host.form.set(name, value, true);
    }
    this.draft.touch();
    this.#remembered = undefined;
    if (this.host.steps.includes('when')) this.#go('when');
  }

  #forget(): void {
    forget();
    this.#remembered = undefined;
    this.announce(this.#words.text('forgotten'));
    if (!this.ended) this.focus('step');
  }
}

export { AppointmentEngine as FormEngine };

import type { Field } from '../../controllers/field.js';
import type { FormValues } from '../../controllers/form-values.js';
import type { PressController } from '../../controllers/press-controller.js';
import type { FieldProblem } from '../../controllers/problems.js';
import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import type { Localization } from '../../localization/localization.js';
import { formatDateTime, parseDateTime } from '../../schedule/date-time.js';
import type { TimeWindow } from '../../schedule/day-parts.js';
import { formatDay, MINUTE, parseDay } from '../../schedule/day.js';
import type { Slot, Unavailability } from '../../schedule/slots.js';
import { daysInMonth } from '../../ui/calendar/calendar-date.js';
import { dateProblemText } from '../../ui/calendar/date-input.js';
import { DatePickerController } from '../../ui/calendar/date-picker.js';
import type { CalendarDays, DayStatus } from '../../ui/calendar/days.js';
import type { StepName } from './fields.js';
import { Times, type TimesHost } from './times.js';
import { zoneText } from '../../schedule/zone-text.js';

export interface WhenHost extends TimesHost {
  readonly renderRoot: ParentNode;
  readonly form: FormValues;
  readonly mode: string;
  readonly hiddenValues: readonly (readonly [string, string])[];
  readonly language: { readonly current: Localization<'appointment-request'> | undefined };
  readonly level: number;
}

/** What the step asks of the engine that it belongs to. */
export interface WhenEngine {
  readonly step: StepName;
  readonly dates: DateFormatter;
  readonly pressing: PressController;
  announce(text: string): void;
  focus(id: string): void;
  changed(field: Field): void;
}

/** How a visitor says when: one time or several, any in a week, or the soonest. */
export type Wish = 'time' | 'any' | 'soon';

/** A visitor can ask for so many times. */
const MOST_WISHES = 3;
/** Days whose buttons are offered beneath the field for a date. */
const NEAREST = 3;

/** Why a day has no times, in the calendar's words. */
const REASONS: Readonly<Record<Unavailability, DayStatus>> = {
  'past': 'past',
  'too-soon': 'too-soon',
  'too-far': 'too-far',
  'holiday': 'closed',
  'closed': 'closed',
  'taken': 'full',
  'none': 'none',
};

export const dayText = ({ year, month, day }: CalendarDate): string =>
  `${`${year}`.padStart(4, '0')}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;

export const dateOf = (day: string): CalendarDate => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
};

/** The step that asks when. What is chosen are values of the form; the day in view is remembered here. */
export class WhenStep {
  readonly times: Times;
  readonly picker: DatePickerController;
  /** The day whose times are in view. */
  day: CalendarDate | undefined;

  readonly #host: WhenHost;
  readonly #engine: WhenEngine;

  constructor(host: WhenHost, engine: WhenEngine) {
    this.#host = host;
    this.#engine = engine;
    this.times = new Times(
      host,
      () => this.#choices,
      () => this.#heard(),
    );
    this.picker = new DatePickerController(host, {
      id: 'day',
      days: () => this.#days,
      select: (date) => this.select(date),
      after: (act) => this.#engine.pressing.after(act),
    });
  }

  get words(): Localization<'appointment-request'> {
    return this.#host.language.current!;
  }

  get dates(): DateFormatter {
    return this.#engine.dates;
  }

  /** Whether this is what the visitor sees now. */
  get isInView(): boolean {
    return this.#engine.step === 'when';
  }

  get level(): number {
    return Math.min(6, this.#host.level + 2);
  }

  get wish(): Wish {
    return (this.text('when') || 'time') as Wish;
  }

  /** The start of the time that is chosen now, in RFC 3339; empty where none is. */
  get start(): string {
    return this.text('start');
  }

  /** The starts of the times that were taken before it. */
  get wishes(): readonly string[] {
    const value = this.#host.form.values.get('wishes') ?? [];
    return typeof value === 'string' ? [value].filter(Boolean) : value;
  }

  get canAdd(): boolean {
    return this.start !== '' && this.wishes.length < MOST_WISHES - 1;
  }

  /** The slots of the day in view; `undefined` while they are on their way. */
  get slots(): readonly Slot[] | undefined {
    if (!this.day) return undefined;
    const day = dayText(this.day);
    this.times.want(day, day);
    return this.times.on(day)?.slots;
  }

  /** The next days with free times, as far as they are known. */
  get nearest(): readonly CalendarDate[] {
    const { first, last } = this.times.range();
    this.times.want(first, formatDay(Math.min(parseDay(first)! + 30, parseDay(last)!)));
    const days: CalendarDate[] = [];
    for (let day = parseDay(first)!; day <= parseDay(last)! && days.length < NEAREST; day++) {
      const found = this.times.on(formatDay(day));
      if (!found) break;
      if (found.slots.length > 0) days.push(dateOf(formatDay(day)));
    }
    return days;
  }

  /** What is wrong with what was chosen, besides what is missing. */
  problems(): ReadonlyMap<string, FieldProblem> {
    const problem = this.wish === 'time' ? this.#timeProblem() : undefined;
    return new Map(problem === undefined ? [] : [['start', { message: problem }]]);
  }

  /** A day was chosen, in the calendar, in words, or from the nearest; a time of another day is not meant any more. */
  select(date: CalendarDate | undefined): void {
    const chosen = parseDateTime(this.start);
    this.day = date;
    if (!date || !chosen || dayText(date) !== formatDay(this.times.timeZone.dayAt(chosen.instant)))
      this.#set('start', '');
    if (date) this.#announceTimes();
  }

  /** The day that the chosen time is on comes into view: after a draft, a prefill, or from a list. */
  follow(): void {
    const chosen = parseDateTime(this.start);
    if (!chosen || this.day) return;
    const { timeZone } = this.times;
    this.day = dateOf(formatDay(timeZone.dayAt(chosen.instant)));
    // However it was written, it is one of the times in view.
    this.#host.form.values.set('start', formatDateTime(chosen.instant, timeZone));
  }

  /** Keeps the chosen time and asks for another. */
  add(): void {
    if (!this.canAdd) return;
    const { start } = this;
    this.#set('wishes', [...this.wishes, start]);
    this.select(undefined);
    this.#engine.announce(this.words.text('fileAdded', { file: this.fullText(start) }));
    this.#engine.focus('day');
  }

  remove(start: string): void {
    this.#set(
      'wishes',
      this.wishes.filter((wish) => wish !== start),
    );
    this.#engine.announce(this.words.text('fileRemoved', { file: this.fullText(start) }));
    this.#engine.focus('day');
  }

  /** Times that can't be had are not asked for any more. */
  drop(instants: readonly number[]): void {
    const isGone = (start: string): boolean => instants.includes(parseDateTime(start)?.instant ?? NaN);
    this.#set(
      'wishes',
      this.wishes.filter((wish) => !isGone(wish)),
    );
    if (isGone(this.start)) this.#set('start', '');
  }

  reset(): void {
    this.day = undefined;
    this.picker.input.clear();
  }

  /** The id of what leads to a time: the times, where a day is in view, else the field for the day. */
  get target(): string {
    return this.slots?.length ? 'field-start' : 'day';
  }

  /** The times that are asked for, the best first. */
  get instants(): readonly number[] {
    return [...this.wishes, this.start].flatMap((text) => parseDateTime(text)?.instant ?? []);
  }

  /** The first time that is asked for, with its end. */
  get first(): TimeWindow | undefined {
    const [start] = this.wish === 'time' ? this.instants : [];
    return start === undefined ? undefined : { start, end: this.endOf(start) };
  }

  /** A time in full words, with its zone; and on the visitor's clock, where that shows another. */
  fullText(start: string): string {
    const instant = parseDateTime(start)?.instant;
    if (instant === undefined) return start;
    const { dates, times } = this;
    const zone = times.timeZone.name;
    const at = new Date(instant);
    const own = this.ownTime(instant);
    const where = zoneText(times.timeZone, instant);
    return `${dates.date(at, 'weekday', zone)}, ${dates.time(at, zone)} (${own ? `${where}; ${own}` : where})`;
  }

  /** Whether the visitor's clock shows another time than the company's. */
  isElsewhere(instant: number): boolean {
    return -new Date(instant).getTimezoneOffset() * MINUTE !== this.times.timeZone.offsetAt(instant);
  }

  /** The visitor's own time at an instant, where their clock shows another; with the day, where that is another. */
  ownTime(instant: number): string | undefined {
    const { dates, times, words } = this;
    const at = new Date(instant);
    if (!this.isElsewhere(instant)) return undefined;
    const isSameDay = dates.date(at, 'short') === dates.date(at, 'short', times.timeZone.name);
    const time = isSameDay ? dates.time(at) : `${dates.date(at, 'short')} ${dates.time(at)}`;
    return words.text('yourTime', { time });
  }

  get #choices(): Readonly<Record<'service' | 'staff' | 'mode', string>> {
    const chosen = (name: 'service' | 'staff'): string =>
      this.text(name) || (this.#host.hiddenValues.find(([hidden]) => hidden === name)?.[1] ?? '');
    return { service: chosen('service'), staff: chosen('staff'), mode: this.#host.mode };
  }

  /** What is chosen in a field. */
  text(name: string): string {
    return this.#host.form.text(name);
  }

  #set(name: string, value: string | readonly string[]): void {
    this.#host.form.set(name, value, true);
    this.#engine.changed({ name, type: 'radio', label: '' });
  }

  /** Asks for the month that is in view, where nobody has said yet what is free. */
  wantMonth(): void {
    if (!this.picker.open) return;
    const { month } = this.picker.calendar;
    const { first, last } = this.times.range();
    const end = dayText({ ...month, day: daysInMonth(month) });
    this.times.want(later(dayText({ ...month, day: 1 }), first), end < last ? end : last);
  }

  /** What the calendar is told. */
  get #days(): CalendarDays {
    const { times } = this;
    const now = Date.now();
    const { first, last } = times.range(now);
    return {
      min: dateOf(first),
      max: dateOf(last),
      today: dateOf(formatDay(times.timeZone.dayAt(now))),
      selected: this.day,
      loading: this.picker.open && times.loading,
      status: (date) => {
        const found = times.on(dayText(date), now);
        // Nobody has said: it may be chosen, and is looked up then.
        if (!found) return 'free';
        return found.reason ? REASONS[found.reason] : found.slots.length;
      },
    };
  }

  #timeProblem(): string | undefined {
    const { words, dates, picker } = this;
    if (!this.start) {
      const { input } = picker;
      // A time is enough; what is written and is no day is a problem all the same.
      if (this.wishes.length > 0 && input.text === undefined) return undefined;
      if (input.read(dates, true)) return words.text('timeRequired');
      return input.choices.length > 0 ? words.text('dateAmbiguous') : dateProblemText(input, words, dates);
    }
    // A draft, or a page that was open for long, may hold a time that is over.
    const isGone = this.instants.some((instant) => {
      const day = formatDay(this.times.timeZone.dayAt(instant));
      return this.times.on(day) !== undefined && !this.times.at(instant);
    });
    return isGone ? words.text('timeGone') : undefined;
  }

  /** When the time that begins at an instant ends. */
  endOf(start: number): number {
    const slot = this.times.at(start);
    const minutes = Number(this.#host.slotMinutes);
    return slot ? slot.end : start + (minutes > 0 ? minutes : 30) * MINUTE;
  }

  #announceTimes(): void {
    const { slots, words } = this;
    const text = !slots
      ? words.text('timesLoading')
      : slots.length > 0
        ? words.plural('timesFree', slots.length)
        : words.text('timesNone');
    this.#engine.announce(text);
  }

  /** The server has said something. */
  #heard(): void {
    if (this.day && this.slots) this.#announceTimes();
    this.#host.requestUpdate();
  }
}

const later = (a: string, b: string): string => (a > b ? a : b);

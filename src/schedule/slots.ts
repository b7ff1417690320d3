import { DAY, formatDay, HOUR, MINUTE, parseDay, type DayNumber } from './day.js';
import type { FreeTimes } from './free-times.js';
import { openOn, type OpeningHours } from './opening-hours.js';
import type { TimeZone } from './time-zone.js';

/** A time that can be asked for. Instants are milliseconds since 1970 in UTC. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  /** The wall time of `start` in the company's zone, in minutes after midnight. */
  readonly minutes: number;
  /** The offset of `start`, in milliseconds east of UTC. */
  readonly offset: number;
  /** Clocks go back and show this time twice: it needs its offset beside it. */
  readonly isRepeated: boolean;
}

/** How a company gives out its time. */
export interface SlotRules {
  /** Length of a slot, 1 to 1440. Default 30. */
  readonly slotMinutes?: number;
  /** Kept free between two slots of the same hours, 0 to 1440. Default 0. */
  readonly bufferMinutes?: number;
  /** The least time from now to a slot, 0 to 8784 (a year). Default 24. */
  readonly noticeHours?: number;
  /** The last day is this many days after today, 0 to 1098 (three years). Default 60. */
  readonly horizonDays?: number;
}

/**
 * Why a day has no slots: it is over (`past`), its slots are within the notice (`too-soon`), it is after the horizon
 * (`too-far`), the company is closed on a public holiday (`holiday`) or for any other reason, also because no slot fits
 * into its hours (`closed`). Of a calendar server, that all of its times are `taken`, or only that there are none (`none`).
 */
export type Unavailability = 'past' | 'too-soon' | 'too-far' | 'holiday' | 'closed' | 'taken' | 'none';

/** One day of the calendar. `reason` is there where no slot is. */
export interface DaySlots {
  readonly slots: readonly Slot[];
  readonly reason?: Unavailability;
}

/**
 * The slots of a company, computed day by day when they are asked for. A slot begins at the beginning of the opening
 * hours on the wall clock, or slot and buffer (any number of times) after it, and ends within them. Where clocks go
 * forward, times that they skip are no slots; where they go back, both are that the clock shows, as long as no slot runs
 * into the next. A slot is on the day on which it begins, also when its hours began on the evening before.
 */
export class Slots implements FreeTimes {
  readonly #hours: OpeningHours;
  readonly #length: number;
  readonly #buffer: number;
  readonly #notice: number;
  readonly #horizon: number;

  /** @throws RangeError for a rule that is out of its range. */
  constructor(hours: OpeningHours, rules: SlotRules = {}) {
    const { slotMinutes = 30, bufferMinutes = 0, noticeHours = 24, horizonDays = 60 } = rules;
    this.#hours = hours;
    this.#length = within('slotMinutes', slotMinutes, 1, 1440) * MINUTE;
    this.#buffer = within('bufferMinutes', bufferMinutes, 0, 1440) * MINUTE;
    this.#notice = within('noticeHours', noticeHours, 0, 8784) * HOUR;
    this.#horizon = within('horizonDays', horizonDays, 0, 1098);
  }

  get timeZone(): TimeZone {
    return this.#hours.timeZone;
  }

  /** The first and the last day that can be asked for, as `YYYY-MM-DD`: today, and the last within the horizon. */
  range(now: number): { first: string; last: string } {
    const today = this.#hours.timeZone.dayAt(now);
    return { first: formatDay(today), last: formatDay(today + this.#horizon) };
  }

  /**
   * The slots of a day in the company's zone.
   *
   * @param day `YYYY-MM-DD`.
   * @throws RangeError where the day doesn't exist.
   */
  on(day: string, now: number): DaySlots {
    const number = parseDay(day);
    if (number === undefined) throw new RangeError(`No date such as 2026-12-24: "${day}"`);
    return this.#on(number, now);
  }

  /** The next slots that begin at an instant or after it, `maximum` at most, up to the horizon. */
  from(instant: number, maximum: number, now: number): Slot[] {
    const { timeZone } = this.#hours;
    const found: Slot[] = [];
    const last = timeZone.dayAt(now) + this.#horizon;
    for (let day = timeZone.dayAt(Math.max(instant, now)); day <= last && found.length < maximum; day++)
      found.push(...this.#on(day, now).slots.filter((slot) => slot.start >= instant));
    // A day may end twice: clocks that go back from shortly after midnight show the evening again.
    return found.sort((one, other) => one.start - other.start).slice(0, maximum);
  }

  /** The slot that begins at this instant; `undefined` where none does, or none that can still be asked for. */
  at(instant: number, now: number): Slot | undefined {
    return this.#on(this.#hours.timeZone.dayAt(instant), now).slots.find((slot) => slot.start === instant);
  }

  #on(day: DayNumber, now: number): DaySlots {
    const today = this.#hours.timeZone.dayAt(now);
    if (day < today) return { slots: [], reason: 'past' };
    if (day > today + this.#horizon) return { slots: [], reason: 'too-far' };
    const all = this.#slotsOn(day);
    if (all.length === 0) return { slots: [], reason: this.#hours.holidays?.(day) ? 'holiday' : 'closed' };
    const earliest = now + this.#notice;
    const slots = all[0]!.start < earliest ? all.filter((slot) => slot.start >= earliest) : all;
    return slots.length > 0 ? { slots } : { slots, reason: all.at(-1)!.start < now ? 'past' : 'too-soon' };
  }

  /** What the opening hours alone allow. */
  #slotsOn(day: DayNumber): Slot[] {
    const { timeZone } = this.#hours;
    const length = this.#length;
    const step = length + this.#buffer;
    const midnight = day * DAY;
    const slots: Slot[] = [];
    /** From when on there is time again after the last slot. */
    let free = -Infinity;
    for (const hoursDay of [day - 1, day]) {
      for (const { from, to } of openOn(this.#hours, hoursDay)) {
        const opens = hoursDay * DAY + from * MINUTE;
        const closes = hoursDay * DAY + to * MINUTE;
        if (closes <= midnight) continue;
        const end = timeZone.instantOf(closes);
        const offsets = timeZone.offsetsAround(opens, closes);
        const changes = offsets.length > 1;
        const isShown = (wall: number, offset: number) => timeZone.offsetAt(wall - offset) === offset;
        for (const offset of offsets) {
          for (let wall = opens; wall < closes; wall += step) {
            const start = wall - offset;
            if (start < free || start + length > end || (changes && !isShown(wall, offset))) continue;
            free = start + step;
            if (wall < midnight || wall >= midnight + DAY) continue;
            const isRepeated = changes && offsets.every((each) => isShown(wall, each));
            const minutes = (wall - midnight) / MINUTE;
            slots.push({ start, end: start + length, minutes, offset, isRepeated });
          }
        }
      }
    }
    return slots;
  }
}

const within = (name: keyof SlotRules, value: number, least: number, most: number): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
};

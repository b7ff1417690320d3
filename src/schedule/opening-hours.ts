import type { DayList } from './day-list.js';
import { DAY, MINUTE, type DayNumber } from './day.js';
import { spansOn, type Hours, type Span } from './hours.js';
import type { TimeZone } from './time-zone.js';

/** From an instant (included) to an instant (not included), in milliseconds since 1970 in UTC. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** What is open around an instant. */
export interface Opening {
  readonly isOpen: boolean;
  /** The instant of the next opening; where it is open now, of the one after. */
  readonly opens?: number;
  /** The instant of the next closing. */
  readonly closes?: number;
}

/** Days. Longer than any season, and than any leap year. */
const LOOK_AHEAD = 400;

/** When a company is open: its hours in its time zone, without the days on which it is closed. */
export class OpeningHours {
  readonly timeZone: TimeZone;
  readonly #hours: Hours;
  readonly #isClosed: DayList;
  readonly #isHoliday: DayList;

  /**
   * @param closed days on which no hours begin, whatever `hours` say.
   * @param holidays what `PH` means in `hours`. Nobody else knows the public holidays of a place: without this list
   *   a rule for `PH` is never used.
   */
  constructor(hours: Hours, timeZone: TimeZone, closed: DayList = none, holidays: DayList = none) {
    this.timeZone = timeZone;
    this.#hours = hours;
    this.#isClosed = closed;
    this.#isHoliday = holidays;
  }

  isHoliday(day: DayNumber): boolean {
    return this.#isHoliday(day);
  }

  /** The hours that begin on a day, in order. */
  spansOn(day: DayNumber): readonly Span[] {
    return this.#isClosed(day) ? [] : spansOn(this.#hours, day, this.#isHoliday(day));
  }

  /** When the hours of a day begin and end; both at one instant where clocks skip all of them. */
  period(day: DayNumber, { from, to }: Span): Period {
    const instant = (minutes: number) => this.timeZone.instantOf(day * DAY + minutes * MINUTE);
    return { start: instant(from), end: instant(to) };
  }

  /**
   * Whether it is open at an instant, and the next changes. One that is more than 400 days ahead is not told: a
   * company that is open day and night never closes.
   */
  at(instant: number): Opening {
    const today = this.timeZone.dayAt(instant);
    const lastDay = today + LOOK_AHEAD;
    let current: Period | undefined;
    // Yesterday's hours may run past midnight.
    for (let day = today - 1; day <= lastDay; day++) {
      for (const span of this.spansOn(day)) {
        const period = this.period(day, span);
        if (period.end <= instant || period.end === period.start) continue;
        if (!current) current = period;
        else if (period.start > current.end) return opening(current, instant, period.start);
        else current = { start: current.start, end: Math.max(current.end, period.end) };
      }
    }
    if (!current) return { isOpen: false };
    const goesOn = current.end >= this.timeZone.instantOf((lastDay + 1) * DAY);
    return opening(goesOn ? { ...current, end: Infinity } : current, instant, Infinity);
  }
}

const opening = ({ start, end }: Period, instant: number, next: number): Opening => {
  const isOpen = start <= instant;
  const opens = isOpen ? next : start;
  return { isOpen, ...(opens < Infinity && { opens }), ...(end < Infinity && { closes: end }) };
};

const none: DayList = () => false;

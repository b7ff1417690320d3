import { DAY, MINUTE } from './day.js';
import { openOn, type OpeningHours } from './opening-hours.js';

/** Instants, in milliseconds since 1970 in UTC. */
interface Period {
  readonly start: number;
  readonly end: number;
}

/** Whether it is open at an instant, and what comes next. */
export interface Opening {
  readonly isOpen: boolean;
  /** The instant of the next opening; where it is open now, of the one after. */
  readonly opens?: number;
  /** The instant of the next closing. */
  readonly closes?: number;
}

/** Days. Longer than any season, and than any leap year. */
const LOOK_AHEAD = 400;

/**
 * Whether it is open at an instant, and the next changes. One that is more than 400 days ahead is not told: a company
 * that is open day and night never closes.
 */
export const openingAt = (hours: OpeningHours, instant: number): Opening => {
  const { timeZone } = hours;
  const today = timeZone.dayAt(instant);
  const lastDay = today + LOOK_AHEAD;
  let current: Period | undefined;
  // Yesterday's hours may run past midnight.
  for (let day = today - 1; day <= lastDay; day++) {
    for (const span of openOn(hours, day)) {
      const instantOf = (minutes: number) => timeZone.instantOf(day * DAY + minutes * MINUTE);
      const period = { start: instantOf(span.from), end: instantOf(span.to) };
      // Both are one instant where clocks skip all of the hours.
      if (period.end <= instant || period.end === period.start) continue;
      if (!current) current = period;
      else if (period.start > current.end) return opening(current, instant, period.start);
      else current = { start: current.start, end: Math.max(current.end, period.end) };
    }
  }
  if (!current) return { isOpen: false };
  const goesOn = current.end >= timeZone.instantOf((lastDay + 1) * DAY);
  return opening(goesOn ? { ...current, end: Infinity } : current, instant, Infinity);
};

const opening = ({ start, end }: Period, instant: number, next: number): Opening => {
  const isOpen = start <= instant;
  const opens = isOpen ? next : start;
  return { isOpen, ...(opens < Infinity && { opens }), ...(end < Infinity && { closes: end }) };
};

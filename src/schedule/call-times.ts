import { DAY, HOUR, MINUTE, type DayNumber } from './day.js';
import { openOn, type OpeningHours } from './opening-hours.js';
import type { TimeWindow } from './day-parts.js';
import type { TimeZone } from './time-zone.js';

/** When a person may call. Instants, as of `Date.now()`. */
export interface CallTimes {
  /** From now, or from the next opening, until they close on that day; `undefined` where they never open. */
  readonly soon: TimeWindow | undefined;
  /** What is left of the visitor's day, and of the next; over the company's break. */
  readonly today: TimeWindow | undefined;
  readonly tomorrow: TimeWindow | undefined;
  /** Windows to choose from, by days on the visitor's calendar. */
  readonly days: ReadonlyMap<DayNumber, readonly TimeWindow[]>;
}

/** A window that is shorter promises nothing. */
const SHORTEST = 15 * MINUTE;
/** Between parts of one day. After a longer one, nobody still waits. */
const LONGEST_BREAK = 4 * HOUR;

/**
 * When a company can call a visitor. Windows lie within the company's hours, but that of a whole day covers its break. Days
 * are the visitor's, and no window reaches into the next.
 *
 * @param minutes length of a window to choose; the last of a stretch of hours takes in what is left, up to half as much again
 * @param ahead days that can be chosen, today among them
 */
export const callTimes = (
  hours: OpeningHours,
  visitor: TimeZone,
  now: number,
  { minutes = 120, ahead = 14 } = {},
): CallTimes => {
  const start = Math.ceil(now / MINUTE) * MINUTE;
  const today = visitor.dayAt(now);
  const all = openPeriods(hours, now, ahead);
  const left = all
    .flatMap((period) => byDay({ start: Math.max(period.start, start), end: period.end }, visitor))
    .filter(({ start, end }) => end - start >= SHORTEST);
  const on = (day: DayNumber): TimeWindow | undefined => {
    const parts = left.filter((period) => visitor.dayAt(period.start) === day);
    const end = parts.findIndex(
      (part, index) => (parts[index + 1]?.start ?? Infinity) - part.end > LONGEST_BREAK,
    );
    return parts.length ? { start: parts[0]!.start, end: parts[end]!.end } : undefined;
  };
  const days = new Map<DayNumber, TimeWindow[]>();
  for (const window of all.flatMap((period) => split(period, minutes * MINUTE))) {
    const day = visitor.dayAt(window.start);
    if (window.start < start || day >= today + ahead) continue;
    const windows = days.get(day);
    if (windows) windows.push(window);
    else days.set(day, [window]);
  }
  return { soon: left[0], today: on(today), tomorrow: on(today + 1), days };
};

/** Stretches of opening hours that end after an instant, in order; those that meet are one. */
export const openPeriods = (hours: OpeningHours, after: number, days: number): readonly TimeWindow[] => {
  const { timeZone } = hours;
  const first = timeZone.dayAt(after);
  const periods: { start: number; end: number }[] = [];
  // Yesterday's hours may run past midnight, and the visitor's calendar may be a day ahead or behind.
  for (let day = first - 1; day <= first + days + 1; day++) {
    for (const { from, to } of openOn(hours, day)) {
      const start = timeZone.instantOf(day * DAY + from * MINUTE);
      const end = timeZone.instantOf(day * DAY + to * MINUTE);
      const last = periods.at(-1);
      // Both are one instant where clocks skip all of the hours.
      if (end <= after || end === start) continue;
      if (last && start <= last.end) last.end = Math.max(last.end, end);
      else periods.push({ start, end });
    }
  }
  return periods;
};

/** The parts of a window in which the company is open; the window itself where it is not open at all. */
export const openWithin = (hours: OpeningHours, window: TimeWindow): readonly TimeWindow[] => {
  const parts = openPeriods(hours, window.start, 2)
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
    .filter(({ start, end }) => start < end);
  return parts.length ? parts : [window];
};

/** The parts of a stretch that lie on one day each. */
const byDay = ({ start, end }: TimeWindow, zone: TimeZone): readonly TimeWindow[] => {
  const parts: TimeWindow[] = [];
  for (let at = start; at < end;) {
    const midnight = zone.instantOf((zone.dayAt(at) + 1) * DAY);
    const next = Math.min(end, midnight);
    parts.push({ start: at, end: next });
    at = next;
  }
  return parts;
};

const split = ({ start, end }: TimeWindow, length: number): readonly TimeWindow[] => {
  const windows: TimeWindow[] = [];
  for (let at = start; at < end;) {
    const next = end - at < length * 1.5 ? end : at + length;
    windows.push({ start: at, end: next });
    at = next;
  }
  return windows;
};

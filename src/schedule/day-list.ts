import { parseDay, type DayNumber } from './day.js';
import { Scanner } from './scanner.js';

/** Tells whether a day is in an owner's list. */
export type DayList = (day: DayNumber) => boolean;

/**
 * Reads the owner's list of closed days or of public holidays: dates (`2026-12-24`) and ranges of them, the last day
 * included (`2026-12-24/2027-01-06`, as ISO 8601 writes intervals), separated by commas or spaces. Empty is no day.
 *
 * @throws ScheduleSyntaxError where a date is none (`2026-02-31`), or a range ends before it starts.
 */
export const parseDayList = (text: string): DayList => {
  const scanner = new Scanner(text);
  const ranges: (readonly [first: DayNumber, last: DayNumber])[] = [];
  while (!scanner.isAtEnd) {
    const first = readDay(scanner);
    const second = scanner.take(/\//y) && scanner.offset;
    const last = second === undefined ? first : readDay(scanner);
    if (last < first) scanner.fail('a date after the first', second);
    ranges.push([first, last]);
    scanner.take(/,/y);
  }
  return (day) => ranges.some(([first, last]) => first <= day && day <= last);
};

const readDay = (scanner: Scanner): DayNumber => {
  const start = scanner.offset;
  const day = parseDay(scanner.take(/[\d-]+/y)?.[0] ?? '');
  return day ?? scanner.fail('a date that exists, such as 2026-12-24', start);
};

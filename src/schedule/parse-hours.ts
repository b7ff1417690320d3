import { PUBLIC_HOLIDAYS, type DateRange, type Hours, type Rule, type Span } from './hours.js';
import { Scanner } from './scanner.js';

const WEEKDAYS = 'mo|tu|we|th|fr|sa|su';
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const WEEKDAY = new RegExp(`(?:${WEEKDAYS})\\b`, 'iy');
const MONTH = new RegExp(`(?:${MONTHS})\\b`, 'iy');
const YEAR = /(?:19|20)\d\d\b(?!:)/y;
const HOLIDAY = /PH\b/iy;
const DAY_OF_MONTH = /\d{1,2}(?![\d:])/y;
const TIME = /(\d{1,2}):([0-5]\d)(?!\d)/y;
/** The hyphen, and what word processors make of it. */
const DASH = /[-–]/y;

const MIDNIGHT = 24 * 60;
const NOON = 12 * 60;

/**
 * Reads opening hours in this part of OpenStreetMap's `opening_hours`
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification):
 *
 *     hours  = rule { ";" rule }
 *     rule   = [dates [":"]] [days] [times] ["off" | "closed"]  |  "24/7"
 *     dates  = Dec 25 · Dec 24,31 · Aug 01-15 · Jul-Aug · Dec 24-Jan 06 · 2026 Dec 24-2027 Jan 06
 *     days   = Mo · Mo-Fr · Fr-Mo · Mo,We,PH
 *     times  = 09:00-13:00,15:00-18:00 · 22:00-02:00 · 22:00-26:00
 *
 * Later rules take the place of earlier ones for their days: `Mo-Fr 09:00-18:00; We 09:00-13:00; PH off`. `off` with
 * times takes only these away: `Mo-Fr 09:00-18:00; 13:00-14:00 off`. A rule without times is about the whole day.
 * `PH` are the public holidays that the owner lists; a rule for Mondays holds on a holiday too, unless a later rule
 * names `PH` or its date.
 *
 * An end before its start is on the next day, until noon at the latest: `18:00-13:00` is taken for a slip.
 * Letters of either case, hours of one figure and the dash "–" are understood. Not part of it: `SH`, `easter`, `week`,
 * `sunrise`, `Mo[1]`, `18:00+`, `||`, comments, and rules that add to others after a comma.
 *
 * @throws ScheduleSyntaxError for all else, and for hours that overlap, end where they start, or are on 31 February.
 */
export const parseHours = (text: string): Hours => {
  const scanner = new Scanner(text);
  const rules: Rule[] = [];
  do {
    const rule = readRule(scanner);
    if (!scanner.isAtEnd && !scanner.isNext(/;/y))
      scanner.fail(rule.off ? '";" or the end' : 'a time such as 09:00, "off", ";" or the end');
    rules.push(rule);
  } while (scanner.take(/;/y) && !scanner.isAtEnd);
  return rules;
};

const readRule = (scanner: Scanner): Rule => {
  if (scanner.take(/24\/7(?!\d)/y))
    return { dates: [], weekdays: 0, spans: [{ from: 0, to: MIDNIGHT }], off: false };
  const start = scanner.offset;
  const dates = scanner.isNext(YEAR) || scanner.isNext(MONTH) ? readDates(scanner) : [];
  if (dates.length > 0) scanner.take(/:/y);
  const weekdays = scanner.isNext(WEEKDAY) || scanner.isNext(HOLIDAY) ? readWeekdays(scanner) : 0;
  const spans = scanner.isNext(TIME) ? readSpans(scanner) : [];
  const off = scanner.take(/(?:off|closed)\b/iy) !== undefined;
  if (scanner.offset === start) scanner.fail('a date, a weekday, a time, "PH", "off" or "24/7"');
  // A day that is off has no hours past its midnight either.
  if (spans.length === 0) spans.push({ from: 0, to: off ? 2 * MIDNIGHT : MIDNIGHT });
  return { dates, weekdays, spans, off };
};

/** `Dec 24,31`: after a comma the month may be left out. */
const readDates = (scanner: Scanner): DateRange[] => {
  let year: number | undefined;
  let month: number | undefined;
  return scanner.list(() => {
    let day = month && readDayOfMonth(scanner, year, month);
    if (!day) {
      year = readYear(scanner);
      month = readMonth(scanner);
      day = readDayOfMonth(scanner, year, month);
    }
    return readRange(scanner, year, month!, day);
  });
};

const readRange = (
  scanner: Scanner,
  year: number | undefined,
  month: number,
  day: number | undefined,
): DateRange => {
  const from = month * 100 + (day ?? 1);
  if (!scanner.take(DASH)) return inYears(year, from, year, month * 100 + (day ?? 31));
  const end = scanner.offset;
  const lastYear = readYear(scanner);
  if (lastYear && !year) scanner.fail('a date without a year, like the first', end);
  const lastMonth = day && !scanner.isNext(MONTH) ? month : readMonth(scanner);
  const to = lastMonth * 100 + (readDayOfMonth(scanner, lastYear ?? year, lastMonth) ?? 31);
  const isOverNewYear = to < from && lastMonth !== month;
  const range = inYears(year, from, lastYear ?? (year && year + (isOverNewYear ? 1 : 0)), to);
  if (range.to < range.from && !(isOverNewYear && !year)) scanner.fail('a date after the first', end);
  return range;
};

const inYears = (
  year: number | undefined,
  from: number,
  lastYear: number | undefined,
  to: number,
): DateRange =>
  year && lastYear ? { from: year * 10_000 + from, to: lastYear * 10_000 + to } : { from, to };

const readYear = (scanner: Scanner): number | undefined => {
  const match = scanner.take(YEAR);
  return match && Number(match[0]);
};

const readMonth = (scanner: Scanner): number =>
  indexOfName(scanner, MONTH, MONTHS, 'a month (Jan Feb …)') + 1;

const readDayOfMonth = (scanner: Scanner, year: number | undefined, month: number): number | undefined => {
  const start = scanner.offset;
  const match = scanner.take(DAY_OF_MONTH);
  if (!match) return undefined;
  const day = Number(match[0]);
  // A date of every year may be 29 February.
  const last = new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? day : scanner.fail(`a day from 1 to ${last}`, start);
};

const readWeekdays = (scanner: Scanner): number =>
  scanner
    .list(() => {
      if (scanner.take(HOLIDAY)) return PUBLIC_HOLIDAYS;
      const first = readWeekday(scanner);
      const last = scanner.take(DASH) ? readWeekday(scanner) : first;
      let bits = 1 << last;
      for (let weekday = first; weekday !== last; weekday = (weekday + 1) % 7) bits |= 1 << weekday;
      return bits;
    })
    .reduce((all, bits) => all | bits);

const readWeekday = (scanner: Scanner): number =>
  indexOfName(scanner, WEEKDAY, WEEKDAYS, 'a weekday (Mo Tu We Th Fr Sa Su) or PH');

const indexOfName = (scanner: Scanner, name: RegExp, names: string, expected: string): number => {
  const found = scanner.take(name) ?? scanner.fail(expected);
  return names.split('|').indexOf(found[0].toLowerCase());
};

const readSpans = (scanner: Scanner): Span[] => {
  const spans: Span[] = [];
  scanner.list(() => {
    const start = scanner.offset;
    const from = readTime(scanner, MIDNIGHT - 1);
    if (!scanner.take(DASH)) scanner.fail('"-" and the time of closing');
    const end = scanner.offset;
    let to = readTime(scanner, 2 * MIDNIGHT);
    if (to < from && to <= NOON) to += MIDNIGHT;
    if (to <= from || to - from > MIDNIGHT)
      scanner.fail('a later time, or one before noon of the next day', end);
    const other = spans.find((span) => from < span.to && span.from < to);
    if (other) scanner.fail('hours that don’t overlap those before', start);
    spans.push({ from, to });
  });
  return spans.sort((a, b) => a.from - b.from);
};

/** Minutes after midnight. */
const readTime = (scanner: Scanner, latest: number): number => {
  const start = scanner.offset;
  const [, hours, minutes] = scanner.take(TIME) ?? scanner.fail('a time such as 09:00');
  const time = Number(hours) * 60 + Number(minutes);
  return time <= latest
    ? time
    : scanner.fail(latest < MIDNIGHT ? 'a time to 23:59' : 'a time to 48:00', start);
};

import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import { compareDates, isDate } from './calendar-date.js';

/** Why no day could be read: the key of its message. */
export type DateProblem = 'dateEmpty' | 'dateNoDay' | 'dateNoMonth' | 'dateNoSuchDay' | 'dateUnclear';

/** The days that may be meant: one, or more where the text can be read in more than one way. */
export type ParsedDate = readonly CalendarDate[] | DateProblem;

/** Letters of a name that must agree: `nov` is enough. */
const ENOUGH = 3;
/** A leap day comes again within so many years (1896 to 1904). */
const LEAP = 8;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const commonPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
};

/** How much of a word is the beginning of a name. Endings may differ: people inflect what they write. */
const likeness = (word: string, name: string): number => {
  const letters = commonPrefix(word, fold(name));
  return letters >= ENOUGH ? letters : 0;
};

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** The months that the words of a text name; several where a name is cut too short (`jui` in French). */
const monthsIn = (words: readonly string[], dates: DateFormatter): readonly number[] => {
  let best = 0;
  let months: number[] = [];
  for (const word of words) {
    // `mar` is a Tuesday in `mar 3 nov`, and a month where nothing else is one.
    const weekday = Math.max(...upTo(7).map((day) => likeness(word, dates.weekdayName(day, 'long'))));
    const likely = upTo(12).map((month) => likeness(word, dates.monthName(month)));
    const most = Math.max(...likely);
    if (most === 0 || most < weekday) continue;
    const score = most - weekday + 0.5;
    if (score <= best) continue;
    best = score;
    months = upTo(12).filter((month) => likely[month - 1] === most);
  }
  return months;
};

/** How the language writes a date in figures: `dmy`, `mdy` or `ymd`. */
const orderOf = (dates: DateFormatter): string =>
  (dates.date({ year: 2026, month: 11, day: 3 }, 'short').match(/\d+/g) ?? [])
    .map((digits) => ({ 2026: 'y', 11: 'm', 3: 'd' })[Number(digits)])
    .join('');

/** The orders in which a date in figures may be meant. */
const ordersOf = (numbers: readonly string[], text: string, dates: DateFormatter): readonly string[] => {
  const order = orderOf(dates);
  // Where figures are parted by points, the day comes first in every language.
  const mayLeadWithMonth = order !== 'dmy' && !text.includes('.');
  if (numbers.length === 2) return mayLeadWithMonth ? ['md', 'dm'] : ['dm'];
  if (numbers[0]!.length > 2) return ['ymd'];
  const dayOrMonthFirst = order === 'mdy' && mayLeadWithMonth ? ['mdy', 'dmy'] : ['dmy'];
  return order === 'ymd' && numbers[2]!.length <= 2 ? ['ymd', ...dayOrMonthFirst] : dayOrMonthFirst;
};

/**
 * Reads a date as people write it: `3.11.2026`, `3/11`, `2026-11-03`, `3 nov`, `Tue, Nov 3rd`. A missing year is the
 * one in which the day comes next; a year of two digits is of this century.
 * @param dates whose order of day and month, and whose names, are those of the language
 * @param from the day from which on a date without a year is looked for
 */
export const parseDate = (text: string, dates: DateFormatter, from: CalendarDate): ParsedDate => {
  const folded = fold(text);
  const numbers = folded.match(/\d+/g) ?? [];
  const words = folded.match(/\p{L}+/gu) ?? [];
  const months = monthsIn(words, dates);
  if (!/\S/.test(text)) return 'dateEmpty';
  if (numbers.length > 3 || numbers.some((digits) => digits.length > 4)) return 'dateUnclear';

  const isYear = (digits: string | undefined): boolean => digits !== undefined && digits.length > 2;
  const build = (day: string, month: number | string, year: string | undefined): CalendarDate | undefined =>
    year === undefined
      ? nextOf({ month: Number(month), day: Number(day) }, from)
      : existing({ year: Number(year) + (isYear(year) ? 0 : 2000), month: Number(month), day: Number(day) });

  let found: (CalendarDate | undefined)[];
  if (months.length > 0) {
    if (numbers.length > 2) return 'dateUnclear';
    const [day, year] = isYear(numbers[0]) ? [numbers[1], numbers[0]] : numbers;
    if (day === undefined) return 'dateNoDay';
    found = months.map((month) => build(day, month, year));
  } else {
    if (numbers.length < 2)
      return numbers.length === 1 && Number(numbers[0]) <= 31 ? 'dateNoMonth' : 'dateUnclear';
    if (numbers.length === 2 && numbers.some(isYear)) return 'dateNoDay';
    found = ordersOf(numbers, text, dates).map((order) => {
      const [day, month, year] = ['d', 'm', 'y'].map((part) => numbers[order.indexOf(part)]);
      return build(day!, month!, year);
    });
  }
  const real = found.filter((date) => date !== undefined);
  const different = real.filter(
    (date, index) => real.findIndex((other) => compareDates(other, date) === 0) === index,
  );
  return different.length > 0 ? different : 'dateNoSuchDay';
};

const existing = (date: CalendarDate): CalendarDate | undefined => (isDate(date) ? date : undefined);

/** The first day of this month and number that is not before another. */
const nextOf = (
  { month, day }: Pick<CalendarDate, 'month' | 'day'>,
  from: CalendarDate,
): CalendarDate | undefined =>
  [0, ...upTo(LEAP)]
    .map((years) => ({ year: from.year + years, month, day }))
    .find((date) => isDate(date) && compareDates(date, from) >= 0);

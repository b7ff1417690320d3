import type { CalendarWords } from '../../localization/calendar-words.js';
import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import { yearOf } from '../../localization/basque-suffixes.js';
import { compareDates, isDate, localDate, monthNumber, type Month } from './calendar-date.js';
import type { MonthSpan } from './movement.js';

/** Why a day can't be chosen. */
export type DayReason = 'closed' | 'full' | 'none' | 'too-soon' | 'too-far' | 'past';

/** `free`, or how many times are free on it (0 is `full`), or why it can't be chosen. */
export type DayStatus = 'free' | number | DayReason;

/** What a calendar is told of the days. */
export interface CalendarDays {
  /** The first day that can be chosen; before it, days are too soon, or past. */
  readonly min?: CalendarDate | undefined;
  /** The last day that can be chosen. */
  readonly max?: CalendarDate | undefined;
  /** Today where the appointment is; by default the visitor's own. */
  readonly today?: CalendarDate | undefined;
  /** The day that is chosen. */
  readonly selected?: CalendarDate | undefined;
  /** Whether what is known of the month in view is still under way: until then no day of it can be chosen. */
  readonly loading?: boolean | undefined;
  /** Asked for days from `min` to `max`, at each rendering. By default all are free. */
  readonly status?: ((date: CalendarDate) => DayStatus) | undefined;
}

export const todayOf = ({ today }: CalendarDays): CalendarDate => today ?? localDate();

/** Whether a day lies beyond `min` or `max`, and how. */
export const beyondLimits = (days: CalendarDays, date: CalendarDate): DayReason | undefined => {
  const { min, max } = days;
  if (min && compareDates(date, min) < 0) return compareDates(date, todayOf(days)) < 0 ? 'past' : 'too-soon';
  return max && compareDates(date, max) > 0 ? 'too-far' : undefined;
};

export const statusOf = (days: CalendarDays, date: CalendarDate): DayStatus => {
  const status = beyondLimits(days, date) ?? days.status?.(date) ?? 'free';
  return typeof status === 'number' && status < 1 ? 'full' : status;
};

export const isFree = (status: DayStatus): boolean => status === 'free' || typeof status === 'number';

/** The months that have a day to choose, or could have. */
export const spanOf = ({ min, max }: CalendarDays): MonthSpan => [
  monthNumber(min ?? { year: 1, month: 1 }),
  monthNumber(max ?? { year: 9999, month: 12 }),
];

const REASONS = {
  'closed': 'dayClosed',
  'full': 'dayFull',
  'none': 'dayNone',
  'too-soon': 'dayTooSoon',
  'too-far': 'dayTooFar',
  'past': 'dayPast',
} as const;

/** What a day is called: the whole date, and what there is to know of it. */
export const dayName = (words: CalendarWords, date: string, status: DayStatus | undefined): string =>
  status === undefined || status === 'free'
    ? date
    : typeof status === 'number'
      ? words.plural('dayTimes', status, { date })
      : words.text(REASONS[status], { date });

/** `December 2026`. */
export const monthTitle = (words: CalendarWords, dates: DateFormatter, { year, month }: Month): string =>
  words.text('monthTitle', {
    month: dates.monthName(month),
    year: words.locale === 'eu' ? yearOf(year) : year,
  });

/** @throws RangeError naming the value, where a limit or a choice is no day. */
export const checkDays = (days: CalendarDays): CalendarDays => {
  for (const key of ['min', 'max', 'today', 'selected'] as const) {
    const date = days[key];
    if (date && !isDate(date))
      throw new RangeError(`harreman: calendar: ${key}: ${JSON.stringify(date)} is no day`);
  }
  return days;
};

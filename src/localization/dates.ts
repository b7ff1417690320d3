import type { Locale } from './locale.js';

/** A day on the calendar, in no time zone. */
export interface CalendarDate {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
}

/** `long`: 3 November 2026. `weekday`: Tuesday, 3 November 2026. `short`: in figures, the year with all of its. */
export type DateStyle = 'long' | 'weekday' | 'short';

/**
 * Writes dates and times in one language. A `Date` is an instant, shown in `timeZone` (an IANA name; the
 * visitor's own where none is given). Write them as "label: value": Basque, Georgian and Latvian would inflect
 * them inside a sentence.
 *
 * The methods throw a RangeError for an invalid `Date` and for an unknown time zone.
 */
export interface DateFormatter {
  date(date: CalendarDate | Date, style: DateStyle, timeZone?: string): string;
  /** Hours and minutes. */
  time(date: Date, timeZone?: string): string;
  /** The long date and the time. */
  dateTime(date: Date, timeZone?: string): string;
  /** @param month 1 is January. */
  monthName(month: number): string;
  /** As it stands alone, for example over a column. @param weekday 1 is Monday (ISO 8601). */
  weekdayName(weekday: number, width: 'long' | 'short'): string;
  /** 1 is Monday (ISO 8601), 7 Sunday. */
  readonly firstDayOfWeek: number;
  /** As in `Intl.DateTimeFormat`. */
  readonly hourCycle: 'h12' | 'h23';
}

/** Loads what dates are written with: it isn't needed until the first date is shown. */
export const loadDates = async (locale: Locale): Promise<DateFormatter> =>
  (await import('./date-formatter.js')).createDateFormatter(locale);

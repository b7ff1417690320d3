import { createDateFormatter } from '../../../../src/localization/date-formatter.js';
import type { DateFormatter } from '../../../../src/localization/dates.js';
import type { Locale } from '../../../../src/localization/locale.js';
import { theDay, yearOf } from '../../../../src/localization/basque-suffixes.js';
import { DAY, formatDay, parseDay, MINUTE, type DayNumber } from '../../../../src/schedule/day.js';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { offsetText } from '../../../../src/schedule/zone-text.js';
import { periodText, type DateWriter } from '../../appointments/period-text.js';
import type { Period } from '../../appointments/period.js';

/** How the inbox writes dates and times in one language. `timeZone` is the server's where none is given. */
interface DateStyles {
  /** In a table: `1 Dec 2026, 09:00`. */
  short(date: Date): string;
  /** `Tuesday 1 December 2026`. */
  weekday(date: Date, timeZone?: string): string;
  /** `Tue 1 Dec 2026`. */
  shortWeekday(date: Date, timeZone: string): string;
  time(date: Date, timeZone?: string): string;
  /** Of a calendar, in few characters: `2026-12-01`. */
  calendarDay(day: DayNumber): string;
  /** `2026-12`, `Dezember 2026`. */
  month(day: DayNumber): string;
  /** `1 Dec`. */
  dayOfMonth(day: DayNumber): string;
}

/** Dates, times and periods in one language. */
export class InboxDates implements DateWriter {
  readonly #styles: DateStyles;

  constructor(locale: Locale) {
    this.#styles = locale === 'en' ? english : stylesOf(locale, createDateFormatter(locale));
  }

  /** @param iso RFC 3339 */
  short(iso: string): string {
    return this.#styles.short(new Date(iso));
  }

  /** With weekday, and the offset of the server's zone; what is no time stays as it was written. */
  long(text: string): string {
    const date = new Date(text);
    if (Number.isNaN(date.getTime())) return text;
    const zone = offsetText(-date.getTimezoneOffset() * MINUTE);
    return `${this.#styles.weekday(date)}, ${this.#styles.time(date)} (${zone})`;
  }

  date(date: Date, _style: 'weekday', timeZone: string): string {
    return this.#styles.weekday(date, timeZone);
  }

  time(date: Date, timeZone: string): string {
    return this.#styles.time(date, timeZone);
  }

  /** `Tuesday 1 December 2026, 09:00–09:30 (Europe/Madrid, UTC+1)`. */
  period(period: Period, timeZone: TimeZone): string {
    return periodText(period, timeZone, this);
  }

  /** `Tue 1 Dec 2026, 09:00`. */
  start({ start }: Period, timeZone: TimeZone): string {
    const day = this.day(start, timeZone);
    // A Latvian date in figures ends with a full stop.
    return `${day}${day.endsWith('.') ? '' : ','} ${this.time(new Date(start), timeZone.name)}`;
  }

  /** A day as it goes over the wire (`2026-11-01`); what is none stays as it was written. */
  wireDay(text: string): string {
    const day = parseDay(text);
    return day === undefined ? text : this.calendarDay(day);
  }

  calendarDay(day: DayNumber): string {
    return this.#styles.calendarDay(day);
  }

  /** The month that a day is in. */
  month(day: DayNumber): string {
    return this.#styles.month(day);
  }

  /** Without the year: `1 Dec`. */
  dayOfMonth(day: DayNumber): string {
    return this.#styles.dayOfMonth(day);
  }

  /** `Tue 1 Dec 2026`. */
  day(iso: string, { name }: TimeZone): string {
    return this.#styles.shortWeekday(new Date(iso), name);
  }
}

/** Without the comma after the weekday, which some versions of CLDR write and others don't. */
const british = (options: Intl.DateTimeFormatOptions) => (date: Date, timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(date).replace(/^(\p{L}+),/u, '$1');

const midnight = (day: DayNumber): Date => new Date(day * DAY);

/** As in Britain: the owners who read English are in Europe, where the widgets' American dates would mislead. */
const english: DateStyles = {
  short: british({ dateStyle: 'medium', timeStyle: 'short' }),
  weekday: british({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  shortWeekday: british({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  time: british({ hour: '2-digit', minute: '2-digit' }),
  // ISO 8601: nobody takes the month for the day, as in 02/11/2026.
  calendarDay: formatDay,
  month: (day) => formatDay(day).slice(0, 7),
  dayOfMonth: (day) => british({ day: 'numeric', month: 'short' })(midnight(day), 'UTC'),
};

/** The zone by which to tell which weekday a moment is on. */
const weekdayIn = (date: Date, timeZone: string): number => {
  const day = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(date);
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day) + 1;
};

const stylesOf = (locale: Locale, dates: DateFormatter): DateStyles => ({
  short: (date) => `${dates.date(date, 'short')} ${dates.time(date)}`,
  weekday: (date, timeZone) => dates.date(date, 'weekday', timeZone),
  shortWeekday: (date, timeZone) =>
    `${dates.weekdayName(weekdayIn(date, timeZone), 'short')} ${dates.date(date, 'short', timeZone)}`,
  time: (date, timeZone) => dates.time(date, timeZone),
  calendarDay: (day) => dates.date(midnight(day), 'short', 'UTC'),
  ...(locale === 'eu' ? basqueCalendar(dates) : calendarOf(locale)),
});

const calendarOf = (locale: Locale): Pick<DateStyles, 'month' | 'dayOfMonth'> => {
  const write = (options: Intl.DateTimeFormatOptions) => (day: DayNumber) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(midnight(day));
  return {
    month: write({ year: 'numeric', month: 'long' }),
    dayOfMonth: write({ day: 'numeric', month: 'short' }),
  };
};

/** `Intl` leaves the suffixes open: `2026(e)ko azaroa`, `aza. 1(a)`. */
const basqueCalendar = (dates: DateFormatter): Pick<DateStyles, 'month' | 'dayOfMonth'> => ({
  month: (day) => {
    const date = midnight(day);
    return `${yearOf(date.getUTCFullYear())} ${dates.monthName(date.getUTCMonth() + 1)}`;
  },
  dayOfMonth: (day) => {
    const date = midnight(day);
    return `${dates.monthName(date.getUTCMonth() + 1).slice(0, 3)}. ${theDay(date.getUTCDate())}`;
  },
});

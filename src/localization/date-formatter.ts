import { theDay, yearOf } from './basque-suffixes.js';
import type { DateTable } from './cldr/date-table.js';
import { eu } from './cldr/eu.generated.js';
import { habits } from './cldr/habits.generated.js';
import { ka } from './cldr/ka.generated.js';
import type { CalendarDate, DateFormatter, DateStyle } from './dates.js';
import type { Locale } from './locale.js';

/**
 * Basque and Georgian are written from CLDR's tables in every engine, since Chromium has none of its own for
 * them and since `Intl` leaves the Basque suffixes open ("2026(e)ko azaroaren 3(a)"). The others use `Intl`.
 */
export const createDateFormatter = (locale: Locale): DateFormatter =>
  locale === 'eu'
    ? new TableDateFormatter(locale, eu)
    : locale === 'ka'
      ? new TableDateFormatter(locale, ka)
      : new IntlDateFormatter(locale);

const STYLES: Readonly<Record<DateStyle | 'time' | 'dateTime', Intl.DateTimeFormatOptions>> = {
  long: { dateStyle: 'long' },
  weekday: { dateStyle: 'full' },
  // `dateStyle: 'short'` would cut the year to two figures.
  short: { year: 'numeric', month: 'numeric', day: 'numeric' },
  time: { timeStyle: 'short' },
  dateTime: { dateStyle: 'long', timeStyle: 'short' },
};

/** Options have no prototype: Intl reads them through it, and a page may have put things there. */
const intl = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, Object.assign(Object.create(null), options) as Intl.DateTimeFormatOptions);

/** A day as the instant of its midnight in UTC, for engines that only know instants. */
const utcMidnight = ({ year, month, day }: CalendarDate): Date => {
  const date = new Date(0);
  // Date.UTC would take the year 26 for 1926.
  date.setUTCFullYear(year, month - 1, day);
  return date;
};

const instant = (date: CalendarDate | Date, timeZone: string | undefined) =>
  date instanceof Date ? { date, timeZone } : { date: utcMidnight(date), timeZone: 'UTC' };

class IntlDateFormatter implements DateFormatter {
  readonly firstDayOfWeek: number;
  readonly hourCycle: 'h12' | 'h23';
  readonly #locale: Locale;

  constructor(locale: Locale) {
    this.#locale = locale;
    ({ firstDayOfWeek: this.firstDayOfWeek, hourCycle: this.hourCycle } = habits[locale]);
  }

  date(date: CalendarDate | Date, style: DateStyle, timeZone?: string): string {
    return this.#format(date, STYLES[style], timeZone);
  }

  time(date: Date, timeZone?: string): string {
    return this.#format(date, STYLES.time, timeZone);
  }

  dateTime(date: Date, timeZone?: string): string {
    return this.#format(date, STYLES.dateTime, timeZone);
  }

  monthName(month: number): string {
    return this.#format({ year: 2001, month, day: 1 }, { month: 'long' });
  }

  weekdayName(weekday: number, width: 'long' | 'short'): string {
    // 1 January 2001 was a Monday.
    return this.#format({ year: 2001, month: 1, day: weekday }, { weekday: width });
  }

  #format(date: CalendarDate | Date, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
    const at = instant(date, timeZone);
    return intl(this.#locale, { ...options, timeZone: at.timeZone }).format(at.date);
  }
}

/** The fields of CLDR's date patterns, and `yko` and `da`: the Basque year and day with their suffixes. */
type Fields = Readonly<Record<'y' | 'yko' | 'M' | 'MMMM' | 'd' | 'da' | 'EEEE' | 'HH' | 'mm', string>>;

const fill = (pattern: string, fields: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => fields[name]!);

class TableDateFormatter implements DateFormatter {
  readonly firstDayOfWeek: number;
  readonly hourCycle: 'h12' | 'h23';
  readonly #table: DateTable;

  constructor(locale: Locale, table: DateTable) {
    this.#table = table;
    ({ firstDayOfWeek: this.firstDayOfWeek, hourCycle: this.hourCycle } = habits[locale]);
  }

  date(date: CalendarDate | Date, style: DateStyle, timeZone?: string): string {
    return this.#write(style, date, timeZone);
  }

  time(date: Date, timeZone?: string): string {
    return this.#write('time', date, timeZone);
  }

  dateTime(date: Date, timeZone?: string): string {
    return fill(this.#table.patterns.dateTime, {
      date: this.#write('long', date, timeZone),
      time: this.#write('time', date, timeZone),
    });
  }

  monthName(month: number): string {
    return this.#table.months[month - 1]!;
  }

  weekdayName(weekday: number, width: 'long' | 'short'): string {
    return this.#table[width === 'long' ? 'weekdays' : 'shortWeekdays'][weekday - 1]!;
  }

  #write(style: DateStyle | 'time', date: CalendarDate | Date, timeZone: string | undefined): string {
    return fill(this.#table.patterns[style], this.#fields(date, timeZone));
  }

  #fields(date: CalendarDate | Date, timeZone: string | undefined): Fields {
    const [year, month, day, hour, minute] = wallClock(date, timeZone);
    const weekday = utcMidnight({ year, month, day }).getUTCDay() || 7;
    return {
      y: `${year}`,
      yko: yearOf(year),
      M: `${month}`,
      MMMM: this.monthName(month),
      d: `${day}`,
      da: theDay(day),
      EEEE: this.weekdayName(weekday, 'long'),
      HH: `${hour}`.padStart(2, '0'),
      mm: `${minute}`.padStart(2, '0'),
    };
  }
}

/** Year, month, day, hour and minute on the calendar and the clock of a time zone. English is in every engine. */
const wallClock = (
  date: CalendarDate | Date,
  timeZone: string | undefined,
): [year: number, month: number, day: number, hour: number, minute: number] => {
  const at = instant(date, timeZone);
  const numeric = 'numeric' as const;
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric };
  const parts = intl('en', { ...fields, hourCycle: 'h23', timeZone: at.timeZone }).formatToParts(at.date);
  const field = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return [field('year'), field('month'), field('day'), field('hour'), field('minute')];
};

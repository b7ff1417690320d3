import type { CalendarDate } from '../../localization/dates.js';

/** A month of a year. */
export type Month = Pick<CalendarDate, 'year' | 'month'>;

/** Milliseconds. A day in UTC has no other length. */
const DAY = 86_400_000;

/** Days since 1 January 1970. A day or month beyond its end counts on into the next: 0 March is the last of February. */
export const dayNumber = ({ year, month, day }: CalendarDate): number =>
  // Date.UTC would take the year 26 for 1926.
  new Date(0).setUTCFullYear(year, month - 1, day) / DAY;

export const fromDayNumber = (number: number): CalendarDate => {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(dayNumber(date) + days);

/** 1 is Monday (ISO 8601), 7 Sunday. */
export const weekdayOf = (date: CalendarDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** Negative where `a` is the earlier day, 0 where both are the same. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => dayNumber(a) - dayNumber(b);

/** Whether the day exists in the four-digit years that people write: 31 February does not. */
export const isDate = ({ year, month, day }: CalendarDate): boolean => {
  const same = fromDayNumber(dayNumber({ year, month, day }));
  return year >= 1 && year <= 9999 && same.year === year && same.month === month && same.day === day;
};

export const daysInMonth = ({ year, month }: Month): number =>
  fromDayNumber(dayNumber({ year, month: month + 1, day: 0 })).day;

/** Months since the year 0: a month as one number. */
export const monthNumber = ({ year, month }: Month): number => year * 12 + month - 1;

export const fromMonthNumber = (number: number): Month => ({
  year: Math.floor(number / 12),
  month: (number % 12) + 1,
});

export const isSameMonth = (a: Month, b: Month): boolean => monthNumber(a) === monthNumber(b);

/** Today on the visitor's own clock. */
export const localDate = (now = new Date()): CalendarDate => ({
  year: now.getFullYear(),
  month: now.getMonth() + 1,
  day: now.getDate(),
});

/**
 * The weeks of a month, each with seven places; those that other months have are empty.
 * @param firstDayOfWeek 1 is Monday
 */
export const weeksOf = (
  month: Month,
  firstDayOfWeek: number,
): readonly (readonly (CalendarDate | undefined)[])[] => {
  const before = (weekdayOf({ ...month, day: 1 }) - firstDayOfWeek + 7) % 7;
  const days = daysInMonth(month);
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => {
      const day = week * 7 + place - before + 1;
      return day < 1 || day > days ? undefined : { ...month, day };
    }),
  );
};

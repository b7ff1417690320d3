import type { CalendarDate } from '../../localization/dates.js';
import {
  addDays,
  compareDates,
  daysInMonth,
  firstDayOf,
  fromMonthNumber,
  lastDayOf,
  monthNumber,
  weekdayOf,
  type Month,
} from './calendar-date.js';

/** The months that can be shown, the first and the last. */
export type MonthSpan = readonly [first: Month, last: Month];

/** A key, and what it depends on. */
export interface Movement {
  /** As in `KeyboardEvent.key`. */
  readonly key: string;
  readonly shiftKey: boolean;
  /** Whether the grid is seen to run from right to left. */
  readonly rtl: boolean;
  /** 1 is Monday. */
  readonly firstDayOfWeek: number;
  readonly span: MonthSpan;
}

/** So many months on, within the span; where the day is missing there, the last of the month. */
export const addMonths = (
  { year, month, day }: CalendarDate,
  months: number,
  span: MonthSpan,
): CalendarDate => {
  const to = clampMonth(fromMonthNumber(monthNumber({ year, month }) + months), span);
  return { ...to, day: Math.min(day, daysInMonth(to)) };
};

export const clampMonth = (month: Month, [first, last]: MonthSpan): Month =>
  monthNumber(month) < monthNumber(first) ? first : monthNumber(month) > monthNumber(last) ? last : month;

/**
 * Where a key leads in a date grid (WAI-ARIA APG, Date Picker Dialog): arrows by day and week, as seen; Home and End
 * within the week; Page Up and Page Down by month, with Shift by year. At the ends of the span it leads nowhere.
 * @returns the day, the same one where there is nowhere to go; `undefined` for keys that move nothing
 */
export const move = (
  date: CalendarDate,
  { key, shiftKey, rtl, firstDayOfWeek, span }: Movement,
): CalendarDate | undefined => {
  const [first, last] = [firstDayOf(span[0]), lastDayOf(span[1])];
  const inSpan = (day: CalendarDate): boolean =>
    compareDates(day, first) >= 0 && compareDates(day, last) <= 0;
  const by = (days: number): CalendarDate => {
    const to = addDays(date, days);
    return inSpan(to) ? to : date;
  };
  // The place in the week, 0 to 6.
  const place = (weekdayOf(date) - firstDayOfWeek + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return by(rtl ? 1 : -1);
    case 'ArrowRight':
      return by(rtl ? -1 : 1);
    case 'ArrowUp':
      return by(-7);
    case 'ArrowDown':
      return by(7);
    case 'Home': {
      const to = addDays(date, -place);
      return inSpan(to) ? to : first;
    }
    case 'End': {
      const to = addDays(date, 6 - place);
      return inSpan(to) ? to : last;
    }
    case 'PageUp':
      return addMonths(date, shiftKey ? -12 : -1, span);
    case 'PageDown':
      return addMonths(date, shiftKey ? 12 : 1, span);
    default:
      return undefined;
  }
};

import type { CalendarDate } from '../../localization/dates.js';
import { addDays, daysInMonth, fromMonthNumber, monthNumber, weekdayOf } from './calendar-date.js';

/** The months that can be shown, by their numbers. */
export type MonthSpan = readonly [first: number, last: number];

export const clampMonth = (month: number, [first, last]: MonthSpan): number =>
  Math.max(first, Math.min(month, last));

export const isInSpan = (month: number, span: MonthSpan): boolean => clampMonth(month, span) === month;

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
const addMonths = (date: CalendarDate, months: number, span: MonthSpan): CalendarDate => {
  const to = fromMonthNumber(clampMonth(monthNumber(date) + months, span));
  return { ...to, day: Math.min(date.day, daysInMonth(to)) };
};

/**
 * Where a key leads in a date grid (WAI-ARIA APG, Date Picker Dialog): arrows by day and week, as seen; Home and End
 * within the week; Page Up and Page Down by month, with Shift by year. At the ends of the span it leads nowhere.
 * @returns the day, the same one where there is nowhere to go; `undefined` for keys that move nothing
 */
export const move = (
  date: CalendarDate,
  { key, shiftKey, rtl, firstDayOfWeek, span }: Movement,
): CalendarDate | undefined => {
  const by = (days: number, otherwise = date): CalendarDate => {
    const to = addDays(date, days);
    return isInSpan(monthNumber(to), span) ? to : otherwise;
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
    // A week that begins or ends beyond the span is cut where its month begins or ends.
    case 'Home':
      return by(-place, { ...date, day: 1 });
    case 'End':
      return by(6 - place, { ...date, day: daysInMonth(date) });
    case 'PageUp':
      return addMonths(date, shiftKey ? -12 : -1, span);
    case 'PageDown':
      return addMonths(date, shiftKey ? 12 : 1, span);
    default:
      return undefined;
  }
};

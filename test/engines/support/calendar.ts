import { createDateFormatter } from '../../../src/localization/date-formatter.js';
import { loadCalendarWords } from '../../../src/localization/calendar-words.js';
import type { Locale } from '../../../src/localization/locale.js';
import { parseHours } from '../../../src/schedule/parse-hours.js';
import { Slots } from '../../../src/schedule/slots.js';
import { TimeZone } from '../../../src/schedule/time-zone.js';
import { dayName, monthTitle } from '../../../src/ui/calendar/days.js';

const HOURS = 'Mo-Fr 09:00-13:00,15:00-18:00';

/** A request whose first step is the calendar. */
export const calendarTag = (locale: Locale): string =>
  `<harreman-appointment-request locale="${locale}" modes="office" hours="${HOURS}" timezone="Europe/Madrid"></harreman-appointment-request>`;

/** What is read in a calendar: its month, its columns, and the name of each day. */
export interface CalendarTexts {
  readonly title: string;
  readonly columns: readonly string[];
  readonly days: readonly string[];
}

/** What the calendar of {@link calendarTag} reads in the month after this one, by the tables of the kit and not by a browser. */
export const expectedCalendar = async (locale: Locale, now = Date.now()): Promise<CalendarTexts> => {
  const words = await loadCalendarWords(locale);
  const dates = createDateFormatter(locale);
  const slots = new Slots({ hours: parseHours(HOURS), timeZone: new TimeZone('Europe/Madrid') });
  const [year = 0, month = 0] = slots.range(now).first.split('-').map(Number);
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const days: string[] = [];
  for (let day = 1; day <= new Date(Date.UTC(next.year, next.month, 0)).getUTCDate(); day++) {
    const text = `${next.year}-${`${next.month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
    const { slots: times, reason } = slots.on(text, now);
    const status = reason === 'too-far' ? reason : reason ? 'closed' : times.length;
    days.push(dayName(words, dates.date({ ...next, day }, 'weekday'), status));
  }
  const columns = Array.from({ length: 7 }, (_, index) => {
    const weekday = ((dates.firstDayOfWeek - 1 + index) % 7) + 1;
    return `${dates.weekdayName(weekday, 'long')}: ${words.text('weekdays').split(' ')[weekday - 1]}`;
  });
  return { title: monthTitle(words, dates, next), columns, days };
};

/**
 * Runs in the page: opens the calendar, turns to the next month and reads it; `undefined` until it can be read. Called
 * again and again.
 */
export const readCalendar = (): CalendarTexts | undefined => {
  const root = document.querySelector('harreman-appointment-request')?.shadowRoot;
  const button = root?.querySelector<HTMLElement>('#day-button');
  const dialog = root?.querySelector('dialog');
  if (!root || !button || !dialog) return undefined;
  if (!dialog.open) {
    button.click();
    return undefined;
  }
  const head = root.querySelector<HTMLElement>('.calendar-month');
  if (!head) return undefined;
  if (!dialog.dataset.turned) {
    dialog.dataset.turned = 'yes';
    root.querySelector<HTMLElement>('.calendar-turn.next')!.click();
    return undefined;
  }
  const cells = [...root.querySelectorAll('[role=gridcell]')];
  // The rendering of the month that was turned to may still be to come.
  if (dialog.dataset.turned === 'yes') {
    dialog.dataset.turned = 'read';
    return undefined;
  }
  return {
    title: head.textContent,
    columns: [...root.querySelectorAll('thead th')].map(
      (cell) => `${cell.getAttribute('aria-label')}: ${cell.textContent}`,
    ),
    days: cells.map((cell) => cell.getAttribute('aria-label')!),
  };
};

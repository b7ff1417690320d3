import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarWords } from '../../localization/calendar-words.js';
import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import type { CalendarController } from './calendar-controller.js';
import { compareDates, fromMonthNumber, isSameMonth, monthNumber, weeksOf } from './calendar-date.js';
import { dayName, isFree, monthTitle, statusOf, todayOf, type DayStatus } from './days.js';

export interface CalendarView {
  readonly words: CalendarWords;
  readonly dates: DateFormatter;
  /** Level of the month's heading in the page's outline; 3 by default. */
  readonly headingLevel?: number | undefined;
}

/**
 * One month as a date grid (WAI-ARIA APG, Date Picker Dialog: Date Grid), and a line beneath it that says in words
 * what the day is that has the focus.
 */
export const calendarTemplate = (calendar: CalendarController, view: CalendarView): TemplateResult => {
  const { words, dates, headingLevel = 3 } = view;
  const { id, month, active, days } = calendar;
  const { firstDayOfWeek } = dates;
  const loading = days.loading ?? false;
  const heads = words.text('weekdays').split(' ');
  const today = todayOf(days);
  const statuses = new Map<number, DayStatus>();

  const cell = (date: CalendarDate | undefined): TemplateResult => {
    if (!date) return html`<td></td>`;
    const status = loading ? undefined : statusOf(days, date);
    if (status !== undefined) statuses.set(date.day, status);
    const free = status !== undefined && isFree(status);
    const isToday = compareDates(date, today) === 0;
    const selected = days.selected !== undefined && compareDates(date, days.selected) === 0;
    const states = `${free ? '' : 'unavailable '}${isToday ? 'today ' : ''}${selected ? 'selected' : ''}`;
    return html`<td role="gridcell" class=${states} part="calendar-day ${states}" data-day=${date.day}
      tabindex=${compareDates(date, active) === 0 ? 0 : -1} aria-label=${dayName(words, calendar.dateText(date, dates), status)}
      aria-selected=${selected || free ? selected : nothing} aria-disabled=${free ? nothing : 'true'}
      aria-current=${isToday ? 'date' : nothing}>${date.day}</td>`;
  }; // prettier-ignore

  const rows = weeksOf(month, firstDayOfWeek).map((week) => html`<tr>${week.map(cell)}</tr>`);
  const { shown, said } = linesOf(calendar, view, statuses);
  return html`<div class="calendar" part="calendar">
    <div class="calendar-head">
      ${turnTemplate(calendar, view, -1)}
      <p class="calendar-month" part="calendar-month" id="${id}-month" role="heading" aria-level=${headingLevel} aria-live="polite">${monthTitle(words, dates, month)}</p>
      ${turnTemplate(calendar, view, 1)}
    </div>
    <table id=${id} part="calendar-grid" role="grid" aria-labelledby="${id}-month" aria-busy=${loading ? 'true' : nothing}
      @keydown=${(event: KeyboardEvent) => calendar.press(event, firstDayOfWeek)}
      @click=${(event: Event) => calendar.choose(event)} @focusin=${(event: Event) => calendar.note(event)}>
      <thead><tr>${[0, 1, 2, 3, 4, 5, 6].map((place) => {
        const weekday = ((firstDayOfWeek - 1 + place) % 7) + 1;
        const name = dates.weekdayName(weekday, 'long');
        return html`<th scope="col" abbr=${name} aria-label=${name}>${heads[weekday - 1]}</th>`;
      })}</tr></thead>
      <tbody>${rows}</tbody>
    </table>
    <p class="calendar-line" part="calendar-line" aria-hidden="true">${shown}</p>
    <p class="visually-hidden" role="status">${said}</p>
  </div>`;
}; // prettier-ignore

const turnTemplate = (calendar: CalendarController, { words, dates }: CalendarView, months: -1 | 1): TemplateResult => {
  // Named even where no day of it can be chosen, so that the name stays what it was.
  const to = fromMonthNumber(monthNumber(calendar.month) + months);
  const name = words.text(months < 0 ? 'previousMonth' : 'nextMonth', { month: monthTitle(words, dates, to) });
  return html`<button type="button" class="calendar-turn ${months < 0 ? 'previous' : 'next'}" part="calendar-turn"
    aria-label=${name} aria-disabled=${calendar.canTurn(months) ? nothing : 'true'} @click=${() => calendar.turn(months)}
    ><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3l5 5-5 5" /></svg></button>`;
}; // prettier-ignore

/** What is shown beneath the grid, and what of it is said aloud. A day's own name is heard as it takes the focus. */
const linesOf = (
  calendar: CalendarController,
  { words, dates }: CalendarView,
  statuses: ReadonlyMap<number, DayStatus>,
): { shown: string; said: string } => {
  const { news, noted, told } = calendar;
  if (calendar.days.loading) {
    const text = words.text('daysLoading');
    return { shown: text, said: text };
  }
  const name =
    noted &&
    isSameMonth(noted, calendar.month) &&
    dayName(words, calendar.dateText(noted, dates), statuses.get(noted.day));
  const free = [...statuses.values()].filter(isFree).length;
  const overview = free > 0 ? words.plural('monthFree', free) : words.text('monthNone');
  // Without a day to tell of, only that there is none to choose is worth a line.
  if (!news) return { shown: name || (free > 0 ? '' : overview), said: '' };
  const text = news === 'pressed' ? name || '' : news === 'loaded' ? overview : words.text(news);
  // The same words twice would not be a change, and not be heard.
  return { shown: text, said: told % 2 ? text : `${text}\u00a0` };
};

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import {
  compareDates,
  dayNumber,
  daysInMonth,
  fromMonthNumber,
  monthNumber,
  isSameMonth,
  type Month,
} from './calendar-date.js';
import { checkDays, isFree, spanOf, statusOf, todayOf, type CalendarDays } from './days.js';
import { clampMonth, isInSpan, move } from './movement.js';

/** A Lit element, or another host that says where it renders to. */
export type CalendarHost = ReactiveControllerHost & { readonly renderRoot: ParentNode };

export interface CalendarOptions {
  /** Unique in the shadow tree. */
  readonly id: string;
  /** What is known of the days; asked for whenever it is needed. */
  readonly days: () => CalendarDays;
  /** The visitor has chosen a day, one that is free. */
  readonly select: (date: CalendarDate) => void;
}

/** What was last said to the visitor: of the day that was pressed, of the end of the calendar, of days that have come. */
type News = 'pressed' | 'noEarlier' | 'noLater' | 'loaded';

/**
 * What a calendar remembers: the month in view, the one day that has the tab stop, and what was last said. Which days
 * there are, and which is chosen, is the host's.
 */
export class CalendarController implements ReactiveController {
  readonly id: string;
  /** The day that the line beneath the grid tells of. */
  noted: CalendarDate | undefined;
  news: News | undefined;
  /** Counts the news: the same twice is said twice. */
  told = 0;

  readonly #host: CalendarHost;
  readonly #options: CalendarOptions;
  /** By its number. */
  #month: number | undefined;
  #active: CalendarDate | undefined;
  #follow = false;
  #wasLoading = false;
  #names = new Map<number, string>();
  #namedBy: DateFormatter | undefined;

  constructor(host: CalendarHost, options: CalendarOptions) {
    this.id = options.id;
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** @throws RangeError where a limit or a choice is no day. */
  get days(): CalendarDays {
    return checkDays(this.#options.days());
  }

  /** The month in view: what the host fetches days for. At first that of the chosen day, else of the first free one. */
  get month(): Month {
    const { days } = this;
    this.#month ??= firstMonth(days);
    return fromMonthNumber(clampMonth(this.#month, spanOf(days)));
  }

  /** The day with the tab stop: where the visitor was, else the chosen, else the first free, else today. */
  get active(): CalendarDate {
    const { days, month } = this;
    const today = todayOf(days);
    const inView = [this.#active, days.selected].find((date) => date && isSameMonth(date, month));
    return inView ?? firstFree(days, month) ?? (isSameMonth(today, month) ? today : { ...month, day: 1 });
  }

  /** Brings a month into view, or the month of a day. */
  show(month: Month): void {
    this.#month = monthNumber(month);
    this.#active = this.noted = this.news = undefined;
    this.#host.requestUpdate();
  }

  /** Focuses the day with the tab stop. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${this.id} [tabindex="0"]`)?.focus();
  }

  /** Whether there is a month to turn to. */
  canTurn(months: -1 | 1): boolean {
    return isInSpan(monthNumber(this.month) + months, spanOf(this.days));
  }

  /** A day's date in full, kept: `Intl` is slow, and every step renders all days of a month. */
  dateText(date: CalendarDate, dates: DateFormatter): string {
    if (this.#namedBy !== dates) this.#names.clear();
    this.#namedBy = dates;
    const key = dayNumber(date);
    const text = this.#names.get(key) ?? dates.date(date, 'weekday');
    this.#names.set(key, text);
    return text;
  }

  hostUpdate(): void {
    const loading = this.days.loading ?? false;
    if (this.#wasLoading && !loading) this.#tell('loaded');
    this.#wasLoading = loading;
  }

  hostUpdated(): void {
    if (!this.#follow) return;
    this.#follow = false;
    this.focus();
  }

  /** A button for another month was pressed. The focus stays on it. */
  turn(months: -1 | 1): void {
    if (this.canTurn(months)) this.show(fromMonthNumber(monthNumber(this.month) + months));
    else this.#tell(months < 0 ? 'noEarlier' : 'noLater');
  }

  /** A key was pressed on a day. */
  press(event: KeyboardEvent, firstDayOfWeek: number): void {
    const date = this.#dateOf(event);
    // With these, a key is the browser's or the system's: Alt and an arrow go back in history.
    if (!date || event.ctrlKey || event.altKey || event.metaKey) return;
    const { key, shiftKey } = event;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      this.choose(event);
      return;
    }
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const to = move(date, { key, shiftKey, rtl, firstDayOfWeek, span: spanOf(this.days) });
    if (!to) return;
    event.preventDefault();
    const steps = compareDates(to, date);
    if (steps === 0) {
      // Home and End have nothing to say: they are where they lead.
      if (!/^(Home|End)$/.test(key))
        this.#tell(
          key.endsWith('Up') || key === (rtl ? 'ArrowRight' : 'ArrowLeft') ? 'noEarlier' : 'noLater',
        );
      return;
    }
    this.#month = monthNumber(to);
    this.#active = this.noted = to;
    this.news = undefined;
    this.#follow = true;
    this.#host.requestUpdate();
  }

  /** A day was pressed. */
  choose(event: Event): void {
    const date = this.#dateOf(event);
    if (!date) return;
    this.note(event);
    const { days } = this;
    if (!days.loading && isFree(statusOf(days, date))) this.#options.select(date);
    else this.#tell('pressed');
  }

  /** A day has the focus. */
  note(event: Event): void {
    const date = this.#dateOf(event);
    // A key has led here, and has been told of.
    if (!date || (this.noted && !this.news && compareDates(date, this.noted) === 0)) return;
    this.#active = this.noted = date;
    this.news = undefined;
    this.#host.requestUpdate();
  }

  #tell(news: News): void {
    this.news = news;
    this.told++;
    this.#host.requestUpdate();
  }

  /** The day that an event of the grid happened on. */
  #dateOf(event: Event): CalendarDate | undefined {
    const day = Number((event.target as Element).closest<HTMLElement>('[data-day]')?.dataset.day);
    const { month } = this;
    return day >= 1 && day <= daysInMonth(month) ? { ...month, day } : undefined;
  }
}

/** A visitor on the last evening of a month finds the next one open, where that has the first free day. */
const firstMonth = (days: CalendarDays): number => {
  const span = spanOf(days);
  const first = clampMonth(monthNumber(days.selected ?? todayOf(days)), span);
  const next = clampMonth(first + 1, span);
  const isOpen = (month: number): boolean => firstFree(days, fromMonthNumber(month)) !== undefined;
  return !days.selected && !isOpen(first) && isOpen(next) ? next : first;
};

const firstFree = (days: CalendarDays, month: Month): CalendarDate | undefined => {
  if (days.loading) return undefined;
  for (let day = 1; day <= daysInMonth(month); day++) {
    const date = { ...month, day };
    if (isFree(statusOf(days, date))) return date;
  }
  return undefined;
};

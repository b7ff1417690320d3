import { fixtureSync, nextFrame } from '@open-wc/testing';
import { LitElement, html, type TemplateResult } from 'lit';
import {
  CalendarController,
  DatePickerController,
  baseStyles,
  calendarStyles,
  calendarTemplate,
  dateInputStyles,
  datePickerTemplate,
  fieldStyles,
  inUseStyles,
  loadCalendarWords,
  loadDates,
  type CalendarDate,
  type CalendarDays,
  type CalendarWords,
  type DateFormatter,
  type DayStatus,
  type Locale,
} from '../../src/index.js';

/** 3 November 2026, a Tuesday. */
export const TODAY: CalendarDate = { year: 2026, month: 11, day: 3 };

/** What there is in these tests: Sundays closed, the 6th full, the 10th with one time, four on all others. */
const STATUS = ({ year, month, day }: CalendarDate): DayStatus => {
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDay() === 0) return 'closed';
  return day === 6 ? 0 : day === 10 ? 1 : 4;
};

export const DAYS: CalendarDays = {
  min: { year: 2026, month: 11, day: 4 },
  max: { year: 2027, month: 1, day: 20 },
  today: TODAY,
  status: STATUS,
};

/** An element of an owner's own, put together from what the kit exports. */
abstract class CalendarElement extends LitElement {
  static override styles = [baseStyles, fieldStyles, inUseStyles, calendarStyles, dateInputStyles];

  days: CalendarDays = DAYS;
  selected: CalendarDate | undefined;
  words!: CalendarWords;
  dates!: DateFormatter;
  direction = 'ltr';

  protected readonly options = {
    id: 'day',
    days: (): CalendarDays => ({ ...this.days, selected: this.selected }),
    select: (date: CalendarDate | undefined): void => {
      this.selected = date;
      this.requestUpdate();
    },
  };

  protected abstract content(): TemplateResult;

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${this.words.locale} dir=${this.direction}>${this.content()}</div>`;
  }

  get root(): ShadowRoot {
    return this.shadowRoot!;
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  get<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.root.querySelector<E>(selector);
    if (!element) throw new Error(`there is no ${selector}`);
    return element;
  }

  /** What is read in an element. */
  text(selector: string): string {
    return (this.get(selector).textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  get focused(): string {
    const active = this.root.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
  }

  async settled(): Promise<void> {
    await this.updateComplete;
    await nextFrame();
    await this.updateComplete;
  }
}

export class TestCalendar extends CalendarElement {
  readonly calendar = new CalendarController(this, this.options);

  protected override content(): TemplateResult {
    return calendarTemplate(this.calendar, { words: this.words, dates: this.dates });
  }

  day(number: number): HTMLElement {
    return this.get(`[data-day="${number}"]`);
  }

  get heading(): string {
    return this.text('[role=heading]');
  }

  /** The line beneath the grid. */
  get line(): string {
    return this.text('[part=calendar-line]');
  }

  get said(): string {
    return this.text('[role=status]');
  }
}

export class TestDatePicker extends CalendarElement {
  readonly picker = new DatePickerController(this, this.options);

  protected override content(): TemplateResult {
    return datePickerTemplate(this.picker, { words: this.words, dates: this.dates, label: 'Date' });
  }

  get input(): HTMLInputElement {
    return this.get<HTMLInputElement>('#day');
  }

  get button(): HTMLButtonElement {
    return this.get<HTMLButtonElement>('#day-button');
  }

  get dialog(): HTMLDialogElement {
    return this.get<HTMLDialogElement>('dialog');
  }

  /** Writes a date and goes on. */
  async write(text: string): Promise<void> {
    this.input.focus();
    this.input.value = text;
    this.input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
    this.input.blur();
    await this.settled();
  }
}

customElements.define('test-calendar', TestCalendar);
customElements.define('test-date-picker', TestDatePicker);

interface Settings {
  readonly locale?: Locale;
  readonly days?: CalendarDays;
  readonly selected?: CalendarDate;
  readonly direction?: 'ltr' | 'rtl';
}

const place = async <E extends CalendarElement>(Kind: new () => E, settings: Settings): Promise<E> => {
  const { locale = 'en', ...rest } = settings;
  const [words, dates] = await Promise.all([loadCalendarWords(locale), loadDates(locale)]);
  const element = new Kind();
  Object.assign(element, { words, dates }, rest);
  fixtureSync<HTMLElement>('<div></div>').append(element);
  await element.settled();
  return element;
};

export const calendar = (settings: Settings = {}): Promise<TestCalendar> => place(TestCalendar, settings);
export const datePicker = (settings: Settings = {}): Promise<TestDatePicker> =>
  place(TestDatePicker, settings);

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
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
} from '../src/index.js';

/** Sundays are closed, and now and then a day is full. */
const status = ({ year, month, day }: CalendarDate): DayStatus => {
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDay() === 0) return 'closed';
  return day % 9 === 6 ? 'full' : (day % 5) + 1;
};

/** An element of one's own, put together from the parts that the package exports. */
class DemoCalendar extends LitElement {
  static override styles = [baseStyles, fieldStyles, inUseStyles, calendarStyles, dateInputStyles];
  static override properties = { dialog: { type: Boolean }, loading: { type: Boolean } };

  declare dialog: boolean;
  declare loading: boolean;
  #selected: CalendarDate | undefined;
  #words: CalendarWords | undefined;
  #dates: DateFormatter | undefined;
  readonly #options = {
    id: 'day',
    days: (): CalendarDays => ({
      min: { year: 2026, month: 11, day: 4 },
      max: { year: 2027, month: 1, day: 20 },
      today: { year: 2026, month: 11, day: 3 },
      selected: this.#selected,
      loading: this.loading,
      status,
    }),
    select: (date: CalendarDate | undefined): void => {
      this.#selected = date;
      this.requestUpdate();
    },
  };
  readonly #calendar = new CalendarController(this, { ...this.#options, id: 'calendar' });
  readonly #picker = new DatePickerController(this, this.#options);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    const locale = document.documentElement.lang as Locale;
    [this.#words, this.#dates] = await Promise.all([loadCalendarWords(locale), loadDates(locale)]);
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#words || !this.#dates) return nothing;
    const view = { words: this.#words, dates: this.#dates, headingLevel: 2 };
    const label = this.#words.text('dateEmpty');
    return html`<div class="root" lang=${this.#words.locale} dir=${document.documentElement.dir}>
      ${
        this.dialog
          ? datePickerTemplate(this.#picker, { ...view, label })
          : calendarTemplate(this.#calendar, view)
      }
    </div>`;
  }
}

customElements.define('demo-calendar', DemoCalendar);

interface Args {
  readonly dialog: boolean;
  readonly loading: boolean;
}

/** The calendar and the field for a date, as parts for elements of one's own. */
export default {
  title: 'Building blocks/Calendar',
  args: { dialog: false, loading: false },
  render: ({ dialog, loading }) =>
    html`<demo-calendar ?dialog=${dialog} ?loading=${loading}></demo-calendar>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const inside = <E extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<E> =>
  waitFor(() => {
    const found = canvas.querySelector('demo-calendar')?.shadowRoot?.querySelector<E>(selector);
    if (!found) throw new Error(`Not there: ${selector}`);
    return found;
  });

/** One month, in place. */
export const Inline: Story = {};

/** A day that can't be chosen has the focus like any other, and says why. */
export const Closed: Story = {
  play: async ({ canvasElement }) => {
    (await inside(canvasElement, '[data-day="8"]')).focus();
    const line = await inside(canvasElement, '[part=calendar-line]');
    await waitFor(() => expect(line.textContent).not.toBe(''));
  },
};

/** The keyboard: by week, by month, and chosen. */
export const Keyboard: Story = {
  play: async ({ canvasElement }) => {
    (await inside(canvasElement, '[tabindex="0"]')).focus();
    await userEvent.keyboard('{ArrowDown}');
    await inside(canvasElement, '[data-day="11"][tabindex="0"]');
    await userEvent.keyboard('{PageDown}');
    await inside(canvasElement, '[data-day="11"][tabindex="0"]');
    await userEvent.keyboard('{Enter}');
    await inside(canvasElement, '[data-day="11"][aria-selected="true"]');
  },
};

/** While the days of the month are on their way. */
export const Loading: Story = { args: { loading: true } };

/** A date can always be written; the calendar is in a dialog. */
export const Field: Story = { args: { dialog: true } };

/** The dialog. */
export const Dialog: Story = {
  args: { dialog: true },
  play: async ({ canvasElement }) => {
    await userEvent.click(await inside(canvasElement, '#day-button'));
    const dialog = await inside<HTMLDialogElement>(canvasElement, 'dialog');
    await waitFor(() => expect(dialog.open).toBe(true));
  },
};

import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CalendarDate } from '../../localization/dates.js';
import { CalendarController, type CalendarHost } from './calendar-controller.js';
import { calendarTemplate } from './calendar.js';
import { dateInputTemplate, type DateInputView } from './date-input.js';
import { DateInputController, type DateInputOptions } from './date-input-controller.js';

/**
 * A field for a date with a button that opens the calendar in a dialog (WAI-ARIA APG, Date Picker Dialog). The field
 * alone does it all: the calendar is for those who want to see the days.
 */
export class DatePickerController implements ReactiveController {
  readonly id: string;
  readonly input: DateInputController;
  readonly calendar: CalendarController;
  open = false;
  readonly #host: CalendarHost;

  constructor(host: CalendarHost, options: DateInputOptions) {
    const { id, days, select } = options;
    this.id = id;
    this.#host = host;
    this.input = new DateInputController(host, options);
    this.calendar = new CalendarController(host, {
      id: `${id}-calendar`,
      days,
      select: (date) => {
        this.input.clear();
        select(date);
        this.close();
      },
    });
    host.addController(this);
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`#${this.id}-button`);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector(`#${this.id}-dialog`);
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open === this.open) return;
    if (this.open) {
      dialog.showModal();
      this.calendar.focus();
    } else {
      dialog.close();
      this.#button?.focus();
    }
  }

  hostDisconnected(): void {
    this.open = false;
    this.#dialog?.close();
  }

  /** Opens the calendar at the chosen day, else at the first free one. */
  show(): void {
    const { selected } = this.input.days;
    if (selected) this.calendar.show(selected);
    // The focus goes there, and the line tells of it from the start.
    this.calendar.noted = this.calendar.active;
    this.open = true;
    this.#host.requestUpdate();
  }

  /** Takes a day from outside the calendar. What was pressed for it may go: the focus is where it is after the calendar. */
  take(date: CalendarDate): void {
    if (this.input.choose(date)) this.#button?.focus();
  }

  /** Closes the calendar; the focus goes back to the button. */
  close(): void {
    if (!this.open) return;
    this.open = false;
    this.#host.requestUpdate();
  }

  /**
   * The dialog has closed. After {@link close} that comes late: the focus is back by then, or has gone on. By Escape, or a
   * browser's own gesture, it is not left to the browser: Safari does not focus a button that is clicked, and so has
   * nothing to go back to.
   */
  closed(): void {
    if (!this.open) return;
    this.close();
    this.#button?.focus();
  }
}

export const datePickerTemplate = (picker: DatePickerController, view: DateInputView): TemplateResult => {
  const { words, dates } = view;
  const { id, open, input } = picker;
  const { selected } = input.days;
  const name = words.text('chooseDate');
  const chosen = selected && words.text('chosenDate', { date: dates.date(selected, 'weekday') });
  /* eslint-disable lit-a11y/click-events-have-key-events -- a press beside the calendar; its key is Escape */
  const beside = html`<button type="button" id="${id}-button" part="calendar-button" aria-haspopup="dialog"
    aria-label=${chosen ?? nothing} @click=${() => picker.show()}>${name}</button>`;
  return html`${dateInputTemplate(input, { ...view, beside })}
    <dialog class="calendar-dialog" id="${id}-dialog" part="calendar-dialog" aria-modal="true" aria-label=${name}
      @close=${() => picker.closed()} @click=${(event: Event) => event.target === event.currentTarget && picker.close()}>
      ${open ? html`<div>${calendarTemplate(picker.calendar, view)}
        <button type="button" @click=${() => picker.close()}>${words.text('close')}</button></div>` : nothing}
    </dialog>`;
}; // prettier-ignore

import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarWords } from '../../localization/calendar-words.js';
import type { CalendarDate, DateFormatter } from '../../localization/dates.js';
import { addDays } from './calendar-date.js';
import type { CalendarView } from './calendar.js';
import type { DateInputController } from './date-input-controller.js';
import { dayName, isFree, statusOf, todayOf } from './days.js';

export interface DateInputView extends CalendarView {
  readonly label: unknown;
  readonly required?: boolean | undefined;
  /** Beside the field: the button that opens a calendar. */
  readonly beside?: TemplateResult | undefined;
}

/** So many days, from the first that can be chosen, are looked at for an example. */
const LOOKED_AT = 62;

/**
 * A day that can be chosen, past the twelfth where there is one: nobody takes that for a month. Where none can be, the example
 * is one of how a date is written.
 */
const exampleOf = ({ days }: DateInputController, dates: DateFormatter): string => {
  const first = days.min ?? todayOf(days);
  let example: CalendarDate | undefined;
  // No `Array.from` or `find`: pages have had their own.
  for (let ahead = 0; ahead < LOOKED_AT; ahead++) {
    const date = addDays(first, ahead);
    if (!isFree(statusOf(days, date))) continue;
    example ??= date;
    if (date.day <= 12) continue;
    example = date;
    break;
  }
  return dates.date(example ?? { ...first, day: 27 }, 'short');
};

/** What the field shows: what is being written, or the chosen day. */
const textOf = ({ text, days }: DateInputController, dates: DateFormatter): string =>
  text ?? (days.selected ? dates.date(days.selected, 'short') : '');

/** What is wrong with a date, for the field and for a summary; empty where nothing is. */
export const dateProblemText = (
  input: DateInputController,
  words: CalendarWords,
  dates: DateFormatter,
): string => {
  const { problem } = input;
  if (!problem) return '';
  return typeof problem === 'string'
    ? words.text(problem, { example: exampleOf(input, dates) })
    : `${dayName(words, dates.date(problem.date, 'weekday'), problem.status)}. ${words.text('dateChooseOther')}`;
};

/** A date, written as people write it; the field shows how. */
export const dateInputTemplate = (input: DateInputController, view: DateInputView): TemplateResult => {
  const { words, dates, label, required, beside } = view;
  const { id, problem, choices } = input;
  const example = exampleOf(input, dates);
  const error = problem && dateProblemText(input, words, dates);
  const asked = choices.length > 0;
  return html`<div class="field ${error ? 'invalid' : ''}" part="field">
    <label for=${id} part="label">${label}</label>
    <p class="hint" part="hint" id="${id}-hint">${words.text('dateExample', { example })}</p>
    ${error ? html`<p class="error" part="error" id="${id}-error"><span class="visually-hidden">${words.text('errorPrefix')} </span>${error}</p>` : nothing}
    <div class="date-row">
      <input class="control" part="control" id=${id} type="text" dir="auto" autocomplete="off" spellcheck="false" .value=${textOf(input, dates)}
        aria-required=${required} aria-invalid=${error || asked ? 'true' : nothing}
        aria-describedby="${id}-hint${error ? ` ${id}-error` : ''}${asked ? ` ${id}-question` : ''}"
        @input=${({ target }: Event) => input.write((target as HTMLInputElement).value)}
        @change=${({ target }: Event) =>
          input.left(dates, () => {
            // Who writes and leaves in one go (an extension, a password manager) gives no rendering between the two.
            (target as HTMLInputElement).value = textOf(input, dates);
          })} />
      ${beside}
    </div>
    <div role="status">${asked ? html`<p id="${id}-question">${words.text('dateAmbiguous')}</p>
      <div class="date-choices">${choices.map((date) => html`<button type="button" @click=${() => {
        input.choose(date);
        input.focus();
      }}>${dates.date(date, 'weekday')}</button>`)}</div>` : nothing}</div>
  </div>`;
}; // prettier-ignore

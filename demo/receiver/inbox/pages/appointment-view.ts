import { html } from 'hono/html';
import { timeKey, type FormProblem } from '../../appointments/decision-form.js';
import type { Locale } from '../../../../src/localization/locale.js';
import type { Period } from '../../appointments/period.js';
import { visitorPeriodText } from '../../appointments/period-text.js';
import type { AppointmentSettings } from '../../appointments/settings.js';
import type { DecisionAction } from '../../appointments/standing.js';
import type { StoredSubmission } from '../../store/store.js';
import type { Html } from './layout.js';
import type { InboxWords } from '../words/words.js';

/** What the page of a request shows besides the submission itself. */
export interface AppointmentView {
  readonly settings: AppointmentSettings;
  /** Keys of those of its times that somebody else has. */
  readonly taken: ReadonlySet<string>;
  /** How the visitor gets the answers. */
  readonly way: AnswerWay;
  /** The last answer, as the visitor gets it. */
  readonly answer?: { readonly text: string; readonly hasFile: boolean } | undefined;
  /** A form that could not be taken, as it was filled in. */
  readonly draft?: DecisionDraft | undefined;
}

/** By mail in their language, or by the owner's own hand and why. */
export type AnswerWay = { readonly locale: Locale } | { readonly missing: 'smtp' | 'address' };

export interface DecisionDraft {
  readonly action: DecisionAction;
  readonly form: URLSearchParams;
  readonly problems: readonly FormProblem[];
  /** Somebody else has what was chosen: what to tick to have it all the same. */
  readonly overlap?: string;
}

/** A time in the company's zone, in the visitor's where it is another, and who has it. */
export const timeText = (
  words: InboxWords,
  period: Period,
  { fields, appointment }: StoredSubmission,
  { settings, taken }: Pick<AppointmentView, 'settings' | 'taken'>,
): Html => {
  const { appointments: text, callbacks } = words.text;
  const own = visitorPeriodText(period, settings.timeZone, fields, words.dates);
  const isHeld = appointment?.holds.some((hold) => timeKey(hold) === timeKey(period));
  return html`<time datetime="${period.start}">${words.dates.period(period, settings.timeZone)}</time>
    ${own && html`<span class="hint">${words.fill(callbacks.forVisitor, { time: own })}</span>`}
    ${isHeld && html`<span class="hint">${text.kept}</span>`}
    ${taken.has(timeKey(period)) && html`<span class="hint"><strong>${text.taken}</strong></span>`}`;
};

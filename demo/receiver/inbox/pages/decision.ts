import { html } from 'hono/html';
import { MAX_PROPOSALS, MAX_SENTENCE, timeKey } from '../../appointments/decision-form.js';
import { actionsOf, offeredTimes, standingOf, type DecisionAction } from '../../appointments/standing.js';
import type { StoredSubmission } from '../../store/store.js';
import type { Session } from '../sessions.js';
import type { InboxWords } from '../words/words.js';
import { timeText, type AppointmentView, type DecisionDraft } from './appointment-view.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';

/** What a form is made of. */
interface FormContext {
  readonly words: InboxWords;
  readonly action: DecisionAction;
  readonly submission: StoredSubmission;
  readonly view: AppointmentView;
  /** Where this form could not be taken. */
  readonly draft: DecisionDraft | undefined;
}

/** The forms with which a request is answered. Without a script: each opens by itself, and is sent by itself. */
export const decisionPanel = (
  { words, session }: Frame,
  submission: StoredSubmission,
  view: AppointmentView,
): Html => {
  const { appointments: text } = words.text;
  const standing = standingOf(submission);
  const isOpen = (action: DecisionAction) =>
    view.draft ? view.draft.action === action : action === 'confirm' && standing === 'requested';
  return html`<section class="panel" aria-labelledby="decide">
    <h2 id="decide">${standing === 'requested' ? text.answerRequest : text.changeAnswer}</h2>
    <p class="hint">${wayText(words, view)}</p>
    ${actionsOf(standing).map((action) => {
      const draft = view.draft?.action === action ? view.draft : undefined;
      return html`<details class="decision" ${isOpen(action) && html`open`}>
        <summary>${text.titles[action]}</summary>
        ${decisionForm({ words, action, submission, view, draft }, session)}
      </details>`;
    })}
  </section>`;
};

const wayText = (words: InboxWords, { way }: AppointmentView): string => {
  const { appointments: text } = words.text;
  if ('locale' in way) return words.fill(text.byMail, { language: words.language(way.locale) });
  return way.missing === 'smtp' ? text.byHandSmtp : text.byHandAddress;
};

const decisionForm = (context: FormContext, session: Session): Html => {
  const { words, action, submission } = context;
  const sequence = (submission.appointment?.decisions.length ?? 0) + 1;
  return html`<form method="post" action="/inbox/${submission.id}/appointment">
    ${csrfField(session)}
    <input type="hidden" name="sequence" value="${sequence}" />
    ${problemList(context)} ${action === 'confirm' && confirmFields(context)}
    ${action === 'propose' && proposalFields(context)} ${sentenceField(context)} ${overlapField(context)}
    <p class="actions">
      <button class="primary" name="action" value="${action}">
        ${words.text.appointments.buttons[action]}
      </button>
    </p>
  </form>`;
};

const problemList = ({ words, action, draft }: FormContext): Html | '' => {
  if (!draft?.problems.length) return '';
  return html`<ul class="error problems">
    ${draft.problems.map(({ field, problem, value: text }) => html`<li id="${action}-${field}-problem"><a href="#${action}-${field}">${words.fill(words.text.appointments.problems[problem], { text: text ?? '', max: MAX_SENTENCE })}</a></li>`)}
  </ul>`;
};

/**
 * Attributes of a control: what is wrong with it, and what else there is to know. The first that is wrong has the focus.
 * @param hint id of a hint
 */
const attributes = ({ action, draft }: FormContext, name: string, hint = ''): Html => {
  const index = draft?.problems.findIndex(({ field }) => field === name) ?? -1;
  const described = [hint, index < 0 ? '' : `${action}-${name}-problem`].filter(Boolean).join(' ');
  return html`${index >= 0 && html`aria-invalid="true"`} ${index === 0 && html`autofocus`}
  ${described && html`aria-describedby="${described}"`}`;
};

const confirmFields = (context: FormContext): Html => {
  const { words, submission, view, draft } = context;
  const { appointments: text } = words.text;
  const offered = offeredTimes(submission, view.settings.slotMinutes);
  const other = timeFields(context, 1, { date: text.date, clock: text.time });
  if (!offered.length) return html`<input type="hidden" name="time" value="other" />${other}`;
  const free = offered.find((time) => !view.taken.has(timeKey(time)) && Date.parse(time.start) > Date.now());
  const chosen = draft ? draft.form.get('time') : free ? timeKey(free) : 'other';
  const radio = (value: string, id: string, label: Html | string) =>
    html`<div class="choice">
      <input
        id="confirm-${id}"
        type="radio"
        name="time"
        value="${value}"
        ${value === chosen && html`checked`}
      />
      <label for="confirm-${id}">${label}</label>
    </div>`;
  return html`<fieldset ${attributes(context, 'time')}>
    <legend>${text.time}</legend>
    ${offered.map((time, index) =>
      radio(timeKey(time), index ? `time-${index}` : 'time', timeText(words, time, submission, view)),
    )}
    ${radio('other', 'other', text.otherTime)}
    <div class="other">${other}</div>
  </fieldset>`;
};

const proposalFields = (context: FormContext): Html => {
  const { words } = context;
  const { appointments: text } = words.text;
  const row = (number: number) => {
    const label = (message: string) => {
      const numbered = words.fill(message, { number });
      return number === 1 ? numbered : words.fill(text.optional, { label: numbered });
    };
    return timeFields(context, number, { date: label(text.dateNumber), clock: label(text.timeNumber) });
  };
  return html`${Array.from({ length: MAX_PROPOSALS }, (_, index) => row(index + 1))}`;
};

const value = ({ draft }: FormContext, name: string): string => draft?.form.get(name) ?? '';

/** A date and a time of day; in the first row, how long as well. */
const timeFields = (
  context: FormContext,
  row: number,
  labels: { readonly date: string; readonly clock: string },
): Html => {
  const { words, action, view } = context;
  const { appointments: messages } = words.text;
  const [date, clock, zone] = [`date-${row}`, `clock-${row}`, `${action}-zone`];
  const minutes = value(context, 'minutes') || `${view.settings.slotMinutes}`;
  const input = (name: string, type: string, text: string, content: string, more: Html | '' = '') =>
    html`<div class="field">
      <label for="${action}-${name}">${text}</label>
      <input
        id="${action}-${name}"
        name="${name}"
        type="${type}"
        value="${content}"
        ${attributes(context, name, name === clock ? zone : '')}
        ${more}
      />
    </div>`;
  return html`<div class="row">
    ${input(date, 'date', labels.date, value(context, date))}
    ${input(clock, 'time', labels.clock, value(context, clock))}
    ${row === 1 && input('minutes', 'number', messages.minutes, minutes, html`min="1" max="1440"`)}
    ${row === 1 && html`<p class="hint" id="${zone}">${words.fill(messages.clocks, { zone: view.settings.timeZone.name })}</p>`}
  </div>`;
};

const sentenceField = (context: FormContext): Html => {
  const { words, action } = context;
  const { sentence, optional } = words.text.appointments;
  return html`<div class="field">
    <label for="${action}-sentence">${words.fill(optional, { label: sentence })}</label>
    <textarea
      id="${action}-sentence"
      name="sentence"
      rows="3"
      maxlength="${MAX_SENTENCE}"
      dir="auto"
      ${attributes(context, 'sentence')}
    >
${value(context, 'sentence')}</textarea>
  </div>`;
};

const overlapField = ({ words, action, draft }: FormContext): Html | '' => {
  if (!draft?.overlap) return '';
  const { appointments: text } = words.text;
  return html`<div class="notice">
    <p><strong>${text.takenNotice}</strong> ${text.nothingSent}</p>
    <div class="choice">
      <input
        id="${action}-all-the-same"
        type="checkbox"
        name="all_the_same"
        value="${draft.overlap}"
        autofocus
      />
      <label for="${action}-all-the-same"
        >${text.allTheSame[action === 'confirm' ? 'confirm' : 'propose']}</label
      >
    </div>
  </div>`;
};

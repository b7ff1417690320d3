import { html } from 'hono/html';
import { MAX_PROPOSALS, MAX_SENTENCE, timeKey } from '../../appointments/decision-form.js';
import { actionsOf, offeredTimes, standingOf, type DecisionAction } from '../../appointments/standing.js';
import type { StoredSubmission } from '../../store/store.js';
import type { Session } from '../sessions.js';
import { timeText, type AppointmentView, type DecisionDraft } from './appointment-view.js';
import type { Html } from './layout.js';
import { csrfField } from './navigation.js';

/** What a form is made of. */
interface FormContext {
  readonly action: DecisionAction;
  readonly submission: StoredSubmission;
  readonly view: AppointmentView;
  /** Where this form could not be taken. */
  readonly draft: DecisionDraft | undefined;
}

const TITLES: Readonly<Record<DecisionAction, string>> = {
  confirm: 'Confirm a time',
  propose: 'Propose another time',
  decline: 'Decline',
  cancel: 'Cancel the appointment',
};
const BUTTONS: Readonly<Record<DecisionAction, string>> = {
  confirm: 'Confirm',
  propose: 'Propose',
  decline: 'Decline',
  cancel: 'Cancel the appointment',
};

/** The forms with which a request is answered. Without a script: each opens by itself, and is sent by itself. */
export const decisionPanel = (
  submission: StoredSubmission,
  view: AppointmentView,
  session: Session,
): Html => {
  const standing = standingOf(submission);
  const isOpen = (action: DecisionAction) =>
    view.draft ? view.draft.action === action : action === 'confirm' && standing === 'requested';
  return html`<section class="panel" aria-labelledby="decide">
    <h2 id="decide">${standing === 'requested' ? 'Answer the request' : 'Change your answer'}</h2>
    <p class="hint">${wayText(view)}</p>
    ${actionsOf(standing).map((action) => {
      const draft = view.draft?.action === action ? view.draft : undefined;
      return html`<details class="decision" ${isOpen(action) && html`open`}>
        <summary>${TITLES[action]}</summary>
        ${decisionForm({ action, submission, view, draft }, session)}
      </details>`;
    })}
  </section>`;
};

const wayText = ({ way }: AppointmentView): string => {
  if ('language' in way) return `The visitor gets a mail in ${way.language}, with a calendar file.`;
  return way.missing === 'smtp'
    ? 'No mail server is set here (SMTP_URL): you get the text to send yourself.'
    : 'The visitor has left no e-mail address: you get the text to tell them yourself.';
};

const decisionForm = (context: FormContext, session: Session): Html => {
  const { action, submission } = context;
  const sequence = (submission.appointment?.decisions.length ?? 0) + 1;
  return html`<form method="post" action="/inbox/${submission.id}/appointment">
    ${csrfField(session)}
    <input type="hidden" name="sequence" value="${sequence}" />
    ${problemList(context)} ${action === 'confirm' && confirmFields(context)}
    ${action === 'propose' && proposalFields(context)} ${sentenceField(context)} ${overlapField(context)}
    <p class="actions">
      <button class="primary" name="action" value="${action}">${BUTTONS[action]}</button>
    </p>
  </form>`;
};

const problemList = ({ action, draft }: FormContext): Html | '' => {
  if (!draft?.problems.length) return '';
  return html`<ul class="error problems">
    ${draft.problems.map(({ field, text }) => html`<li id="${action}-${field}-problem"><a href="#${action}-${field}">${text}</a></li>`)}
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
  const { submission, view, draft } = context;
  const offered = offeredTimes(submission, view.settings.slotMinutes);
  const other = timeFields(context, 1, 'Date');
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
    <legend>Time</legend>
    ${offered.map((time, index) =>
      radio(timeKey(time), index ? `time-${index}` : 'time', timeText(time, submission, view)),
    )}
    ${radio('other', 'other', 'Another time:')}
    <div class="other">${other}</div>
  </fieldset>`;
};

const proposalFields = (context: FormContext): Html =>
  html`${Array.from({ length: MAX_PROPOSALS }, (_, index) =>
    timeFields(context, index + 1, index ? `Date ${index + 1} (optional)` : 'Date 1'),
  )}`;

const value = ({ draft }: FormContext, name: string): string => draft?.form.get(name) ?? '';

/** A date and a time of day; in the first row, how long as well. */
const timeFields = (context: FormContext, row: number, label: string): Html => {
  const { action, view } = context;
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
    ${input(date, 'date', label, value(context, date))}
    ${input(clock, 'time', label.replace('Date', 'Time'), value(context, clock))}
    ${row === 1 && input('minutes', 'number', 'Minutes', minutes, html`min="1" max="1440"`)}
    ${row === 1 && html`<p class="hint" id="${zone}">Clocks of ${view.settings.timeZone.name}</p>`}
  </div>`;
};

const sentenceField = (context: FormContext): Html => {
  const { action } = context;
  return html`<div class="field">
    <label for="${action}-sentence">A sentence to the visitor (optional)</label>
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

const overlapField = ({ action, draft }: FormContext): Html | '' => {
  if (!draft?.overlap) return '';
  return html`<div class="notice">
    <p><strong>Somebody else has this time.</strong> Nothing was sent yet.</p>
    <div class="choice">
      <input
        id="${action}-all-the-same"
        type="checkbox"
        name="all_the_same"
        value="${draft.overlap}"
        autofocus
      />
      <label for="${action}-all-the-same">${action === 'confirm' ? 'Confirm' : 'Propose'} all the same</label>
    </div>
  </div>`;
};

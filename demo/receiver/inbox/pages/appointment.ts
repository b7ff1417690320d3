import { html } from 'hono/html';
import type { Period } from '../../appointments/period.js';
import { requestOf } from '../../appointments/request.js';
import { askedTimes, standingOf } from '../../appointments/standing.js';
import type { Decision } from '../../store/appointments.js';
import type { StoredSubmission } from '../../store/store.js';
import { sectionLabels } from '../labels.js';
import type { Session } from '../sessions.js';
import { timeText, type AppointmentView } from './appointment-view.js';
import { decisionPanel } from './decision.js';
import { definitions } from './definitions.js';
import type { Html } from './layout.js';
import { ENGLISH } from '../words/words.js';

/** Of a request for an appointment: what is asked for, what was answered, and what can be. */
export const appointmentPanels = (
  submission: StoredSubmission,
  view: AppointmentView,
  session: Session,
  lang: string | undefined,
): Html =>
  html`${requestPanel(submission, view, lang)} ${answersPanel(submission, view)}
  ${submission.quarantined ? '' : decisionPanel(submission, view, session)}`;

const requestPanel = (submission: StoredSubmission, view: AppointmentView, lang: string | undefined): Html =>
  html`<section class="panel" aria-labelledby="request">
    <h2 id="request">Appointment request</h2>
    <p class="facts">
      <span class="standing">${ENGLISH.text.labels.standings[standingOf(submission)]}</span>
    </p>
    <dl class="times">${timesAskedFor(submission, view)}</dl>
    ${definitions(sectionLabels(ENGLISH, 'appointment'), submission, lang)}
  </section>`;

const timesAskedFor = (submission: StoredSubmission, view: AppointmentView): Html => {
  const { fields } = submission;
  const { slotMinutes } = view.settings;
  const { namesTimes, windows, partOfDay } = requestOf(fields);
  const asked = askedTimes(fields, slotMinutes);
  const label = partOfDay
    ? ENGLISH.text.labels.partsOfDay[partOfDay]
    : namesTimes
      ? 'Time asked for'
      : 'Time';
  const [first, ...others] = partOfDay ? windows : asked;
  if (!first) {
    const none = namesTimes
      ? 'No time that exists'
      : partOfDay
        ? 'No days were named'
        : 'As soon as possible';
    return html`<div>
      <dt>${label}</dt>
      <dd>${none}</dd>
    </div>`;
  }
  const time = (period: Period) => timeText(period, submission, view);
  return html`<div>
      <dt>${partOfDay ? `${label}, within` : label}</dt>
      <dd>${time(first)}</dd>
      ${partOfDay && others.map((other) => html`<dd>${time(other)}</dd>`)}
    </div>
    ${
      !partOfDay &&
      others.length > 0 &&
      html`<div>
        <dt>${others.length === 1 ? 'Or' : 'Or, in this order'}</dt>
        ${others.map((other) => html`<dd>${time(other)}</dd>`)}
      </div>`
    }`;
};

/** What was answered, and what the visitor is to be told where no mail tells it. */
const answersPanel = (submission: StoredSubmission, view: AppointmentView): Html | '' => {
  const decisions = submission.appointment?.decisions ?? [];
  if (!decisions.length) return '';
  return html`<section class="panel" aria-labelledby="answers">
    <h2 id="answers">Your answers</h2>
    <dl class="times">${decisions.map((decision) => answered(decision, submission, view))}</dl>
    ${view.answer && textToCopy(submission, view)}
  </section>`;
};

const answered = (
  { kind, decidedAt, times, sentence }: Decision,
  submission: StoredSubmission,
  view: AppointmentView,
): Html =>
  html`<div>
    <dt>
      ${ENGLISH.text.labels.standings[kind]},
      <time datetime="${decidedAt}">${ENGLISH.dates.short(decidedAt)}</time>
    </dt>
    ${times.map((time) => html`<dd>${timeText(time, submission, view)}</dd>`)}
    ${sentence && html`<dd><span class="text" dir="auto">${sentence}</span></dd>`}
  </div>`;

const textToCopy = ({ id, fields }: StoredSubmission, { way, answer }: AppointmentView): Html => {
  const { text, hasFile } = answer!;
  const lang = typeof fields['locale'] === 'string' ? fields['locale'] : '';
  const content = html`<label for="answer-text">Text for the visitor</label>
    <textarea id="answer-text" rows="12" readonly dir="auto" lang="${lang}">${text}</textarea>
    ${
      hasFile &&
      html`<p class="actions">
        <a class="button" href="/inbox/${id}/appointment.ics" download>Calendar file (.ics)</a>
      </p>`
    }`;
  if ('language' in way)
    return html`<details>
      <summary>What the visitor is told</summary>
      ${content}
    </details>`;
  const reason =
    way.missing === 'smtp'
      ? 'No mail server is set here (SMTP_URL), so nothing was sent.'
      : 'The visitor has left no e-mail address, so nothing was sent.';
  return html`<div class="notice">
    <p>${reason} Copy this text and send it to the visitor yourself.</p>
    ${content}
  </div>`;
};

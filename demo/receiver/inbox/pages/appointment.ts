import { html } from 'hono/html';
import type { Period } from '../../appointments/period.js';
import { requestOf } from '../../appointments/request.js';
import { askedTimes, standingOf } from '../../appointments/standing.js';
import { localeOf } from '../../appointments/visitor-text.js';
import type { Decision } from '../../store/appointments.js';
import type { StoredSubmission } from '../../store/store.js';
import { sectionLabels } from '../labels.js';
import { timeText, type AppointmentView } from './appointment-view.js';
import { decisionPanel } from './decision.js';
import { definitions } from './definitions.js';
import type { Frame, Html } from './layout.js';
import type { InboxWords } from '../words/words.js';

/** Of a request for an appointment: what is asked for, what was answered, and what can be. */
export const appointmentPanels = (
  frame: Frame,
  submission: StoredSubmission,
  view: AppointmentView,
  lang: string | undefined,
): Html =>
  html`${requestPanel(frame.words, submission, view, lang)} ${answersPanel(frame.words, submission, view)}
  ${submission.quarantined ? '' : decisionPanel(frame, submission, view)}`;

const requestPanel = (
  words: InboxWords,
  submission: StoredSubmission,
  view: AppointmentView,
  lang: string | undefined,
): Html =>
  html`<section class="panel" aria-labelledby="request">
    <h2 id="request">${words.text.appointments.heading}</h2>
    <p class="facts">
      <span class="standing">${words.text.labels.standings[standingOf(submission)]}</span>
    </p>
    <dl class="times">${timesAskedFor(words, submission, view)}</dl>
    ${definitions(words, sectionLabels(words, 'appointment'), submission, lang)}
  </section>`;

const timesAskedFor = (words: InboxWords, submission: StoredSubmission, view: AppointmentView): Html => {
  const { appointments: text, labels } = words.text;
  const { fields } = submission;
  const { slotMinutes } = view.settings;
  const { namesTimes, windows, partOfDay } = requestOf(fields);
  const asked = askedTimes(fields, slotMinutes);
  const label = partOfDay ? labels.partsOfDay[partOfDay] : namesTimes ? text.timeAsked : text.time;
  const [first, ...others] = partOfDay ? windows : asked;
  if (!first) {
    const none = namesTimes ? text.noTimeExists : partOfDay ? text.noDays : labels.asSoonAsPossible;
    return html`<div>
      <dt>${label}</dt>
      <dd>${none}</dd>
    </div>`;
  }
  const time = (period: Period) => timeText(words, period, submission, view);
  return html`<div>
      <dt>${partOfDay ? words.fill(text.within, { part: label }) : label}</dt>
      <dd>${time(first)}</dd>
      ${partOfDay && others.map((other) => html`<dd>${time(other)}</dd>`)}
    </div>
    ${
      !partOfDay &&
      others.length > 0 &&
      html`<div>
        <dt>${words.plural(text.or, others.length)}</dt>
        ${others.map((other) => html`<dd>${time(other)}</dd>`)}
      </div>`
    }`;
};

/** What was answered, and what the visitor is to be told where no mail tells it. */
const answersPanel = (words: InboxWords, submission: StoredSubmission, view: AppointmentView): Html | '' => {
  const decisions = submission.appointment?.decisions ?? [];
  if (!decisions.length) return '';
  return html`<section class="panel" aria-labelledby="answers">
    <h2 id="answers">${words.text.appointments.answers}</h2>
    <dl class="times">${decisions.map((decision) => answered(words, decision, submission, view))}</dl>
    ${view.answer && textToCopy(words, submission, view)}
  </section>`;
};

const answered = (
  words: InboxWords,
  { kind, decidedAt, times, sentence }: Decision,
  submission: StoredSubmission,
  view: AppointmentView,
): Html =>
  html`<div>
    <dt>
      ${words.text.labels.standings[kind]},
      <time datetime="${decidedAt}">${words.dates.short(decidedAt)}</time>
    </dt>
    ${times.map((time) => html`<dd>${timeText(words, time, submission, view)}</dd>`)}
    ${sentence && html`<dd><span class="text" dir="auto">${sentence}</span></dd>`}
  </div>`;

const textToCopy = (
  { text: { appointments: text } }: InboxWords,
  { id, fields }: StoredSubmission,
  { way, answer }: AppointmentView,
): Html => {
  const { text: told, hasFile } = answer!;
  const content = html`<label for="answer-text">${text.textForVisitor}</label>
    <textarea id="answer-text" rows="12" readonly dir="auto" lang="${localeOf(fields)}">${told}</textarea>
    ${
      hasFile &&
      html`<p class="actions">
        <a class="button" href="/inbox/${id}/appointment.ics" download>${text.calendarFile}</a>
      </p>`
    }`;
  if ('locale' in way)
    return html`<details>
      <summary>${text.visitorIsTold}</summary>
      ${content}
    </details>`;
  const reason = way.missing === 'smtp' ? text.notSentSmtp : text.notSentAddress;
  return html`<div class="notice">
    <p>${reason} ${text.copyText}</p>
    ${content}
  </div>`;
};

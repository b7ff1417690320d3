import { html } from 'hono/html';
import { isBlank } from '../../../../src/validation/text.js';
import type { OutgoingMessage } from '../../store/outgoing.js';
import { ANSWER_STATES, type Consent, type FileEntry, type StoredSubmission } from '../../store/store.js';
import { callUrl, languageTag, replyUrl } from '../format.js';
import { heldText, isOwnField, sectionLabels, valueLabel } from '../labels.js';
import type { Session } from '../sessions.js';
import { callbackPanel, type CallbackView } from './callback-view.js';
import { appointmentPanels } from './appointment.js';
import type { AppointmentView } from './appointment-view.js';
import { definitions, section } from './definitions.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { deliveryPanel } from './outgoing.js';
import type { RelatedView } from '../related-view.js';
import { answerPanels, relatedPanel } from './related.js';
import { ENGLISH } from '../words/words.js';

export interface MessagePageOptions extends Frame {
  readonly submission: StoredSubmission;
  readonly consent: Consent | undefined;
  readonly outgoing: readonly OutgoingMessage[];
  /** Of a request for an appointment. */
  readonly appointment?: AppointmentView | undefined;
  /** Of the callback widget. */
  readonly callback?: CallbackView | undefined;
  /** What it follows, and what has followed. */
  readonly related: RelatedView;
}

export const messagePage = ({
  submission,
  consent,
  outgoing,
  appointment,
  callback,
  related,
  ...rest
}: MessagePageOptions): Html => {
  const { reference, fields, receivedAt, files } = submission;
  const lang = languageTag(fields['locale']);
  return page({
    isWrong: Boolean(appointment?.draft),
    title: `Message ${reference}`,
    frame: rest,
    content: html`<p><a href="/inbox">Back to the messages</a></p>
      <h1>Message ${reference}</h1>
      <p class="facts">
        <span class="state ${submission.state}">${ENGLISH.text.labels.states[submission.state]}</span>
        ${typeof fields['topic'] === 'string' && html`<span><bdi>${valueLabel(ENGLISH, fields['topic'])}</bdi></span>`}
        <time datetime="${receivedAt}">${ENGLISH.dates.long(receivedAt)}</time>
      </p>
      ${submission.quarantined && quarantineNotice(submission, callback, rest.session)}
      ${
        fields['possible_duplicate'] === true &&
        html`<p class="notice">
          The sender could not know whether a first try had arrived: this may be here twice.
        </p>`
      }
      <div class="columns">
        <div>
          ${callback && callbackPanel(submission, callback)}
          ${mainPanels(submission, appointment, callback, related, rest.session, lang)}
          ${submission.widget === 'question' && section('The chat', 'chat', submission, lang)}
          ${section('Complaint', 'complaint', submission, lang)} ${ownFields(submission, lang)}
          ${fileList(submission.id, files)}
        </div>
        <div>
          ${senderPanel(submission, lang)} ${stateForm(submission, rest.session)} ${relatedPanel(related)}
          ${consentPanel(submission, consent, lang)} ${deliveryPanel(outgoing)} ${erasePanel(submission.id)}
        </div>
      </div>
      ${section('Where it came from', 'context', submission, lang)}`,
  });
};

const mainPanels = (
  submission: StoredSubmission,
  appointment: AppointmentView | undefined,
  callback: CallbackView | undefined,
  { survey }: RelatedView,
  session: Session,
  lang: string | undefined,
): Html => {
  if (appointment) return appointmentPanels(submission, appointment, session, lang);
  if (callback && isBlank(String(submission.fields['message'] ?? ''))) return html``;
  return survey ? answerPanels(survey, lang) : messageText(submission, lang);
};

const quarantineNotice = (
  { id }: StoredSubmission,
  callback: CallbackView | undefined,
  session: Session,
): Html =>
  html`<form class="notice" method="post" action="/inbox/${id}/quarantine">
    <p>${heldText(ENGLISH, callback?.note.heldFor ?? 'spam')}</p>
    ${csrfField(session)}
    <button name="quarantined" value="no">Not spam: move to the messages</button>
  </form>`;

const messageText = ({ widget, fields }: StoredSubmission, lang: string | undefined): Html => {
  const { subject } = fields;
  const message = widget === 'question' ? fields['question'] : fields['message'];
  const language = lang && html`lang="${lang}"`;
  return html`<section class="panel" aria-labelledby="text">
    <h2 id="text">
      ${typeof subject === 'string' && !isBlank(subject) ? html`<bdi ${language}>${subject}</bdi>` : widget === 'question' ? 'Question' : 'Text'}
    </h2>
    ${
      typeof message === 'string' && !isBlank(message)
        ? html`<div class="text" dir="auto" ${language}>${message}</div>`
        : html`<p class="hint">There is no text in this message.</p>`
    }
  </section>`;
};

const senderPanel = (submission: StoredSubmission, lang: string | undefined): Html => {
  const { fields, reference } = submission;
  const [reply, call] = [replyUrl(fields, reference), callUrl(fields)];
  return html`<section class="panel" aria-labelledby="sender">
    <h2 id="sender">Sender</h2>
    ${definitions(sectionLabels(ENGLISH, 'sender'), submission, lang) || html`<p class="hint">No name or address was given.</p>`}
    ${
      (reply ?? call) &&
      html`<p class="actions">
        ${reply && html`<a class="button primary" href="${reply}">Reply by e-mail</a>`}
        ${call && html`<a class="button" href="${call}">Call</a>`}
      </p>`
    }
  </section>`;
};

const stateForm = ({ id, state }: StoredSubmission, session: Session): Html =>
  html`<section class="panel" aria-labelledby="answer">
    <h2 id="answer">State: ${ENGLISH.text.labels.states[state].toLowerCase()}</h2>
    <form class="actions" method="post" action="/inbox/${id}/state">
      ${csrfField(session)}
      ${ANSWER_STATES.filter((other) => other !== state).map(
        (other) =>
          html`<button name="state" value="${other}">
            Mark as ${ENGLISH.text.labels.states[other].toLowerCase()}
          </button>`,
      )}
    </form>
  </section>`;

const erasePanel = (id: string): Html =>
  html`<section class="panel" aria-labelledby="erase">
    <h2 id="erase">Erase</h2>
    <p class="actions"><a class="button" href="/inbox/${id}/erase">Erase this message …</a></p>
  </section>`;

/** From the record of the consent, with the time by this server's clock. */
const consentPanel = (
  submission: StoredSubmission,
  consent: Consent | undefined,
  lang: string | undefined,
): Html | '' => {
  if (!consent) return '';
  const { text, at, url, receivedAt } = consent;
  const fields = {
    ...(text && { consent_text: text }),
    ...(at && { consent_at: at }),
    ...(url && { consent_url: url }),
    consent_received_at: receivedAt,
  };
  const labels = [...sectionLabels(ENGLISH, 'consent'), ['consent_received_at', 'Recorded here'] as const];
  return html`<section class="panel consent" aria-labelledby="consent">
    <h2 id="consent">Consent</h2>
    ${definitions(labels, { ...submission, fields }, lang)}
  </section>`;
};

const ownFields = (submission: StoredSubmission, lang: string | undefined): Html | '' => {
  const names = Object.keys(submission.fields).filter((name) => isOwnField(name, submission.widget));
  if (!names.length) return '';
  return html`<section class="panel" aria-labelledby="own">
    <h2 id="own">Other fields</h2>
    ${definitions(
      names.map((name) => [name, name] as const),
      submission,
      lang,
    )}
  </section>`;
};

const fileList = (id: string, files: readonly FileEntry[]): Html | '' => {
  if (!files.length) return '';
  return html`<section class="panel" aria-labelledby="files">
    <h2 id="files">Files</h2>
    <ul class="files">
      ${files.map(
        (file) =>
          html`<li>
            <a href="/inbox/${id}/files/${file.id}" download><bdi>${file.name}</bdi></a>
            <span class="hint">${ENGLISH.size(file.size)}, ${typeText(file)}</span>
          </li>`,
      )}
    </ul>
    <p class="hint">Anybody can send a file. Open one only if you expect it.</p>
  </section>`;
};

/** The content's type, and a warning where it is another than the sender said. */
const typeText = ({ sniffedType, declaredType }: FileEntry): Html | string => {
  if (!sniffedType) return `type not known${declaredType ? ` (sent as ${declaredType})` : ''}`;
  if (!declaredType || declaredType === 'application/octet-stream' || declaredType === sniffedType)
    return sniffedType;
  return html`<strong>is ${sniffedType}, was sent as ${declaredType}</strong>`;
};

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
import type { InboxWords } from '../words/words.js';

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
  /** The address of the list to go back to. */
  readonly list: string;
}

export const messagePage = ({
  submission,
  consent,
  outgoing,
  appointment,
  callback,
  related,
  list,
  ...rest
}: MessagePageOptions): Html => {
  const { words, session } = rest;
  const { message: text, labels, frame } = words.text;
  const { reference, fields, receivedAt, files } = submission;
  const heading = words.fill(text.title, { reference });
  const lang = languageTag(fields['locale']);
  return page({
    isWrong: Boolean(appointment?.draft),
    title: heading,
    frame: rest,
    content: html`<p><a href="${list}">${frame.backToMessages}</a></p>
      <h1>${heading}</h1>
      <p class="facts">
        <span class="state ${submission.state}">${labels.states[submission.state]}</span>
        ${typeof fields['topic'] === 'string' && html`<span><bdi>${valueLabel(words, fields['topic'])}</bdi></span>`}
        <time datetime="${receivedAt}">${words.dates.long(receivedAt)}</time>
      </p>
      ${submission.quarantined && quarantineNotice(words, submission, callback, session)}
      ${fields['possible_duplicate'] === true && html`<p class="notice">${text.duplicate}</p>`}
      <div class="columns">
        <div>
          ${callback && callbackPanel(words, submission, callback)}
          ${mainPanels(rest, submission, appointment, callback, related, lang)}
          ${submission.widget === 'question' && section(words, text.chat, 'chat', submission, lang)}
          ${section(words, text.complaint, 'complaint', submission, lang)}
          ${ownFields(words, submission, lang)} ${fileList(words, submission.id, files)}
        </div>
        <div>
          ${senderPanel(words, submission, lang)} ${stateForm(words, submission, session)}
          ${relatedPanel(words, related)} ${consentPanel(words, submission, consent, lang)}
          ${deliveryPanel(words, outgoing)} ${erasePanel(words, submission.id)}
        </div>
      </div>
      ${section(words, text.origin, 'context', submission, lang)}`,
  });
};

const mainPanels = (
  frame: Frame,
  submission: StoredSubmission,
  appointment: AppointmentView | undefined,
  callback: CallbackView | undefined,
  { survey }: RelatedView,
  lang: string | undefined,
): Html => {
  const { words } = frame;
  if (appointment) return appointmentPanels(frame, submission, appointment, lang);
  if (callback && isBlank(String(submission.fields['message'] ?? ''))) return html``;
  return survey ? answerPanels(words, survey, lang) : messageText(words, submission, lang);
};

const quarantineNotice = (
  words: InboxWords,
  { id }: StoredSubmission,
  callback: CallbackView | undefined,
  session: Session,
): Html =>
  html`<form class="notice" method="post" action="/inbox/${id}/quarantine">
    <p>${heldText(words, callback?.note.heldFor ?? 'spam')}</p>
    ${csrfField(session)}
    <button name="quarantined" value="no">${words.text.message.notSpam}</button>
  </form>`;

const messageText = (
  { text: { message: text } }: InboxWords,
  { widget, fields }: StoredSubmission,
  lang: string | undefined,
): Html => {
  const { subject } = fields;
  const message = widget === 'question' ? fields['question'] : fields['message'];
  const language = lang && html`lang="${lang}"`;
  return html`<section class="panel" aria-labelledby="text">
    <h2 id="text">
      ${typeof subject === 'string' && !isBlank(subject) ? html`<bdi ${language}>${subject}</bdi>` : widget === 'question' ? text.question : text.text}
    </h2>
    ${
      typeof message === 'string' && !isBlank(message)
        ? html`<div class="text" dir="auto" ${language}>${message}</div>`
        : html`<p class="hint">${text.noText}</p>`
    }
  </section>`;
};

const senderPanel = (words: InboxWords, submission: StoredSubmission, lang: string | undefined): Html => {
  const { message: text } = words.text;
  const { fields, reference } = submission;
  const [reply, call] = [replyUrl(fields, reference), callUrl(fields)];
  return html`<section class="panel" aria-labelledby="sender">
    <h2 id="sender">${text.sender}</h2>
    ${definitions(words, sectionLabels(words, 'sender'), submission, lang) || html`<p class="hint">${text.noSender}</p>`}
    ${
      (reply ?? call) &&
      html`<p class="actions">
        ${reply && html`<a class="button primary" href="${reply}">${text.reply}</a>`}
        ${call && html`<a class="button" href="${call}">${text.call}</a>`}
      </p>`
    }
  </section>`;
};

const stateForm = (
  { text: { message: text } }: InboxWords,
  { id, state }: StoredSubmission,
  session: Session,
): Html =>
  html`<section class="panel" aria-labelledby="answer">
    <h2 id="answer">${text.state[state]}</h2>
    <form class="actions" method="post" action="/inbox/${id}/state">
      ${csrfField(session)}
      ${ANSWER_STATES.filter((other) => other !== state).map(
        (other) => html`<button name="state" value="${other}">${text.markAs[other]}</button>`,
      )}
    </form>
  </section>`;

const erasePanel = ({ text: { message: text } }: InboxWords, id: string): Html =>
  html`<section class="panel" aria-labelledby="erase">
    <h2 id="erase">${text.erase}</h2>
    <p class="actions"><a class="button" href="/inbox/${id}/erase">${text.eraseThis}</a></p>
  </section>`;

/** From the record of the consent, with the time by this server's clock. */
const consentPanel = (
  words: InboxWords,
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
  const { consent_received_at: recorded } = words.text.labels.fields;
  const labels = [...sectionLabels(words, 'consent'), ['consent_received_at', recorded] as const];
  return html`<section class="panel consent" aria-labelledby="consent">
    <h2 id="consent">${words.text.message.consent}</h2>
    ${definitions(words, labels, { ...submission, fields }, lang)}
  </section>`;
};

const ownFields = (words: InboxWords, submission: StoredSubmission, lang: string | undefined): Html | '' => {
  const names = Object.keys(submission.fields).filter((name) => isOwnField(name, submission.widget));
  if (!names.length) return '';
  return html`<section class="panel" aria-labelledby="own">
    <h2 id="own">${words.text.message.otherFields}</h2>
    ${definitions(
      words,
      names.map((name) => [name, name] as const),
      submission,
      lang,
    )}
  </section>`;
};

const fileList = (words: InboxWords, id: string, files: readonly FileEntry[]): Html | '' => {
  if (!files.length) return '';
  const { message: text } = words.text;
  return html`<section class="panel" aria-labelledby="files">
    <h2 id="files">${text.files}</h2>
    <ul class="files">
      ${files.map(
        (file) =>
          html`<li>
            <a href="/inbox/${id}/files/${file.id}" download><bdi>${file.name}</bdi></a>
            <span class="hint">${words.size(file.size)}, ${typeText(words, file)}</span>
          </li>`,
      )}
    </ul>
    <p class="hint">${text.filesHint}</p>
  </section>`;
};

/** The content's type, and a warning where it is another than the sender said. */
const typeText = (words: InboxWords, { sniffedType, declaredType }: FileEntry): Html | string => {
  const { message: text } = words.text;
  const sent = declaredType;
  if (!sniffedType) return sent ? words.fill(text.typeUnknownSent, { sent }) : text.typeUnknown;
  if (!declaredType || declaredType === 'application/octet-stream' || declaredType === sniffedType)
    return sniffedType;
  return html`<strong>${words.fill(text.typeOther, { type: sniffedType, sent: declaredType })}</strong>`;
};

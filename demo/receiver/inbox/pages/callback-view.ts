import { html } from 'hono/html';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { isBlank } from '../../../../src/validation/text.js';
import { visitorPeriodText } from '../../appointments/period-text.js';
import { calledNumberText, calledNumberUrl } from '../../callbacks/phone.js';
import { promisedWindow } from '../../callbacks/request.js';
import type { CallbackNote, CallEntry } from '../../store/callbacks.js';
import type { Fields, StoredSubmission } from '../../store/store.js';
import type { Html } from './layout.js';
import type { InboxWords } from '../words/words.js';

/** What the page of a message shows of the callback widget. */
export interface CallbackView {
  readonly note: CallbackNote;
  /** The company's. */
  readonly timeZone: TimeZone;
}

/** A link that dials; it stands out for who has claimed the call. */
export const callLink = (words: InboxWords, { number, holder }: CallEntry, who: string): Html =>
  html`<a class="button ${who && holder === who && 'primary'}" href="${calledNumberUrl(number)}"
    >${words.html(words.text.callbacks.call, { number: html`<bdi>${calledNumberText(number)}</bdi>` })}</a
  >`;

/** What was promised, in the company's time and, where clocks there differ, in the visitor's. */
export const promiseText = (words: InboxWords, fields: Fields, timeZone: TimeZone): Html | string => {
  const { callbacks: text, labels } = words.text;
  const window = promisedWindow(fields);
  if (!window) return labels.asSoonAsPossible;
  const theirs = visitorPeriodText(window, timeZone, fields, words.dates);
  return html`${words.dates.period(window, timeZone)}
  ${theirs && html`<span class="hint">${words.fill(text.forVisitor, { time: theirs })}</span>`}`;
};

/** Of a message of the callback widget: what it asks for, and where its call is. */
export const callbackPanel = (
  words: InboxWords,
  { fields }: StoredSubmission,
  { note, timeZone }: CallbackView,
): Html =>
  html`<section class="panel" aria-labelledby="call">
    ${note.regarding ? withdrawal(words, note) : request(words, fields, note, timeZone)}
  </section>`;

const withdrawal = ({ text: { callbacks: text } }: InboxWords, { regarding }: CallbackNote): Html =>
  html`<h2 id="call">${text.notWanted}</h2>
    <p>
      ${text.takesBack} ${!isBlank(regarding) && html`<a href="/inbox/${regarding}">${text.openRequest}</a>`}
    </p>`;

const request = (
  words: InboxWords,
  fields: Fields,
  { callId, withdrawnAt }: CallbackNote,
  timeZone: TimeZone,
): Html => {
  const { callbacks: text, labels } = words.text;
  return html`<h2 id="call">${text.wanted}</h2>
    ${
      withdrawnAt &&
      html`<p class="facts">
        <span class="standing">${labels.callStates.withdrawn}</span>
        <time datetime="${withdrawnAt}">${words.dates.short(withdrawnAt)}</time>
      </p>`
    }
    <dl>
      <div>
        <dt>${text.promised}</dt>
        <dd>${promiseText(words, fields, timeZone)}</dd>
      </div>
    </dl>
    ${
      callId &&
      html`<p class="actions">
        <a class="button" href="/inbox/callbacks/${callId}">${text.openCall}</a>
      </p>`
    }`;
};

import { html } from 'hono/html';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { isBlank } from '../../../../src/validation/text.js';
import { visitorPeriodText } from '../../appointments/period-text.js';
import { calledNumberText, calledNumberUrl } from '../../callbacks/phone.js';
import { promisedWindow } from '../../callbacks/request.js';
import type { CallbackNote, CallEntry } from '../../store/callbacks.js';
import type { Fields, StoredSubmission } from '../../store/store.js';
import type { Html } from './layout.js';
import { ENGLISH } from '../words/words.js';

/** What the page of a message shows of the callback widget. */
export interface CallbackView {
  readonly note: CallbackNote;
  /** The company's. */
  readonly timeZone: TimeZone;
}

/** A link that dials; it stands out for who has claimed the call. */
export const callLink = ({ number, holder }: CallEntry, who: string): Html =>
  html`<a class="button ${who && holder === who && 'primary'}" href="${calledNumberUrl(number)}"
    >Call <bdi>${calledNumberText(number)}</bdi></a
  >`;

/** What was promised, in the company's time and, where clocks there differ, in the visitor's. */
export const promiseText = (fields: Fields, timeZone: TimeZone): Html | string => {
  const window = promisedWindow(fields);
  if (!window) return 'As soon as possible';
  const theirs = visitorPeriodText(window, timeZone, fields, ENGLISH.dates);
  return html`${ENGLISH.dates.period(window, timeZone)}
  ${theirs && html`<span class="hint">For the visitor: ${theirs}</span>`}`;
};

/** Of a message of the callback widget: what it asks for, and where its call is. */
export const callbackPanel = ({ fields }: StoredSubmission, { note, timeZone }: CallbackView): Html =>
  html`<section class="panel" aria-labelledby="call">
    ${note.regarding ? withdrawal(note) : request(fields, note, timeZone)}
  </section>`;

const withdrawal = ({ regarding }: CallbackNote): Html =>
  html`<h2 id="call">No call wanted any more</h2>
    <p>
      The visitor takes back an earlier request.
      ${!isBlank(regarding) && html`<a href="/inbox/${regarding}">Open that request</a>`}
    </p>`;

const request = (fields: Fields, { callId, withdrawnAt }: CallbackNote, timeZone: TimeZone): Html =>
  html`<h2 id="call">Call wanted</h2>
    ${
      withdrawnAt &&
      html`<p class="facts">
        <span class="standing">${ENGLISH.text.labels.callStates.withdrawn}</span>
        <time datetime="${withdrawnAt}">${ENGLISH.dates.short(withdrawnAt)}</time>
      </p>`
    }
    <dl>
      <div>
        <dt>Promised</dt>
        <dd>${promiseText(fields, timeZone)}</dd>
      </div>
    </dl>
    ${
      callId &&
      html`<p class="actions">
        <a class="button" href="/inbox/callbacks/${callId}">Who calls, and what was done</a>
      </p>`
    }`;

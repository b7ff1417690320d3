import { html } from 'hono/html';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { isBlank } from '../../../../src/validation/text.js';
import type { CallAction, CallEntry, CallEvent, CallRecord, CallRequest } from '../../store/callbacks.js';
import { oneLine } from '../../store/storable-text.js';
import { languageTag, longTime, shortTime } from '../format.js';
import { CALL_EVENT_LABELS, CALL_STATE_LABELS, valueLabel } from '../labels.js';
import { callActions, callerForm } from './call-actions.js';
import { callLink, promiseText } from './callback-view.js';
import { holderText } from './callbacks.js';
import { page, type Html } from './layout.js';
import { navigation, type NavigationOptions } from './navigation.js';

export interface CallbackPageOptions extends Omit<NavigationOptions, 'current'> {
  readonly call: CallRecord;
  readonly timeZone: TimeZone;
  readonly who: string;
}

/** One call: who wants it, what was promised, what was done. */
export const callbackPage = (options: CallbackPageOptions): Html => {
  const { call, session, who, timeZone } = options;
  const { requests, events, attempts, nextAt } = call;
  const first = requests.find(({ submissionId }) => submissionId === call.id);
  return page({
    title: 'Callback – Inbox',
    navigation: navigation({ ...options, current: 'callbacks' }),
    content: html`<p><a href="/inbox/callbacks">Back to the callbacks</a></p>
      <h1 id="call">Callback ${first?.reference}</h1>
      <p class="facts">
        <span class="standing">${CALL_STATE_LABELS[call.state]}</span>
        ${attempts > 0 && html`<span>Tries so far: ${attempts}</span>`}
        ${nextAt && html`<span>Next try: ${shortTime(nextAt)}</span>`}
        ${call.holder && html`<span>Who has it: ${holderText(call)}</span>`}
      </p>
      <p>${callLink(call, who)}</p>
      ${callerForm(session, who, call.id)}
      <div class="call-buttons">${callActions({ session, call, who, place: 'call', describedBy: 'call' })}</div>
      <section class="panel" aria-labelledby="requests">
        <h2 id="requests">${requests.length === 1 ? 'What was asked' : `Asked ${requests.length} times, the latest first`}</h2>
        <ol class="groups">
          ${requests.map((request) => html`<li>${requestText(request, timeZone)}</li>`)}
        </ol>
      </section>
      <section class="panel" aria-labelledby="history">
        <h2 id="history">What was done</h2>
        ${events.length ? html`<ol class="history">${events.map(eventText)}</ol>` : html`<p class="hint">Nothing yet.</p>`}
      </section>`,
  });
}; // prettier-ignore

const requestText = (request: CallRequest, timeZone: TimeZone): Html => {
  const { fields, receivedAt, withdrawnAt, quarantined } = request;
  const lang = languageTag(fields['locale']);
  const language = lang && html`lang="${lang}"`;
  const line = (name: string, label: string) => {
    const value = fields[name];
    if (typeof value !== 'string' || isBlank(value)) return '';
    return html`<div>
      <dt>${label}</dt>
      <dd><bdi ${language}>${oneLine(name === 'topic' ? valueLabel(value) : value, 300)}</bdi></dd>
    </div>`;
  };
  return html`<p class="facts">
      <a href="/inbox/${request.submissionId}">${request.reference}</a>
      <time datetime="${receivedAt}">${longTime(receivedAt)}</time>
      ${withdrawnAt && html`<span class="standing">${CALL_STATE_LABELS.withdrawn}</span>`}
      ${quarantined && html`<span class="standing">In quarantine</span>`}
    </p>
    <dl class="call-facts">
      <div>
        <dt>Promised</dt>
        <dd>${promiseText(fields, timeZone)}</dd>
      </div>
      ${line('name', 'Name')} ${line('topic', 'Topic')}
    </dl>`;
};

const eventText = ({ kind, at, who, nextAt }: CallEvent): Html =>
  html`<li>
    <time datetime="${at}">${shortTime(at)}</time>:
    ${CALL_EVENT_LABELS[kind]}${who && html`, <bdi>${who}</bdi>`}
    ${nextAt && html`<span class="hint">Next try: ${shortTime(nextAt)}</span>`}
  </li>`;

/** Somebody was quicker: how the call stands now, and that nothing was changed. */
export const callConflictPage = ({
  call,
  action,
  ...rest
}: Omit<NavigationOptions, 'current'> & { readonly call: CallEntry; readonly action: CallAction }): Html => {
  const isTaken = action === 'claimed' && call.holder !== '';
  const heading = isTaken ? 'Somebody else has this call' : 'Changed meanwhile';
  return page({
    title: `${heading} – Inbox`,
    navigation: navigation({ ...rest, current: 'callbacks' }),
    content: html`<h1>${heading}</h1>
      <p>
        ${call.holder ? html`Who has it: ${holderText(call)}.` : html`It stands so: ${CALL_STATE_LABELS[call.state]}.`}
        Nothing of yours was changed.
      </p>
      <p class="actions">
        <a class="button" href="/inbox/callbacks/${call.id}">Open this call</a>
        <a href="/inbox/callbacks">Back to the callbacks</a>
      </p>`,
  });
};

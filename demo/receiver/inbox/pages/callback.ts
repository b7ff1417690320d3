import { html } from 'hono/html';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { isBlank } from '../../../../src/validation/text.js';
import type { CallAction, CallEntry, CallEvent, CallRecord, CallRequest } from '../../store/callbacks.js';
import { oneLine } from '../../store/storable-text.js';
import { languageTag } from '../format.js';
import { valueLabel } from '../labels.js';
import { callActions, callerForm } from './call-actions.js';
import { callLink, promiseText } from './callback-view.js';
import { holderText } from './callbacks.js';
import { page, type Frame, type Html } from './layout.js';
import { ENGLISH } from '../words/words.js';

export interface CallbackPageOptions extends Frame {
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
    title: 'Callback',
    frame: options, current: 'callbacks',
    content: html`<p><a href="/inbox/callbacks">Back to the callbacks</a></p>
      <h1 id="call">Callback ${first?.reference}</h1>
      <p class="facts">
        <span class="standing">${ENGLISH.text.labels.callStates[call.state]}</span>
        ${attempts > 0 && html`<span>Tries so far: ${attempts}</span>`}
        ${nextAt && html`<span>Next try: ${ENGLISH.dates.short(nextAt)}</span>`}
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
      <dd><bdi ${language}>${oneLine(name === 'topic' ? valueLabel(ENGLISH, value) : value, 300)}</bdi></dd>
    </div>`;
  };
  return html`<p class="facts">
      <a href="/inbox/${request.submissionId}">${request.reference}</a>
      <time datetime="${receivedAt}">${ENGLISH.dates.long(receivedAt)}</time>
      ${withdrawnAt && html`<span class="standing">${ENGLISH.text.labels.callStates.withdrawn}</span>`}
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
    <time datetime="${at}">${ENGLISH.dates.short(at)}</time>:
    ${ENGLISH.text.labels.callEvents[kind]}${who && html`, <bdi>${who}</bdi>`}
    ${nextAt && html`<span class="hint">Next try: ${ENGLISH.dates.short(nextAt)}</span>`}
  </li>`;

/** Somebody was quicker: how the call stands now, and that nothing was changed. */
export const callConflictPage = ({
  call,
  action,
  ...rest
}: Frame & { readonly call: CallEntry; readonly action: CallAction }): Html => {
  const isTaken = action === 'claimed' && call.holder !== '';
  const heading = isTaken ? 'Somebody else has this call' : 'Changed meanwhile';
  return page({
    title: heading,
    frame: rest,
    current: 'callbacks',
    content: html`<h1>${heading}</h1>
      <p>
        ${call.holder ? html`Who has it: ${holderText(call)}.` : html`It stands so: ${ENGLISH.text.labels.callStates[call.state]}.`}
        Nothing of yours was changed.
      </p>
      <p class="actions">
        <a class="button" href="/inbox/callbacks/${call.id}">Open this call</a>
        <a href="/inbox/callbacks">Back to the callbacks</a>
      </p>`,
  });
};

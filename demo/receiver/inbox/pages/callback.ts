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
import type { InboxWords } from '../words/words.js';

export interface CallbackPageOptions extends Frame {
  readonly call: CallRecord;
  readonly timeZone: TimeZone;
  readonly who: string;
}

/** One call: who wants it, what was promised, what was done. */
export const callbackPage = (options: CallbackPageOptions): Html => {
  const { call, session, who, timeZone, words } = options;
  const { callbacks: text, labels } = words.text;
  const fact = (label: string, value: Html | string) => html`<span>${words.html(text.fact, { label, value })}</span>`;
  const { requests, events, attempts, nextAt } = call;
  const first = requests.find(({ submissionId }) => submissionId === call.id);
  return page({
    title: text.title,
    frame: options, current: 'callbacks',
    content: html`<p><a href="/inbox/callbacks">${text.back}</a></p>
      <h1 id="call">${words.fill(text.heading, { reference: first?.reference ?? '' })}</h1>
      <p class="facts">
        <span class="standing">${labels.callStates[call.state]}</span>
        ${attempts > 0 && fact(text.tries, words.number(attempts))}
        ${nextAt && fact(text.nextTry, words.dates.short(nextAt))}
        ${call.holder && fact(text.holder, holderText(words, call))}
      </p>
      <p>${callLink(words, call, who)}</p>
      ${callerForm(options, who, call.id)}
      <div class="call-buttons">${callActions({ ...{ words, session, call }, who, place: 'call', describedBy: 'call' })}</div>
      <section class="panel" aria-labelledby="requests">
        <h2 id="requests">${words.plural(text.asked, requests.length)}</h2>
        <ol class="groups">
          ${requests.map((request) => html`<li>${requestText(words, request, timeZone)}</li>`)}
        </ol>
      </section>
      <section class="panel" aria-labelledby="history">
        <h2 id="history">${text.history}</h2>
        ${events.length ? html`<ol class="history">${events.map((event) => eventText(words, event))}</ol>` : html`<p class="hint">${text.nothingYet}</p>`}
      </section>`,
  });
}; // prettier-ignore

const requestText = (words: InboxWords, request: CallRequest, timeZone: TimeZone): Html => {
  const { callbacks: text, labels } = words.text;
  const { fields, receivedAt, withdrawnAt, quarantined } = request;
  const lang = languageTag(fields['locale']);
  const language = lang && html`lang="${lang}"`;
  const line = (name: string, label: string) => {
    const value = fields[name];
    if (typeof value !== 'string' || isBlank(value)) return '';
    return html`<div>
      <dt>${label}</dt>
      <dd><bdi ${language}>${oneLine(name === 'topic' ? valueLabel(words, value) : value, 300)}</bdi></dd>
    </div>`;
  };
  return html`<p class="facts">
      <a href="/inbox/${request.submissionId}">${request.reference}</a>
      <time datetime="${receivedAt}">${words.dates.long(receivedAt)}</time>
      ${withdrawnAt && html`<span class="standing">${labels.callStates.withdrawn}</span>`}
      ${quarantined && html`<span class="standing">${text.quarantined}</span>`}
    </p>
    <dl class="call-facts">
      <div>
        <dt>${text.promised}</dt>
        <dd>${promiseText(words, fields, timeZone)}</dd>
      </div>
      ${line('name', text.name)} ${line('topic', text.topic)}
    </dl>`;
};

const eventText = (words: InboxWords, { kind, at, who, nextAt }: CallEvent): Html => {
  const { callbacks: text, labels } = words.text;
  return html`<li>
    ${words.html(text.fact, {
      label: html`<time datetime="${at}">${words.dates.short(at)}</time>`,
      value: labels.callEvents[kind],
    })}${who && html`, <bdi>${who}</bdi>`}
    ${nextAt && html`<span class="hint">${words.fill(text.fact, { label: text.nextTry, value: words.dates.short(nextAt) })}</span>`}
  </li>`;
};

/** Somebody was quicker: how the call stands now, and that nothing was changed. */
export const callConflictPage = ({
  call,
  action,
  ...rest
}: Frame & { readonly call: CallEntry; readonly action: CallAction }): Html => {
  const { words } = rest;
  const { callbacks: text, labels } = words.text;
  const isTaken = action === 'claimed' && call.holder !== '';
  const heading = isTaken ? text.taken : text.changed;
  return page({
    title: heading,
    frame: rest,
    current: 'callbacks',
    content: html`<h1>${heading}</h1>
      <p>
        ${
          call.holder
            ? words.html(text.whoHas, { holder: holderText(words, call) })
            : words.fill(text.standsSo, { state: labels.callStates[call.state] })
        }
        ${text.nothingChanged}
      </p>
      <p class="actions">
        <a class="button" href="/inbox/callbacks/${call.id}">${text.openThis}</a>
        <a href="/inbox/callbacks">${text.back}</a>
      </p>`,
  });
};

import { html } from 'hono/html';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { isBlank } from '../../../../src/validation/text.js';
import { inOrder, type Urgency } from '../../callbacks/order.js';
import { calledNumberText } from '../../callbacks/phone.js';
import type { CallAction, CallEntry, OpenCall } from '../../store/callbacks.js';
import { oneLine } from '../../store/storable-text.js';
import { languageTag } from '../format.js';
import { valueLabel } from '../labels.js';
import { callActions, callerForm } from './call-actions.js';
import { callLink, promiseText } from './callback-view.js';
import { page, type Frame, type Html } from './layout.js';
import { ENGLISH } from '../words/words.js';

export interface CallbacksPageOptions extends Frame {
  readonly calls: readonly OpenCall[];
  /** Whether there are more than are shown. */
  readonly isCut: boolean;
  readonly closed: readonly CallEntry[];
  readonly now: Date;
  readonly timeZone: TimeZone;
  readonly who: string;
  /** What was just done, and to which call. */
  readonly did?: { readonly action: CallAction; readonly id: string } | undefined;
}

const HEADINGS: Readonly<Record<Urgency, string>> = {
  overdue: 'Overdue',
  now: 'Now',
  soon: 'As soon as possible',
  later: 'Later',
  reached: 'Reached, not done yet',
};

const DID: Readonly<Record<CallAction, string>> = {
  claimed: 'You have this call now.',
  released: 'Released: anybody can claim it.',
  reached: 'Noted: reached.',
  missed: 'Noted: not reached. It stays in the list.',
  done: 'Done. It is off the list.',
  reopened: 'It is on the list again.',
};

export const callbacksPage = (options: CallbacksPageOptions): Html => {
  const { calls, isCut, closed, now, who, did, session } = options;
  const stays = did && calls.some(({ id }) => id === did.id);
  return page({
    title: 'Callbacks',
    frame: options,
    current: 'callbacks',
    content: html`<h1>Callbacks</h1>
      ${did && html`<p class="notice" role="status" ${!stays && html`tabindex="-1" autofocus`}>${DID[did.action]}</p>`}
      <p class="hint">
        As of <time datetime="${now.toISOString()}">${ENGLISH.dates.short(now.toISOString())}</time>.
        <a href="/inbox/callbacks">Refresh</a>
      </p>
      ${(calls.length > 0 || closed.length > 0) && callerForm(session, who, '')}
      ${!calls.length && html`<p class="empty">Nobody waits for a call.</p>`}
      ${inOrder(calls, now).map(([urgency, part]) => part.length > 0 && section(urgency, part, options))}
      ${isCut && html`<p class="hint">There are more: they come once some of these are done.</p>`}
      ${closed.length > 0 && closedList(closed)}`,
  });
};

const section = (urgency: Urgency, calls: readonly OpenCall[], options: CallbacksPageOptions): Html =>
  html`<section aria-labelledby="${urgency}">
    <h2 id="${urgency}">${HEADINGS[urgency]} (${calls.length})</h2>
    <ul class="groups calls">
      ${calls.map((call) => item(call, urgency, options))}
    </ul>
  </section>`;

const item = (call: OpenCall, urgency: Urgency, options: CallbacksPageOptions): Html => {
  const { session, who, timeZone, did } = options;
  const { id, fields, attempts, requests, nextAt } = call;
  const lang = languageTag(fields['locale']);
  const language = lang && html`lang="${lang}"`;
  const text = (name: string) => (typeof fields[name] === 'string' ? oneLine(fields[name], 160) : '');
  return html`<li class="panel ${urgency}">
    <h3 id="c-${id}">
      <a href="/inbox/callbacks/${id}" ${did?.id === id && html`autofocus`}
        >${isBlank(text('name')) ? `No name (${call.reference})` : html`<bdi ${language}>${text('name')}</bdi>`}</a
      >
    </h3>
    <p>${callLink(call, who)}</p>
    <dl class="call-facts">
      ${fact('Promised', promiseText(fields, timeZone))}
      ${!isBlank(text('topic')) && fact('Topic', html`<bdi ${language}>${valueLabel(ENGLISH, text('topic'))}</bdi>`)}
      ${requests > 1 && fact('Asked for', `${requests} times`)}
      ${attempts > 0 && fact('Tries so far', `${attempts}`)}
      ${nextAt && fact('Next try', ENGLISH.dates.short(nextAt))}
      ${call.holder && fact('Who has it', holderText(call))}
    </dl>
    ${callActions({ session, call, who, place: 'list', describedBy: `c-${id}` })}
  </li>`;
};

export const holderText = ({ holder, heldSince }: CallEntry): Html =>
  html`<bdi>${holder}</bdi>, since <time datetime="${heldSince}">${ENGLISH.dates.short(heldSince)}</time>`;

const fact = (label: string, value: Html | string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const closedList = (closed: readonly CallEntry[]): Html =>
  html`<details class="closed">
    <summary>Done and taken back (${closed.length})</summary>
    <ul>
      ${closed.map(
        ({ id, number, state, askedAt }) =>
          html`<li>
            <a href="/inbox/callbacks/${id}"><bdi>${calledNumberText(number)}</bdi></a>
            – ${ENGLISH.text.labels.callStates[state]}
            <span class="hint"
              >asked for <time datetime="${askedAt}">${ENGLISH.dates.short(askedAt)}</time></span
            >
          </li>`,
      )}
    </ul>
  </details>`;

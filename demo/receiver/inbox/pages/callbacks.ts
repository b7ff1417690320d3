import { html } from 'hono/html';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { isBlank } from '../../../../src/validation/text.js';
import { inOrder, type Urgency } from '../../callbacks/order.js';
import { calledNumberText } from '../../callbacks/phone.js';
import type { CallAction, CallEntry, OpenCall } from '../../store/callbacks.js';
import { oneLine } from '../../store/storable-text.js';
import { textOf } from '../../submissions/fields.js';
import { languageTag } from '../format.js';
import { valueLabel } from '../labels.js';
import { callActions, callerForm } from './call-actions.js';
import { callLink, promiseText } from './callback-view.js';
import { page, type Frame, type Html } from './layout.js';
import type { InboxWords } from '../words/words.js';

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

export const callbacksPage = (options: CallbacksPageOptions): Html => {
  const { calls, isCut, closed, now, who, did, words } = options;
  const { callbacks: text, frame } = words.text;
  const stays = did && calls.some(({ id }) => id === did.id);
  return page({
    title: frame.callbacks,
    frame: options,
    current: 'callbacks',
    content: html`<h1>${frame.callbacks}</h1>
      ${
        did &&
        html`<p class="notice" role="status" ${!stays && html`tabindex="-1" autofocus`}>
          ${text.did[did.action]}
          ${closed.some(({ id }) => id === did.id) && html`<a href="/inbox/callbacks/${did.id}">${text.openThis}</a>`}
        </p>`
      }
      <p class="hint">
        ${words.html(text.asOf, {
          time: html`<time datetime="${now.toISOString()}">${words.dates.short(now.toISOString())}</time>`,
        })}
        <a href="/inbox/callbacks">${text.refresh}</a>
      </p>
      ${(calls.length > 0 || closed.length > 0) && callerForm(options, who, '')}
      ${!calls.length && html`<p class="empty">${text.none}</p>`}
      ${inOrder(calls, now).map(([urgency, part]) => part.length > 0 && section(urgency, part, options))}
      ${isCut && html`<p class="hint">${text.more}</p>`} ${closed.length > 0 && closedList(words, closed)}`,
  });
};

const section = (urgency: Urgency, calls: readonly OpenCall[], options: CallbacksPageOptions): Html => {
  const { words } = options;
  const { callbacks: text } = words.text;
  const count = words.number(calls.length);
  const heading = words.fill(text.withCount, { heading: text.urgencies[urgency], count });
  return html`<section aria-labelledby="${urgency}">
    <h2 id="${urgency}">${heading}</h2>
    <ul class="groups calls">
      ${calls.map((call) => item(call, urgency, options))}
    </ul>
  </section>`;
};

const item = (call: OpenCall, urgency: Urgency, options: CallbacksPageOptions): Html => {
  const { words, session, who, timeZone, did } = options;
  const { callbacks: text } = words.text;
  const { id, fields, attempts, requests, nextAt } = call;
  const lang = languageTag(fields['locale']);
  const language = lang && html`lang="${lang}"`;
  const field = (name: string) => oneLine(textOf(fields, name), 160);
  return html`<li class="panel ${urgency}">
    <h3 id="c-${id}">
      <a href="/inbox/callbacks/${id}" ${did?.id === id && html`autofocus`}
        >${isBlank(field('name')) ? words.fill(text.noName, { reference: call.reference }) : html`<bdi ${language}>${field('name')}</bdi>`}</a
      >
    </h3>
    <p>${callLink(words, call, who)}</p>
    <dl class="call-facts">
      ${fact(text.promised, promiseText(words, fields, timeZone))}
      ${!isBlank(field('topic')) && fact(text.topic, html`<bdi ${language}>${valueLabel(words, field('topic'))}</bdi>`)}
      ${requests > 1 && fact(text.askedFor, words.plural(text.times, requests))}
      ${attempts > 0 && fact(text.tries, words.number(attempts))}
      ${nextAt && fact(text.nextTry, words.dates.short(nextAt))}
      ${call.holder && fact(text.holder, holderText(words, call))}
    </dl>
    ${callActions({ ...{ words, session, call }, who, place: 'list', describedBy: `c-${id}` })}
  </li>`;
};

export const holderText = (words: InboxWords, { holder, heldSince }: CallEntry): Html =>
  words.html(words.text.callbacks.held, {
    holder: html`<bdi>${holder}</bdi>`,
    time: html`<time datetime="${heldSince}">${words.dates.short(heldSince)}</time>`,
  });

const fact = (label: string, value: Html | string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const closedList = (words: InboxWords, closed: readonly CallEntry[]): Html => {
  const { callbacks: text, labels } = words.text;
  return html`<details class="closed">
    <summary>
      ${words.fill(text.withCount, { heading: text.closed, count: words.number(closed.length) })}
    </summary>
    <ul>
      ${closed.map(
        ({ id, number, state, askedAt }) =>
          html`<li>
            <a href="/inbox/callbacks/${id}"><bdi>${calledNumberText(number)}</bdi></a>
            – ${labels.callStates[state]}
            <span class="hint"
              >${words.html(text.closedAsked, {
                time: html`<time datetime="${askedAt}">${words.dates.short(askedAt)}</time>`,
              })}</span
            >
          </li>`,
      )}
    </ul>
  </details>`;
};

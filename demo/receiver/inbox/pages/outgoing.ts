import { html } from 'hono/html';
import type { OutgoingMessage, UndeliveredMessage } from '../../store/outgoing.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import type { InboxWords } from '../words/words.js';

export interface OutgoingPageOptions extends Frame {
  readonly messages: readonly UndeliveredMessage[];
}

/** What could not be delivered: given up, or failed and to be tried again. */
export const outgoingPage = ({ messages, ...rest }: OutgoingPageOptions): Html => {
  const { outgoing: text, frame } = rest.words.text;
  return page({
    title: frame.undelivered,
    frame: rest,
    current: 'undelivered',
    content: html`<h1>${frame.undelivered}</h1>
      <p>${text.text}</p>
      ${messages.some(({ state }, index) => index > 0 || state === 'waiting') && retryAllForm(rest)}
      ${messages.length ? messages.map((message) => item(rest, message)) : html`<p class="empty">${text.none}</p>`}`,
  });
};

/** Else a mail server that is back after two days would be waited for by hours, and what was given up meanwhile pressed one by one. */
const retryAllForm = ({ words, session }: Frame): Html =>
  html`<form class="actions" method="post" action="/inbox/undelivered">
    ${csrfField(session)}
    <button>${words.text.outgoing.retryAll}</button>
  </form>`;

const item = ({ words, session }: Frame, message: UndeliveredMessage): Html => {
  const { outgoing: text } = words.text;
  return html`<section class="panel" aria-labelledby="m-${message.id}">
    <h2 id="m-${message.id}">
      ${words.html(text.heading, {
        channel: text.channels[message.channel],
        message: html`<a href="/inbox/${message.submissionId}">${message.reference}</a>`,
      })}
    </h2>
    <p>
      <strong>${stateText(words, message)}</strong>
      ${message.lastError && html`<span class="text" dir="auto" lang="en">${message.lastError}</span>`}
    </p>
    ${
      message.state === 'dead' &&
      html`<form class="actions" method="post" action="/inbox/undelivered/${message.id}">
        ${csrfField(session)}
        <button name="action" value="retry">${text.retry}</button>
        <button name="action" value="dismiss">${text.dismiss}</button>
      </form>`
    }
  </section>`;
};

const stateText = (words: InboxWords, { state, attempts, dueAt }: OutgoingMessage): Html | string => {
  const { outgoing: text } = words.text;
  if (attempts === 0) return text.againNow;
  if (state === 'dead') return words.plural(text.givenUp, attempts);
  return words.pluralHtml(text.failedSoFar, attempts, {
    time: html`<time datetime="${dueAt}">${words.dates.short(dueAt)}</time>`,
  });
};

/** On the page of a message: how it left. */
export const deliveryPanel = (words: InboxWords, messages: readonly OutgoingMessage[]): Html | '' => {
  if (!messages.length) return '';
  const { outgoing: text } = words.text;
  return html`<section class="panel" aria-labelledby="deliveries">
    <h2 id="deliveries">${text.sentOn}</h2>
    <dl>
      ${messages.map(
        (message) =>
          html`<div>
            <dt>${text.channels[message.channel]}</dt>
            <dd>${deliveryText(words, message)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
};

const deliveryText = (words: InboxWords, message: OutgoingMessage): Html | string => {
  const { outgoing: text } = words.text;
  switch (message.state) {
    case 'delivered':
      return message.attempts === 1
        ? text.delivered
        : words.fill(text.deliveredAtTry, { count: words.number(message.attempts) });
    case 'dismissed':
      return text.dismissed;
    case 'dead':
      return html`<a href="/inbox/undelivered">${stateText(words, message)}</a>`;
    case 'waiting':
      return message.lastError
        ? html`<a href="/inbox/undelivered">${stateText(words, message)}</a>`
        : text.onItsWay;
  }
};

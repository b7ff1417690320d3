import { html } from 'hono/html';
import type { Channel, OutgoingMessage, UndeliveredMessage } from '../../store/outgoing.js';
import type { Session } from '../sessions.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { ENGLISH } from '../words/words.js';

export interface OutgoingPageOptions extends Frame {
  readonly messages: readonly UndeliveredMessage[];
}

const CHANNELS: Readonly<Record<Channel, string>> = {
  mail: 'Mail',
  webhook: 'Web-hook',
  visitor: 'Mail to the visitor',
  invitation: 'Invitation',
};

/** What could not be delivered: given up, or failed and to be tried again. */
export const outgoingPage = ({ messages, ...rest }: OutgoingPageOptions): Html =>
  page({
    title: 'Undelivered',
    frame: rest,
    current: 'undelivered',
    content: html`<h1>Undelivered</h1>
      <p>
        Mails and web-hooks that did not arrive where they should. The messages themselves are safe in the
        inbox.
      </p>
      ${messages.length ? messages.map((message) => item(message, rest.session)) : html`<p class="empty">Everything was delivered.</p>`}`,
  });

const item = (message: UndeliveredMessage, session: Session): Html =>
  html`<section class="panel" aria-labelledby="m-${message.id}">
    <h2 id="m-${message.id}">
      ${CHANNELS[message.channel]} of <a href="/inbox/${message.submissionId}">${message.reference}</a>
    </h2>
    <p>
      <strong>${stateText(message)}</strong>
      ${message.lastError && html`<span class="text" dir="auto">${message.lastError}</span>`}
    </p>
    ${
      message.state === 'dead' &&
      html`<form class="actions" method="post" action="/inbox/undelivered/${message.id}">
        ${csrfField(session)}
        <button name="action" value="retry">Try again</button>
        <button name="action" value="dismiss">Take off this list</button>
      </form>`
    }
  </section>`;

const stateText = ({ state, attempts, dueAt }: OutgoingMessage): Html | string => {
  if (attempts === 0) return 'To be tried again now.';
  const tries = attempts === 1 ? 'one try' : `${attempts} tries`;
  if (state === 'dead') return `Given up after ${tries}.`;
  return html`Not delivered after ${tries}; next
    <time datetime="${dueAt}">${ENGLISH.dates.short(dueAt)}</time>.`;
};

/** On the page of a message: how it left. */
export const deliveryPanel = (messages: readonly OutgoingMessage[]): Html | '' => {
  if (!messages.length) return '';
  return html`<section class="panel" aria-labelledby="deliveries">
    <h2 id="deliveries">Sent on</h2>
    <dl>
      ${messages.map(
        (message) =>
          html`<div>
            <dt>${CHANNELS[message.channel]}</dt>
            <dd>${deliveryText(message)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
};

const deliveryText = (message: OutgoingMessage): Html | string => {
  switch (message.state) {
    case 'delivered':
      return message.attempts === 1 ? 'Delivered' : `Delivered at try ${message.attempts}`;
    case 'dismissed':
      return 'Not delivered, and taken off the list';
    case 'dead':
      return html`<a href="/inbox/undelivered">${stateText(message)}</a>`;
    case 'waiting':
      return message.lastError ? html`<a href="/inbox/undelivered">${stateText(message)}</a>` : 'On its way';
  }
};

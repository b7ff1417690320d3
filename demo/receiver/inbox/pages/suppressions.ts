import { html } from 'hono/html';
import type { Suppression } from '../../store/surveys.js';
import type { Session } from '../sessions.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import type { InboxWords } from '../words/words.js';

export interface SuppressionsOptions extends Frame {
  readonly suppressions: readonly Suppression[];
  /** Of how many invitations a person was just erased. */
  readonly erased?: number | undefined;
  /** How many messages were erased with it. */
  readonly messages?: number | undefined;
  /** What was typed to be erased and is no address. */
  readonly problem?: string | undefined;
}

/** Who gets no invitations, and where people are erased. */
export const suppressionsPage = ({
  suppressions,
  erased,
  messages,
  problem,
  ...frame
}: SuppressionsOptions): Html => {
  const { words, session } = frame;
  const { suppressions: text } = words.text.erasure;
  return page({
    title: `${problem === undefined ? '' : 'Error: '}No invitations`,
    frame,
    current: 'surveys',
    content: html`<p><a href="/inbox/surveys">${text.allSurveys}</a></p>
      <h1>${text.heading}</h1>
      ${erased !== undefined && html`<p class="notice" role="status">${erasedText(words, erased, messages)}</p>`}
      ${
        problem !== undefined &&
        html`<p class="notice" role="alert">
          <a href="#address">${text.addressWanted}</a>
        </p>`
      }
      <p>${text.text}</p>
      ${
        suppressions.length
          ? html`<ul class="suppressions" role="list">
              ${suppressions.map((suppression) => suppressionItem(words, suppression, session))}
            </ul>`
          : html`<p class="empty">${text.none}</p>`
      }
      <form class="panel stack" method="post" action="/inbox/suppressions/erase" aria-labelledby="erase">
        <h2 id="erase">${text.erasePerson}</h2>
        ${csrfField(session)}
        <div class="field">
          <label for="address">${text.address}</label>
          <input
            id="address"
            name="address"
            type="text"
            inputmode="email"
            value="${problem ?? ''}"
            dir="ltr"
            maxlength="320"
            autocomplete="off"
            spellcheck="false"
          />
        </div>
        <p class="actions"><button>${text.erase}</button></p>
      </form>`,
  });
};

const erasedText = (words: InboxWords, number: number, messages = 0): string => {
  const { erasedInvitations, erasedMessages } = words.text.erasure.suppressions;
  const invitations = words.plural(erasedInvitations, number);
  return messages > 0 ? `${invitations} ${words.plural(erasedMessages, messages)}` : invitations;
};

const suppressionItem = (
  words: InboxWords,
  { address, reason, since }: Suppression,
  session: Session,
): Html => {
  const { suppressions: text } = words.text.erasure;
  const isErased = reason === 'erased' || !address.includes('@');
  // The end of what stands for the address tells two of them apart for who does not see where they stand.
  const name = isErased ? words.fill(text.erasedAddressEnd, { end: address.slice(-6) }) : address;
  return html`<li class="panel">
    <p class="facts">
      ${isErased ? html`<span>${text.erasedAddress}</span>` : html`<bdi>${address}</bdi>`}
      <span class="standing">${text.reasons[reason]}</span>
      <time datetime="${since}">${words.dates.short(since)}</time>
    </p>
    <form method="post" action="/inbox/suppressions">
      ${csrfField(session)}
      <input type="hidden" name="address" value="${address}" />
      <button aria-label="${words.fill(text.allowFor, { address: name })}">${text.allow}</button>
      ${reason !== 'bounced' && html`<span class="hint">${text.allowHint}</span>`}
    </form>
    ${
      !isErased &&
      html`<form method="post" action="/inbox/suppressions/erase">
        ${csrfField(session)}
        <input type="hidden" name="address" value="${address}" />
        <button aria-label="${words.fill(text.eraseFor, { address })}">${text.erase}</button>
      </form>`
    }
  </li>`;
};

export interface ErasePageOptions extends Frame {
  readonly address: string;
  /** How many went there, or wait to. */
  readonly invitations: number;
  /** How many were written with it. */
  readonly messages: number;
}

/** Says what will be gone and what stays, before anything is. */
export const erasePage = ({ address, invitations, messages, ...frame }: ErasePageOptions): Html => {
  const { words } = frame;
  const { erasure } = words.text;
  const { suppressions: text } = erasure;
  return page({
    // Titles have nothing of people in them.
    title: text.erasePerson,
    frame,
    current: 'surveys',
    content: html`<p><a href="/inbox/suppressions">${erasure.back}</a></p>
      <h1>${text.erasePerson}</h1>
      <p><bdi>${address}</bdi></p>
      <ul>
        <li>${words.plural(text.invitations, invitations)}</li>
        <li>${text.answersStay}</li>
        <li>${text.hash}</li>
        <li>
          ${words.html(text.elsewhere, {
            link: html`<a href="/inbox?${new URLSearchParams({ q: address }).toString()}"
              >${text.elsewhereLink}</a
            >`,
          })}
        </li>
      </ul>
      <form method="post" action="/inbox/suppressions/erase">
        ${csrfField(frame.session)}
        <input type="hidden" name="address" value="${address}" />
        ${
          messages > 0 &&
          html`<p>
            <label
              ><input type="checkbox" name="messages" value="yes" checked />
              ${words.plural(text.eraseMessages, messages)}</label
            >
          </p>`
        }
        <p class="actions">
          <button class="primary" name="confirmed" value="yes">${erasure.eraseForGood}</button>
        </p>
      </form>`,
  });
};

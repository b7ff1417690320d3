import { html } from 'hono/html';
import type { Suppression } from '../../store/surveys.js';
import type { Session } from '../sessions.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { ENGLISH } from '../words/words.js';

export interface SuppressionsOptions extends Frame {
  readonly suppressions: readonly Suppression[];
  /** Of how many invitations a person was just erased. */
  readonly erased?: number | undefined;
  /** How many messages were erased with it. */
  readonly messages?: number | undefined;
  /** What was typed to be erased and is no address. */
  readonly problem?: string | undefined;
}

const REASONS: Readonly<Record<Suppression['reason'], string>> = {
  unsubscribed: 'Wants none',
  bounced: 'Mail came back',
  erased: 'Erased',
};

/** Who gets no invitations, and where people are erased. */
export const suppressionsPage = ({
  suppressions,
  erased,
  messages,
  problem,
  ...frame
}: SuppressionsOptions): Html =>
  page({
    title: `${problem === undefined ? '' : 'Error: '}No invitations`,
    frame,
    current: 'surveys',
    content: html`<p><a href="/inbox/surveys">All surveys</a></p>
      <h1>Addresses that get no invitations</h1>
      ${erased !== undefined && html`<p class="notice" role="status">${erasedText(erased, messages)}</p>`}
      ${
        problem !== undefined &&
        html`<p class="notice" role="alert">
          <a href="#address">${'Write one e-mail address, like name@example.com.'}</a>
        </p>`
      }
      <p>Their owners wanted no more, or their mail servers refused them.</p>
      ${
        suppressions.length
          ? html`<ul class="suppressions" role="list">
              ${suppressions.map((suppression) => suppressionItem(suppression, frame.session))}
            </ul>`
          : html`<p class="empty">None.</p>`
      }
      <form class="panel stack" method="post" action="/inbox/suppressions/erase" aria-labelledby="erase">
        <h2 id="erase">Erase a person</h2>
        ${csrfField(frame.session)}
        <div class="field">
          <label for="address">E-mail address</label>
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
        <p class="actions"><button>Erase …</button></p>
      </form>`,
  });

const erasedText = (number: number, messages = 0): string =>
  [
    number === 1
      ? 'Erased: 1 invitation names nobody any more.'
      : `Erased: ${number} invitations name nobody any more.`,
    messages > 0 && (messages === 1 ? '1 message is gone.' : `${messages} messages are gone.`),
  ]
    .filter(Boolean)
    .join(' ');

const suppressionItem = ({ address, reason, since }: Suppression, session: Session): Html => {
  const isErased = reason === 'erased' || !address.includes('@');
  // The end of what stands for the address tells two of them apart for who does not see where they stand.
  const name = isErased ? `an erased address, ${address.slice(-6)}` : address;
  return html`<li class="panel">
    <p class="facts">
      ${isErased ? html`<span>An erased address</span>` : html`<bdi>${address}</bdi>`}
      <span class="standing">${REASONS[reason]}</span>
      <time datetime="${since}">${ENGLISH.dates.short(since)}</time>
    </p>
    <form method="post" action="/inbox/suppressions">
      ${csrfField(session)}
      <input type="hidden" name="address" value="${address}" />
      <button aria-label="Allow invitations again: ${name}">Allow invitations again</button>
      ${reason !== 'bounced' && html`<span class="hint">Only if they have asked for it.</span>`}
    </form>
    ${
      !isErased &&
      html`<form method="post" action="/inbox/suppressions/erase">
        ${csrfField(session)}
        <input type="hidden" name="address" value="${address}" />
        <button aria-label="Erase: ${address}">Erase …</button>
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
export const erasePage = ({ address, invitations, messages, ...frame }: ErasePageOptions): Html =>
  page({
    // Titles have nothing of people in them.
    title: 'Erase a person',
    frame,
    current: 'surveys',
    content: html`<p><a href="/inbox/suppressions">Back, erase nothing</a></p>
      <h1>Erase a person</h1>
      <p><bdi>${address}</bdi></p>
      <ul>
        <li>
          ${invitations === 1 ? '1 invitation went' : `${invitations} invitations went`} to this address, or
          ${invitations === 1 ? 'waits' : 'wait'} to. Address, name, language and reference are erased, and
          what waits is not sent.
        </li>
        <li>
          Answers to them stay and count. Nothing says any more whose they are, and the links in the mails are
          worth nothing.
        </li>
        <li>The address gets no more invitations. All that is kept to know it by is a keyed hash.</li>
        <li>
          Where else the address stands in a text is not looked for: see the
          <a href="/inbox?${new URLSearchParams({ q: address }).toString()}">messages with this address</a>.
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
              ${messages === 1 ? 'Erase the message that was' : `Erase the ${messages} messages that were`}
              written with this address, too: texts, files and all that was given. Of an answer to a survey
              the score stays.</label
            >
          </p>`
        }
        <p class="actions">
          <button class="primary" name="confirmed" value="yes">Erase for good</button>
        </p>
      </form>`,
  });

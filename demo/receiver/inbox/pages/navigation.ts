import { html } from 'hono/html';
import { listUrl } from '../list-query.js';
import type { Session } from '../sessions.js';
import type { Frame, Html } from './layout.js';

export interface Counts {
  readonly unread: number;
  readonly quarantined: number;
  /** Mails and web-hooks that were given up, or have failed so far. */
  readonly undelivered: number;
  /** Questions to the chat that the owner has not dealt with. */
  readonly questions: number;
  /** Visitors who wait for a call. */
  readonly callbacks: number;
}

export type ListName =
  | 'messages'
  | 'quarantine'
  | 'undelivered'
  | 'callbacks'
  | 'questions'
  | 'faq'
  | 'surveys';

/** Links to the lists, and the way out. @param current the list that is shown, if one is */
export const navigation = ({ words, session, counts }: Frame, current: ListName | undefined): Html => {
  const text = words.text.frame;
  const link = (list: ListName, href: string, name: string = text[list]) =>
    html`<a href="${href}" ${current === list && html`aria-current="page"`}>${name}</a>`;
  const counted = (list: ListName, count: number) =>
    words.fill(text.withCount, { list: text[list], count: words.number(count) });
  const waiting = (list: ListName, count: number) => (count ? counted(list, count) : text[list]);
  return html`<nav aria-label="${text.lists}">
      ${link('messages', listUrl('/inbox', { quarantined: false }), counts.unread ? words.plural(text.messagesNew, counts.unread) : text.messages)}
      ${link('callbacks', '/inbox/callbacks', waiting('callbacks', counts.callbacks))}
      ${link('questions', '/inbox/questions', waiting('questions', counts.questions))}
      ${link('faq', '/inbox/faq')}
      ${link('quarantine', listUrl('/inbox', { quarantined: true }), counted('quarantine', counts.quarantined))}
      ${link('surveys', '/inbox/surveys')}
      ${(counts.undelivered > 0 || current === 'undelivered') && link('undelivered', '/inbox/undelivered', waiting('undelivered', counts.undelivered))}
    </nav>
    <form class="sign-out" method="post" action="/inbox/sign-out">
      ${csrfField(session)}
      <button>${text.signOut}</button>
    </form>`;
};

/** Every form of a signed-in page carries it. */
export const csrfField = ({ csrfToken }: Session): Html =>
  html`<input type="hidden" name="csrf" value="${csrfToken}" />`;

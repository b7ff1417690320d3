import { html } from 'hono/html';
import { listUrl } from '../list-query.js';
import type { Session } from '../sessions.js';
import type { Html } from './layout.js';

export interface Counts {
  readonly unread: number;
  readonly quarantined: number;
  /** Mails and web-hooks that were given up. */
  readonly undelivered: number;
  /** Questions to the chat that the owner has not dealt with. */
  readonly questions: number;
  /** Visitors who wait for a call. */
  readonly callbacks: number;
}

export interface NavigationOptions {
  readonly session: Session;
  readonly counts: Counts;
  /** The list that is shown, if one is. */
  readonly current?: 'inbox' | 'quarantine' | 'undelivered' | 'callbacks' | 'questions' | 'faq' | 'surveys';
}

export const navigation = ({ session, counts, current }: NavigationOptions): Html => {
  const link = (key: typeof current, href: string, text: string) =>
    html`<a href="${href}" ${current === key && html`aria-current="page"`}>${text}</a>`;
  const undelivered = counts.undelivered ? `Undelivered (${counts.undelivered})` : 'Undelivered';
  return html`<nav aria-label="Lists">
      ${link('inbox', listUrl('/inbox', { quarantined: false }), counts.unread ? `Messages (${counts.unread} new)` : 'Messages')}
      ${link('callbacks', '/inbox/callbacks', counts.callbacks ? `Callbacks (${counts.callbacks})` : 'Callbacks')}
      ${link('questions', '/inbox/questions', counts.questions ? `Questions (${counts.questions})` : 'Questions')}
      ${link('faq', '/inbox/faq', 'FAQ')}
      ${link('quarantine', listUrl('/inbox', { quarantined: true }), `Quarantine (${counts.quarantined})`)}
      ${link('surveys', '/inbox/surveys', 'Surveys')}
      ${(counts.undelivered > 0 || current === 'undelivered') && link('undelivered', '/inbox/undelivered', undelivered)}
    </nav>
    <form class="sign-out" method="post" action="/inbox/sign-out">
      ${csrfField(session)}
      <button>Sign out</button>
    </form>`;
};

/** Every form of a signed-in page carries it. */
export const csrfField = ({ csrfToken }: Session): Html =>
  html`<input type="hidden" name="csrf" value="${csrfToken}" />`;

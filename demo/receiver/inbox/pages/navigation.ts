import { html } from 'hono/html';
import { listUrl } from '../list-query.js';
import type { Session } from '../sessions.js';
import type { Html } from './layout.js';

export interface NavigationOptions {
  readonly session: Session;
  readonly counts: { readonly unread: number; readonly quarantined: number };
  /** The list that is shown, if one is. */
  readonly current?: 'inbox' | 'quarantine';
}

export const navigation = ({ session, counts, current }: NavigationOptions): Html => {
  const link = (key: 'inbox' | 'quarantine', text: string) =>
    html`<a
      href="${listUrl('/inbox', { quarantined: key === 'quarantine' })}"
      ${current === key && html`aria-current="page"`}
      >${text}</a
    >`;
  return html`<nav aria-label="Lists">
      ${link('inbox', counts.unread ? `Messages (${counts.unread} new)` : 'Messages')}
      ${link('quarantine', `Quarantine (${counts.quarantined})`)}
    </nav>
    <form class="sign-out" method="post" action="/inbox/sign-out">
      ${csrfField(session)}
      <button>Sign out</button>
    </form>`;
};

/** Every form of a signed-in page carries it. */
export const csrfField = ({ csrfToken }: Session): Html =>
  html`<input type="hidden" name="csrf" value="${csrfToken}" />`;

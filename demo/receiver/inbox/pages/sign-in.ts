import { html } from 'hono/html';
import { page, type Html } from './layout.js';

export interface SignInOptions {
  /** What was wrong with the last try. */
  readonly problem?: string;
  /** Message to open afterwards. */
  readonly messageId?: string | undefined;
}

export const signInPage = ({ problem, messageId }: SignInOptions): Html =>
  page({
    title: problem ? 'Error: sign in' : 'Sign in',
    content: html`<form class="sign-in panel" method="post" action="/inbox/sign-in">
      <h1>Sign in</h1>
      <label for="password">Password</label>
      ${problem && html`<p class="error" id="problem"><span class="visually-hidden">Error:</span> ${problem}</p>`}
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        autofocus
        ${problem && html`aria-invalid="true" aria-describedby="problem"`}
      />
      ${messageId && html`<input type="hidden" name="message" value="${messageId}" />`}
      <button class="primary">Sign in</button>
      <p class="hint">The password was shown when the receiver started.</p>
    </form>`,
  });

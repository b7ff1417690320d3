import { html } from 'hono/html';
import { page, type Html, type PlainFrame } from './layout.js';

export interface SignInOptions extends PlainFrame {
  /** What was wrong with the last try. */
  readonly problem?: string;
  /** Message to open afterwards. */
  readonly messageId?: string | undefined;
}

export const signInPage = ({ problem, messageId, words }: SignInOptions): Html => {
  const text = words.text.frame;
  const here = `/inbox/sign-in${messageId ? `?message=${messageId}` : ''}`;
  return page({
    // Also where it answers a form: a password is typed again anyway.
    frame: { words, here },
    title: text.signIn,
    isWrong: problem !== undefined,
    content: html`<form class="sign-in panel" method="post" action="/inbox/sign-in">
      <h1>${text.signIn}</h1>
      <label for="password">${text.password}</label>
      ${problem && html`<p class="error" id="problem"><span class="visually-hidden">${text.errorPrefix}</span> ${problem}</p>`}
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
      <button class="primary">${text.signIn}</button>
      <p class="hint">${text.passwordHint}</p>
    </form>`,
  });
};

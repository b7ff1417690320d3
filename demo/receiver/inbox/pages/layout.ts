import { html } from 'hono/html';
import { locales } from '../../../../src/localization/locale.js';
import { LANGUAGE_NAMES } from '../language.js';
import type { Session } from '../sessions.js';
import type { InboxWords } from '../words/words.js';
import { navigation, type Counts, type ListName } from './navigation.js';

/** What the templates make: escaped, but for what is itself such a piece. */
export type Html = ReturnType<typeof html>;

/** What is around every page, before sign-in too. */
export interface PlainFrame {
  readonly words: InboxWords;
  /**
   * Path and query of the page, to come back to in another language. Without where the page answers a form: what was
   * typed would be gone.
   */
  readonly here?: string | undefined;
}

/** What is around a page for who has signed in. */
export interface Frame extends PlainFrame {
  readonly session: Session;
  readonly counts: Counts;
}

export interface PageOptions {
  readonly frame: PlainFrame | Frame;
  /** Never anything that a visitor wrote: titles end up in histories, task bars and shared screens. */
  readonly title: string;
  /** Whether the page shows what was wrong with a form. */
  readonly isWrong?: boolean | undefined;
  /** The list that is shown, if one is. */
  readonly current?: ListName | undefined;
  readonly content: Html;
}

export const page = ({ frame, title, isWrong = false, current, content }: PageOptions): Html => {
  const { words, here } = frame;
  const { inbox, title: titleIn, errorTitle } = words.text.frame;
  const name = words.fill(titleIn, { title, inbox });
  return html`<!doctype html>
    <html lang="${words.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${isWrong ? words.fill(errorTitle, { title: name }) : name}</title>
        <link rel="icon" href="/inbox/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/inbox/style.css" />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/inbox">${inbox}</a>
          ${'session' in frame && navigation(frame, current)}
        </header>
        <main>${content}</main>
        ${here !== undefined && languageChoice(words, here)}
      </body>
    </html> `;
};

/** A button for each language, in that language: it need not be known what "change" is called in this one. */
const languageChoice = ({ text, locale }: InboxWords, here: string): Html =>
  html`<footer>
    <form class="language-choice" method="post" action="/inbox/language" aria-labelledby="language-choice">
      <p id="language-choice">${text.frame.language}</p>
      <input type="hidden" name="back" value="${here}" />
      ${locales.map(
        (each) =>
          html`<button
            name="language"
            value="${each}"
            lang="${each}"
            ${each === locale && html`aria-current="true"`}
          >
            ${LANGUAGE_NAMES[each]}
          </button>`,
      )}
    </form>
  </footer>`;

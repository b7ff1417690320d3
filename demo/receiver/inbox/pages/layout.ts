import { html } from 'hono/html';

/** What the templates make: escaped, but for what is itself such a piece. */
export type Html = ReturnType<typeof html>;

export interface PageOptions {
  /** Never anything that a visitor wrote: titles end up in histories, task bars and shared screens. */
  readonly title: string;
  /** Beside the name of the inbox; empty before sign-in. */
  readonly navigation?: Html | '';
  readonly content: Html;
}

export const page = ({ title, navigation = '', content }: PageOptions): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="icon" href="/inbox/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/inbox/style.css" />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/inbox">Inbox</a>
          ${navigation}
        </header>
        <main>${content}</main>
      </body>
    </html> `;

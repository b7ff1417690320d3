import { html, LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { HarremanRenderer } from 'harreman/server';
import 'harreman/callback-button';
import 'harreman/contact-form';
import 'harreman/satisfaction-survey';

// A server doesn't see the <html lang> around an element: say the language on each.
const page = (language) =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Harreman from a server</title>
        <script type="module" src="assets/client.js"></script>
      </head>
      <body>
        <main>
          <harreman-contact-form
            locale="${language}"
            endpoint="/submissions"
            profile="harreman"
            reply-within="2"
            privacy-url="/privacy"
          >
            <p slot="intro">Maialen Otaegi, Hernani</p>
            <p><a href="tel:+34943000000">943 00 00 00</a></p>
          </harreman-contact-form>
          <harreman-satisfaction-survey
            locale="${language}"
            endpoint="/submissions"
            profile="harreman"
            ask="nps"
          >
          </harreman-satisfaction-survey>
          <harreman-callback-button
            locale="${language}"
            endpoint="/submissions"
            profile="harreman"
            country="ES"
          >
            <a href="tel:+34943000000">943 00 00 00</a>
          </harreman-callback-button>
          <footer>What stands below.</footer>
        </main>
      </body>
    </html>`;

/** The page as text. A server that can send pieces may send `render(…)` as it comes, with `RenderResultReadable`. */
export const pageIn = (language) =>
  collectResult(render(page(language), { elementRenderers: [HarremanRenderer, LitElementRenderer] }));

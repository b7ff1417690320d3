import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { html, raw } from 'hono/html';
import { en } from './words/en.js';
import { eu } from './words/eu.js';
import { ka } from './words/ka.js';
import { lv } from './words/lv.js';
import type { Words } from './words/words.js';

/*
 * The snippet builder's page, `/builder/`, in the language that `lang` in its address says, else in one that the
 * browser prefers, else in English. What it does is in `demo/site/builder/`.
 */

/** The first is taken where a browser asks for none of them. */
export const languages = { en, eu, ka, lv } as const satisfies Record<string, Words>;

export type Language = keyof typeof languages;

const NAMES: Readonly<Record<Language, string>> = {
  eu: 'Euskara',
  ka: 'ქართული',
  lv: 'Latviešu',
  en: 'English',
};

const isLanguage = (text: string | undefined): text is Language =>
  text !== undefined && Object.hasOwn(languages, text);

/** Languages of the widgets. */
const LOCALES = [
  ['eu', 'Euskara'],
  ['ka', 'ქართული'],
  ['lv', 'Latviešu'],
  ['en', 'English'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['de', 'Deutsch'],
] as const;

/** Text within `<script>`: nothing in it may end it. */
const jsonOf = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const options = (pairs: readonly (readonly [value: string, text: string])[], chosen = '') =>
  pairs.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${text}</option>`,
  ); // prettier-ignore

export const builderPage = (language: Language) => {
  const { page: words, script } = languages[language];
  const guide = `/guide/${language === 'en' ? '' : language}`;
  const tick = (name: string, text: string, value = 'on', checked = false) =>
    html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${checked ? raw(' checked') : ''}> ${text}</label>`;
  // What is wrong with a choice is told beneath it.
  const mistake = (name: string) =>
    html`<p class="mistake" id="mistake-${name}" data-of="${name}" role="status"></p>`;
  const text = (name: string, label: string, hint: string, attributes: string) =>
    html`<label>${label} <small>${hint}</small><input name="${name}" aria-describedby="mistake-${name}" ${raw(attributes)}></label>
            ${mistake(name)}`;
  const result = (id: string, name: string, hint: string, copy: string) => html`
          <section aria-labelledby="${id}-title">
            <h2 id="${id}-title">${name}</h2>
            <p>${hint}</p>
            <pre tabindex="0" aria-labelledby="${id}-title" dir="ltr"><code id="${id}"></code></pre>
            <button type="button" data-copies="${id}">${copy}</button>
          </section>`;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words.title} · Harreman</title>
    <meta name="description" content="${words.lead}">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <link rel="icon" href="/img/txolarre.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/dist/themes/neutral.css">
    <link rel="stylesheet" href="/style.css">
    <link rel="stylesheet" href="/builder/builder.css">
    <script type="application/json" id="words">${raw(jsonOf(script))}</script>
    <script type="module" src="/builder/builder.js"></script>
  </head>
  <body>
    <a class="skip-link" href="#main">${words.skip}</a>
    <header class="site-header">
      <div class="wrap">
        <nav class="languages" aria-label="${words.languages}">
          <ul>
            ${(Object.keys(NAMES) as Language[]).map(
              (tag) => html`<li><a href="?lang=${tag}" lang="${tag}" hreflang="${tag}"${tag === language ? raw(' aria-current="true"') : ''}>${NAMES[tag]}</a></li>`,
            )}
          </ul>
        </nav>
        <a class="brand" href="${language === 'eu' ? '/' : `/${language}/`}"><img src="/img/txolarre.svg" alt="" width="44" height="44"> Harreman</a>
        <nav class="main-nav" aria-label="Harreman">
          <ul>
            <li><a href="${guide}">${words.guide}</a></li>
            <li><a href="?lang=${language}" aria-current="page">${words.title}</a></li>
          </ul>
        </nav>
      </div>
    </header>

    <main id="main" tabindex="-1">
      <div class="wrap page-head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <noscript><p>${words.noScript} <a href="${guide}">${words.guide}</a></p></noscript>
      </div>

      <div class="wrap builder">
        <form id="choices" class="choices" aria-label="${words.choices}">
          <fieldset>
            <legend>${words.widgets}</legend>
            ${tick('widgets', words.contactForm, 'contact-form', true)}
            ${tick('widgets', words.appointmentRequest, 'appointment-request')}
            ${tick('widgets', words.faqChat, 'faq-chat')}
            ${tick('widgets', words.satisfactionSurvey, 'satisfaction-survey')}
            ${tick('widgets', words.callbackButton, 'callback-button')}
          </fieldset>

          <fieldset>
            <legend>${words.whereMessagesGo}</legend>
            ${text('endpoint', words.endpoint, words.endpointHint, 'value="/submissions" required spellcheck="false" dir="ltr"')}
            <p class="note"><a href="${language === 'en' ? '/guide/endpoints' : guide}">${words.endpointHelp}</a></p>
            <label>${words.kind}
              <select name="profile" aria-describedby="mistake-profile">
                ${options(
                  [
                    ['', words.kindByAddress],
                    ['json', words.kindJson],
                    ['form', words.kindForm],
                    ['text', words.kindText],
                    ['formspree', 'Formspree'],
                    ['web3forms', 'Web3Forms'],
                    ['netlify', 'Netlify Forms'],
                    ['apps-script', 'Google Apps Script'],
                    ['harreman', words.kindReceiver],
                  ],
                  'harreman',
                )}
              </select>
            </label>
            ${mistake('profile')}
            <label id="key" hidden><span id="key-label"></span>
              <input name="key" spellcheck="false" dir="ltr">
            </label>
            <button type="button" id="check">${words.check}</button>
            <div id="checked" role="status" class="checked"></div>
          </fieldset>

          <fieldset>
            <legend>${words.languageAndLook}</legend>
            <label>${words.language}
              <select name="locale">
                <option value="">${words.languageOfPage}</option>
                ${LOCALES.map(([tag, name]) => html`<option value="${tag}" lang="${tag}">${name}</option>`)}
              </select>
            </label>
            <label>${words.theme}
              <select name="theme">
                ${options([
                  ['', words.themeNone],
                  ['neutral', words.themeNeutral],
                  ['warm', words.themeWarm],
                  ['contrast', words.themeContrast],
                  ['dark', words.themeDark],
                  ['brand', words.themeBrand],
                  ['calm', words.themeCalm],
                  ['rounded', words.themeRounded],
                ])}
              </select>
            </label>
            <label data-for-theme="brand" hidden>${words.brand} <small>${words.brandHint}</small>
              <input type="color" name="brand" value="#c2185b">
            </label>
            <div data-for-theme="other">
              ${tick('own-accent', words.ownAccent)}
              <label id="accent" hidden>${words.accent}
                <input type="color" name="accent" value="#0b5cad">
              </label>
              <p id="accent-note" class="note" role="status"></p>
            </div>
          </fieldset>

          <fieldset>
            <legend>${words.company}</legend>
            ${text('phone', words.phone, words.phoneHint, 'type="tel" value="+34 943 00 00 00" dir="ltr"')}
            ${text('email', words.email, words.optional, 'type="email" value="kaixo@example.com" dir="ltr"')}
            ${text('privacy', words.privacy, words.privacyHint, 'spellcheck="false" dir="ltr"')}
            ${text('replyWithin', words.replyWithin, words.replyWithinHint, 'type="number" min="1" max="365" value="2"')}
          </fieldset>

          <fieldset data-for="contact-form">
            <legend>${words.contactForm}</legend>
            ${tick('attachments', words.attachments)}
          </fieldset>
          <fieldset data-for="appointment-request faq-chat callback-button">
            <legend>${words.openingHours}</legend>
            ${text('hours', words.hours, words.hoursHint, 'value="Mo-Fr 09:00-18:00" spellcheck="false" dir="ltr"')}
            ${text('closed', words.closed, words.closedHint, 'spellcheck="false" dir="ltr"')}
            ${text('timezone', words.timezone, words.timezoneHint, 'spellcheck="false" dir="ltr"')}
          </fieldset>
          <fieldset data-for="faq-chat">
            <legend>${words.faqChat}</legend>
            <label>${words.questions} <small>${words.questionsHint}</small>
              <textarea name="faq" rows="4" aria-describedby="mistake-faq">${words.questionsSample}</textarea>
            </label>
            ${mistake('faq')}
          </fieldset>
          <fieldset data-for="satisfaction-survey">
            <legend>${words.satisfactionSurvey}</legend>
            <label>${words.ask}
              <select name="ask">
                ${options([
                  ['csat', words.askCsat],
                  ['nps', words.askNps],
                  ['ces', words.askCes],
                  ['expectation', words.askExpectation],
                  ['recommend', words.askRecommend],
                ])}
              </select>
            </label>
          </fieldset>
          <fieldset data-for="faq-chat callback-button">
            <legend>${words.place}</legend>
            ${tick('floating', words.floating)}
          </fieldset>

          <fieldset>
            <legend>${words.site}</legend>
            ${text('files', words.files, words.filesHint, 'value="/harreman/" required spellcheck="false" dir="ltr"')}
            ${tick('room', words.room, 'on', true)}
          </fieldset>
        </form>

        <div class="results">
          <section aria-labelledby="preview-title">
            <h2 id="preview-title">${words.preview}</h2>
            <p class="note">${words.previewHint}</p>
            <iframe id="preview" title="${words.preview}"></iframe>
          </section>
          ${result('html', 'HTML', words.htmlHint, words.copyHtml)}
          ${result('wordpress', 'WordPress', words.wordpressHint, words.copyWordpress)}
          ${result('react', 'React', words.reactHint, words.copyReact)}
          <p id="copied" role="status"></p>
        </div>
      </div>
    </main>
  </body>
</html>`;
}; // prettier-ignore

/** The route `/builder/`; its script and style sheet are files of the site. */
export const builderRoutes = (): Hono => {
  const app = new Hono();
  app.get('/builder', (c) => c.redirect(`/builder/${new URL(c.req.url).search}`, 301));
  app.get('/builder/', (c) => {
    const asked = c.req.query('lang');
    const preferred = accepts(c, {
      header: 'Accept-Language',
      supports: Object.keys(languages),
      default: 'en',
      match: (accepted, { supports, default: otherwise }) =>
        accepted
          .sort((a, b) => b.q - a.q)
          .map(({ type }) => type.split('-', 1)[0]!.toLowerCase())
          .find((type) => supports.includes(type)) ?? otherwise,
    });
    const language = isLanguage(asked) ? asked : isLanguage(preferred) ? preferred : 'en';
    c.header('Vary', 'Accept-Language');
    c.header('Content-Language', language);
    c.header('Cache-Control', 'no-cache');
    return c.html(builderPage(language));
  });
  return app;
};

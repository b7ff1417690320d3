import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { matchLocale, type Locale } from '../../../src/localization/locale.js';
import { RETRY_LATER } from '../http/unavailable.js';
import { describeError, type Log } from '../log.js';
import { page } from '../plain-form/pages.js';
import { preferredLanguages } from '../plain-form/navigation.js';
import type { SubmissionStore } from '../store/store.js';
import type { RespondentTokens } from './tokens.js';
import { unsubscribeWords } from './unsubscribe-words.js';

export interface UnsubscribeOptions {
  readonly store: SubmissionStore;
  readonly tokens: RespondentTokens;
  readonly log: Log;
}

/**
 * The page behind the link that every invitation has in its text and in `List-Unsubscribe`. Nothing happens when it is
 * opened: mail scanners open every link. A POST is what ends the mails, from the page's button or from a mail program
 * (RFC 8058, one-click: no cookie, no redirect, whatever the body says).
 */
export const unsubscribeRoutes = ({ store, tokens, log }: UnsubscribeOptions): Hono => {
  const app = new Hono();

  app.get('/unsubscribe/:token', async (c) => {
    const respondent = tokens.readUnsubscribeToken(c.req.param('token'));
    const locale = await localeOf(c, store, respondent);
    const { title, text, button } = unsubscribeWords[locale];
    if (!respondent) return c.html(brokenPage(locale), 404);
    return c.html(
      page(
        { locale },
        title,
        html`<h1>${title}</h1>
          <p>${text}</p>
          <form method="post">
            <input type="hidden" name="List-Unsubscribe" value="One-Click" />
            <button>${button}</button>
          </form>`,
      ),
    );
  });

  app.post('/unsubscribe/:token', async (c) => {
    const respondent = tokens.readUnsubscribeToken(c.req.param('token'));
    const locale = await localeOf(c, store, respondent);
    if (!respondent) return c.html(brokenPage(locale), 404);
    // Where the invitation is not there any more, there is nobody left to write to.
    await store.surveys.unsubscribe(respondent, new Date());
    log.info('unsubscribed');
    const { doneTitle, doneText } = unsubscribeWords[locale];
    return c.html(
      page(
        { locale },
        doneTitle,
        html`<h1>${doneTitle}</h1>
          <p>${doneText}</p>`,
      ),
    );
  });

  app.onError((error, c) => {
    log.error('unsubscribing failed', describeError(error));
    return c.text('Try again in a moment.', 503, RETRY_LATER);
  });
  return app;
};

const brokenPage = (locale: Locale) => {
  const { brokenTitle, brokenText } = unsubscribeWords[locale];
  return page(
    { locale },
    brokenTitle,
    html`<h1>${brokenTitle}</h1>
      <p>${brokenText}</p>`,
  );
};

/** That of the invitation; else the visitor's. */
const localeOf = async (
  c: Context,
  store: SubmissionStore,
  respondent: string | undefined,
): Promise<Locale> => {
  const known = respondent ? (await store.surveys.invitationsOf([respondent])).get(respondent) : undefined;
  const setup = known && !known.locale ? await store.surveys.setup(known.survey) : undefined;
  return matchLocale([known?.locale, setup?.locale, ...preferredLanguages(c.req.raw.headers)]) ?? 'en';
};

import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { CookieOptions } from 'hono/utils/cookie';
import { matchLocale, type Locale } from '../../../src/localization/locale.js';
import { preferredLanguages } from '../plain-form/navigation.js';
import { FormError, readForm, type InboxEnv } from './forms.js';
import type { Frame, PlainFrame } from './pages/layout.js';
import type { Counts } from './pages/navigation.js';
import { inboxWords } from './words/words.js';

/** The languages by their own names, so that whoever can't read the page finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  eu: 'Euskara',
  ka: 'ქართული',
  lv: 'Latviešu',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
};

const LANGUAGE_COOKIE = 'harreman_language';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Chooses the language of a page: the one that was chosen in the inbox, else the owner's (`INBOX_LANGUAGE`), else what
 * the browser asks for, else English.
 */
export const speak = (ownersLanguage: Locale | undefined) =>
  createMiddleware<InboxEnv>(async (c, next) => {
    c.set(
      'words',
      inboxWords([getCookie(c, LANGUAGE_COOKIE), ownersLanguage, ...preferredLanguages(c.req.raw.headers)]),
    );
    await next();
    // Nothing is kept by a cache now (`no-store`); whoever lets pages be kept finds it said already.
    c.res.headers.append('Vary', 'Accept-Language, Cookie');
  });

/** What is around a page for whoever asks. */
export const plainFrameOf = (c: Context<InboxEnv>): PlainFrame => {
  const { pathname, search } = new URL(c.req.url);
  return { words: c.var.words, here: c.req.method === 'GET' ? pathname + search : undefined };
};

/** What is around a page for who has signed in. */
export const frameOf = (c: Context<InboxEnv>, counts: Counts): Frame => ({
  ...plainFrameOf(c),
  session: c.var.session,
  counts,
});

/** Remembers a choice in a cookie, and shows the page again that it was made on. */
export const chooseLanguage = async (c: Context<InboxEnv>, options: CookieOptions): Promise<Response> => {
  const form = await readForm(c);
  const locale = matchLocale([form.get('language')]);
  if (!locale) throw new FormError(400, c.var.words.text.frame.errors.unknownLanguage);
  setCookie(c, LANGUAGE_COOKIE, locale, { ...options, maxAge: YEAR_SECONDS });
  return c.redirect(inboxAddress(form.get('back')), 303);
};

/** A page of the inbox and no other: the form says where it stood, and anybody can make up a form. */
const inboxAddress = (text: string | null): string => {
  const base = 'http://inbox.invalid';
  const address = text && URL.canParse(text, base) ? new URL(text, base) : undefined;
  const isOurs = address?.origin === base && /^\/inbox(?:\/|$)/.test(address.pathname);
  return isOurs ? address.pathname + address.search : '/inbox';
};

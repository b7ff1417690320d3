import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { createHash } from 'node:crypto';
import { checkOrigin } from '../http/check-origin.js';
import type { AllowedOrigins } from '../http/origin.js';
import { RETRY_LATER } from '../http/unavailable.js';
import { describeError, type Log } from '../log.js';
import type { FaqStore } from '../store/faq.js';
import type { SubmissionStore } from '../store/store.js';
import { faqJson } from './json.js';
import { canonicalTag, lookup } from './language.js';

export interface FaqOptions {
  readonly store: SubmissionStore;
  readonly log: Log;
  readonly allowedOrigins: AllowedOrigins;
}

/**
 * Caches keep it, and ask each time whether it is still the same: an owner who has mended an answer sees it on their
 * page at once, and a page that is looked at again costs a few bytes.
 */
const CACHING = 'no-cache';

/** `GET /faq.json`: the owner's FAQ, as the chat's `src` reads it. */
export const faqRoutes = ({ store, log, allowedOrigins }: FaqOptions): Hono<{ Bindings: HttpBindings }> => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const documents = new FaqDocuments(store.faq);

  app.use(
    '/faq.json',
    checkOrigin(allowedOrigins, (c) => refuse(c, 403, 'origin', 'This site may not ask here.')),
  );

  app.get('/faq.json', async (c) => {
    const asked = c.req.query('lang');
    const tag = asked ? canonicalTag(asked) : undefined;
    if (asked && tag === undefined)
      return refuse(c, 400, 'lang', '"lang" is no language tag, such as eu or es-MX.');
    try {
      const { body, etag } = await documents.get(tag);
      const headers = { 'ETag': etag, 'Cache-Control': CACHING };
      if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
      return c.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
    } catch (error) {
      log.error('FAQ not read', describeError(error));
      const message = 'The FAQ cannot be read right now. Try again later.';
      return refuse(c, 503, 'unavailable', message, RETRY_LATER);
    }
  });

  app.all('/faq.json', (c) => refuse(c, 405, 'method', 'Send a GET request.', { Allow: 'GET, HEAD' }));
  return app;
};

interface FaqDocument {
  readonly body: string;
  readonly etag: string;
}

/** What is served, made anew only once something was changed. */
class FaqDocuments {
  readonly #faq: FaqStore;
  #revision: number | undefined;
  /** By language; of all languages under the empty one. */
  #documents = new Map<string, Promise<FaqDocument>>();

  constructor(faq: FaqStore) {
    this.#faq = faq;
  }

  /** @param tag without one, the entries of all languages */
  async get(tag: string | undefined): Promise<FaqDocument> {
    // Before the entries: what is changed in between is served under the older revision, and made again next time.
    const revision = await this.#faq.revision();
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#documents = new Map();
    }
    const documents = this.#documents;
    const lang = tag === undefined ? '' : (lookup(tag, await this.#faq.languages()) ?? 'none');
    let document = documents.get(lang);
    if (!document) {
      document = this.#make(lang);
      documents.set(lang, document);
      document.catch(() => documents.delete(lang));
    }
    return document;
  }

  async #make(lang: string): Promise<FaqDocument> {
    const entries = lang === 'none' ? [] : await this.#faq.entries(lang || undefined);
    const body = JSON.stringify(faqJson(entries));
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  }
}

/** Compared weakly, as RFC 9110 (13.1.2) asks for: a proxy that compresses may have made it a weak one. */
const isKnown = (header = '', etag: string): boolean =>
  header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag);

const refuse = (
  c: Context,
  status: 400 | 403 | 405 | 503,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response => c.json({ ok: false, errors: [{ code, message }] }, status, { ...headers });

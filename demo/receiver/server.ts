import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { availabilityRoutes } from './appointments/availability.js';
import { AppointmentBook } from './appointments/book.js';
import type { AppointmentSettings } from './appointments/settings.js';
import { faqRoutes } from './faq/routes.js';
import { API_HEADERS, PAGE_HEADERS, withHeaders } from './http/security-headers.js';
import { notFoundPage } from './inbox/pages/plain.js';
import { inboxRoutes, type InboxOptions } from './inbox/routes.js';
import { inboxWords } from './inbox/words/words.js';
import { describeError, type Log } from './log.js';
import { preferredLanguages } from './plain-form/navigation.js';
import { submissionRoutes, type SubmissionOptions } from './submissions/routes.js';
import { invitationRoutes, type InvitationOptions } from './surveys/invitation-routes.js';
import { unsubscribeRoutes } from './surveys/unsubscribe-routes.js';

/** The book is made here, over the store. */
export type ReceiverOptions = Omit<SubmissionOptions & InboxOptions & InvitationOptions, 'book'> & {
  readonly appointments: AppointmentSettings;
};

export interface Receiver {
  /**
   * The routes: `/submissions`, `/availability`, `/faq.json`, `/surveys`, `/unsubscribe`, `/inbox`, `/healthz`. To be
   * served by itself or mounted in another app at `/`.
   */
  readonly app: Hono<{ Bindings: HttpBindings }>;
  /** Closes the store. Stop the server first. */
  close(): Promise<void>;
}

/** The receiver's routes over an open store. Opens nothing and listens nowhere by itself. */
export const createReceiver = (options: ReceiverOptions): Receiver => {
  const { store, log } = options;
  const book = new AppointmentBook(options.appointments, store.appointments);
  const app = new Hono<{ Bindings: HttpBindings }>();

  // Headers outermost, so that refusals and errors carry them too.
  for (const path of ['/submissions/*', '/availability', '/faq.json', '/surveys/*', '/healthz'])
    app.use(path, withHeaders(API_HEADERS), requestLog(log));
  for (const path of ['/inbox/*', '/unsubscribe/*'])
    app.use(path, withHeaders(PAGE_HEADERS), requestLog(log));

  app.route('/', submissionRoutes({ ...options, book }));
  app.route('/', availabilityRoutes({ ...options, book }));
  app.route('/', faqRoutes(options));
  app.route('/', invitationRoutes(options));
  app.route('/', unsubscribeRoutes(options));
  app.route('/inbox', inboxRoutes({ ...options, book }));

  app.get('/healthz', async (c) => {
    try {
      await store.ping();
      return c.json({ ok: true });
    } catch (error) {
      log.error('store does not answer', describeError(error));
      return c.json({ ok: false }, 503);
    }
  });

  app.notFound(notFound);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error('unexpected error', { route: routePath(c), ...describeError(error) });
    return c.json({ ok: false, errors: [{ code: 'internal', message: 'Something went wrong here.' }] }, 500);
  });

  return { app, close: () => store.close() };
};

/** 404 in the language of whoever asks: a page for browsers, JSON for the rest. */
export const notFound = (c: Context): Response | Promise<Response> => {
  if (c.req.header('accept')?.includes('text/html'))
    return c.html(notFoundPage({ words: inboxWords(preferredLanguages(c.req.raw.headers)) }), 404, {
      ...PAGE_HEADERS,
      Vary: 'Accept-Language',
    });
  const errors = [{ code: 'not_found', message: 'There is nothing here.' }];
  return c.json({ ok: false, errors }, 404, API_HEADERS);
};

/** The pattern of the route, not the address asked for: a search in the inbox is personal data. */
const requestLog =
  (log: Log): MiddlewareHandler =>
  async (c, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round(performance.now() - start);
    log.info('request', { method: c.req.method, route: routePath(c), status: c.res.status, ms });
  };

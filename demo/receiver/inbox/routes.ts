import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/localization/locale.js';
import type { AppointmentBook } from '../appointments/book.js';
import { attachmentDisposition, safeFileName } from '../files/names.js';
import { clientKey } from '../http/client-address.js';
import { RateLimiter } from '../http/rate-limiter.js';
import { describeError, type Log } from '../log.js';
import { Learning } from '../questions/learning.js';
import { ANSWER_STATES, type StoredSubmission, type SubmissionStore } from '../store/store.js';
import { appointmentRoutes, appointmentView, type AppointmentInboxOptions } from './appointment-routes.js';
import { separatorFor } from './csv.js';
import { exportCsv, exportNdjson } from './export.js';
import { erasureRoutes } from './erasure-routes.js';
import { entryEditor, faqInboxRoutes } from './faq-routes.js';
import { checkedForm, FormError, readForm, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import { chooseLanguage, frameOf, plainFrameOf, speak } from './language.js';
import { forgetList, lastList, noteList } from './last-list.js';
import { parseListQuery, toFilter } from './list-query.js';
import { erasedPage } from './pages/erasure.js';
import { listPage } from './pages/list.js';
import { messagePage } from './pages/message.js';
import type { Frame } from './pages/layout.js';
import type { Counts } from './pages/navigation.js';
import { outgoingPage } from './pages/outgoing.js';
import { errorPage } from './pages/plain.js';
import { questionRoutes } from './question-routes.js';
import { signInPage } from './pages/sign-in.js';
import { DEVICE_TTL_MS, SESSION_TTL_MS, type Sessions } from './sessions.js';
import { callbackRoutes, CALLER_COOKIE } from './callback-routes.js';
import type { DecisionDraft } from './pages/appointment-view.js';
import { relatedView } from './related-view.js';
import { surveyRoutes, type SurveyInboxOptions } from './survey-routes.js';

export interface InboxOptions extends AppointmentInboxOptions, SurveyInboxOptions {
  readonly log: Log;
  readonly sessions: Sessions;
  /** Whether this is the password. */
  readonly checkPassword: (guess: string) => Promise<boolean>;
  readonly trustedProxies: number;
  readonly book: AppointmentBook;
  /** The language of its pages, unless another is chosen there. Without, each browser's own. */
  readonly inboxLanguage?: Locale | undefined;
  /** Where the receiver is reached from outside. */
  readonly publicUrl?: string | undefined;
}

const PAGE_LENGTH = 50;
/** More than that, and one cause is behind most of them. */
const UNDELIVERED_LENGTH = 200;
/**
 * Sign-ins of one address or known device, and of all addresses: guesses cost the server 50 ms each. Who guesses from many
 * addresses keeps out nobody who has signed in on their device before.
 */
const GUESSES = { burst: 5, perMinute: 2 };
const ALL_GUESSES = { burst: 50, perMinute: 30 };

const COOKIE = 'harreman_inbox';
const DEVICE_COOKIE = 'harreman_device';
const ID = ':id{[\\da-f-]{36}}';

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The inbox, to be mounted at `/inbox`. */
export const inboxRoutes = (options: InboxOptions): Hono<InboxEnv> => {
  const { store, log, sessions, book } = options;
  const app = new Hono<InboxEnv>();
  const guesses = new RateLimiter(GUESSES);
  const allGuesses = new RateLimiter(ALL_GUESSES);

  const [style, icon] = [asset('style.css'), asset('icon.svg')];
  app.get('/style.css', (c) =>
    c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  );
  app.get('/icon.svg', (c) =>
    c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-cache' }),
  );

  app.use(speak(options.inboxLanguage));

  app.post('/language', sameOriginOnly, (c) => chooseLanguage(c, cookieOptions(c, options)));

  app.get('/sign-in', (c) => {
    const { words } = c.var;
    return c.html(signInPage({ words, messageId: messageId(c.req.query('message')) }));
  });

  app.post('/sign-in', sameOriginOnly, async (c) => {
    const form = await readForm(c);
    const message = messageId(form.get('message'));
    const device = sessions.readDevice(getCookie(c, DEVICE_COOKIE));
    const key = device ?? clientKey(c, options.trustedProxies);
    const { words } = c.var;
    const text = words.text.frame;
    const wait = guesses.take(key) || (device ? 0 : allGuesses.take('all'));
    if (wait) {
      log.warn('sign-in refused', { reason: 'too many tries' });
      const problem = words.plural(text.tooManyTries, wait);
      return c.html(signInPage({ words, problem, messageId: message }), 429, { 'Retry-After': `${wait}` });
    }
    if (!(await options.checkPassword(form.get('password') ?? ''))) {
      log.warn('sign-in refused', { reason: 'wrong password' });
      return c.html(signInPage({ words, problem: text.passwordWrong, messageId: message }), 403);
    }
    guesses.forget(key);
    setCookie(c, COOKIE, sessions.issue(), {
      ...cookieOptions(c, options),
      maxAge: SESSION_TTL_MS / 1000,
    });
    setCookie(c, DEVICE_COOKIE, sessions.issueDevice(), {
      ...cookieOptions(c, options),
      path: '/inbox/sign-in',
      maxAge: DEVICE_TTL_MS / 1000,
    });
    return c.redirect(message ? `/inbox/${message}` : '/inbox', 303);
  });

  // Everything below is for who has signed in.
  app.use(async (c, next) => {
    const session = sessions.read(getCookie(c, COOKIE));
    if (session) {
      c.set('session', session);
      return next();
    }
    const message = messageId(/^\/inbox\/([^/]+)$/.exec(c.req.path)?.[1]);
    return c.redirect(message ? `/inbox/sign-in?message=${message}` : '/inbox/sign-in', 303);
  });

  const frameFor = async (c: Context<InboxEnv>): Promise<Frame> => frameOf(c, await readCounts(store));

  app.get('/', async (c) => {
    const query = parseListQuery(new URL(c.req.url).searchParams);
    const { timeZone } = book;
    const [submissions, topics, widgets, frame] = await Promise.all([
      store.list(toFilter(query, timeZone), PAGE_LENGTH, query.after),
      store.topics(),
      store.widgets(),
      frameFor(c),
    ]);
    noteList(c, query, cookieOptions(c, options));
    return c.html(listPage({ ...frame, query, submissions, topics, widgets, timeZone }));
  });

  app.get('/export.csv', (c) => {
    const filter = toFilter(parseListQuery(new URL(c.req.url).searchParams), book.timeZone);
    return download(
      c,
      'messages.csv',
      'text/csv; charset=utf-8; header=present',
      exportCsv(store, filter, options.appointments, separatorFor(c.var.words.locale)),
      log,
    );
  });

  app.get('/export.ndjson', (c) => {
    const filter = toFilter(parseListQuery(new URL(c.req.url).searchParams), book.timeZone);
    return download(c, 'messages.ndjson', 'application/x-ndjson', exportNdjson(store, filter), log);
  });

  const showMessage = async (
    c: Context<InboxEnv>,
    submission: StoredSubmission,
    draft?: DecisionDraft,
  ): Promise<Response> => {
    const { id } = submission;
    const [consent, outgoing, frame, appointment, note, related] = await Promise.all([
      store.consent(id),
      store.outgoing.of(id),
      frameFor(c),
      appointmentView(submission, options, draft),
      store.callbacks.note(id),
      relatedView(submission, store),
    ]);
    const callback = note && { note, timeZone: book.timeZone };
    const page = messagePage({
      ...{ ...frame, submission, consent, outgoing, appointment, callback, related, list: lastList(c) },
    });
    return c.html(page, draft ? 422 : 200);
  };

  app.get(`/${ID}`, async (c) => {
    const submission = await store.get(c.req.param('id'));
    if (!submission) return notFound(c);
    const { erasedAt } = submission;
    if (erasedAt === undefined) return showMessage(c, submission);
    const [frame, { survey }] = await Promise.all([frameFor(c), relatedView(submission, store)]);
    return c.html(erasedPage({ ...frame, submission, erasedAt, answer: survey?.answer, list: lastList(c) }));
  });

  app.route('/', erasureRoutes(options, frameFor));

  app.route('/', appointmentRoutes(options, showMessage));
  app.route(
    '/',
    surveyRoutes(options, {
      timeZone: book.timeZone,
      frame: frameFor,
      download: (c, name, type, lines) => download(c, name, type, lines, log),
    }),
  );

  app.get(`/${ID}/files/:file`, async (c) => {
    const file = await store.file(c.req.param('id'), c.req.param('file'));
    if (!file) return notFound(c);
    // Whatever it is and claims to be, it is saved and never shown from here.
    return c.body(file.content, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachmentDisposition(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    });
  });

  app.get('/undelivered', async (c) => {
    const [messages, frame] = await Promise.all([
      store.outgoing.undelivered(UNDELIVERED_LENGTH),
      frameFor(c),
    ]);
    return c.html(outgoingPage({ ...frame, messages }));
  });

  app.post('/undelivered', sameOriginOnly, async (c) => {
    await checkedForm(c);
    await store.outgoing.retryAll(new Date());
    return c.redirect('/inbox/undelivered', 303);
  });

  app.post(`/undelivered/${ID}`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const { outgoing } = store;
    const id = c.req.param('id');
    switch (form.get('action')) {
      case 'retry':
        await outgoing.retry(id, new Date());
        break;
      case 'dismiss':
        await outgoing.dismiss(id);
        break;
      default:
        throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    }
    // Also where it was not there any more: somebody else was quicker, and the list shows how it stands.
    return c.redirect('/inbox/undelivered', 303);
  });

  const ofFaq = {
    store,
    learning: new Learning(store),
    frame: frameFor,
    publicUrl: options.publicUrl,
  };
  app.route('/questions', questionRoutes({ ...ofFaq, editEntry: entryEditor(ofFaq) }));
  app.route('/faq', faqInboxRoutes(ofFaq));
  app.route(
    '/callbacks',
    callbackRoutes({
      store,
      timeZone: book.timeZone,
      frame: frameFor,
      cookieOptions: (c) => cookieOptions(c, options),
    }),
  );

  app.post('/sign-out', sameOriginOnly, async (c) => {
    await checkedForm(c);
    deleteCookie(c, COOKIE, cookieOptions(c, options));
    deleteCookie(c, CALLER_COOKIE, cookieOptions(c, options));
    forgetList(c, cookieOptions(c, options));
    return c.redirect('/inbox/sign-in', 303);
  });

  app.post(`/${ID}/state`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const state = ANSWER_STATES.find((known) => known === form.get('state'));
    if (!state) throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    return changed(c, await store.setState(c.req.param('id'), state));
  });

  app.post(`/${ID}/quarantine`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const [id, quarantined] = [c.req.param('id'), form.get('quarantined') === 'yes'];
    const submission = quarantined ? undefined : await store.get(id);
    const wanted = submission?.appointment && book.wanted(submission.fields);
    return changed(c, await store.setQuarantined(id, quarantined, wanted));
  });

  app.all('*', (c) => notFound(c));

  app.onError((error, c) => {
    if (error instanceof FormError) return refused(c, error);
    log.error('inbox failed', describeError(error));
    return c.html(errorPage(plainFrameOf(c), c.var.words.text.frame.errors.failed), 503);
  });
  return app;
};

const refused = (c: Context<InboxEnv>, { heading, message: text, status }: FormError) =>
  c.html(errorPage(plainFrameOf(c), { heading, text }), status);

const readCounts = async (store: SubmissionStore): Promise<Counts> => {
  const [counts, undelivered, open, callbacks] = await Promise.all([
    store.counts(),
    store.outgoing.undeliveredCount(),
    store.questions.openLanguages(),
    store.callbacks.openCount(),
  ]);
  const questions = [...open.values()].reduce((sum, count) => sum + count, 0);
  return { ...counts, undelivered, questions, callbacks };
};

const changed = (c: Context<InboxEnv>, found: boolean): Response | Promise<Response> =>
  found ? c.redirect(`/inbox/${c.req.param('id') ?? ''}`, 303) : notFound(c);

const messageId = (text: string | null | undefined): string | undefined =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text ?? '') ? (text ?? undefined) : undefined;

/** `Secure` where the visitor came by HTTPS, which a proxy may have ended. */
const cookieOptions = (c: Context, { trustedProxies }: InboxOptions) => {
  const protocol = trustedProxies > 0 ? c.req.header('x-forwarded-proto') : undefined;
  const secure = (protocol ?? new URL(c.req.url).protocol).startsWith('https');
  return { path: '/inbox', httpOnly: true, sameSite: 'Lax', secure } as const;
};

/** Streams, so that an export of any size takes little memory. Rejects where not even the first line can be had. */
const download = async (
  c: Context<InboxEnv>,
  name: string,
  type: string,
  lines: AsyncGenerator<string, void>,
  log: Log,
): Promise<Response> => {
  const encoder = new TextEncoder();
  let line = await lines.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        if (line.done) {
          controller.close();
        } else {
          controller.enqueue(encoder.encode(line.value));
          line = await lines.next();
        }
      } catch (error) {
        log.error('export broke off', describeError(error));
        // Half a file must not look whole: the connection is cut, and the browser says that the download failed.
        c.env.outgoing.destroy();
        controller.close();
      }
    },
    async cancel() {
      await lines.return();
    },
  });
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': attachmentDisposition(safeFileName(name)),
  });
};

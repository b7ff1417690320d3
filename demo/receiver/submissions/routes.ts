import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { referenceOf } from '../../../src/submission/reference.js';
import { callbackButtonWords } from '../../../src/localization/widgets/callback-button.js';
import { readFileSync } from 'node:fs';
import type { AppointmentBook } from '../appointments/book.js';
import { onTheWire, type Period } from '../appointments/period.js';
import { readCallback } from '../callbacks/request.js';
import type { CallbackSettings } from '../callbacks/settings.js';
import { fileErrors, receiveFile } from '../files/receive-files.js';
import { checkOrigin } from '../http/check-origin.js';
import { clientHash, clientKey } from '../http/client-address.js';
import type { AllowedOrigins } from '../http/origin.js';
import { RateLimiter } from '../http/rate-limiter.js';
import { BodyTooLarge, readBody } from '../http/read-body.js';
import { PAGE_HEADERS } from '../http/security-headers.js';
import { RETRY_LATER, UNAVAILABLE_RETRY_SECONDS } from '../http/unavailable.js';
import { describeError, type Log } from '../log.js';
import {
  isFormNavigation,
  pageToReturnTo,
  preferredLanguages,
  scriptFields,
} from '../plain-form/navigation.js';
import { refusedPage, sentPage, unconfirmedPage } from '../plain-form/pages.js';
import { Repeats } from '../plain-form/repeats.js';
import { wordsFor } from '../plain-form/words.js';
import type { Fields, InsertOutcome, NewFile, NewSubmission, SubmissionStore } from '../store/store.js';
import { receivedAnswer, scoreErrors } from '../surveys/received-answer.js';
import type { RespondentTokens } from '../surveys/tokens.js';
import { validate } from '../validation/validate.js';
import type { WidgetSchemas } from '../validation/schemas.js';
import { contentHash } from './content-hash.js';
import { MAX_TEXT_BYTES } from './limits.js';
import { bodyFormat, type BodyFormat, type ParsedBody } from './parse-body.js';
import { Refusal } from './refusal.js';

export interface SubmissionOptions {
  readonly store: SubmissionStore;
  readonly schemas: WidgetSchemas;
  readonly book: AppointmentBook;
  readonly log: Log;
  readonly allowedOrigins: AllowedOrigins;
  /** Proxies of the owner's own in front; see {@link clientKey}. */
  readonly trustedProxies: number;
  /** Submissions from one address each minute; half a minute's worth more than that may come at once. */
  readonly ratePerMinute: number;
  readonly callbacks: CallbackSettings;
  /** What addresses are hashed with, the same in all receivers of a database. */
  readonly addressKey: string;
  /** Of invitations to surveys. */
  readonly tokens: RespondentTokens;
  /** `spam_score` from which a submission goes to quarantine, 0 to 100. */
  readonly spamThreshold: number;
}

interface ReceiverEnv {
  Bindings: HttpBindings;
}

/** How long browsers may remember a preflight's answer, in seconds. Chromium caps it at this. */
const PREFLIGHT_MAX_AGE = 7_200;

/** `POST /submissions` and its preflight, and the page that thanks for a form that a browser sent by itself. */
export const submissionRoutes = (options: SubmissionOptions): Hono<ReceiverEnv> => {
  const app = new Hono<ReceiverEnv>();
  const limiter = new RateLimiter({
    burst: Math.ceil(options.ratePerMinute / 2),
    perMinute: options.ratePerMinute,
  });
  const repeats = new Repeats();

  const { book } = options;
  app.use(
    '/submissions',
    checkOrigin<ReceiverEnv>(options.allowedOrigins, (c) =>
      refuse(c, new Refusal(403, [{ code: 'origin', message: 'This site may not post here.' }]), book),
    ),
  );

  app.options('/submissions', (c) => {
    c.header('Access-Control-Allow-Methods', 'POST');
    c.header('Access-Control-Allow-Headers', 'Content-Type, Accept, Idempotency-Key');
    c.header('Access-Control-Max-Age', `${PREFLIGHT_MAX_AGE}`);
    return c.body(null, 204);
  });

  app.post('/submissions', async (c) => {
    try {
      const address = clientKey(c, options.trustedProxies);
      const wait = limiter.take(address);
      if (wait) throw rateLimited(wait);
      const client = clientHash(address, options.addressKey);
      const submission = await readSubmission(c.req.raw, options, client, (content, id) =>
        repeats.firstId(`${address} ${content} ${c.req.header('user-agent')?.slice(0, 300) ?? ''}`, id),
      );
      const outcome = await insert(submission, options);
      options.log.info(`submission ${outcome}`, {
        submission_id: submission.id,
        quarantined: submission.quarantined || outcome === 'held',
      });
      if (outcome === 'different') throw idTaken();
      if (isFormNavigation(c.req.raw.headers)) {
        // To another address, so that reloading and going back do not send it again. The address of the form's
        // page goes along, as far as the page itself lets it.
        c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
        return c.redirect(`/submissions/${submission.id}`, 303);
      }
      // What the sender gets for a first try and for a repeated one is the same.
      return c.json({ ok: true, submission_id: submission.id, reference: submission.reference });
    } catch (error) {
      if (error instanceof Refusal) return await refuse(c, error, book);
      throw error;
    }
  });

  app.all('/submissions', (c) =>
    refuse(
      c,
      new Refusal(405, [{ code: 'method', message: 'Send a POST request.' }], { Allow: 'POST, OPTIONS' }),
      book,
    ),
  );

  const style = readFileSync(new URL('../plain-form/style.css', import.meta.url), 'utf8');
  app.get('/submissions/style.css', (c) =>
    c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  );

  // Who has the id has sent the message. What stands in it is not shown, but for what kind of message it is.
  app.get('/submissions/:id{[\\da-f-]{36}}', async (c) => {
    const { headers } = c.req.raw;
    const languages = preferredLanguages(headers);
    try {
      const submission = await options.store.get(c.req.param('id'));
      if (!submission) return await c.notFound();
      const words = await wordsFor([String(submission.fields['locale']), ...languages]);
      const back = pageToReturnTo(headers, options.allowedOrigins);
      const call =
        submission.widget === 'callback' ? await callbackButtonWords.later(words.locale) : undefined;
      return await c.html(sentPage(words, submission, back, call), 200, PAGE_HEADERS);
    } catch (error) {
      options.log.error('submission not shown', describeError(error));
      const page = unconfirmedPage(await wordsFor(languages), UNAVAILABLE_RETRY_SECONDS);
      return c.html(page, 503, { ...PAGE_HEADERS, ...RETRY_LATER });
    }
  });
  return app;
};

/**
 * Reads and checks a request: what is returned is ready to be kept.
 * @param client what the address is known by
 * @param firstId the id under which the same content came before, or else the new one
 * @throws {Refusal}
 */
const readSubmission = async (
  request: Request,
  options: SubmissionOptions,
  client: string,
  firstId: (content: string, id: string) => string,
): Promise<NewSubmission> => {
  const body = await read(request, bodyFormat(request.headers));
  const files = body.encoding === 'form' ? body.files : [];
  const isPlainForm = body.encoding === 'form' && isFormNavigation(request.headers);
  const result = validate(body, options.schemas, isPlainForm ? scriptFields(body, request.headers) : {});
  const errors = [...(result.ok ? [] : result.errors), ...fileErrors(files)];
  if (!result.ok || errors.length) throw new Refusal(422, errors);
  const callback = result.widget === 'callback' ? readCallback(result.fields, options.callbacks) : undefined;
  if (callback && 'errors' in callback) throw new Refusal(422, callback.errors);
  const offScale = result.widget === 'survey' ? scoreErrors(result.fields) : [];
  if (offScale.length) throw new Refusal(422, offScale);

  const received = await Promise.all(files.map(receiveFile));
  const { widget } = result;
  const isNew = isPlainForm && !body.values.get('submission_id')?.[0];
  const fields = isNew ? underFirstId(result.fields, received, firstId) : result.fields;
  const id = String(fields['submission_id']); // The schema asks for it, and for its form.
  checkIdempotencyKey(request.headers.get('idempotency-key'), id);
  const score = fields['spam_score'];
  const receivedAt = new Date().toISOString();
  return {
    id,
    reference: referenceOf(id),
    widget,
    receivedAt,
    contentHash: contentHash(fields, received),
    quarantined: typeof score === 'number' && score >= options.spamThreshold,
    fields,
    files: received,
    callback: callback && { asked: callback.asked, client, limits: options.callbacks.limits },
    ...(widget === 'survey' && { answer: receivedAnswer(fields, receivedAt, options.tokens) }),
  };
};

/** With an id that was made here, two of the same form would be two messages. */
const underFirstId = (
  fields: Fields,
  files: readonly NewFile[],
  firstId: (content: string, id: string) => string,
): Fields => {
  const { submission_id, ...content } = fields;
  const id = firstId(contentHash(content, files), String(submission_id));
  return { ...fields, submission_id: id, reference: referenceOf(id) };
};

const read = async (request: Request, format: BodyFormat): Promise<ParsedBody> => {
  const bytes = await readBody(request, format.maxBytes).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) throw tooLarge();
    throw new Refusal(400, [{ code: 'incomplete', message: 'The body ended before it was complete.' }]);
  });
  const body = await format.parse(bytes);
  if (textBytes(body) > MAX_TEXT_BYTES) throw tooLarge();
  return body;
};

const textBytes = (body: ParsedBody): number => {
  const { values } = body;
  const entries =
    values instanceof Map ? [...values] : Object.entries(values as Readonly<Record<string, unknown>>);
  const files = body.encoding === 'form' ? body.files : [];
  return [
    ...entries.flat(2),
    ...files.flatMap(({ field, file }) => [field, file.name, file.type]),
  ].reduce<number>((sum, item) => sum + (typeof item === 'string' ? Buffer.byteLength(item) : 0), 0);
};

/** The header says no more than the field; a proxy that mixed two requests up would show here. */
const checkIdempotencyKey = (key: string | null, id: string): void => {
  // The IETF draft makes it a structured string, in quotes; most clients send it bare.
  if (key === null || [id, `"${id}"`].includes(key.toLowerCase())) return;
  const message = 'The Idempotency-Key header and submission_id differ.';
  throw new Refusal(422, [{ field: 'submission_id', code: 'idempotency_key', message }]);
};

/**
 * @throws {Refusal} 503 where the database can't promise to keep it: nobody is told that it arrived; 422 where it wants
 *   a time and can have none
 */
const insert = async (
  submission: NewSubmission,
  { store, book, log }: SubmissionOptions,
): Promise<Exclude<InsertOutcome, 'taken'>> => {
  const { id, widget, fields } = submission;
  const wanted = widget === 'appointment' ? book.wanted(fields) : undefined;
  try {
    const outcome = await store.insert(submission, wanted);
    if (outcome !== 'taken') return outcome;
    throw noTime(wanted?.periods.length ? 'slot_taken' : 'slot_unavailable', await book.nearby(fields));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    log.error('submission not kept', { submission_id: id, ...describeError(error) });
    throw new Refusal(
      503,
      [{ code: 'unavailable', message: 'This cannot be kept right now. Try again later.' }],
      RETRY_LATER,
    );
  }
};

const NO_TIME = {
  slot_taken: 'This time has been given to somebody else.',
  slot_unavailable: 'This time cannot be asked for.',
};

/** Not 409: clients of receivers that tell repeats by their id take that for "still at work on the first one". */
const noTime = (code: keyof typeof NO_TIME, slots: readonly Period[]): Refusal =>
  new Refusal(422, [{ field: 'start', code, message: NO_TIME[code] }], {}, slots);

const tooLarge = (): Refusal =>
  new Refusal(413, [{ code: 'too_large', message: 'This is too large to be received.' }]);

const rateLimited = (seconds: number): Refusal =>
  new Refusal(429, [{ code: 'rate_limit', message: `Too many at once. Try again in ${seconds} seconds.` }], {
    'Retry-After': `${seconds}`,
  });

const idTaken = (): Refusal =>
  new Refusal(422, [
    { field: 'submission_id', code: 'id_taken', message: 'Another message has this submission_id.' },
  ]);

const refuse = async (
  c: Context<ReceiverEnv>,
  refusal: Refusal,
  { timeZone }: AppointmentBook,
): Promise<Response> => {
  const { status, errors, headers, slots } = refusal;
  const request = c.req.raw.headers;
  if (!isFormNavigation(request)) {
    const offer = slots && { slots: slots.map((slot) => onTheWire(slot, timeZone)) };
    return c.json({ ok: false, errors, ...offer }, status, { ...headers });
  }
  const words = await wordsFor(preferredLanguages(request));
  return c.html(refusedPage(words, refusal, timeZone), status, { ...PAGE_HEADERS, ...headers });
};

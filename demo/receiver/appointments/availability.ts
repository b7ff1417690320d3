import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { FieldError } from '../../../src/delivery/states.js';
import { formatDay, parseDay } from '../../../src/schedule/day.js';
import { checkOrigin } from '../http/check-origin.js';
import { clientKey } from '../http/client-address.js';
import type { AllowedOrigins } from '../http/origin.js';
import { RateLimiter } from '../http/rate-limiter.js';
import { RETRY_LATER } from '../http/unavailable.js';
import { describeError, type Log } from '../log.js';
import type { AppointmentBook } from './book.js';
import { onTheWire } from './period.js';

export interface AvailabilityOptions {
  readonly book: AppointmentBook;
  readonly log: Log;
  readonly allowedOrigins: AllowedOrigins;
  readonly trustedProxies: number;
  readonly ratePerMinute: number;
}

/** Days of one answer, the first and the last included: two months. */
const MAX_DAYS = 62;
/** Days after `from` where nothing else is asked for. */
const DEFAULT_DAYS = 31;
/** How much of a value an error repeats. */
const SHOWN = 40;

/** `GET /availability`: the times that can still be asked for. */
export const availabilityRoutes = (options: AvailabilityOptions): Hono<{ Bindings: HttpBindings }> => {
  const { book, log } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  // Apart from that of submissions: who has leafed through a calendar must still be able to send.
  const limiter = new RateLimiter({
    burst: Math.ceil(options.ratePerMinute / 2),
    perMinute: options.ratePerMinute,
  });

  app.use(
    '/availability',
    checkOrigin(options.allowedOrigins, (c) =>
      refuse(c, 403, [{ code: 'origin', message: 'This site may not ask here.' }]),
    ),
  );

  app.get('/availability', async (c) => {
    const wait = limiter.take(clientKey(c, options.trustedProxies));
    if (wait) {
      const message = `Too many at once. Try again in ${wait} seconds.`;
      return refuse(c, 429, [{ code: 'rate_limit', message }], { 'Retry-After': `${wait}` });
    }
    const range = book.range();
    if (!range) {
      const message =
        'No opening hours are set here: any time can be asked for. The owner sets them in HOURS.';
      return refuse(c, 404, [{ code: 'no_hours', message }]);
    }
    const days = daysAskedFor(c.req.query('from'), c.req.query('to'), range.first);
    if (Array.isArray(days)) return refuse(c, 400, days);
    try {
      // All services take the same time here; `service` is for other servers that answer the same question.
      const slots = await book.free(days.from, days.to, c.req.query('staff') ?? '');
      const onWire = slots.map((slot) => onTheWire(slot, book.timeZone));
      const closed = book.closed(days.from, days.to);
      return c.json({ timezone: book.timeZone.name, ...range, closed, slots: onWire });
    } catch (error) {
      log.error('availability not read', describeError(error));
      const message = 'The free times cannot be read right now. Try again later.';
      return refuse(c, 503, [{ code: 'unavailable', message }], RETRY_LATER);
    }
  });

  app.all('/availability', (c) =>
    refuse(c, 405, [{ code: 'method', message: 'Send a GET request.' }], { Allow: 'GET' }),
  );
  return app;
};

/** The days of a query, or what is wrong with it. */
const daysAskedFor = (
  from: string | undefined,
  to: string | undefined,
  today: string,
): { readonly from: string; readonly to: string } | FieldError[] => {
  const errors = Object.entries({ from, to }).flatMap(([field, value]) =>
    value && parseDay(value) === undefined
      ? [
          {
            field,
            code: 'date',
            message: `${said(field, value)} is no date that exists, such as 2026-12-24.`,
          },
        ]
      : [],
  );
  if (errors.length) return errors;
  const first = from || today;
  const last = to || formatDay(parseDay(first)! + DEFAULT_DAYS);
  const days = parseDay(last)! - parseDay(first)! + 1;
  const wrong =
    days < 1
      ? { code: 'order', message: `${said('to', last)} is before ${said('from', first)}.` }
      : days > MAX_DAYS && {
          code: 'too_many_days',
          message: `${said('to', last)} is ${days} days from ${said('from', first)}; ask for at most ${MAX_DAYS}.`,
        };
  return wrong ? [{ field: 'to', ...wrong }] : { from: first, to: last };
};

const said = (field: string, value: string): string =>
  `${field}="${value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}"`;

const refuse = (
  c: Context,
  status: 400 | 403 | 404 | 405 | 429 | 503,
  errors: readonly FieldError[],
  headers: Readonly<Record<string, string>> = {},
): Response => c.json({ ok: false, errors }, status, { ...headers });

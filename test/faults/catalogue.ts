import { reply, type Fault, type Reply } from './fault.js';

/** Where the fault server shows a captive portal's page. */
export const PORTAL = '/portal';

/** A page where JSON is due. */
export const LOGIN_PAGE = reply(
  200,
  '<!doctype html><title>Sign in</title><form method="post"><input type="password" name="password"></form>',
);

const TEN_YEARS_S = 315_360_000;

const OK = { ok: true };
const NOT_OK = { ok: false };

const answer = (...parts: Parameters<typeof reply>): Fault => ({ kind: 'answer', reply: reply(...parts) });

/** Committed, and then the answer is another. */
const instead = (alter: (original: Reply) => Partial<Reply>): Fault => ({
  kind: 'alter',
  alter: (original) => ({ ...original, ...alter(original) }),
});

const withType = ({ headers }: Reply, type: string): Headers => {
  const changed = new Headers(headers);
  changed.set('content-type', type);
  return changed;
};

const busy = (retryAfter: string): Fault => answer(429, NOT_OK, { 'retry-after': retryAfter });

/** Every fault that one request can meet, by name. Made anew each time: dates are those of that moment. */
export const FAULTS = {
  'pass': () => ({ kind: 'pass' }),
  'duplicate': () => ({ kind: 'duplicate' }),

  'reset-after-head': () => ({ kind: 'cut', at: 'head', by: 'reset' }),
  'close-after-head': () => ({ kind: 'cut', at: 'head', by: 'close' }),
  'reset-in-upload': () => ({ kind: 'cut', at: 'body', by: 'reset' }),
  'reset-after-request': () => ({ kind: 'cut', at: 'request', by: 'reset' }),
  'close-after-request': () => ({ kind: 'cut', at: 'request', by: 'close' }),
  'reset-after-commit': () => ({ kind: 'cut', at: 'commit', by: 'reset' }),
  'close-after-commit': () => ({ kind: 'cut', at: 'commit', by: 'close' }),
  'reset-in-reply': () => ({ kind: 'cut', at: 'reply', by: 'reset' }),
  'close-in-reply': () => ({ kind: 'cut', at: 'reply', by: 'close' }),
  'stale-after-head': () => ({ kind: 'stale', at: 'head', by: 'reset' }),
  'stale-after-commit': () => ({ kind: 'stale', at: 'commit', by: 'close' }),

  'hang-before-commit': () => ({ kind: 'hang', at: 'request' }),
  'hang-after-commit': () => ({ kind: 'hang', at: 'commit' }),
  'hang-in-reply': () => ({ kind: 'hang', at: 'reply' }),
  'slow': () => ({ kind: 'drip', bytes: 16, every: 20 }),

  'busy-seconds': () => busy('1'),
  'busy-date': () => {
    const now = Date.now();
    const [date, later] = [now, now + 2000].map((time) => new Date(time).toUTCString()) as [string, string];
    return answer(429, NOT_OK, {
      'retry-after': later,
      date,
      'access-control-expose-headers': 'Retry-After, Date',
    });
  },
  'busy-nonsense': () => busy('whenever it suits'),
  'busy-ten-years': () => busy(`${TEN_YEARS_S}`),
  'status-408': () => answer(408, NOT_OK),
  'status-425': () => answer(425, NOT_OK),
  'status-500': () => answer(500, '<!doctype html><h1>Internal Server Error</h1>'),
  'status-500-after-commit': () => instead(() => reply(500, NOT_OK)),
  'status-503': () => answer(503, NOT_OK, { 'retry-after': '1' }),
  'ok-with-500': () => answer(500, OK),

  'rejected-400': () =>
    answer(400, { ok: false, errors: [{ field: 'email', code: 'format', message: 'No <b>mail</b> there' }] }),
  'rejected-422': () => answer(422, { ok: false, errors: { message: 'Too short', unheard_of: 'Wrong' } }),
  'success-false': () => answer(200, { success: false }),

  'login-page': () => ({ kind: 'answer', reply: LOGIN_PAGE }),
  'login-page-after-commit': () => instead(() => LOGIN_PAGE),
  'redirect-to-page': () => answer(302, '', { location: PORTAL }),
  'empty': () => answer(200, '', { 'content-type': 'application/json' }),
  'truncated': () => instead(({ body }) => ({ body: body.subarray(0, body.length >> 1) })),
  'huge': () => instead(() => reply(200, { ...OK, padding: 'x'.repeat(10_000_000) })),
  'endless': () => instead(() => ({ framing: 'endless' })),
  'other-id': () =>
    instead(() => reply(200, { ...OK, submission_id: '00000000-0000-4000-8000-000000000000' })),
  'wrong-charset': () =>
    instead((original) => ({ headers: withType(original, 'application/json; charset=utf-16') })),
  'byte-order-mark': () => instead(({ body }) => ({ body: Buffer.concat([Buffer.from('\uFEFF'), body]) })),
  'not-readable': () => instead(() => ({ headers: new Headers({ 'content-type': 'application/json' }) })),

  'length-too-long': () => instead(() => ({ framing: 'length-too-long' })),
  'length-too-short': () => instead(() => ({ framing: 'length-too-short' })),
  'broken-chunks': () => instead(() => ({ framing: 'broken-chunks' })),
} as const satisfies Readonly<Record<string, () => Fault>>;

export type FaultName = keyof typeof FAULTS;

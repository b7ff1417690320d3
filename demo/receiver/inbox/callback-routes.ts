import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { CALL_ACTIONS } from '../store/callbacks.js';
import { oneLine } from '../store/storable-text.js';
import type { SubmissionStore } from '../store/store.js';
import { checkedForm, FormError, sameOriginOnly, type InboxEnv } from './forms.js';
import { notFound } from './not-found.js';
import { LONGEST_NAME, NEXT_TRIES, USUAL_NEXT_TRY } from './pages/call-actions.js';
import { callbackPage, callConflictPage } from './pages/callback.js';
import { callbacksPage } from './pages/callbacks.js';
import type { Frame } from './pages/layout.js';
import { SESSION_TTL_MS } from './sessions.js';

export interface CallbackRoutesOptions {
  readonly store: SubmissionStore;
  /** The company's, in which promises are written. */
  readonly timeZone: TimeZone;
  readonly frame: (c: Context<InboxEnv>) => Promise<Frame>;
  readonly cookieOptions: (c: Context) => CookieOptions;
}

/** Who uses this inbox, in their own words: several people share one password. */
export const CALLER_COOKIE = 'harreman_caller';

const MOST_SHOWN = 200;
const MOST_CLOSED = 50;
const ID = ':id{[\\da-f-]{36}}';

/** The visitors who wait for a call, and who calls them. To be mounted at `/callbacks`. */
export const callbackRoutes = (options: CallbackRoutesOptions): Hono<InboxEnv> => {
  const { store, timeZone, frame } = options;
  const app = new Hono<InboxEnv>();

  app.get('/', async (c) => {
    const [calls, closed, around] = await Promise.all([
      store.callbacks.open(MOST_SHOWN + 1),
      store.callbacks.closed(MOST_CLOSED),
      frame(c),
    ]);
    const action = CALL_ACTIONS.find((known) => known === c.req.query('did'));
    return c.html(
      callbacksPage({
        ...{ ...around, closed, timeZone, now: new Date(), who: callerOf(c) },
        calls: calls.slice(0, MOST_SHOWN),
        isCut: calls.length > MOST_SHOWN,
        did: action && { action, id: c.req.query('call') ?? '' },
      }),
    );
  });

  app.get(`/${ID}`, async (c) => {
    const call = await store.callbacks.call(c.req.param('id'));
    if (!call) return notFound(c);
    return c.html(callbackPage({ ...(await frame(c)), call, timeZone, who: callerOf(c) }));
  });

  app.post('/who', sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const who = oneLine(form.get('who') ?? '', LONGEST_NAME);
    if (!who) throw noName(c);
    setCookie(c, CALLER_COOKIE, who, { ...options.cookieOptions(c), maxAge: SESSION_TTL_MS / 1000 });
    const place = form.get('place') ?? '';
    return c.redirect(`/inbox/callbacks${/^[\da-f-]{36}$/.test(place) ? `/${place}` : ''}`, 303);
  });

  app.post(`/${ID}`, sameOriginOnly, async (c) => {
    const form = await checkedForm(c);
    const id = c.req.param('id');
    const action = CALL_ACTIONS.find((known) => known === form.get('action'));
    const version = Number(form.get('version'));
    if (!action || !Number.isInteger(version))
      throw new FormError(400, c.var.words.text.frame.errors.unknownAction);
    const who = callerOf(c);
    if (!who) throw noName(c);
    const at = new Date();
    const nextAt = action === 'missed' ? nextTry(form.get('next'), at) : undefined;
    const outcome = await store.callbacks.act({ id, version, action, who, at, nextAt });
    switch (outcome) {
      case 'changed':
      case 'same':
        return c.redirect(
          form.get('place') === 'call'
            ? `/inbox/callbacks/${id}`
            : `/inbox/callbacks?did=${action}&call=${id}`,
          303,
        );
      case 'doubled':
        throw new FormError(409, c.var.words.text.callbacks.errors.doubled);
      case 'unknown':
        return notFound(c);
      case 'stale':
      case 'unfit': {
        const call = await store.callbacks.call(id);
        if (!call) return notFound(c);
        return c.html(callConflictPage({ ...(await frame(c)), call, action }), 409);
      }
    }
  });
  return app;
};

const callerOf = (c: Context): string => oneLine(getCookie(c, CALLER_COOKIE) ?? '', LONGEST_NAME);

const noName = (c: Context<InboxEnv>): FormError =>
  new FormError(400, c.var.words.text.callbacks.errors.noName);

const nextTry = (text: string | null, now: Date): Date => {
  const minutes = NEXT_TRIES.find(([known]) => `${known}` === text)?.[0] ?? USUAL_NEXT_TRY;
  return new Date(now.getTime() + minutes * 60_000);
};

import type { Context } from 'hono';
import type { InboxEnv } from './forms.js';
import { plainFrameOf } from './language.js';
import { notFoundPage } from './pages/plain.js';

/** The answer where there is no such page, or nothing of this id. */
export const notFound = (c: Context<InboxEnv>): Response | Promise<Response> =>
  c.html(notFoundPage(plainFrameOf(c)), 404);

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { allowOrigin, type AllowedOrigins } from './origin.js';

/**
 * Says which pages may read an answer: on every answer, refusals too, or else a page sees a network error and can't
 * tell the visitor what is wrong.
 *
 * @param refuse the answer to a page of another site
 */
export const checkOrigin = <E extends { Bindings: HttpBindings }>(
  allowed: AllowedOrigins,
  refuse: (c: Context<E>) => Response | Promise<Response>,
) =>
  createMiddleware<E>(async (c, next) => {
    const origin = allowOrigin(c, allowed);
    if (allowed !== '*') c.header('Vary', 'Origin');
    if (origin === false) return refuse(c);
    if (origin) c.header('Access-Control-Allow-Origin', origin);
    // Without this a page from another origin cannot read when to come back.
    c.header('Access-Control-Expose-Headers', 'Retry-After');
    return next();
  });

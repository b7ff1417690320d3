import type { Context } from 'hono';

/** Origins whose pages may post: any, or exactly these (serialised as in RFC 6454 §6.2: `https://example.com`). */
export type AllowedOrigins = '*' | ReadonlySet<string>;

/**
 * Whether a browser sent this from a page of the receiver's own origin, or no browser page sent it at all.
 *
 * `Sec-Fetch-Site` says so itself, whatever proxies do to `Host`, but browsers leave it out over plain HTTP;
 * there, `Origin` is compared with `Host`.
 */
export const isSameOrigin = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host');
};

/**
 * The value of `Access-Control-Allow-Origin` for a request, `undefined` where it needs none, or `false` where its
 * origin is not on the list. Origins are compared as whole texts: `https://example.com.evil.example`, another
 * port or scheme, and `null` (sandboxed frames, files) are other origins.
 */
export const allowOrigin = (c: Context, allowed: AllowedOrigins): string | undefined | false => {
  if (allowed === '*') return '*';
  const origin = c.req.header('origin');
  if (origin !== undefined && allowed.has(origin)) return origin;
  return isSameOrigin(c) ? undefined : false;
};

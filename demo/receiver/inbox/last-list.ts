import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { listUrl, parseListQuery, type ListQuery } from './list-query.js';

const LIST_COOKIE = 'harreman_list';
/** Browsers keep 4096 bytes. What is longer would leave the list before in its place. */
const LONGEST = 3_000;

/**
 * Notes which list was shown last: who goes through complaints, or through a month, comes back to them after each message.
 * In a cookie that ends with the browser's session, and not in the addresses of messages, which are passed on.
 */
export const noteList = (c: Context, query: ListQuery, options: CookieOptions): void => {
  const parameters = listUrl('', query).slice(1);
  if (encodeURIComponent(parameters).length > LONGEST) forgetList(c, options);
  else setCookie(c, LIST_COOKIE, parameters, options);
};

export const forgetList = (c: Context, options: CookieOptions): void => {
  deleteCookie(c, LIST_COOKIE, options);
};

/** The address of the list that was shown last. */
export const lastList = (c: Context): string =>
  listUrl('/inbox', parseListQuery(new URLSearchParams(getCookie(c, LIST_COOKIE) ?? '')));

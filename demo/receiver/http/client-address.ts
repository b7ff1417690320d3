import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';

/**
 * Whom to count a request against.
 *
 * `X-Forwarded-For` is what anybody may write, but for the entries that the owner's own proxies appended: with
 * `trustedProxies` = 1 that is the last one. Too short a list did not pass them, so the connection counts.
 * IPv6 addresses count by their /64, which is what one customer of a network gets.
 */
export const clientKey = (
  c: Pick<Context, 'req'> & { readonly env: HttpBindings },
  trustedProxies: number,
): string => {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const candidate = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  const address = candidate && isIP(candidate) ? candidate : (c.env.incoming.socket.remoteAddress ?? '');
  return networkOf(address.replace(/^::ffff:(?=\d+\.)/i, ''));
};

/** Stands for a client in a database, where its address has no place. */
export const clientHash = (client: string, key: string): string =>
  createHmac('sha256', key).update(client).digest('base64url');

const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const all = address.includes('::')
    ? [...groups, ...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest]
    : groups;
  return all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};

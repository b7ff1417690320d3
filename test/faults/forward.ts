import { request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Reply } from './fault.js';
import type { RequestHead } from './request-reader.js';

/** What is between two neighbours only (RFC 9110 §7.6.1), and how a body is framed. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect'];

/** Sends a request on as it came, on a connection of its own. Rejects where no whole answer comes back. */
export const forward = (
  upstream: URL,
  { method, target, headers }: RequestHead,
  body: Buffer,
  signal: AbortSignal,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const onward = send(new URL(target, upstream), {
      method,
      headers: { ...Object.fromEntries(withoutHops(headers)), 'content-length': body.length },
      agent: false,
      signal,
    });
    onward.on('error', reject);
    onward.on('response', (answer) => {
      const { statusCode: status = 0, rawHeaders } = answer;
      const answered = new Headers();
      for (let at = 0; at < rawHeaders.length; at += 2) answered.append(rawHeaders[at]!, rawHeaders[at + 1]!);
      buffer(answer).then(
        (content) => resolve({ status, headers: withoutHops(answered), body: content, framing: 'length' }),
        reject,
      );
    });
    onward.end(body);
  });

const withoutHops = (headers: Headers): Headers => {
  const kept = new Headers(headers);
  for (const name of HOP_BY_HOP) kept.delete(name);
  return kept;
};

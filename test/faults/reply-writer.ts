import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault, Reply } from './fault.js';

/** What is written of a reply, and what then becomes of the connection. */
export interface WriteOptions {
  /** Whether another request may follow. */
  readonly keepAlive: boolean;
  /** Awaited when the head and half of the body have been handed to the network. */
  readonly halfway: () => Promise<void>;
  readonly drip?: Extract<Fault, { kind: 'drip' }> | undefined;
}

const CHUNK = Buffer.alloc(64 * 1024, 'x');

/** Resolves when the bytes are with the operating system, so that a reset does not take them back. */
const write = (socket: Socket, bytes: Buffer | string): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });

const chunk = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

/** Writes a reply; `false` where no other may follow on this connection. Rejects when the client is gone. */
export const writeReply = async (
  socket: Socket,
  { status, headers, body, framing }: Reply,
  { keepAlive, halfway, drip }: WriteOptions,
): Promise<boolean> => {
  const bodiless = status === 204 || status === 304;
  const half = body.length >> 1;
  const lengths = { 'length': body.length, 'length-too-long': body.length + 100, 'length-too-short': half };
  const frame = [
    ...(bodiless
      ? []
      : [
          framing in lengths
            ? `content-length: ${lengths[framing as keyof typeof lengths]}`
            : 'transfer-encoding: chunked',
        ]),
    `connection: ${keepAlive ? 'keep-alive' : 'close'}`,
  ];
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`).concat(frame);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n`;
  if (drip) {
    const all = Buffer.concat([Buffer.from(head), body]);
    for (let at = 0; at < all.length; at += drip.bytes) {
      await write(socket, all.subarray(at, at + drip.bytes));
      await delay(drip.every);
    }
    return keepAlive;
  }
  await write(socket, head);
  if (bodiless) return keepAlive;
  switch (framing) {
    case 'length':
    case 'length-too-long':
    case 'length-too-short':
      await write(socket, body.subarray(0, half));
      await halfway();
      await write(socket, body.subarray(half));
      return keepAlive && framing !== 'length-too-long';
    case 'broken-chunks':
      await write(socket, chunk(body));
      await write(socket, 'many\r\nmore\r\n');
      return false;
    case 'endless':
      await write(socket, chunk(body));
      for (;;) await write(socket, chunk(CHUNK));
  }
};

import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faults, type FaultName } from '../../endpoints/faults.js';
import type { Receiver } from './receiver.js';

/** What becomes of one POST on its way to the receiver. */
export type Incident =
  /** The receiver takes it, and the connection is cut in the middle of its answer. */
  | 'cut-reply'
  /** The receiver takes it, and the connection is cut before a byte of its answer is back. */
  | 'drop-reply'
  /** The receiver takes it; its answer waits until {@link Front.release}. */
  | 'hold-reply'
  /** One of the faulty answers of `test/endpoints/faults.ts`, instead of the receiver's. */
  | FaultName
  /** This answer, instead of the receiver's. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

/** What stands between visitors and the receiver: a proxy at which things go wrong, one POST after the other. */
export interface Front {
  readonly endpoint: string;
  /** How many POSTs came, whatever became of them. */
  readonly posts: number;
  /** The bodies of those POSTs. */
  readonly bodies: readonly string[];
  /** What becomes of the next POSTs, in order. Those after them reach the receiver untouched. */
  readonly incidents: Incident[];
  /** Whether answers to preflights wait until {@link Front.release}. */
  holdPreflights: boolean;
  /** How many answers wait. */
  readonly waiting: number;
  /** Lets answers that are held back go, and holds back no more: one may not have come as far yet. */
  release(): void;
  close(): Promise<void>;
}

const READABLE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };

export const startFront = async (receiver: Receiver): Promise<Front> => {
  const bodies: string[] = [];
  const incidents: Incident[] = [];
  const held: (() => void)[] = [];
  let isReleased = false;

  const pass = (request: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers, url = '/' } = request;
      const onward = forward(receiver.origin + url, { method, headers, agent: false }, resolve);
      onward.on('error', reject);
      onward.end(body);
    });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isPost = request.method === 'POST';
    if (isPost) bodies.push(body.toString());
    const incident = isPost ? incidents.shift() : undefined;
    if (typeof incident === 'object') {
      response.writeHead(incident.status, {
        ...READABLE,
        'content-type': 'application/json',
        ...incident.headers,
      });
      response.end(JSON.stringify(incident.body ?? { ok: false }));
      return;
    }
    if (incident !== undefined && !isReply(incident)) {
      faults[incident](response, READABLE);
      return;
    }
    const answered = await pass(request, body);
    const isHeld = incident === 'hold-reply' || (front.holdPreflights && request.method === 'OPTIONS');
    if (isHeld && !isReleased) await new Promise<void>((resolve) => held.push(resolve));
    if (incident === 'cut-reply' || incident === 'drop-reply') {
      await answered.resume().toArray();
      if (incident === 'drop-reply') response.destroy();
      else faults.cut(response, READABLE);
      return;
    }
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front: Front = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/submissions`,
    get posts() {
      return bodies.length;
    },
    bodies,
    incidents,
    holdPreflights: false,
    get waiting() {
      return held.length;
    },
    release: () => {
      isReleased = true;
      for (const resume of held.splice(0)) resume();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return front;
};

const isReply = (incident: string): incident is 'cut-reply' | 'drop-reply' | 'hold-reply' =>
  incident.endsWith('-reply');

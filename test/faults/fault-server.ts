/**
 * What stands between a browser and the receiver in tests: a server on raw TCP, at which an exchange can end, stop or
 * lie at any point. Faults are chosen for each POST by a script; whatever else is asked for passes.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import { FAULTS, LOGIN_PAGE, PORTAL, type FaultName } from './catalogue.js';
import { READABLE, type Ending, type Fault, type Point, type Reply } from './fault.js';
import { forward } from './forward.js';
import { writeReply } from './reply-writer.js';
import { RequestReader, type RequestHead } from './request-reader.js';
import { submissionIdIn } from './submission-id.js';

/** A POST as a script sees it. */
export interface FaultRequest extends RequestHead {
  /** `Idempotency-Key`, without its quotes. */
  readonly idempotencyKey: string | undefined;
  /** How many requests came on the same connection before. Above 0, a browser may send a POST again by itself. */
  readonly earlier: number;
  /** The body. A script that asks for it decides once it is read. */
  body(): Promise<Buffer>;
}

/** Chooses what becomes of the n-th POST, counted from 0. */
export type Script = (request: FaultRequest, n: number) => Fault | FaultName | Promise<Fault | FaultName>;

/** What is known of one request. Grows while the exchange goes on. */
export interface LogEntry {
  /** Milliseconds since the epoch at which its head was read. */
  readonly time: number;
  readonly method: string;
  readonly target: string;
  readonly earlier: number;
  readonly idempotencyKey: string | undefined;
  /** From the body, where that was read and holds one. */
  submissionId?: string;
  /** Name or kind of the fault; of a request that none was chosen for: `pass`. */
  fault: string;
  /** How many times it was sent on to the receiver. */
  forwarded: number;
  /** The receiver's answers, in the order of arrival. */
  readonly upstream: (number | 'no answer')[];
  /** The status that was sent to the client, if any was. */
  replied?: number;
}

export interface FaultServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The address that an owner writes in `endpoint`: that of the receiver, here. */
  readonly endpoint: string;
  /** For POSTs that nothing in the queue is for. At first: all pass. */
  script: Script;
  /** What becomes of the next POSTs, in order, before the script is asked. */
  readonly queue: (Fault | FaultName)[];
  /**
   * What becomes of preflights: `pass` asks the receiver, `permit` allows everything here, `refuse` answers 403
   * without CORS headers. Browsers remember what was allowed, as long as the receiver says.
   */
  preflights: 'pass' | 'permit' | 'refuse' | 'hang' | 'reset';
  /** What becomes of new connections before a byte is read. */
  connections: 'accept' | 'hang' | Ending;
  /**
   * Whether connections stay open for further requests. On one that does, after a preflight for example, Chromium
   * answers a cut before the reply, and 408, by sending the POST again: the page and its script never hear of it.
   */
  keepAlive: boolean;
  /** Every request, in order of arrival. */
  readonly log: readonly LogEntry[];
  /** How many exchanges hang. */
  readonly hanging: number;
  /** Lets those go on. One that has not come to hang yet will. */
  release(): void;
  /** Resets every connection; from now on new ones are refused. */
  down(): Promise<void>;
  /** Listens again, on the same port. */
  up(): Promise<void>;
  close(): Promise<void>;
}

/** A fault ended the connection. */
class Cut extends Error {}

interface Connection {
  readonly socket: Socket;
  readonly reader: RequestReader;
  /** What its next POST meets, whatever the script says. */
  doom?: Fault;
}

/** @param upstream the receiver's address that takes submissions */
export const startFaultServer = async ({ upstream }: { readonly upstream: string }): Promise<FaultServer> => {
  const receiver = new URL(upstream);
  const sockets = new Set<Socket>();
  const log: LogEntry[] = [];
  const closing = new AbortController();
  let hanging: (() => void)[] = [];
  let posts = 0;

  const hang = () => new Promise<void>((resolve) => hanging.push(resolve));

  const cut = ({ socket, reader }: Connection, by: Ending): never => {
    if (by === 'reset') socket.resetAndDestroy();
    else {
      socket.end();
      // Bytes that lie unread when a socket closes would turn FIN into RST.
      reader.drain().catch(() => undefined);
    }
    throw new Cut();
  };

  const chooseFault = async (connection: Connection, request: FaultRequest): Promise<[Fault, string]> => {
    if (request.method !== 'POST') return [preflightFault(request), 'pass'];
    const { doom } = connection;
    if (doom) return [doom, 'stale'];
    const n = posts++;
    const chosen = server.queue.shift() ?? (await server.script(request, n));
    return typeof chosen === 'string' ? [FAULTS[chosen](), chosen] : [chosen, chosen.kind];
  };

  const preflightFault = ({ method, headers }: RequestHead): Fault => {
    if (method !== 'OPTIONS' || server.preflights === 'pass') return { kind: 'pass' };
    if (server.preflights === 'hang') return { kind: 'hang', at: 'request' };
    if (server.preflights === 'reset') return { kind: 'cut', at: 'request', by: 'reset' };
    const allowed = {
      ...READABLE,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
    };
    const [status, answered] = server.preflights === 'permit' ? [204, allowed] : [403, {}];
    const answer: Reply = {
      status,
      headers: new Headers(answered),
      body: Buffer.alloc(0),
      framing: 'length',
    };
    return { kind: 'answer', reply: answer };
  };

  /** One request and its reply. `false` where no other may follow on this connection. */
  const exchange = async (connection: Connection, head: RequestHead, earlier: number): Promise<boolean> => {
    const { socket, reader } = connection;
    let fault: Fault | undefined;
    let reading: Promise<Buffer> | undefined;
    const isOver = new Set<Point>();
    const reach = async (point: Point) => {
      if (!fault || isOver.has(point)) return;
      isOver.add(point);
      if (fault.kind === 'hang' && fault.at === point) await hang();
      if (fault.kind !== 'cut' || fault.at !== point) return;
      // A reset that comes together with bytes may take them from the client, or read as FIN (libuv).
      if (point === 'reply') await delay(20).then(() => immediate()); // A client in this process reads in between.
      cut(connection, fault.by);
    };
    const request: FaultRequest = {
      ...head,
      idempotencyKey: head.headers.get('idempotency-key')?.replace(/^"|"$/g, ''),
      earlier,
      body: () => (reading ??= reader.body(head, () => reach('body'))),
    };
    const { method, target, idempotencyKey } = request;
    const entry: LogEntry = {
      ...{ time: Date.now(), method, target, earlier, idempotencyKey },
      ...{ fault: 'pass', forwarded: 0, upstream: [] },
    };
    log.push(entry);
    [fault, entry.fault] = await chooseFault(connection, request);
    await reach('head');
    const body = await request.body();
    await reach('body');
    const id = await submissionIdIn(body, head.headers.get('content-type') ?? '');
    if (id) entry.submissionId = id;
    await reach('request');

    const sendOn = async (): Promise<Reply> => {
      entry.forwarded++;
      try {
        const answer = await forward(receiver, head, body, closing.signal);
        entry.upstream.push(answer.status);
        return answer;
      } catch {
        // As if the receiver were reached directly: whoever waits for it sees the connection break.
        entry.upstream.push('no answer');
        return cut(connection, 'reset');
      }
    };
    const obtain = async (chosen: Fault): Promise<Reply> => {
      if (target === PORTAL) return LOGIN_PAGE;
      if (chosen.kind === 'answer') return chosen.reply;
      if (chosen.kind === 'duplicate') return (await Promise.all([sendOn(), sendOn()]))[0];
      const answer = await sendOn();
      return chosen.kind === 'alter' ? chosen.alter(answer) : answer;
    };
    const reply = await obtain(fault);
    await reach('commit');
    if (fault.kind === 'stale') connection.doom = { kind: 'cut', at: fault.at, by: fault.by };
    entry.replied = reply.status;
    return writeReply(socket, reply, {
      keepAlive: fault.kind === 'stale' || (server.keepAlive && head.headers.get('connection') !== 'close'),
      halfway: () => reach('reply'),
      drip: fault.kind === 'drip' ? fault : undefined,
    });
  };

  const converse = async (connection: Connection) => {
    const { socket, reader } = connection;
    try {
      for (let earlier = 0; ; earlier++) {
        const head = await reader.head();
        if (!head || !(await exchange(connection, head, earlier))) break;
      }
      cut(connection, 'close');
    } catch (error) {
      // Not HTTP, or the client is gone.
      if (!(error instanceof Cut)) socket.destroy();
    }
  };

  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // Clients come and go; 'close' follows.
    if (server.connections === 'reset') socket.resetAndDestroy();
    else if (server.connections === 'close') socket.end().resume();
    else if (server.connections === 'accept') void converse({ socket, reader: new RequestReader(socket) });
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(port, '127.0.0.1', () => {
        listener.off('error', reject);
        resolve();
      });
    });

  await listen(0);
  const { port } = listener.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const server: FaultServer = {
    origin,
    endpoint: new URL(receiver.pathname, origin).href,
    script: () => 'pass',
    queue: [],
    preflights: 'pass',
    connections: 'accept',
    keepAlive: true,
    log,
    get hanging() {
      return hanging.length;
    },
    release: () => {
      const released = hanging;
      hanging = [];
      for (const resume of released) resume();
    },
    down: async () => {
      if (!listener.listening) return;
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    up: async () => {
      if (!listener.listening) await listen(port);
    },
    close: async () => {
      closing.abort();
      await server.down();
    },
  };
  return server;
};

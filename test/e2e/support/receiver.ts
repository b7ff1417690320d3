import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { request as forward, type RequestListener } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../demo/receiver/log.js';
import { readSettings, type Settings } from '../../../demo/receiver/settings.js';
import { listen, openReceiver } from '../../../demo/receiver/start.js';
import { openStore } from '../../../demo/receiver/store/open.js';
import type { StoredSubmission } from '../../../demo/receiver/store/store.js';

/** Of the receiver's inbox. */
export const PASSWORD = 'correct horse battery';

/** The kit's receiver on a port of its own, with an empty database. */
export interface Receiver {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The address that an owner writes in `endpoint`. */
  readonly endpoint: string;
  /** What the owner has, newest first; asked of the database, whether or not the receiver is up. */
  rows(): Promise<readonly StoredSubmission[]>;
  /** Takes the receiver down: its port refuses connections. */
  stop(): Promise<void>;
  /** Brings it up again at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a receiver that any site may post to.
 * @param environment what an owner sets: `HOURS`, `TIMEZONE`, `SMTP_URL` …
 */
export const startReceiver = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<Receiver> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'harreman-e2e-'));
  const settings: Settings = {
    ...readSettings(environment, { port: 0, dataDir, allowedOrigins: '*' }),
    ratePerMinute: 100_000,
    inboxPassword: PASSWORD,
  };
  const silent = createLog(() => undefined);
  const up = async (port: number) => {
    const receiver = await openReceiver({ ...settings, port }, silent);
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.route('/', receiver.app);
    const server = await listen(app, { ...settings, port });
    const close = async () => {
      await server.close();
      await receiver.close();
    };
    return { port: Number(new URL(server.url).port), close };
  };

  let running: Awaited<ReturnType<typeof up>> | undefined = await up(0);
  const { port } = running;
  const store = await openStore(settings);
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    endpoint: `${origin}/submissions`,
    rows: async () => {
      // What the chat tells of by itself is no message, and stands in a list of its own.
      const lists = [await store.listFull({}, 1000), await store.listFull({ widget: 'question' }, 1000)];
      const rows = new Map(lists.flatMap(({ items }) => items).map((row) => [row.id, row]));
      return [...rows.values()].sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
    },
    stop,
    start: async () => {
      running ??= await up(port);
    },
    close: async () => {
      await stop();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** For a site whose own server hands requests on to the receiver, so that a relative endpoint reaches it. */
export const passTo =
  (receiver: Receiver): RequestListener =>
  (request, response) => {
    const { method = 'GET', headers, url = '/' } = request;
    const onward = forward(receiver.origin + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };

/** Where the submissions of the storm go: the kit's receiver, and an endpoint that knows no ids. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { READABLE } from '../../faults/fault.js';
import { exportedRows } from '../../faults/rows.js';
import { freePort } from '../../receiver/support.js';
import type { StoredRow } from './ledger.js';

export interface Endpoint {
  readonly url: string;
  /** Dies at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Comes back with what it had. */
  start(): Promise<void>;
  rows(): Promise<readonly StoredRow[]>;
  close(): Promise<void>;
}

const PASSWORD = 'correct horse battery';

/** The receiver as an owner runs it, in a process that can be killed, on a database file that stays. */
export const receiverProcess = async (): Promise<Endpoint> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'harreman-bench-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: `${port}`,
    DATA_DIR: dataDir,
    ALLOWED_ORIGINS: '*',
    RATE_LIMIT_PER_MINUTE: '1000000',
    INBOX_PASSWORD: PASSWORD,
  };
  let child: ChildProcess | undefined;

  const start = async () => {
    const started = spawn(process.execPath, ['--import', 'tsx', 'demo/receiver/main.ts'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    started.stderr.on('data', (chunk) => (output += String(chunk)));
    child = started;
    for (;;) {
      if (started.exitCode !== null) throw new Error(`the receiver does not start: ${output}`);
      if (await isHealthy(origin)) return;
      await delay(50);
    }
  };
  const kill = async () => {
    const dying = child;
    child = undefined;
    if (dying?.exitCode !== null || !dying.kill('SIGKILL')) return;
    await once(dying, 'close');
  };

  // Whatever ends the bench.
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    url: `${origin}/submissions`,
    kill,
    start,
    rows: () => exportedRows(origin, PASSWORD),
    close: async () => {
      await kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const isHealthy = async (origin: string): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/healthz`)).ok;
  } catch {
    return false;
  }
};

/** Takes every POST for a new submission, as most form endpoints do. */
export const plainEndpoint = async (): Promise<Endpoint> => {
  const rows: StoredRow[] = [];
  let up = true;
  const server = createServer((request, response) => {
    const take = async () => {
      const body = (await buffer(request)).toString();
      if (!up) return request.socket.destroy();
      if (request.method === 'POST') {
        const fields = JSON.parse(body) as Record<string, unknown>;
        rows.push({ fields, receivedAt: new Date().toISOString() });
      }
      const allowed = {
        ...READABLE,
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'Content-Type, Accept',
        'content-type': 'application/json',
      };
      return response.writeHead(200, allowed).end(JSON.stringify({ ok: true }));
    };
    take().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/submissions`,
    kill: () => {
      up = false;
      server.closeAllConnections();
      return Promise.resolve();
    },
    start: () => {
      up = true;
      return Promise.resolve();
    },
    rows: () => Promise.resolve(rows),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPostgres } from '../../.build/browsers.mjs';
import { freePort, until } from './support.js';

const run = promisify(execFile);

/** A PostgreSQL server of this test's own, on loopback, in a folder that is removed afterwards. */
export interface PostgresServer {
  readonly url: string;
  /** Pulls the plug: no shutdown checkpoint, connections cut (`SIGQUIT`). */
  crash(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param settings as in its configuration file: `fsync=off`
 * Rejects, and so fails the test, where PostgreSQL is not installed: durability must not go untested unseen.
 */
export const startPostgres = async (settings: readonly string[] = []): Promise<PostgresServer> => {
  const bin = findBinaries();
  const user = await unprivilegedUser();
  const folder = await mkdtemp(join(tmpdir(), 'harreman-postgres-'));
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: folder,
  });

  const start = async () => {
    const server = spawn(
      join(bin, 'postgres'),
      [
        ...['-D', data, '-p', `${port}`],
        ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((set) => [
          '-c',
          set,
        ]),
      ],
      { ...user, cwd: folder, stdio: 'ignore' },
    );
    const killOnExit = () => server.kill('SIGQUIT');
    process.once('exit', killOnExit);
    const ended = once(server, 'exit').then(() => process.off('exit', killOnExit));
    await until(() => answers(url), 'PostgreSQL answers');
    return { server, ended };
  };

  let running = await start();
  const end = async (signal: NodeJS.Signals) => {
    running.server.kill(signal);
    await running.ended;
  };
  return {
    url,
    crash: () => end('SIGQUIT'),
    restart: async () => {
      running = await start();
    },
    stop: async () => {
      await end('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/**
 * Stands before a PostgreSQL and answers as one does that recovers from a crash, until it is opened.
 * @param port where it listens
 * @param behind where the PostgreSQL does
 */
export const startRecovering = async (
  t: TestContext,
  port: number,
  behind: number,
): Promise<{ open(): void }> => {
  let isOpen = false;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (isOpen) {
      const other = connect(behind, '127.0.0.1');
      other.on('error', () => socket.destroy());
      socket.pipe(other).pipe(socket);
    } else socket.once('data', () => socket.end(STARTING_UP));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { open: () => (isOpen = true) };
};

/** An `ErrorResponse` (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const STARTING_UP = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0');
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
})();

const findBinaries = (): string => {
  const found = findPostgres();
  if (found) return found;
  throw new Error(
    "PostgreSQL's server is not installed, and these tests need it. Debian: apt-get install postgresql; " +
      'macOS: brew install postgresql; elsewhere: put initdb and postgres on the PATH.',
  );
};

/** PostgreSQL refuses to run as root: where the tests do, another user takes over. */
const unprivilegedUser = async (): Promise<{ uid: number; gid: number } | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const ids = async (name: string) => {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  };
  return ids('postgres').catch(() => ids('nobody'));
};

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

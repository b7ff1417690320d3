import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** Stands between a receiver and PostgreSQL, and can cut them apart at the worst moment. */
export interface CommitCutter {
  /** Address of the database through it. */
  readonly url: string;
  /** The next time PostgreSQL says that it has committed, the connection is cut, and nobody hears it. */
  cutNextCommit(): void;
  /** How often that was. */
  readonly cuts: () => number;
}

/** CommandComplete (`C`), its length, its tag: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const COMMITTED = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1');

export const startCommitCutter = async (t: TestContext, databaseUrl: string): Promise<CommitCutter> => {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isArmed = false;
  let cuts = 0;
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    const cut = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', cut);
    }
    client.on('data', (chunk) => database.write(chunk));
    database.on('data', (chunk: Buffer) => {
      if (isArmed && chunk.includes(COMMITTED)) {
        isArmed = false;
        cuts++;
        cut();
      } else {
        client.write(chunk);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const through = new URL(databaseUrl);
  through.port = `${(server.address() as AddressInfo).port}`;
  return { url: through.href, cutNextCommit: () => void (isArmed = true), cuts: () => cuts };
};

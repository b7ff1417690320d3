import { createClient, LibsqlError, type Client, type InArgs } from '@libsql/client/sqlite3';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Database, ExclusiveWork, Executor, Row, SqlValue } from './database.js';

/** How long to wait while another process (a backup, a second receiver) holds the file. */
const BUSY_TIMEOUT_MS = 5_000;
const BUSY_RETRY_MS = 25;

/**
 * A database in one file: write-ahead log, `synchronous=FULL`, so that a commit has reached the disk when it
 * returns (https://sqlite.org/pragma.html#pragma_synchronous; in WAL mode `NORMAL` may lose the last commits).
 */
export const openLibsql = async (path: string): Promise<Database> => {
  // One connection, since pragmas belong to a connection and the client would open others as it likes.
  const client = createClient({ url: pathToFileURL(path).href, concurrency: 1 });
  const database = new LibsqlDatabase(client, path);
  try {
    await database.query('PRAGMA journal_mode = WAL'); // Remembered by the file.
    await database.transaction(assertDurable);
    await database.stayInPlace();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};

/**
 * Rejects where a commit does not mean that it is on disk, whatever was asked for: a file system without shared
 * memory, for one, leaves the journal as it was, and SQLite says so only in its answer.
 */
export const assertDurable = async ({ query }: Executor): Promise<void> => {
  const read = async (name: string) => Object.values((await query(`PRAGMA ${name}`))[0] ?? {})[0];
  const [journal, synchronous] = [await read('journal_mode'), Number(await read('synchronous'))];
  if (journal !== 'wal') {
    throw new Error(
      `The database file cannot have a write-ahead log (journal_mode is "${String(journal)}"), without which ` +
        'messages could be lost. Choose a folder on a local disk: DATA_DIR.',
    );
  }
  // 2 is FULL, 3 is EXTRA.
  if (synchronous < 2) {
    throw new Error(
      `The database would not wait for the disk (synchronous is ${synchronous}), and messages could be lost.`,
    );
  }
};

/** Which file it is, whatever its name. */
const identityOf = async (path: string): Promise<string> => {
  const { dev, ino } = await stat(path, { bigint: true });
  return `${dev} ${ino}`;
};

class LibsqlDatabase implements Database {
  readonly types = { bytes: 'BLOB', integer: 'INTEGER' };
  readonly #client: Client;
  readonly #path: string;
  #identity: string | undefined;
  #closed = false;
  /** The connection serves one piece of work at a time, in order of arrival. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: Client, path: string) {
    this.#client = client;
    this.#path = path;
  }

  /** From now on, whatever is asked of it rejects where the file is no longer the one that it is now. */
  async stayInPlace(): Promise<void> {
    this.#identity = await identityOf(this.#path);
  }

  query(sql: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#inTurn(() => execute(this.#client, sql, parameters));
  }

  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      // Each time, since the connection may be a new one.
      await this.#client.execute('PRAGMA synchronous = FULL');
      // What is deleted is overwritten. Else it stays in the file, and in copies of it, until its place is needed.
      await this.#client.execute('PRAGMA secure_delete = ON');
      const transaction = await this.#client.transaction('write');
      try {
        const result = await work({ query: (sql, parameters) => execute(transaction, sql, parameters) });
        await transaction.commit();
        return result;
      } finally {
        transaction.close(); // Rolls back what was not committed.
      }
    });
  }

  snapshot<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.transaction(work);
  }

  exclusive<T>(_kind: ExclusiveWork, work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.transaction(work); // BEGIN IMMEDIATE: one writer at a time, across processes.
  }

  /** The log has what was written before, too. Where somebody reads (a backup), it is emptied another time. */
  async forget(): Promise<void> {
    await this.query('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    this.#client.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the database is closed'));
    const result = this.#last.then(async () => {
      const done = await this.#whenFree(work);
      await this.#assertInPlace();
      return done;
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /**
   * Tries again while the file is locked. SQLite's own busy time-out would hold up the whole process, since the
   * client runs statements synchronously. After an error the connection is replaced: a statement that failed may
   * stay open on it until it is garbage collected, and no later transaction could commit.
   */
  async #whenFree<T>(work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + BUSY_TIMEOUT_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        this.#client.reconnect();
        if (!(error instanceof LibsqlError && error.code === 'SQLITE_BUSY') || Date.now() > deadline)
          throw error;
        await sleep(BUSY_RETRY_MS);
      }
    }
  }

  /**
   * Rejects where the file, or the log beside it, was deleted, moved or replaced: a folder that was cleared, a backup put
   * back. What is written then goes to a file without a name, and SQLite says nothing of it.
   */
  async #assertInPlace(): Promise<void> {
    if (!this.#identity) return;
    const found = await Promise.all([identityOf(this.#path), stat(`${this.#path}-wal`)]).catch(() => []);
    if (found[0] === this.#identity) return;
    const message =
      'The database file was moved, deleted or replaced. Stop the receiver, and start it again.';
    throw Object.assign(new Error(message), { code: 'database_moved' });
  }
}

const execute = async (
  target: Pick<Client, 'execute'>,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Promise<readonly Row[]> => {
  const { rows } = await target.execute({
    sql: sql.replace(/\$(\d+)/g, '?$1'),
    args: [...parameters] as InArgs,
  });
  return rows;
};

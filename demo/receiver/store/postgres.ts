import pg from 'pg';
import type { Database, ExclusiveWork, Executor, Row, SqlValue } from './database.js';

/** So that a database that hangs becomes a 503 before the visitor's own time-out of 20 seconds. */
const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;

/**
 * Any constants: what receivers agree to lock. A lock of its own for `times`, and no stricter isolation level, since
 * whether a time is free depends on rows that others are just writing: serialisable transactions would fail and
 * have to be repeated, also those of messages that take no time at all. An exclusion constraint could not count to
 * `AT_ONCE`, nor would it be portable.
 */
const LOCKS: Readonly<Record<ExclusiveWork, number>> = {
  schema: 0x4861_7272,
  times: 0x4861_7273,
  invitations: 0x4861_7274,
  callbacks: 0x4861_7275,
};

/**
 * PostgreSQL, which any number of receivers may share. Every new connection is checked before it is used, so that
 * a server that could lose what it has committed is refused at the start, and after a change of its settings too.
 *
 * @param onIdleError a pooled connection broke while nobody used it; the pool replaces it
 */
export const openPostgres = (connectionString: string, onIdleError: (error: Error) => void): Database => {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'harreman-receiver',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    verify: (client, done) => void assertDurable(client).then(() => done(), done),
  });
  pool.on('error', onIdleError); // Without a listener, the process would end.
  // Nor has a connection one of its own while it is in use. Where it breaks, the statement rejects as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDatabase(pool);
};

/** What each must not be, and what is lost then (https://www.postgresql.org/docs/current/runtime-config-wal.html). */
const LOSSY_SETTINGS = [
  ['fsync', 'a crash of the machine may lose or spoil everything'],
  ['synchronous_commit', 'a crash may lose messages whose senders were thanked'],
  ['full_page_writes', 'a crash of the machine may spoil the database'],
] as const;

/** Rejects, naming the settings, where a commit does not mean that it is on disk. */
const assertDurable = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<Record<string, string>>(
    `SELECT ${LOSSY_SETTINGS.map(([name]) => `current_setting('${name}') AS ${name}`).join(', ')}`,
  );
  const off = LOSSY_SETTINGS.filter(([name]) => rows[0]?.[name] === 'off');
  if (!off.length) return;
  const reasons = off.map(([name, loss]) => `${name} is off: ${loss}.`).join(' ');
  throw new Error(`This PostgreSQL does not keep what it is given. ${reasons} Turn it on.`);
};

class PostgresDatabase implements Database {
  readonly types = { bytes: 'BYTEA', integer: 'BIGINT' };
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  query(sql: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]> {
    return execute(this.#pool, sql, parameters);
  }

  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN', work);
  }

  snapshot<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.#transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  async #transaction<T>(begin: string, work: (executor: Executor) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work({ query: (sql, parameters) => execute(client, sql, parameters) });
      // A transaction that failed earlier answers COMMIT with ROLLBACK, and no error.
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
      return result;
    } catch (error) {
      // Not `ROLLBACK`: after a time-out the connection may still be busy. Closing it rolls back surely.
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  exclusive<T>(kind: ExclusiveWork, work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.transaction(async (executor) => {
      // Held until the transaction has ended. What is read after it sees all that was written under it before.
      await executor.query('SELECT pg_advisory_xact_lock($1)', [LOCKS[kind]]);
      return work(executor);
    });
  }

  /** Its own work (autovacuum). */
  forget(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

const execute = async (
  target: pg.Pool | pg.PoolClient,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Promise<readonly Row[]> => {
  // `pg` reads a Uint8Array as JSON; a Buffer over the same memory is bytes.
  const values = parameters.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  );
  const { rows } = await target.query<Record<string, unknown>>(sql, values);
  return rows;
};

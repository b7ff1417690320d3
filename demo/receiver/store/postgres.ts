import pg from 'pg';
import type { Database, Executor, Row, SqlValue } from './database.js';

/** So that a database that hangs becomes a 503 before the visitor's own time-out of 20 seconds. */
const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;

/** Any constant: what receivers agree to lock while they migrate. */
const MIGRATION_LOCK = 0x4861_7272;

/**
 * PostgreSQL, which any number of receivers may share. Durability is the server's own: `fsync` and
 * `synchronous_commit` are on unless somebody turned them off.
 *
 * @param onIdleError a pooled connection broke while nobody used it; the pool replaces it
 */
export const openPostgres = (connectionString: string, onIdleError: (error: Error) => void): Database => {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'harreman-receiver',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
  });
  pool.on('error', onIdleError); // Without a listener, the process would end.
  return new PostgresDatabase(pool);
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

  async transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // A connection that breaks between two statements reports here; the next statement rejects as well.
    client.on('error', ignore);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
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
      client.off('error', ignore);
      client.release(broken);
    }
  }

  exclusive<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return this.transaction(async (executor) => {
      await executor.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      return work(executor);
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

const ignore = (): void => undefined;

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

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.js';
import { openLibsql } from './libsql.js';
import { migrate } from './migrations.js';
import type { Channel } from './outgoing.js';
import { openPostgres } from './postgres.js';
import { SqlStore } from './sql-store.js';
import type { SubmissionStore } from './store.js';
import { untilReady } from './until-ready.js';

export interface StoreOptions {
  /** Folder of the database file; made if need be, readable by this user only. */
  readonly dataDir: string;
  /** `postgres://…`: PostgreSQL instead of the file. */
  readonly databaseUrl?: string | undefined;
  /** A pooled PostgreSQL connection broke while idle. For the log. */
  readonly onIdleError?: (error: Error) => void;
  /** PostgreSQL is not there yet: see {@link untilReady}. For the log; without it that is a failure at once. */
  readonly onWait?: (code: string) => void;
}

/** The name of the database file in its folder. */
export const DATABASE_FILE = 'receiver.db';

/**
 * Opens the database and brings its schema up to date. Rejects where either can't be done.
 * @param channels by which every new submission is to leave
 */
export const openStore = async (
  options: StoreOptions,
  channels: readonly Channel[] = [],
): Promise<SubmissionStore> => new SqlStore(await openDatabase(options), channels);

/** As {@link openStore}, for who reads and writes rows himself. */
export const openDatabase = async (options: StoreOptions): Promise<Database> => {
  const database = await connect(options);
  try {
    await untilReady(() => migrate(database), options.onWait);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};

const connect = async ({
  dataDir,
  databaseUrl,
  onIdleError = () => undefined,
}: StoreOptions): Promise<Database> => {
  if (databaseUrl) return openPostgres(databaseUrl, onIdleError);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  return openLibsql(join(dataDir, DATABASE_FILE));
};

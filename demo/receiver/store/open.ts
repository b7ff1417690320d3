import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.js';
import { openLibsql } from './libsql.js';
import { migrate } from './migrations.js';
import { openPostgres } from './postgres.js';
import { SqlStore } from './sql-store.js';
import type { SubmissionStore } from './store.js';

export interface StoreOptions {
  /** Folder of the database file; made if need be, readable by this user only. */
  readonly dataDir: string;
  /** `postgres://…`: PostgreSQL instead of the file. */
  readonly databaseUrl?: string | undefined;
  /** A pooled PostgreSQL connection broke while idle. For the log. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens the database and brings its schema up to date. Rejects where either can't be done. */
export const openStore = async (options: StoreOptions): Promise<SubmissionStore> => {
  const database = await openDatabase(options);
  try {
    await migrate(database);
    return new SqlStore(database);
  } catch (error) {
    await database.close();
    throw error;
  }
};

const openDatabase = async ({
  dataDir,
  databaseUrl,
  onIdleError = () => undefined,
}: StoreOptions): Promise<Database> => {
  if (databaseUrl) return openPostgres(databaseUrl, onIdleError);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  return openLibsql(join(dataDir, 'receiver.db'));
};

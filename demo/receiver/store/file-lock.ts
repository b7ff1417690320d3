import { createClient, LibsqlError } from '@libsql/client/sqlite3';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Makes this process the only receiver of a folder, until the function that it resolves to is called or the
 * process ends, however it ends. Backups (`sqlite3 receiver.db ".backup …"`) are not hindered.
 *
 * Two receivers on one file would not spoil it, but each would count rates and repeats for itself. The lock is
 * that of a write transaction on an empty SQLite file, since Node has none of its own for files: the operating
 * system gives it back when a process dies, so that nothing is left to clean up and no process id to guess at.
 */
export const lockDataDir = async (dataDir: string): Promise<() => void> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const client = createClient({ url: pathToFileURL(join(dataDir, 'receiver.lock')).href, concurrency: 1 });
  try {
    const transaction = await client.transaction('write');
    return () => {
      transaction.close();
      client.close();
    };
  } catch (error) {
    client.close();
    if (!(error instanceof LibsqlError && error.code === 'SQLITE_BUSY')) throw error;
    throw new Error(
      `Another receiver is at work in ${dataDir}, or an export or import. Stop that one, or choose another folder: DATA_DIR.`,
      { cause: error },
    );
  }
};

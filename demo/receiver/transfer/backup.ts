import { createClient, LibsqlError, type Client } from '@libsql/client/sqlite3';
import { access, mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DATABASE_FILE, openDatabase } from '../store/open.js';

/** What a copy holds. */
export interface BackupCounts {
  readonly messages: number;
  readonly files: number;
}

export interface RestoreResult extends BackupCounts {
  /** Mails and web-hooks that waited when the copy was made, and may have left since. */
  readonly held: number;
  /** Where the database is now that was there before; `undefined` where there was none. */
  readonly replaced?: string | undefined;
}

/** A database, the log beside it, and what processes share of the log. They belong together. */
const PARTS = ['', '-wal', '-shm'] as const;

/**
 * Copies the database of a folder as it is at one moment, whatever is written meanwhile: a receiver at work there is not
 * held up. The copy is one file without a log, has its name only once it is whole, read through and on disk, and nobody
 * else on this computer may read it.
 */
export const backUp = async (dataDir: string, path: string): Promise<BackupCounts> => {
  if (await exists(path)) throw new Error(`${path} is there already. Choose another name, or move it away.`);
  return copy(join(dataDir, DATABASE_FILE), path);
};

/**
 * Puts a copy in the place of a folder's database, and brings its schema up to date. No receiver may be at work there. The
 * copy stays as it is, and what was there before is moved aside with its log: left beside another database, that would
 * spoil it.
 */
export const restore = async (path: string, dataDir: string, now: Date): Promise<RestoreResult> => {
  if (!(await exists(path))) throw new Error(`There is no ${path}.`);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const workshop = await mkdtemp(join(dataDir, 'restoring-'));
  try {
    const fresh = join(workshop, DATABASE_FILE);
    const restored = await copy(path, fresh);
    const held = await holdBack(workshop, now);
    const current = join(dataDir, DATABASE_FILE);
    const aside = join(dataDir, `replaced-${now.toISOString().replace(/[:.]/g, '-')}.db`);
    const isReplacing = await exists(current);
    for (const part of PARTS) if (await exists(current + part)) await rename(current + part, aside + part);
    await rename(fresh, current);
    return { ...restored, held, ...(isReplacing && { replaced: aside }) };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
};

/**
 * What waited when the copy was made has most likely left since, and would leave twice. What is about a message is given to
 * the owner to decide, as what could not be delivered; invitations are not sent, but for those that are still to come.
 */
const holdBack = async (dataDir: string, now: Date): Promise<number> => {
  const database = await openDatabase({ dataDir });
  try {
    const held = await database.transaction(async ({ query }) => {
      await query(
        `UPDATE outgoing SET state = 'dismissed', lease = ''
         WHERE state = 'waiting' AND submission_id IS NULL AND due_at <= $1`,
        [now.toISOString()],
      );
      return query(
        `UPDATE outgoing SET state = 'dead', lease = '', last_error = 'Put back from a backup: it may have left already.'
         WHERE state = 'waiting' AND submission_id IS NOT NULL RETURNING id`,
      );
    });
    // The file alone is what moves, and a log may outlive its connection.
    await database.forget();
    const { size } = await stat(join(dataDir, `${DATABASE_FILE}-wal`));
    if (size > 0) throw new Error('Another program reads the copy while it is put back. Try again.');
    return held.length;
  } finally {
    await database.close();
  }
};

/** The last is what asking for a table says that is not there. */
const SPOILT: readonly string[] = ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_ERROR'];

const copy = async (from: string, to: string): Promise<BackupCounts> => {
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { force: true });
  // Made here, so that nobody else may read it from the start.
  await (await open(unfinished, 'wx', 0o600)).close();
  try {
    await using(from, (client) => client.execute({ sql: 'VACUUM INTO ?', args: [unfinished] }));
    const counts = await using(unfinished, countsOf);
    const handle = await open(unfinished, 'r+');
    await handle.sync();
    await handle.close();
    await rename(unfinished, to);
    return counts;
  } catch (error) {
    await rm(unfinished, { force: true });
    if (!(error instanceof LibsqlError)) throw error;
    const reason = SPOILT.includes(error.code)
      ? `${from} is no database of a receiver, or is spoilt`
      : `${from} could not be copied to ${to}`;
    throw new Error(`${reason} (${error.code}).`, { cause: error });
  }
};

/** Of a whole database. */
const countsOf = async (client: Client): Promise<BackupCounts> => {
  const read = async (sql: string) => Object.values((await client.execute(sql)).rows[0] ?? {})[0];
  const found = await read('PRAGMA integrity_check');
  if (found !== 'ok') throw new LibsqlError('the check found faults', 'SQLITE_CORRUPT');
  return {
    messages: Number(await read('SELECT COUNT(*) FROM submissions')),
    files: Number(await read('SELECT COUNT(*) FROM files')),
  };
};

const using = async <T>(path: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = createClient({ url: pathToFileURL(path).href, concurrency: 1 });
  try {
    return await work(client);
  } finally {
    client.close();
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

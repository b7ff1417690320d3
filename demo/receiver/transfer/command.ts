import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings } from '../settings.js';
import type { Database } from '../store/database.js';
import { lockDataDir } from '../store/file-lock.js';
import { DATABASE_FILE, openDatabase } from '../store/open.js';

/**
 * Runs `npm run export` or `npm run import`: on the same database as the receiver with these settings, and on a
 * file only while no receiver is at work there. What goes wrong is said in one line.
 */
export const runTransfer = (
  name: 'export' | 'import',
  dataDir: string,
  work: (database: Database, path: string) => Promise<string>,
): Promise<void> =>
  runCommand(`npm run ${name} -- messages.ndjson`, dataDir, async (settings, path) => {
    if (name === 'export' && !settings.databaseUrl) assertDatabase(settings);
    const unlock = settings.databaseUrl ? () => undefined : await lockDataDir(settings.dataDir);
    const database = await openDatabase(settings);
    try {
      return await work(database, path);
    } finally {
      await database.close();
      unlock();
    }
  });

/** Runs `npm run backup` or `npm run restore`, which are of the database in a file. */
export const runBackup = (
  name: 'backup' | 'restore',
  dataDir: string,
  work: (dataDir: string, path: string) => Promise<string>,
): Promise<void> =>
  runCommand(`npm run ${name} -- copy.db`, dataDir, async (settings, path) => {
    if (settings.databaseUrl)
      throw new Error('PostgreSQL has commands of its own for that: pg_dump, pg_restore.');
    if (name === 'backup') {
      assertDatabase(settings);
      return work(settings.dataDir, path);
    }
    const unlock = await lockDataDir(settings.dataDir);
    try {
      return await work(settings.dataDir, path);
    } finally {
      unlock();
    }
  });

const runCommand = async (
  usage: string,
  dataDir: string,
  work: (settings: Settings, path: string) => Promise<string>,
): Promise<void> => {
  try {
    const [path, ...rest] = process.argv.slice(2);
    if (!path || rest.length) throw new Error(`Name one file: ${usage}`);
    const settings = readSettings(process.env, { port: 0, dataDir, allowedOrigins: new Set() });
    process.stdout.write(`${await work(settings, path)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
};

const assertDatabase = ({ dataDir }: Settings): void => {
  if (!existsSync(join(dataDir, DATABASE_FILE)))
    throw new Error(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL.`);
};

export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${number} ${number === 1 ? one : several}`;

/** @param entries of the FAQ */
export const withFaq = (entries: number): string =>
  entries ? ` and an FAQ of ${counted(entries, 'question')}` : '';

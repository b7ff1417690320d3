import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../settings.js';
import type { Database } from '../store/database.js';
import { lockDataDir } from '../store/file-lock.js';
import { DATABASE_FILE, openDatabase } from '../store/open.js';

/**
 * Runs `npm run export` or `npm run import`: on the same database as the receiver with these settings, and on a
 * file only while no receiver is at work there. What goes wrong is said in one line.
 */
export const runTransfer = async (
  name: 'export' | 'import',
  dataDir: string,
  work: (database: Database, path: string) => Promise<string>,
): Promise<void> => {
  try {
    const [path, ...rest] = process.argv.slice(2);
    if (!path || rest.length) throw new Error(`Name one file: npm run ${name} -- messages.ndjson`);
    const settings = readSettings(process.env, { port: 0, dataDir, allowedOrigins: new Set() });
    if (name === 'export' && !settings.databaseUrl && !existsSync(join(settings.dataDir, DATABASE_FILE))) {
      throw new Error(`There is no database in ${settings.dataDir}. Set DATA_DIR or DATABASE_URL.`);
    }
    const unlock = settings.databaseUrl ? () => undefined : await lockDataDir(settings.dataDir);
    const database = await openDatabase(settings);
    try {
      process.stdout.write(`${await work(database, path)}\n`);
    } finally {
      await database.close();
      unlock();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
};

export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${number} ${number === 1 ? one : several}`;

/** @param entries of the FAQ */
export const withFaq = (entries: number): string =>
  entries ? ` and an FAQ of ${counted(entries, 'question')}` : '';

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, type Settings } from '../settings.js';
import { DATABASE_FILE, openStore } from '../store/open.js';
import type { SubmissionStore } from '../store/store.js';

const DATA = fileURLToPath(new URL('../../.data', import.meta.url));

/**
 * Runs a command on the database of the receiver with these settings, which may be at work meanwhile. What goes wrong is
 * said in one line.
 * @param work gives what to tell, for standard output
 */
export const runCommand = async (
  work: (store: SubmissionStore, settings: Settings) => Promise<string>,
): Promise<void> => {
  try {
    const settings = readSettings(process.env, { port: 0, dataDir: DATA, allowedOrigins: new Set() });
    if (!settings.databaseUrl && !existsSync(join(settings.dataDir, DATABASE_FILE)))
      throw new Error(`There is no database in ${settings.dataDir}. Set DATA_DIR or DATABASE_URL.`);
    const store = await openStore(settings);
    try {
      process.stdout.write(`${await work(store, settings)}\n`);
    } finally {
      await store.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
};

/** A file, or standard input for `-`. */
export const readInput = async (path: string): Promise<Uint8Array> => {
  if (path !== '-') return readFile(path);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

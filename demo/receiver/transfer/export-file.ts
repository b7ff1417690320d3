import { createHash } from 'node:crypto';
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { Database, Executor } from '../store/database.js';
import { FORMAT_VERSION, type FileLine, type Header, type Trailer } from './format.js';
import { allIds, fileContent, readFaq, readRecord } from './records.js';
import { surveyLines } from './survey-lines.js';

export interface TransferCounts {
  readonly submissions: number;
  readonly files: number;
  /** Entries of the FAQ. */
  readonly faq: number;
  /** Of all lines but the last, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes all submissions with all that belongs to them, and the FAQ, into a new file, as they are at one moment.
 * The file has its name only once it is whole and on disk; nobody else on this computer may read it.
 * Rejects where there is one of that name.
 */
export const exportToFile = async (database: Database, path: string): Promise<TransferCounts> => {
  if (await exists(path)) throw new Error(`${path} is there already. Choose another name, or move it away.`);
  const unfinished = `${path}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    const counts = await database.snapshot((executor) => writeLines(executor, handle));
    await handle.sync();
    await handle.close();
    await rename(unfinished, path);
    return counts;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const writeLines = async (executor: Executor, handle: FileHandle): Promise<TransferCounts> => {
  await handle.truncate(); // A transaction that had to wait for the file begins again.
  const hash = createHash('sha256');
  let position = 0;
  const write = async (value: object) => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    hash.update(line);
    await handle.write(line, 0, line.byteLength, position);
    position += line.byteLength;
  };
  let [submissions, files] = [0, 0];
  const header: Header = { harreman_export: FORMAT_VERSION, exported_at: new Date().toISOString() };
  await write(header);
  for await (const id of allIds(executor)) {
    const submission = await readRecord(executor, id);
    if (!submission) throw new Error(`Message ${id} is gone.`);
    await write({ submission });
    submissions++;
    for (const file of submission.files) {
      await write(await fileLine(executor, file));
      files++;
    }
  }
  const entries = await readFaq(executor);
  for (const faq of entries) await write({ faq });
  for await (const line of surveyLines(executor)) await write(line);
  const sha256 = hash.copy().digest('hex');
  const faq = entries.length;
  const trailer: Trailer = { end: { submissions, files, ...(faq > 0 && { faq }), sha256 } };
  await write(trailer);
  return { submissions, files, faq, sha256 };
};

/** What does not match its hash any more is not passed on as if it did. */
const fileLine = async (
  executor: Executor,
  { id, sha256 }: { id: string; sha256: string },
): Promise<FileLine> => {
  const content = await fileContent(executor, id);
  if (!content || createHash('sha256').update(content).digest('hex') !== sha256) {
    throw new Error(`File ${id} in the database is damaged: it does not match its hash.`);
  }
  return { file: id, content: Buffer.from(content).toString('base64') };
};

import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { FORMAT_VERSION, MAX_LINE_BYTES, type Trailer } from './format.js';
import type { TransferCounts } from './export-file.js';

/** The file is not one that may be imported. The message says why, for the owner. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * The lines between the first and the last. Reads to the end, and only there can it know that the file was whole:
 * whoever acts on a line before must be able to undo it.
 * @throws {TransferError} where the file is no export, of another version, cut short or altered
 */
export async function* contentLines(path: string): AsyncGenerator<Line, TransferCounts> {
  const hash = createHash('sha256');
  let end: TransferCounts | undefined;
  for await (const line of lines(path)) {
    if (end) throw new TransferError(`${path} goes on after its last line.`);
    if (line.number === 1) {
      checkHeader(line.text, path);
    } else if (line.text.startsWith('{"end":')) {
      end = checkedEnd(line, hash.copy(), path);
    } else {
      yield line;
    }
    hash.update(line.text).update('\n');
  }
  if (!end) throw new TransferError(`${path} is not complete: its last line is missing. Export it again.`);
  return end;
}

/** Resolves where the file is whole and unaltered. @throws {TransferError} */
export const verify = async (path: string): Promise<TransferCounts> => {
  const content = contentLines(path);
  for (;;) {
    const next = await content.next();
    if (next.done) return next.value;
  }
};

const checkHeader = (text: string, path: string): void => {
  const header = parsed(text);
  const version = header?.['harreman_export'];
  if (typeof version !== 'number') throw new TransferError(`${path} is no export of a receiver.`);
  if (version !== FORMAT_VERSION) {
    throw new TransferError(
      `${path} has format ${version}; this receiver reads ${FORMAT_VERSION}. Use the version that wrote it, or a newer one.`,
    );
  }
};

const checkedEnd = ({ text }: Line, hash: Hash, path: string): TransferCounts => {
  const end = parsed(text)?.['end'] as Partial<Trailer['end']> | undefined;
  const { submissions, files, faq = 0, sha256 } = end ?? {};
  if (typeof submissions !== 'number' || typeof files !== 'number' || sha256 !== hash.digest('hex')) {
    throw new TransferError(`${path} was altered or damaged: it does not match its hash. Export it again.`);
  }
  return { submissions, files, faq, sha256 };
};

export const parsed = (text: string): Record<string, unknown> | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

/** Lines end with LF and nothing else: Node's readline would also break them at U+2028, which JSON may contain. */
async function* lines(path: string): AsyncGenerator<Line, void> {
  let [number, size] = [0, 0];
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at; (at = chunk.indexOf(0x0a, from)) >= 0; from = at + 1) {
      parts.push(chunk.subarray(from, at));
      yield { number: ++number, text: Buffer.concat(parts).toString() };
      [parts, size] = [[], 0];
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > MAX_LINE_BYTES)
      throw new TransferError(`${path} is no export of a receiver: line ${number + 1} is too long.`);
  }
  if (size > 0)
    throw new TransferError(`${path} is not complete: it breaks off in line ${number + 1}. Export it again.`);
}

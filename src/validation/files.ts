import type { Problem } from './problem.js';

/** Limits of one file control. */
export interface FileRules {
  /** An HTML `accept` list: `.pdf, image/*, text/plain`. Empty accepts all. */
  readonly accept: string;
  readonly maxFiles: number;
  /** Bytes. */
  readonly maxFileSize: number;
}

/** All files of a submission together: what the outbox may keep (design: How it is delivered). */
export const MAX_TOTAL_BYTES = 10_000_000;

/** The part of a `File` that the rules look at. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** Reads a size such as `5MB`, `500 kB` or `1000000` (bytes; units of 1,000, as sizes are shown). `undefined` if it is none. */
export const parseSize = (text: string): number | undefined => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmg]?)i?b?\s*$/i.exec(text);
  if (!match) return undefined;
  const power = ' kmg'.indexOf(match[2]!.toLowerCase() || ' ');
  return Math.floor(Number(match[1]) * 1000 ** power);
};

/** Whether a file is of an accepted kind, by extension or by type, as HTML's `accept` says. */
export const isAccepted = (file: FileLike, accept: string): boolean => {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);
  if (!kinds.length) return true;
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return kinds.some((kind) =>
    kind.startsWith('.')
      ? name.endsWith(kind)
      : kind.endsWith('/*')
        ? type.startsWith(kind.slice(0, -1))
        : type === kind,
  );
};

/**
 * Why a file can't join those already chosen, or `undefined`.
 * Sizes in the problem are bytes: whoever shows it formats them.
 */
export const checkFile = (
  file: FileLike,
  chosen: readonly FileLike[],
  rules: FileRules,
): Problem | undefined => {
  const values = { file: file.name, size: rules.maxFileSize, types: rules.accept };
  if (chosen.length >= rules.maxFiles) return { key: 'tooManyFiles', count: rules.maxFiles };
  if (!isAccepted(file, rules.accept)) return { key: 'fileTypeRefused', values };
  if (file.size === 0) return { key: 'fileEmpty', values };
  if (file.size > rules.maxFileSize) return { key: 'fileTooLarge', values };
  const total = chosen.reduce((sum, { size }) => sum + size, file.size);
  return total > MAX_TOTAL_BYTES ? { key: 'filesTooLarge', values: { size: MAX_TOTAL_BYTES } } : undefined;
};

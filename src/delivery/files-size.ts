import type { AttachedFile } from '../submission/types.js';

/** Bytes of all files together. */
export function filesSize({ files }: { readonly files: readonly AttachedFile[] }): number {
  let size = 0;
  for (const { file } of files) size += file.size;
  return size;
}

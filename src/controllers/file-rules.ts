import { parseSize, type FileRules } from '../validation/files.js';
import { complain } from './complain.js';
import type { FileLimits } from './field.js';

const MAX_FILES = 5;
const MAX_FILE_SIZE = 5_000_000;

/** Reads an owner's limits. One that makes no sense is told of, and the kit's own stands in for it. */
export const readFileRules = (host: Element, { accept, maxFiles, maxFileSize }: FileLimits): FileRules => {
  let files = Number(maxFiles ?? MAX_FILES);
  if (!Number.isInteger(files) || files < 1 || files > 10) {
    complain(host, 'max-files', maxFiles, 'a number of files, 0 to 10, is wanted; 5 is used');
    files = MAX_FILES;
  }
  let size = maxFileSize === null || maxFileSize === undefined ? MAX_FILE_SIZE : parseSize(maxFileSize);
  if (!size) {
    complain(host, 'max-file-size', maxFileSize, 'a size such as "5MB" is wanted; 5 MB is used');
    size = MAX_FILE_SIZE;
  }
  return { accept: accept ?? '', maxFiles: files, maxFileSize: size };
};

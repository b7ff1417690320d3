import { fileTypeFromBuffer } from 'file-type';
import { createHash, randomUUID } from 'node:crypto';
import type { FieldError } from '../../../src/delivery/states.js';
import type { NewFile } from '../store/store.js';
import { MAX_FILE_BYTES, MAX_FILES, MAX_FILES_BYTES } from '../submissions/limits.js';
import type { UploadedFile } from '../submissions/parse-body.js';
import { safeFileName } from './names.js';

/** What is wrong with the files of a submission, each error at the control the file came from. */
export const fileErrors = (files: readonly UploadedFile[]): FieldError[] => {
  const field = files[0]?.field ?? '';
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  return [
    ...(files.length > MAX_FILES ? [{ field, code: 'too_many_files', message: tooMany(files) }] : []),
    ...files.flatMap((upload) => fileError(upload) ?? []),
    ...(total > MAX_FILES_BYTES
      ? [
          {
            field,
            code: 'files_too_large',
            message: `The files are larger than ${megabytes(MAX_FILES_BYTES)} together.`,
          },
        ]
      : []),
  ];
};

const tooMany = (files: readonly UploadedFile[]): string =>
  `Send at most ${MAX_FILES} files; “${safeFileName(files[MAX_FILES]!.file.name)}” is one too many.`;

const fileError = ({ field, file }: UploadedFile): FieldError | undefined => {
  const name = safeFileName(file.name);
  if (file.size === 0) return { field, code: 'file_empty', message: `“${name}” is empty.` };
  if (file.size <= MAX_FILE_BYTES) return undefined;
  return { field, code: 'file_too_large', message: `“${name}” is larger than ${megabytes(MAX_FILE_BYTES)}.` };
};

const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

/** Reads a file as it will be kept. Its type is what the content shows; the declared one is hearsay. */
export const receiveFile = async ({ field, file }: UploadedFile): Promise<NewFile> => {
  const content = new Uint8Array(await file.arrayBuffer());
  // Sniffing reads what anybody may have forged; a file that breaks the parser is just of no known type.
  const sniffed = await fileTypeFromBuffer(content).catch(() => undefined);
  return {
    id: randomUUID(),
    field,
    name: safeFileName(file.name),
    declaredType: file.type,
    sniffedType: sniffed?.mime ?? '',
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  };
};

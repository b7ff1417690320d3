import { MAX_TOTAL_BYTES } from '../../../src/validation/files.js';

/** Texts and names of all fields and files together, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 256 * 1024;
/** Each file. Megabytes are of 1,000,000 bytes here, as in the widget and in file managers. */
export const MAX_FILE_BYTES = 5_000_000;
/** All files of a submission together; the widget's own limit. */
export const MAX_FILES_BYTES = MAX_TOTAL_BYTES;
export const MAX_FILES = 10;

/** As in the published schemas. */
export const MAX_FIELDS = 200;
/** How much of a field's name an error repeats: as much as the published schemas allow it to have. */
export const MAX_FIELD_NAME_LENGTH = 100;

/**
 * What is read at all. Text grows on the wire, sixfold at most: `\u00e9` in JSON, `%E1%83%90` for a Georgian
 * letter of three bytes in a urlencoded form.
 */
export const MAX_TEXT_BODY_BYTES = 6 * MAX_TEXT_BYTES;
/** Files, text, and 64 KB for the boundaries and headers between them. */
export const MAX_MULTIPART_BODY_BYTES = MAX_FILES_BYTES + MAX_TEXT_BYTES + 64 * 1024;

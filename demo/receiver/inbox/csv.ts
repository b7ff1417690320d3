import type { Locale } from '../../../src/localization/locale.js';
import type { WireValue } from '../../../src/submission/types.js';

/** So that spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Columns for the owner's own fields. Anybody may send any name: a sheet must stay one that opens. */
export const MAX_OWN_COLUMNS = 200;

/**
 * What makes spreadsheets calculate: `=`, `+`, `-`, `@`, also in full width, and the characters that some of them
 * skip in front (OWASP, CSV Injection).
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/u;

/**
 * What spreadsheets take for a number though it is a name, and show as another one: zeros in front (postcodes, numbers of
 * orders), more digits than the 15 that they keep, an exponent.
 */
const NUMBERED_NAME = /^\s*(?:0[\d\s]*\d|\d{16,}|\d+e\d+)\s*$/i;

/** Between cells, and with it what is between a number and its decimals. */
export type CsvSeparator = ',' | ';';

/**
 * Excel parts a file that is opened with a double click by the list separator of the computer's language, and shows all in
 * one column where the file has another. Of the inbox's languages only English has the comma. LibreOffice tries both, and shows
 * what comes of it before it opens the file; Gnumeric wants to be told.
 */
export const separatorFor = (locale: Locale): CsvSeparator => (locale === 'en' ? ',' : ';');

/**
 * One record (RFC 4180, but for the separator): every text in quotes, CR LF at the end. A text that would start a formula, or
 * become another number, gets an apostrophe in front, which the NDJSON export does not need: that one is exact.
 */
export const csvRecord = (cells: readonly (WireValue | undefined)[], separator: CsvSeparator = ','): string =>
  `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`;

const csvCell = (value: WireValue | undefined, separator: CsvSeparator): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return separator === ';' ? decimalComma(value) : `${value}`;
  if (typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join('\n');
  const harmless = FORMULA.test(text) || NUMBERED_NAME.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('\0', '\uFFFD').replaceAll('"', '""')}"`;
};

/** In quotes, since LibreOffice parts cells at commas too; to spreadsheets it is a number all the same. */
const decimalComma = (value: number): string =>
  Number.isInteger(value) ? `${value}` : `"${`${value}`.replace('.', ',')}"`;

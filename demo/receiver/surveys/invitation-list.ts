import { CsvError, parse } from 'csv-parse/sync';
import { matchLocale } from '../../../src/localization/locale.js';
import { isEmail } from '../../../src/validation/email.js';
import { addressKey } from './address-key.js';

/** Who is to be asked. */
export interface Invitee {
  readonly email: string;
  /** The rest may be empty. */
  readonly name: string;
  readonly locale: string;
  readonly reference: string;
}

/** What keeps somebody, or everybody on a list, from being invited. The catalogues of the inbox have the words for it. */
export interface ListProblem {
  readonly code:
    | 'noAddress'
    | 'notOneAddress'
    | 'unknownLanguage'
    | 'cellTooLong'
    | 'repeated'
    | 'tooLong'
    | 'tooMany'
    | 'quotes'
    | 'empty'
    | 'noHeader';
  /** What its words tell of: the most that may be, or another line. */
  readonly values?: Readonly<Record<string, number>>;
}

/** A line of a list that nobody can be invited by. */
export interface LineProblem {
  /** As an editor counts, from 1. */
  readonly line: number;
  readonly problem: ListProblem;
}

export interface InvitationList {
  /** Each with its line. */
  readonly invitees: readonly (Invitee & { readonly line: number })[];
  readonly problems: readonly LineProblem[];
}

/**
 * What a column may be called, in lower case; the first is what the documentation calls it. The inbox calls it in its own
 * language.
 */
const COLUMNS = {
  email: ['email', 'e-mail', 'mail', 'helbidea', 'e-pasts', 'correo', 'courriel', 'ელფოსტა'],
  name: ['name', 'izena', 'vārds', 'nombre', 'nom', 'სახელი'],
  locale: ['lang', 'language', 'locale', 'hizkuntza', 'valoda', 'idioma', 'langue', 'sprache', 'ენა'],
  reference: [
    ...[
      'reference',
      'ref',
      'order',
      'erreferentzia',
      'atsauce',
      'referencia',
      'référence',
      'referenz',
      'ნომერი',
    ],
  ],
} as const;

/** Characters of a list, and people on it: more are to be split by who sends them. */
export const MAX_LIST_LENGTH = 1_000_000;
export const MAX_INVITEES = 10_000;
const MAX_CELL = 300;

/**
 * Reads a list of people from CSV (RFC 4180) as spreadsheets write it: commas, semicolons or tabs, quotes, any line end,
 * a byte order mark. The first line names the columns; those that mean nothing here are left alone. A list of one
 * column may do without: then every line is an address. A line that is not right stops nobody else's invitation.
 */
export const readInvitationList = (text: string): InvitationList => {
  if (text.length > MAX_LIST_LENGTH) return wrong(1, { code: 'tooLong', values: { max: MAX_LIST_LENGTH } });
  let records: readonly CsvRecord[];
  try {
    records = parse(text.replace(/^\uFEFF/, ''), {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return wrong(line, { code: 'quotes' });
  }
  const [first, ...rest] = records;
  if (!first) return wrong(1, { code: 'empty' });
  const columns = columnsOf(first.record);
  if (!columns && first.record.some(isEmail))
    return first.record.length === 1 ? readRows(records, { email: 0 }) : wrong(1, NO_HEADER);
  if (!columns) return wrong(1, NO_HEADER);
  return readRows(rest, columns);
};

const NO_HEADER: ListProblem = { code: 'noHeader' };

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

type Columns = Partial<Record<keyof Invitee, number>> & { email: number };

const wrong = (line: number, problem: ListProblem): InvitationList => ({
  invitees: [],
  problems: [{ line, problem }],
});

/** The one that the first line has most of. */
const delimiterOf = (text: string): string => {
  const [head = ''] = /^[^\r\n]*/.exec(text.replace(/^\uFEFF?\s*/, '')) ?? [];
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
};

const columnsOf = (names: readonly string[]): Columns | undefined => {
  const find = (known: readonly string[]) =>
    names.findIndex((name) => known.includes(name.trim().toLowerCase()));
  const email = find(COLUMNS.email);
  if (email < 0) return undefined;
  const [name, locale, reference] = [find(COLUMNS.name), find(COLUMNS.locale), find(COLUMNS.reference)];
  return {
    email,
    ...(name >= 0 && { name }),
    ...(locale >= 0 && { locale }),
    ...(reference >= 0 && { reference }),
  };
};

const readRows = (records: readonly CsvRecord[], columns: Columns): InvitationList => {
  if (records.length > MAX_INVITEES)
    return wrong(MAX_INVITEES + 2, { code: 'tooMany', values: { max: MAX_INVITEES } });
  const invitees: (Invitee & { line: number })[] = [];
  const problems: LineProblem[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of records) {
    const line = info.lines;
    const cell = (name: keyof Invitee) => (columns[name] === undefined ? '' : (record[columns[name]] ?? ''));
    const invitee = checkInvitee({
      email: cell('email'),
      name: cell('name'),
      locale: cell('locale'),
      reference: cell('reference'),
    });
    if ('code' in invitee) {
      problems.push({ line, problem: invitee });
      continue;
    }
    const key = `${addressKey(invitee.email)} ${invitee.reference}`;
    const earlier = seen.get(key);
    if (earlier) problems.push({ line, problem: { code: 'repeated', values: { line: earlier } } });
    else invitees.push({ ...invitee, line });
    if (!earlier) seen.set(key, line);
  }
  return { invitees, problems };
};

/** Checks and tidies what is known of somebody. @returns what is wrong, where something is */
export const checkInvitee = (given: Invitee): Invitee | ListProblem => {
  const email = given.email.trim();
  if (!email) return { code: 'noAddress' };
  if (!isEmail(email)) return { code: 'notOneAddress' };
  const locale = given.locale.trim() ? matchLocale([given.locale]) : '';
  if (locale === undefined) return { code: 'unknownLanguage' };
  const [name, reference] = [oneLine(given.name), oneLine(given.reference)];
  if (name.length > MAX_CELL || reference.length > MAX_CELL)
    return { code: 'cellTooLong', values: { max: MAX_CELL } };
  return { email, name, locale, reference };
};

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

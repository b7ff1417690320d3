import type { Database, Executor, Row } from './database.js';
import type { DeletedFaqEntry, FaqChange, FaqContent, FaqEntry, FaqStore, FaqUpdate } from './faq.js';
import { reopenQuestions, settleQuestions } from './sql-questions.js';
import { storable } from './storable-text.js';

/** {@link FaqStore} in plain SQL. */
export class SqlFaqStore implements FaqStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async revision(): Promise<number> {
    const [row] = await this.#database.query('SELECT revision FROM faq_revision');
    return Number(row?.['revision']);
  }

  async languages(): Promise<readonly string[]> {
    const rows = await this.#database.query(`SELECT DISTINCT lang FROM faq_entries WHERE deleted_at = ''`);
    return rows.map((row) => String(row['lang'])).sort();
  }

  entries(lang?: string): Promise<readonly FaqEntry[]> {
    return readEntries(this.#database, lang);
  }

  entry(key: string): Promise<FaqEntry | undefined> {
    return readEntry(this.#database, key);
  }

  async deleted(lang: string, limit: number): Promise<readonly DeletedFaqEntry[]> {
    const rows = await this.#database.query(
      `SELECT * FROM faq_entries WHERE lang = $1 AND deleted_at <> ''
       ORDER BY deleted_at DESC, entry_key LIMIT ${limit}`,
      [lang],
    );
    return rows.map((row) => ({ ...entryOf(row), deletedAt: String(row['deleted_at']) }));
  }

  change({ add = [], update = [], settle = [], at }: FaqChange): Promise<'changed' | 'stale'> {
    return this.#write<'changed' | 'stale'>('stale', async (executor) => {
      for (const each of update)
        if (!(await updateEntry(executor, each, at, settle.length > 0))) return 'stale';
      for (const { key, lang, id = key, content } of add) {
        if (await isTaken(executor, lang, id)) return 'stale';
        const position = await nextPosition(executor, lang);
        await insertFaqEntry(executor, { ...content, key, lang, id, version: 1, updatedAt: at.toISOString() }, position);
      }
      await settleQuestions(executor, settle, at);
      return 'changed';
    });
  } // prettier-ignore

  move(key: string, by: -1 | 1): Promise<boolean> {
    return this.#write(false, async (executor) => {
      const entry = await readEntry(executor, key);
      if (!entry) return false;
      const keys = await keysInOrder(executor, entry.lang);
      await place(executor, keys, key, keys.indexOf(key) + by);
      return true;
    });
  }

  remove(key: string, version: number, at: Date): Promise<'changed' | 'stale'> {
    return this.#write<'changed' | 'stale'>('stale', async (executor) =>
      (await removeEntry(executor, key, version, at)) ? 'changed' : 'stale',
    );
  }

  restore(key: string, at: Date): Promise<boolean> {
    return this.#write(false, async (executor) => {
      const [row] = await executor.query(
        `SELECT * FROM faq_entries WHERE entry_key = $1 AND deleted_at <> ''`,
        [key],
      );
      if (!row) return false;
      const { lang, id } = entryOf(row);
      await executor.query(
        `UPDATE faq_entries SET deleted_at = '', version = version + 1, updated_at = $3, id = $2
         WHERE entry_key = $1`,
        [key, (await isTaken(executor, lang, id)) ? key : id, at.toISOString()],
      );
      return true;
    });
  }

  async previous(key: string): Promise<FaqContent | undefined> {
    const before = await readPrevious(this.#database, key);
    if (!before) return undefined;
    const { question, alternatives, answer, category, suggested } = before;
    return { question, alternatives, answer, category, suggested };
  }

  undo(key: string, version: number, at: Date): Promise<'changed' | 'stale'> {
    return this.#write<'changed' | 'stale'>('stale', async (executor) => {
      const [entry, before] = [await readEntry(executor, key), await readPrevious(executor, key)];
      if (!entry || !(before ?? version === 1)) return 'stale';
      const isDone = before
        ? await updateEntry(executor, { key, version, content: before, place: before.place }, at)
        : await removeEntry(executor, key, version, at);
      if (!isDone) return 'stale';
      await reopenQuestions(executor, before?.settledAt ?? entry.updatedAt);
      return 'changed';
    });
  }

  /**
   * Writers take turns by the one row that each of them changes first: on PostgreSQL, the next one waits there until
   * this one has committed, and sees what it wrote. What returns `nothing` leaves everything as it was.
   */
  async #write<T>(nothing: T, work: (executor: Executor) => Promise<T>): Promise<T> {
    const undone = new Error('nothing was changed');
    try {
      return await this.#database.transaction(async (executor) => {
        await executor.query('UPDATE faq_revision SET revision = revision + 1');
        const result = await work(executor);
        if (result === nothing) throw undone;
        return result;
      });
    } catch (error) {
      if (error === undone) return nothing;
      throw error;
    }
  }
}

/** What an entry said before its last change, as it is kept beside what it says now. */
interface Previous extends FaqContent {
  /** When questions were settled with the change, RFC 3339 in UTC; empty where none were. */
  readonly settledAt: string;
  /** Where it was in the list, from 0, if the change put it elsewhere. */
  readonly place?: number;
}

/** `false` where it is another version by now. */
const updateEntry = async (
  executor: Executor,
  { key, version, content, place: to }: FaqUpdate,
  at: Date,
  settles = false,
): Promise<boolean> => {
  const entry = await readEntry(executor, key);
  if (entry?.version !== version) return false;
  const { lang, question, alternatives, answer, category, suggested } = entry;
  const keys = to === undefined ? [] : await keysInOrder(executor, lang);
  const before: Previous = {
    ...{ question, alternatives, answer, category, suggested, settledAt: settles ? at.toISOString() : '' },
    ...(to !== undefined && { place: keys.indexOf(key) }),
  };
  const [row] = await executor.query(
    `UPDATE faq_entries SET category = $3, question = $4, alternatives = $5, answer = $6, suggested = $7,
       updated_at = $8, previous = $9, version = version + 1
     WHERE entry_key = $1 AND version = $2 AND deleted_at = '' RETURNING lang`,
    [key, version, ...columnsOf(content), at.toISOString(), JSON.stringify(before)],
  );
  if (!row) return false;
  if (to !== undefined) await place(executor, keys, key, to);
  return true;
};

/** `false` where it is another version by now. */
const removeEntry = async ({ query }: Executor, key: string, version: number, at: Date): Promise<boolean> => {
  const rows = await query(
    `UPDATE faq_entries SET deleted_at = $3, version = version + 1
     WHERE entry_key = $1 AND version = $2 AND deleted_at = '' RETURNING entry_key`,
    [key, version, at.toISOString()],
  );
  return rows.length > 0;
};

const readPrevious = async (executor: Executor, key: string): Promise<Previous | undefined> => {
  const [row] = await executor.query(`SELECT previous FROM faq_entries WHERE entry_key = $1`, [key]);
  const text = row ? String(row['previous']) : '';
  return text ? (JSON.parse(text) as Previous) : undefined;
};

/** Gives an entry its place among those of its language. Further than the ends is at the end. */
const place = async (
  { query }: Executor,
  keys: readonly string[],
  key: string,
  to: number,
): Promise<void> => {
  const others = keys.filter((other) => other !== key);
  const at = Math.min(Math.max(to, 0), others.length);
  const wanted = [...others.slice(0, at), key, ...others.slice(at)];
  if (wanted.every((each, index) => each === keys[index])) return;
  for (const [position, each] of wanted.entries())
    await query('UPDATE faq_entries SET position = $2 WHERE entry_key = $1', [each, position]);
};

const keysInOrder = async ({ query }: Executor, lang: string): Promise<readonly string[]> => {
  const rows = await query(
    `SELECT entry_key FROM faq_entries WHERE lang = $1 AND deleted_at = '' ORDER BY position, entry_key`,
    [lang],
  );
  return rows.map((row) => String(row['entry_key']));
};

/** Also after those that were deleted: they come back to where they were. */
const nextPosition = async ({ query }: Executor, lang: string): Promise<number> => {
  const [row] = await query('SELECT MAX(position) AS last FROM faq_entries WHERE lang = $1', [lang]);
  return Number(row?.['last'] ?? -1) + 1;
};

const isTaken = async ({ query }: Executor, lang: string, id: string): Promise<boolean> => {
  const rows = await query(
    `SELECT entry_key FROM faq_entries WHERE lang = $1 AND id = $2 AND deleted_at = '' LIMIT 1`,
    [lang, storable(id)],
  );
  return rows.length > 0;
};

export const insertFaqEntry = async (
  { query }: Executor,
  entry: FaqEntry,
  position: number,
  deletedAt = '',
): Promise<void> => {
  const { key, lang, id, version, updatedAt } = entry;
  await query(
    `INSERT INTO faq_entries (entry_key, lang, id, category, question, alternatives, answer, suggested, position,
       version, updated_at, deleted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [key, lang, storable(id), ...columnsOf(entry), position, version, updatedAt, deletedAt],
  );
};

const columnsOf = ({ category, question, alternatives, answer, suggested }: FaqContent) => [
  storable(category),
  storable(question),
  JSON.stringify(alternatives.map(storable)),
  storable(answer),
  Number(suggested),
];

const readEntry = async (executor: Executor, key: string): Promise<FaqEntry | undefined> => {
  const [row] = await executor.query(`SELECT * FROM faq_entries WHERE entry_key = $1 AND deleted_at = ''`, [
    key,
  ]);
  return row && entryOf(row);
};

const readEntries = async (executor: Executor, lang?: string): Promise<readonly FaqEntry[]> => {
  const rows = await executor.query(
    `SELECT * FROM faq_entries WHERE deleted_at = '' ${lang === undefined ? '' : 'AND lang = $1'}
     ORDER BY lang, position, entry_key`,
    lang === undefined ? [] : [lang],
  );
  return rows.map(entryOf);
};

export const entryOf = (row: Row): FaqEntry => ({
  key: String(row['entry_key']),
  lang: String(row['lang']),
  id: String(row['id']),
  category: String(row['category']),
  question: String(row['question']),
  alternatives: JSON.parse(String(row['alternatives'])) as string[],
  answer: String(row['answer']),
  suggested: Number(row['suggested']) === 1,
  version: Number(row['version']),
  updatedAt: String(row['updated_at']),
});

import type { Database, Executor } from './database.js';
import { questionOf, type OpenQuestion, type QuestionStore, type Verdict } from './questions.js';
import { inParts, placesOf } from './statements.js';
import type { Fields } from './store.js';

/** {@link QuestionStore} in plain SQL. */
export class SqlQuestionStore implements QuestionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async openLanguages(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database.query(
      `SELECT q.lang, COUNT(*) AS questions FROM questions q JOIN submissions s ON s.id = q.submission_id
       WHERE q.settled_at = '' AND s.quarantined = 0 GROUP BY q.lang`,
    );
    return new Map(rows.map((row) => [String(row['lang']), Number(row['questions'])]));
  }

  async open(languages: readonly string[], limit: number): Promise<readonly OpenQuestion[]> {
    if (!languages.length) return [];
    const rows = await this.#database.query(
      `SELECT q.submission_id, q.question, q.asked_at, q.verdict, q.entry
       FROM questions q JOIN submissions s ON s.id = q.submission_id
       WHERE q.settled_at = '' AND s.quarantined = 0 AND q.lang IN (${placesOf(languages)})
       ORDER BY q.asked_at DESC, q.submission_id DESC LIMIT ${limit}`,
      languages,
    );
    return rows.map((row) => ({
      id: String(row['submission_id']),
      text: String(row['question']),
      askedAt: String(row['asked_at']),
      verdict: String(row['verdict']) as Verdict,
      entry: String(row['entry']),
    }));
  }

  async languages(): Promise<readonly string[]> {
    const rows = await this.#database.query('SELECT DISTINCT lang FROM questions');
    return rows.map((row) => String(row['lang']));
  }

  async recent(languages: readonly string[], limit: number): Promise<readonly string[]> {
    if (!languages.length) return [];
    const rows = await this.#database.query(
      `SELECT q.question FROM questions q JOIN submissions s ON s.id = q.submission_id
       WHERE s.quarantined = 0 AND q.question <> '' AND q.lang IN (${placesOf(languages)})
       ORDER BY q.asked_at DESC, q.submission_id DESC LIMIT ${limit}`,
      languages,
    );
    return rows.map((row) => String(row['question']));
  }

  settle(ids: readonly string[], at: Date): Promise<void> {
    return this.#database.transaction((executor) => settleQuestions(executor, ids, at));
  }

  async reopen(settledAt: string): Promise<void> {
    await this.#database.transaction((executor) => reopenQuestions(executor, settledAt));
  }
}

/** To be run in a transaction. What is settled already stays as it is. */
export const settleQuestions = async (
  { query }: Executor,
  ids: readonly string[],
  at: Date,
): Promise<void> => {
  for await (const some of inParts(ids)) {
    await query(
      `UPDATE questions SET settled_at = $1 WHERE settled_at = '' AND submission_id IN (${placesOf(some, 2)})`,
      [at.toISOString(), ...some],
    );
  }
};

/** To be run in a transaction. What never was open stays as it is. */
export const reopenQuestions = async ({ query }: Executor, settledAt: string): Promise<void> => {
  if (!settledAt) return;
  await query(`UPDATE questions SET settled_at = '' WHERE settled_at = $1 AND settled_at <> asked_at`, [
    settledAt,
  ]);
};

/** What a list of open questions is made of, in the transaction of its submission. */
export const insertQuestion = async (
  { query }: Executor,
  submissionId: string,
  fields: Fields,
  askedAt: string,
): Promise<void> => {
  const { text, lang, verdict, entry, isOpen } = questionOf(fields);
  await query(
    `INSERT INTO questions (submission_id, asked_at, lang, question, verdict, entry, settled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [submissionId, askedAt, lang, text, verdict, entry, isOpen ? '' : askedAt],
  );
};

/** When the owner has dealt with it; `undefined` where they have not. */
export const readSettled = async (executor: Executor, submissionId: string): Promise<string | undefined> => {
  // What is settled from the beginning never was one for the owner.
  const [row] = await executor.query(
    `SELECT settled_at FROM questions WHERE submission_id = $1 AND settled_at NOT IN ('', asked_at)`,
    [submissionId],
  );
  return row && String(row['settled_at']);
};

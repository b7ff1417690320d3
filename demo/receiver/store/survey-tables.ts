import { regardingOf } from './submission-rows.js';
import type { Database, Executor } from './database.js';
import type { Fields } from './store.js';

/**
 * Surveys, a step of `migrations.ts`.
 *
 * - `submissions.regarding` is what ties messages together; it was in `fields` only.
 * - An answer's row says what the receiver found out when it came (whose token it has, and whether that was good then)
 *   and what statistics are made of. Which answer counts is worked out from these whenever it is asked for: see
 *   `surveys/answers.ts`. Nothing that two receivers could write differently is stored.
 * - An invitation is one mail to one person. Whether it has been sent is said by its row in `outgoing`, whether it was
 *   answered by the answers: neither is stored twice. The unique constraint is what keeps a list that is read again
 *   from being mailed again.
 * - A row of `outgoing` is about a submission or about an invitation. SQLite can't change a constraint; the table is
 *   made anew.
 * - `paces` says from when on a channel may be used again, so that a restart does not begin the minute afresh.
 */
export const createSurveyTables = async (
  executor: Executor,
  { integer }: Database['types'],
): Promise<void> => {
  const statements = [
    `ALTER TABLE submissions ADD COLUMN regarding TEXT NOT NULL DEFAULT ''`,
    'CREATE INDEX submissions_regarding ON submissions (regarding)',
    `CREATE TABLE survey_answers (
      submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
      survey TEXT NOT NULL,
      answered_at TEXT NOT NULL,
      verdict TEXT NOT NULL,
      respondent TEXT NOT NULL,
      metric TEXT NOT NULL,
      score ${integer},
      score_min ${integer},
      score_max ${integer},
      comment TEXT NOT NULL
    )`,
    'CREATE INDEX survey_answers_by_survey ON survey_answers (survey, answered_at)',
    'CREATE INDEX survey_answers_by_respondent ON survey_answers (respondent)',
    `CREATE TABLE surveys (
      id TEXT PRIMARY KEY,
      setup TEXT NOT NULL
    )`,
    `CREATE TABLE invitations (
      id TEXT PRIMARY KEY,
      respondent TEXT NOT NULL UNIQUE,
      survey TEXT NOT NULL,
      address_key TEXT NOT NULL,
      reference TEXT NOT NULL,
      email TEXT NOT NULL,
      name TEXT NOT NULL,
      locale TEXT NOT NULL,
      created_at TEXT NOT NULL,
      due_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      revoked_at TEXT NOT NULL,
      unsubscribed_at TEXT NOT NULL,
      bounced_at TEXT NOT NULL,
      bounce TEXT NOT NULL,
      UNIQUE (survey, address_key, reference)
    )`,
    'CREATE INDEX invitations_by_address ON invitations (address_key, due_at)',
    `CREATE TABLE suppressions (
      address_key TEXT PRIMARY KEY,
      reason TEXT NOT NULL,
      since TEXT NOT NULL
    )`,
    'CREATE TABLE paces (channel TEXT PRIMARY KEY, next_at TEXT NOT NULL)',
    `CREATE TABLE outgoing_new (
      id TEXT PRIMARY KEY,
      submission_id TEXT REFERENCES submissions (id),
      invitation_id TEXT REFERENCES invitations (id),
      channel TEXT NOT NULL,
      sequence ${integer} NOT NULL,
      created_at TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts ${integer} NOT NULL,
      due_at TEXT NOT NULL,
      lease TEXT NOT NULL,
      last_error TEXT NOT NULL,
      UNIQUE (submission_id, channel, sequence),
      UNIQUE (invitation_id),
      CHECK ((submission_id IS NULL) <> (invitation_id IS NULL))
    )`,
    `INSERT INTO outgoing_new SELECT id, submission_id, NULL, channel, sequence, created_at, state, attempts, due_at,
       lease, last_error FROM outgoing`,
    'DROP TABLE outgoing',
    'ALTER TABLE outgoing_new RENAME TO outgoing',
    'CREATE INDEX outgoing_due ON outgoing (state, due_at)',
  ];
  for (const statement of statements) await executor.query(statement);
  await copyRegarding(executor);
};

/**
 * Of an invitation whose person was erased, `erased_at` is not empty, and `address_key` and `reference` are what stands for
 * them: see `sql-erasure.ts`. Pages of lists, and the search for those that have expired, don't read all of them.
 */
export const addErasure = async ({ query }: Executor): Promise<void> => {
  await query(`ALTER TABLE invitations ADD COLUMN erased_at TEXT NOT NULL DEFAULT ''`);
  await query('CREATE INDEX invitations_by_survey ON invitations (survey, created_at, id)');
  await query('CREATE INDEX invitations_by_expiry ON invitations (erased_at, expires_at)');
};

/** Of a message that was erased, `erased_at` is not empty: see `sql-message-erasure.ts`. */
export const addMessageErasure = async ({ query }: Executor): Promise<void> => {
  await query(`ALTER TABLE submissions ADD COLUMN erased_at TEXT NOT NULL DEFAULT ''`);
  await query('CREATE INDEX submissions_by_age ON submissions (erased_at, received_at)');
};

/** Of the submissions that were there before. */
const copyRegarding = async ({ query }: Executor): Promise<void> => {
  for (let last = ''; ;) {
    const rows = await query('SELECT id, fields FROM submissions WHERE id > $1 ORDER BY id LIMIT 100', [
      last,
    ]);
    for (const row of rows) {
      last = String(row['id']);
      const regarding = regardingOf(JSON.parse(String(row['fields'])) as Fields);
      if (regarding) await query('UPDATE submissions SET regarding = $2 WHERE id = $1', [last, regarding]);
    }
    if (!rows.length) return;
  }
};

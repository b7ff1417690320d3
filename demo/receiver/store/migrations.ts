import { consentOf, insertConsent } from './consents.js';
import type { Database, Executor } from './database.js';
import { insertQuestion } from './sql-questions.js';
import type { Fields } from './store.js';
import { excerptOf } from './submission-rows.js';
import { addErasure, addMessageErasure, createSurveyTables } from './survey-tables.js';

type Types = Database['types'];
type Step = (executor: Executor, types: Types) => Promise<void>;

const statements =
  (write: (types: Types) => readonly string[]): Step =>
  async ({ query }, types) => {
    for (const statement of write(types)) await query(statement);
  };

/**
 * The schema, step by step. A step that was released is never edited: a change is a new step at the end.
 *
 * - What a visitor sent is one JSON text (`fields`), never columns of its own: an extra field named `state` or
 *   `isAdmin` is data like any other. JSON also keeps what a TEXT column can't: NUL and lone surrogates.
 * - The other columns are what the receiver itself says of a submission, and what lists are made of.
 * - Files are rows, not files on disk: they share the transaction of their submission, so that there is never
 *   one without the other, after a crash, in a backup, or with several receivers on several machines. At 10 MB
 *   a submission at most, both databases read and write them with ease.
 */
const migrations: readonly Step[] = [
  statements(({ bytes, integer }) => [
    `CREATE TABLE submissions (
      id TEXT PRIMARY KEY,
      reference TEXT NOT NULL,
      widget TEXT NOT NULL,
      received_at TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      quarantined ${integer} NOT NULL,
      state TEXT NOT NULL,
      topic TEXT NOT NULL,
      sender TEXT NOT NULL,
      excerpt TEXT NOT NULL,
      locale TEXT NOT NULL,
      search_text TEXT NOT NULL,
      fields TEXT NOT NULL
    )`,
    'CREATE INDEX submissions_newest ON submissions (received_at, id)',
    `CREATE TABLE files (
      id TEXT PRIMARY KEY,
      submission_id TEXT NOT NULL REFERENCES submissions (id),
      position ${integer} NOT NULL,
      field TEXT NOT NULL,
      name TEXT NOT NULL,
      declared_type TEXT NOT NULL,
      sniffed_type TEXT NOT NULL,
      size ${integer} NOT NULL,
      sha256 TEXT NOT NULL,
      content ${bytes} NOT NULL
    )`,
    'CREATE INDEX files_of_submission ON files (submission_id, position)',
    'CREATE TABLE secrets (name TEXT PRIMARY KEY, secret TEXT NOT NULL)',
  ]),
  /*
   * - A consent is a record of its own, by the receiver's clock: what proves it (GDPR Art. 7(1)) is kept apart
   *   from the message that it came with, and does not refer to it.
   * - What leaves by mail and web-hook is a row of the submission's transaction (a transactional outbox): there is
   *   no message without its notice, and no notice of a message that was not kept. `due_at` is when it may be
   *   taken, and while a receiver has it, when its lease ends.
   */
  async (executor, types) => {
    await statements(({ integer }) => [
      `CREATE TABLE consents (
        submission_id TEXT PRIMARY KEY,
        received_at TEXT NOT NULL,
        consent_text TEXT NOT NULL,
        consent_at TEXT NOT NULL,
        consent_url TEXT NOT NULL
      )`,
      `CREATE TABLE outgoing (
        id TEXT PRIMARY KEY,
        submission_id TEXT NOT NULL REFERENCES submissions (id),
        channel TEXT NOT NULL,
        created_at TEXT NOT NULL,
        state TEXT NOT NULL,
        attempts ${integer} NOT NULL,
        due_at TEXT NOT NULL,
        lease TEXT NOT NULL,
        last_error TEXT NOT NULL,
        UNIQUE (submission_id, channel)
      )`,
      'CREATE INDEX outgoing_due ON outgoing (state, due_at)',
    ])(executor, types);
    await copyConsents(executor);
  },
  /*
   * - Answers to requests are only ever added. The last one says how a request stands; a request without any waits.
   * - Holds are the times that are not free, for whatever reason. There is at most one appointment too many, and that
   *   by the owner's own will: see `sql-appointments.ts`.
   * - Each answer leaves by itself, so that a submission may have several rows of one channel. SQLite can't change a
   *   constraint; the table is made anew.
   */
  statements(({ integer }) => [
    `CREATE TABLE decisions (
      submission_id TEXT NOT NULL REFERENCES submissions (id),
      sequence ${integer} NOT NULL,
      kind TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      times TEXT NOT NULL,
      sentence TEXT NOT NULL,
      PRIMARY KEY (submission_id, sequence)
    )`,
    `CREATE TABLE holds (
      submission_id TEXT NOT NULL REFERENCES submissions (id),
      start_at TEXT NOT NULL,
      end_at TEXT NOT NULL,
      staff TEXT NOT NULL,
      PRIMARY KEY (submission_id, start_at, end_at)
    )`,
    'CREATE INDEX holds_by_end ON holds (end_at)',
    `CREATE TABLE outgoing_new (
      id TEXT PRIMARY KEY,
      submission_id TEXT NOT NULL REFERENCES submissions (id),
      channel TEXT NOT NULL,
      sequence ${integer} NOT NULL,
      created_at TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts ${integer} NOT NULL,
      due_at TEXT NOT NULL,
      lease TEXT NOT NULL,
      last_error TEXT NOT NULL,
      UNIQUE (submission_id, channel, sequence)
    )`,
    `INSERT INTO outgoing_new
       SELECT id, submission_id, channel, 0, created_at, state, attempts, due_at, lease, last_error FROM outgoing`,
    'DROP TABLE outgoing',
    'ALTER TABLE outgoing_new RENAME TO outgoing',
    'CREATE INDEX outgoing_due ON outgoing (state, due_at)',
  ]),
  /*
   * - An owner's FAQ is one list for each language. What is deleted stays, to be had back. The revision is one row
   *   that every change changes: see `sql-faq.ts`.
   * - A question that was put to the chat is a row beside its submission, so that the open ones are found without
   *   reading what else was sent. `settled_at` is empty while there is something for the owner to do.
   */
  async (executor, types) => {
    await statements(({ integer }) => [
      `CREATE TABLE faq_entries (
        entry_key TEXT PRIMARY KEY,
        lang TEXT NOT NULL,
        id TEXT NOT NULL,
        category TEXT NOT NULL,
        question TEXT NOT NULL,
        alternatives TEXT NOT NULL,
        answer TEXT NOT NULL,
        suggested ${integer} NOT NULL,
        position ${integer} NOT NULL,
        version ${integer} NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT NOT NULL
      )`,
      'CREATE INDEX faq_in_order ON faq_entries (lang, position)',
      `CREATE TABLE faq_revision (revision ${integer} NOT NULL)`,
      'INSERT INTO faq_revision (revision) VALUES (0)',
      `CREATE TABLE questions (
        submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
        asked_at TEXT NOT NULL,
        lang TEXT NOT NULL,
        question TEXT NOT NULL,
        verdict TEXT NOT NULL,
        entry TEXT NOT NULL,
        settled_at TEXT NOT NULL
      )`,
      'CREATE INDEX questions_open ON questions (settled_at, lang, asked_at)',
    ])(executor, types);
    await copyQuestions(executor);
  },
  createSurveyTables,
  /*
   * - A call is one number, however often it was asked for. The index holds that there is one open call of each.
   * - `client` is a keyed hash of the address that a request came from, for a day; `held_for` is why a request went to
   *   quarantine. A row whose `regarding` is not empty takes that request back.
   * - What was done about a call is only ever added.
   */
  statements(({ integer }) => [
    `CREATE TABLE calls (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL,
      extension TEXT NOT NULL,
      state TEXT NOT NULL,
      version ${integer} NOT NULL,
      holder TEXT NOT NULL,
      held_since TEXT NOT NULL,
      attempts ${integer} NOT NULL,
      next_at TEXT NOT NULL,
      asked_at TEXT NOT NULL
    )`,
    `CREATE UNIQUE INDEX calls_open ON calls (number, extension) WHERE state IN ('open', 'reached')`,
    `CREATE TABLE call_requests (
      submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
      call_id TEXT NOT NULL,
      received_at TEXT NOT NULL,
      number TEXT NOT NULL,
      extension TEXT NOT NULL,
      client TEXT NOT NULL,
      held_for TEXT NOT NULL,
      withdrawn_at TEXT NOT NULL,
      regarding TEXT NOT NULL
    )`,
    'CREATE INDEX call_requests_of_call ON call_requests (call_id)',
    'CREATE INDEX call_requests_by_number ON call_requests (number, received_at)',
    'CREATE INDEX call_requests_by_time ON call_requests (received_at)',
    `CREATE INDEX call_requests_by_client ON call_requests (client, received_at) WHERE client <> ''`,
    `CREATE INDEX call_requests_taken_back ON call_requests (regarding) WHERE regarding <> ''`,
    `CREATE TABLE call_events (
      call_id TEXT NOT NULL,
      sequence ${integer} NOT NULL,
      kind TEXT NOT NULL,
      happened_at TEXT NOT NULL,
      who TEXT NOT NULL,
      next_at TEXT NOT NULL,
      version ${integer} NOT NULL,
      PRIMARY KEY (call_id, sequence)
    )`,
  ]),
  addErasure,
  addMessageErasure,
  /*
   * - `previous` is what an entry said before its last change, as JSON: what an owner can have back.
   */
  statements(() => [
    `ALTER TABLE faq_entries ADD COLUMN previous TEXT NOT NULL DEFAULT ''`,
    'CREATE INDEX questions_recent ON questions (lang, asked_at)',
  ]),
];

/** Of the submissions that were there before consents had a table. */
const copyConsents = (executor: Executor): Promise<void> =>
  forEachSubmission(executor, async (id, _widget, fields, receivedAt) => {
    const consent = consentOf(fields, receivedAt);
    if (consent) await insertConsent(executor, id, consent);
  });

/** Of those that were there before questions had a table: lists could not show them either. */
const copyQuestions = (executor: Executor): Promise<void> =>
  forEachSubmission(executor, async (id, widget, fields, receivedAt) => {
    if (widget !== 'question') return;
    await insertQuestion(executor, id, fields, receivedAt);
    await executor.query('UPDATE submissions SET excerpt = $2 WHERE id = $1', [
      id,
      excerptOf(widget, fields),
    ]);
  });

const forEachSubmission = async (
  { query }: Executor,
  work: (id: string, widget: string, fields: Fields, receivedAt: string) => Promise<void>,
): Promise<void> => {
  for (let last = ''; ;) {
    const rows = await query(
      'SELECT id, widget, received_at, fields FROM submissions WHERE id > $1 ORDER BY id LIMIT 100',
      [last],
    );
    for (const row of rows) {
      last = String(row['id']);
      const fields = JSON.parse(String(row['fields'])) as Fields;
      await work(last, String(row['widget']), fields, String(row['received_at']));
    }
    if (!rows.length) return;
  }
};

/** Brings the schema up to date. Safe when several receivers start at once. */
export const migrate = (database: Database): Promise<void> =>
  database.exclusive('schema', async (executor) => {
    const { query } = executor;
    await query(`CREATE TABLE IF NOT EXISTS migrations (version ${database.types.integer} PRIMARY KEY)`);
    const [row] = await query('SELECT COUNT(*) AS applied FROM migrations');
    const applied = Number(row?.['applied']);
    if (applied > migrations.length) {
      throw new Error(
        `The database is at version ${applied}; this receiver knows ${migrations.length}. Run a newer receiver.`,
      );
    }
    for (const [index, step] of [...migrations.entries()].slice(applied)) {
      await step(executor, database.types);
      await query('INSERT INTO migrations (version) VALUES ($1)', [index + 1]);
    }
  });

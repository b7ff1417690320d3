import type { Database } from './database.js';

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
const migrations: readonly ((types: Database['types']) => readonly string[])[] = [
  ({ bytes, integer }) => [
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
  ],
];

/** Brings the schema up to date. Safe when several receivers start at once. */
export const migrate = (database: Database): Promise<void> =>
  database.exclusive(async ({ query }) => {
    await query(`CREATE TABLE IF NOT EXISTS migrations (version ${database.types.integer} PRIMARY KEY)`);
    const [row] = await query('SELECT COUNT(*) AS applied FROM migrations');
    const applied = Number(row?.['applied']);
    if (applied > migrations.length) {
      throw new Error(
        `The database is at version ${applied}; this receiver knows ${migrations.length}. Run a newer receiver.`,
      );
    }
    for (const [index, statements] of [...migrations.entries()].slice(applied)) {
      for (const statement of statements(database.types)) await query(statement);
      await query('INSERT INTO migrations (version) VALUES ($1)', [index + 1]);
    }
  });

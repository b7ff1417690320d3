import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openDatabase, openStore, type StoreOptions } from '../../demo/receiver/store/open.js';
import { askedQuestion } from './faq-contract.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { submission } from './store-contract.js';
import { temporaryFolder } from './support.js';

let postgres: PostgresServer;
before(async () => {
  postgres = await startPostgres();
});
after(() => postgres.stop());

/** What takes a database back from a version to the one before it. */
const BACK: Readonly<Record<number, readonly string[]>> = {
  9: ['ALTER TABLE faq_entries DROP COLUMN previous', 'DROP INDEX questions_recent'],
  8: ['DROP INDEX submissions_by_age', 'ALTER TABLE submissions DROP COLUMN erased_at'],
  7: [
    'DROP INDEX invitations_by_survey',
    'DROP INDEX invitations_by_expiry',
    'ALTER TABLE invitations DROP COLUMN erased_at',
  ],
  6: ['DROP TABLE calls', 'DROP TABLE call_requests', 'DROP TABLE call_events'],
  5: [
    'DROP INDEX submissions_regarding',
    'ALTER TABLE submissions DROP COLUMN regarding',
    `CREATE TABLE old AS SELECT id, submission_id, channel, sequence, created_at, state, attempts, due_at, lease, last_error FROM outgoing`,
    'DROP TABLE outgoing',
    'ALTER TABLE old RENAME TO outgoing',
    ...['survey_answers', 'surveys', 'suppressions', 'paces', 'invitations'].map(
      (table) => `DROP TABLE ${table}`,
    ),
  ],
  4: [
    'DROP TABLE faq_entries',
    'DROP TABLE faq_revision',
    'DROP TABLE questions',
    `UPDATE submissions SET excerpt = '' WHERE widget = 'question'`,
  ],
  3: [
    'DROP TABLE decisions',
    'DROP TABLE holds',
    `CREATE TABLE old AS SELECT id, submission_id, channel, created_at, state, attempts, due_at, lease, last_error FROM outgoing`,
    'DROP TABLE outgoing',
    'ALTER TABLE old RENAME TO outgoing',
  ],
};

/** Puts a database back to how it was at an older version. */
const backTo = async (options: StoreOptions, version: number) => {
  const database = await openDatabase(options);
  for (let from = Math.max(...Object.keys(BACK).map(Number)); from > version; from--) {
    for (const statement of BACK[from]!) await database.query(statement);
    await database.query('DELETE FROM migrations WHERE version = $1', [from]);
  }
  await database.close();
};

for (const where of ['a file', 'PostgreSQL'] as const) {
  it(`keeps what still has to leave when a newer receiver opens the database: ${where}`, async (t) => {
    const dataDir = await temporaryFolder(t);
    const options = { dataDir, databaseUrl: where === 'PostgreSQL' ? postgres.url : undefined };
    const complaint = submission();
    const sent = submission({ fields: { message: 'Kexa', regarding: complaint.id } });
    const first = await openStore(options, ['mail', 'webhook']);
    for (const one of [complaint, sent]) await first.insert(one);
    const expected = await first.outgoing.of(sent.id);
    await first.close();
    await backTo(options, 2);
    const store = await openStore(options);
    assert.deepEqual(await store.outgoing.of(sent.id), expected);
    assert.deepEqual(
      expected.map(({ channel, sequence, state }) => [channel, sequence, state]),
      [
        ['mail', 0, 'waiting'],
        ['webhook', 0, 'waiting'],
      ],
    );
    const { length } = await store.outgoing.lease({
      ...{ channel: 'mail', limit: 10, now: new Date(Date.now() + 1_000), leaseMs: 1_000, maxDelayMs: 1_000 },
    });
    assert.equal(length, 2);
    assert.deepEqual(
      (await store.surveys.followUps([complaint.id])).map(({ id }) => id),
      [sent.id],
      'what follows what is found, of earlier messages too',
    );
    await store.close();
  });

  it(`learns from the questions that were there before there was a list of them: ${where}`, async (t) => {
    const dataDir = await temporaryFolder(t);
    const options = { dataDir, databaseUrl: where === 'PostgreSQL' ? postgres.url : undefined };
    const first = await openStore(options);
    const sent = Array.from({ length: 130 }, (_, n) =>
      askedQuestion(`Galdera ${n < 129 ? n : 'azkena'}`, { locale: 'eu-ES' }),
    );
    for (const each of [...sent, askedQuestion('Eskerrik asko', { outcome: 'answered', helpful: true })])
      await first.insert(each);
    await first.close();
    await backTo(options, 3);
    const store = await openStore(options);
    const open = await store.questions.open(['eu-ES'], 1_000);
    assert.deepEqual(new Set(open.map(({ id }) => id)), new Set(sent.map(({ id }) => id)));
    // A word, since the reference of another may hold any three digits.
    const { items } = await store.list({ widget: 'question', search: 'Galdera azkena' }, 2);
    assert.deepEqual(
      items.map(({ excerpt }) => excerpt),
      ['Galdera azkena'],
    );
    assert.equal(await store.faq.revision(), 0);
    await store.close();
  });
}

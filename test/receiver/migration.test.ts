import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openDatabase, openStore, type StoreOptions } from '../../demo/receiver/store/open.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { submission } from './store-contract.js';
import { temporaryFolder } from './support.js';

let postgres: PostgresServer;
before(async () => {
  postgres = await startPostgres();
});
after(() => postgres.stop());

/** What surveys have brought, undone; the outgoing messages are left to who goes back further. */
const WITHOUT_SURVEYS = [
  'DROP INDEX submissions_regarding',
  'ALTER TABLE submissions DROP COLUMN regarding',
  ...['survey_answers', 'surveys', 'suppressions', 'paces'].map((table) => `DROP TABLE ${table}`),
];

/** Puts a database back to how it was before there were appointments. */
const withoutAppointments = async (options: StoreOptions) => {
  const database = await openDatabase(options);
  for (const statement of [
    ...WITHOUT_SURVEYS,
    'DROP TABLE decisions',
    'DROP TABLE holds',
    `CREATE TABLE old AS SELECT id, submission_id, channel, created_at, state, attempts, due_at, lease, last_error FROM outgoing`,
    'DROP TABLE outgoing',
    'DROP TABLE invitations',
    'ALTER TABLE old RENAME TO outgoing',
    'DELETE FROM migrations WHERE version >= 3',
  ])
    await database.query(statement);
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
    await withoutAppointments(options);
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
}

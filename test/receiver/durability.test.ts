import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { copyFile, rename, rm } from 'node:fs/promises';
import pg from 'pg';
import { openStore } from '../../demo/receiver/store/open.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { startProcess } from './process.js';
import { contact, errorCodes, postJson, startTestReceiver } from './receiver.js';
import { temporaryFolder, until } from './support.js';

const fieldsOf = async (dataDir: string, databaseUrl?: string) => {
  const store = await openStore({ dataDir, databaseUrl });
  try {
    return (await store.listFull({}, 10_000)).items.map(({ fields }) => fields);
  } finally {
    await store.close();
  }
};

/** Posts, and takes a cut connection for an answer too. */
const tryPost = (url: string, fields: object) =>
  postJson(url, fields).then(
    ({ status }) => status,
    () => 'cut' as const,
  );

it('has one row when it dies between commit and answer, and the sender tries again', async (t) => {
  const dataDir = await temporaryFolder(t);
  const sent = contact({ own: 'same' });
  const dying = await startProcess(t, {
    script: 'test/receiver/die-after-commit.ts',
    env: { DATA_DIR: dataDir },
  });
  assert.equal(await tryPost(dying.url, sent), 'cut');
  assert.equal((await dying.ended).signal, 'SIGKILL');
  assert.deepEqual(await fieldsOf(dataDir), [sent], 'it was committed');

  const restarted = await startProcess(t, { env: { DATA_DIR: dataDir } });
  assert.equal(await tryPost(restarted.url, { ...sent, possible_duplicate: true }), 200);
  assert.deepEqual(await fieldsOf(dataDir), [sent]);
});

it('keeps all that it has accepted when it is killed under load', async (t) => {
  const dataDir = await temporaryFolder(t);
  const env = { DATA_DIR: dataDir, RATE_LIMIT_PER_MINUTE: '1000000' };
  const receiver = await startProcess(t, { env });
  const sent = Array.from({ length: 400 }, () => contact());
  const accepted = new Set<unknown>();
  const post = async (url: string, fields: Record<string, unknown>) => {
    if ((await tryPost(url, fields)) === 200) accepted.add(fields['submission_id']);
    if (accepted.size === 60) receiver.kill('SIGKILL');
  };
  const queue = [...sent];
  const worker = async (url: string) => {
    for (let next; (next = queue.shift());) await post(url, next);
  };
  await Promise.all(Array.from({ length: 16 }, () => worker(receiver.url)));
  await receiver.ended;
  assert.ok(accepted.size >= 60 && accepted.size < 400, `${accepted.size} were accepted`);

  const kept = new Set((await fieldsOf(dataDir)).map((fields) => fields['submission_id']));
  for (const id of accepted) assert.ok(kept.has(String(id)), 'what was accepted is there');

  const restarted = await startProcess(t, { env });
  queue.push(...sent);
  await Promise.all(Array.from({ length: 16 }, () => worker(restarted.url)));
  const rows = (await fieldsOf(dataDir)).map((fields) => fields['submission_id']);
  assert.equal(accepted.size, 400);
  assert.deepEqual(rows.sort(), sent.map((fields) => fields['submission_id']).sort(), 'each once');
});

it('accepts nothing that a full disk cannot keep, and goes on when there is room', async (t) => {
  const dataDir = await temporaryFolder(t);
  // No file may grow beyond 512 KB: to the database that is a full disk.
  const receiver = await startProcess(t, { env: { DATA_DIR: dataDir }, before: 'ulimit -f 1024' });
  const large = () => contact({ message: 'x'.repeat(90_000) });
  const sent = [large(), large(), large(), large(), large(), large()];
  const statuses: unknown[] = [];
  for (const fields of sent) statuses.push(await tryPost(receiver.url, fields));
  assert.ok(statuses.includes(503), `${statuses.join()}: the disk was to be full`);
  const accepted = sent.filter((_, index) => statuses[index] === 200);
  assert.deepEqual((await fieldsOf(dataDir)).reverse(), accepted);

  receiver.kill('SIGTERM');
  await receiver.ended;
  const restarted = await startProcess(t, { env: { DATA_DIR: dataDir } });
  for (const fields of sent) assert.equal(await tryPost(restarted.url, fields), 200);
  assert.equal((await fieldsOf(dataDir)).length, sent.length);
});

for (const [what, act] of [
  ['its folder is deleted', (dataDir) => rm(dataDir, { recursive: true })],
  ['its folder is moved', (dataDir) => rename(dataDir, `${dataDir}.old`)],
  ['its log is deleted', (dataDir) => rm(`${dataDir}/receiver.db-wal`)],
  [
    'a backup is put in its place',
    async (dataDir) => {
      await copyFile(`${dataDir}/receiver.db`, `${dataDir}/backup.db`);
      await rename(`${dataDir}/backup.db`, `${dataDir}/receiver.db`);
    },
  ],
] satisfies [string, (dataDir: string) => Promise<void>][]) {
  it(`accepts nothing that nobody would find: ${what} while it is at work`, async (t) => {
    const dataDir = `${await temporaryFolder(t)}/data`;
    const store = await openStore({ dataDir });
    assert.equal(await store.secret('before', 'a'), 'a');
    await act(dataDir);
    const isMoved = { code: 'database_moved' };
    await assert.rejects(store.secret('after', 'b'), isMoved);
    await assert.rejects(store.ping(), isMoved);
    await store.close();
  });
}

describe('on PostgreSQL', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  const start = (t: TestContext) => startTestReceiver(t, { databaseUrl: postgres.url });

  it('keeps one row of an id that two receivers get at the same time, and answers all alike', async (t) => {
    const receivers = [await start(t), await start(t)];
    const sent = contact();
    const responses = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        receivers[index % 2]!.post({ ...sent, possible_duplicate: index > 0 }),
      ),
    );
    const answers = new Set(
      await Promise.all(responses.map(async (response) => `${response.status} ${await response.text()}`)),
    );
    assert.equal(answers.size, 1);
    assert.match([...answers][0]!, /^200 /);
    const rows = (await receivers[0]!.rows()).filter(({ id }) => id === sent['submission_id']);
    assert.equal(rows.length, 1);
    assert.equal((await receivers[1]!.post({ ...sent, message: 'Agur' })).status, 422);
  });

  it('does not accept what fails at the commit', async (t) => {
    const receiver = await start(t);
    const client = new pg.Client(postgres.url);
    await client.connect();
    t.after(() => client.end());
    await client.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`,
    );
    await client.query(
      'CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON submissions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    const sent = contact();
    const refused = await receiver.post(sent);
    assert.deepEqual([refused.status, await errorCodes(refused)], [503, [':unavailable']]);
    assert.equal(refused.headers.get('retry-after'), '30');
    assert.equal(await receiver.store.get(String(sent['submission_id'])), undefined);
    await client.query('DROP TRIGGER at_commit ON submissions');
    await receiver.kept(await receiver.post(sent));
  });

  it('survives a crash of the database: 503 meanwhile, then everything that was accepted', async (t) => {
    const receiver = await start(t);
    const first = await receiver.kept(await receiver.post(contact()));
    await postgres.crash();
    const sent = contact();
    assert.equal((await receiver.post(sent)).status, 503);
    assert.equal((await fetch(`${receiver.url}/healthz`)).status, 503);
    await postgres.restart();
    await receiver.kept(await receiver.post(sent));
    assert.ok(await receiver.store.get(first.id));
    assert.equal((await fetch(`${receiver.url}/healthz`)).status, 200);
  });

  it('accepts each message once when the database crashes under load', async (t) => {
    const receivers = [await start(t), await start(t)];
    const sent: Record<string, unknown>[] = [];
    const accepted: boolean[] = [];
    const post = async (fields: object, index: number) =>
      (await receivers[index % 2]!.post(fields)).status === 200;
    let over = false;
    const crash = (async () => {
      await until(() => accepted.includes(true), 'some are accepted');
      await postgres.crash();
      await postgres.restart();
      over = true;
    })();
    while (!over) {
      const batch = Array.from({ length: 10 }, () => contact());
      sent.push(...batch);
      accepted.push(...(await Promise.all(batch.map(post))));
    }
    await crash;
    const kept = new Set((await receivers[0]!.rows()).map(({ id }) => id));
    for (const [index, fields] of sent.entries()) {
      if (accepted[index]) assert.ok(kept.has(String(fields['submission_id'])), 'what was accepted is there');
    }
    assert.ok(accepted.includes(false), 'the crash was to hit some');
    assert.ok((await Promise.all(sent.map(post))).every(Boolean), 'all are accepted at the second try');
    const ids = sent.map((fields) => fields['submission_id']);
    const rows = (await receivers[0]!.rows()).filter(({ id }) => ids.includes(id));
    assert.equal(rows.length, sent.length);
  });
});

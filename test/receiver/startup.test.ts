import assert from 'node:assert/strict';
import { createClient } from '@libsql/client/sqlite3';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { lockDataDir } from '../../demo/receiver/store/file-lock.js';
import { assertDurable } from '../../demo/receiver/store/libsql.js';
import { openStore } from '../../demo/receiver/store/open.js';
import { untilReady } from '../../demo/receiver/store/until-ready.js';
import { startRecovering, type PostgresServer, startPostgres } from './postgres.js';
import { spawnReceiver, startProcess } from './process.js';
import { contact, errorCodes, postJson, startTestReceiver } from './receiver.js';
import { freePort, temporaryFolder, until } from './support.js';

it('refuses to share its file with another receiver, and starts after one that was killed', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startProcess(t, { env: { DATA_DIR: dataDir } });
  const second = spawnReceiver(t, { env: { DATA_DIR: dataDir, PORT: '0' } });
  assert.equal((await second.ended).code, 1);
  assert.equal(
    second.output().trim(),
    `Another receiver is at work in ${dataDir}, or an export or import. Stop that one, or choose another folder: DATA_DIR.`,
  );
  assert.equal((await postJson(first.url, contact())).status, 200, 'the first is not disturbed');
  first.kill('SIGKILL');
  await first.ended;
  const third = await startProcess(t, { env: { DATA_DIR: dataDir } });
  assert.equal((await postJson(third.url, contact())).status, 200);
});

it('gives the file back when it has been closed, and when it could not start', async (t) => {
  const dataDir = await temporaryFolder(t);
  await (await startTestReceiver(t, { dataDir })).stop();
  const unlock = await lockDataDir(dataDir);
  await assert.rejects(lockDataDir(dataDir), /^Error: Another receiver is at work in /);
  await assert.rejects(startTestReceiver(t, { dataDir }), /^Error: Another receiver is at work in /);
  unlock();
  await assert.rejects(startTestReceiver(t, { dataDir, host: '203.0.113.1' }), /no address "203\.0\.113\.1"/);
});

it('lets a backup read the file while it is at work', async (t) => {
  const receiver = await startTestReceiver(t);
  await receiver.kept(await receiver.post(contact()));
  const backup = `${await temporaryFolder(t)}/copy.db`;
  const client = createClient({ url: `file:${receiver.dataDir}/receiver.db` });
  await client.execute({ sql: 'VACUUM INTO ?', args: [backup] });
  client.close();
  const copy = createClient({ url: `file:${backup}` });
  t.after(() => copy.close());
  assert.equal((await copy.execute('SELECT id FROM submissions')).rows.length, 1);
});

it('does not wait for ever for a database, nor for one that will never take it', async () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(), { code }));
  const pauses: number[] = [];
  const told: string[] = [];
  const pause = (milliseconds: number) => Promise.resolve(pauses.push(milliseconds));
  await assert.rejects(
    untilReady(failing('ECONNREFUSED'), (code) => told.push(code), pause),
    /^Error: The database is not there \(ECONNREFUSED\)\. .* DATABASE_URL says\?$/,
  );
  assert.deepEqual(pauses.slice(0, 7), [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  const minutes = pauses.reduce((sum, one) => sum + one, 0) / 60_000;
  assert.ok(minutes >= 2 && minutes < 2.2, `${minutes}`);
  assert.equal(told.length, pauses.length);
  const wrongPassword = untilReady(failing('28P01'), (code) => told.push(code), pause);
  await assert.rejects(wrongPassword, { code: '28P01' });
  assert.ok(!told.includes('28P01'));
});

it('refuses a file whose commits may not be on disk', async (t) => {
  const dataDir = await temporaryFolder(t);
  const client = createClient({ url: `file:${dataDir}/other.db`, concurrency: 1 });
  t.after(() => client.close());
  const query = async (sql: string) => (await client.execute(sql)).rows;
  for (const [journal, synchronous, message] of [
    ['DELETE', 'FULL', /journal_mode is "delete".*DATA_DIR/],
    ['MEMORY', 'FULL', /journal_mode is "memory"/],
    ['WAL', 'NORMAL', /synchronous is 1/],
    ['WAL', 'OFF', /synchronous is 0/],
  ] as const) {
    await query(`PRAGMA journal_mode = ${journal}`);
    await query(`PRAGMA synchronous = ${synchronous}`);
    await assert.rejects(assertDurable({ query }), message);
  }
  for (const synchronous of ['FULL', 'EXTRA']) {
    await query(`PRAGMA synchronous = ${synchronous}`);
    await assertDurable({ query });
  }
});

it('refuses a PostgreSQL that could lose what it has committed, and says why', async (t) => {
  const postgres = await startPostgres(['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']);
  const refused = spawnReceiver(t, {
    env: { DATA_DIR: await temporaryFolder(t), DATABASE_URL: postgres.url, PORT: '0' },
  });
  assert.equal((await refused.ended).code, 1);
  await postgres.stop();
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    assert.match(refused.output(), new RegExp(`${name} is off: a crash .* may `), name);
  }
});

describe('while it is at work', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  it('waits for a PostgreSQL that is not there yet, or still recovering, and says so', async (t) => {
    const port = await freePort();
    const databaseUrl = new URL(postgres.url);
    databaseUrl.port = `${port}`;
    const httpPort = await freePort();
    const receiver = spawnReceiver(t, {
      env: { DATA_DIR: await temporaryFolder(t), DATABASE_URL: databaseUrl.href, PORT: `${httpPort}` },
    });
    const waitsBecause = (code: string) =>
      until(
        () => new RegExp(`"database not ready, waiting","code":"${code}"`).test(receiver.output()),
        `it says that it waits (${code})`,
      );
    await waitsBecause('ECONNREFUSED');
    const door = await startRecovering(t, port, Number(new URL(postgres.url).port));
    await waitsBecause('57P03');
    door.open();
    const url = `http://127.0.0.1:${httpPort}`;
    await until(
      () =>
        postJson(url, contact()).then(
          ({ ok }) => ok,
          () => false,
        ),
      'it takes a message',
    );
  });

  it('refuses to go on when PostgreSQL is made to lose what it commits', async (t) => {
    const receiver = await startTestReceiver(t, { databaseUrl: postgres.url });
    await receiver.kept(await receiver.post(contact()));
    const client = new pg.Client(postgres.url);
    await client.connect();
    t.after(() => client.end());
    for (const setting of ['synchronous_commit', 'fsync', 'full_page_writes']) {
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
      await client.query('SELECT pg_reload_conf()');
      await client.query('SELECT pg_sleep(0.2)');
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name <> $1',
        [''],
      );
      const sent = contact();
      // The first may still get a connection that is just being cut.
      const responses = [await receiver.post(sent), await receiver.post(sent)];
      assert.deepEqual(
        [responses[1]!.status, await errorCodes(responses[1]!), responses[0]!.status],
        [503, [':unavailable'], 503],
        setting,
      );
      await assert.rejects(
        openStore({ dataDir: '', databaseUrl: postgres.url }),
        new RegExp(`${setting} is off`),
      );
      await client.query(`ALTER SYSTEM RESET ${setting}`);
      await client.query('SELECT pg_reload_conf()');
      await client.query('SELECT pg_sleep(0.2)');
      await receiver.kept(await receiver.post(sent), setting);
    }
  });
});

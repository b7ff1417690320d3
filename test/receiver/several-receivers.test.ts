import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import pg from 'pg';
import { startCommitCutter } from './commit-cutter.js';
import { startMailServer } from './mail-server.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { startProcess } from './process.js';
import { contact, errorCodes, postJson, startTestReceiver } from './receiver.js';
import { temporaryFolder, until } from './support.js';

/** As many as `count` at the same time. */
const inParallel = async <T>(items: readonly T[], count: number, work: (item: T) => Promise<void>) => {
  const queue = [...items];
  const worker = async () => {
    for (let next; (next = queue.shift()) !== undefined;) await work(next);
  };
  await Promise.all(Array.from({ length: count }, worker));
};

const formWithFile = (fields: Readonly<Record<string, unknown>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  form.append('attachment', new File(['x'.repeat(1000)], 'a.txt'));
  return form;
};

describe('several receivers of one PostgreSQL', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  const count = async (sql: string, parameters: unknown[] = []) => {
    const client = new pg.Client(postgres.url);
    await client.connect();
    try {
      return Number((await client.query<{ count: string }>(sql, parameters)).rows[0]?.count);
    } finally {
      await client.end();
    }
  };

  it('keep one row, and send one mail, of each id that arrives at both under load', async (t) => {
    const server = await startMailServer(t);
    const mail = { smtpUrl: server.url, to: ['ane@shop.example'], from: 'web@shop.example' };
    const receivers = await Promise.all(
      [0, 1].map(() => startTestReceiver(t, { databaseUrl: postgres.url, mail })),
    );
    const sent = Array.from({ length: 60 }, () => contact({ consent_text: 'Ados nago' }));
    const ids = sent.map((fields) => fields['submission_id']);
    await inParallel(sent, 8, async (fields) => {
      const form = formWithFile(fields);
      const responses = await Promise.all(
        [...receivers, ...receivers].map(({ url }) =>
          fetch(`${url}/submissions`, { method: 'POST', body: form }),
        ),
      );
      const answers = await Promise.all(responses.map(async (one) => `${one.status} ${await one.text()}`));
      assert.equal(new Set(answers).size, 1, answers.join('\n'));
      assert.match(answers[0]!, /^200 /);
    });
    for (const table of ['files', 'consents', 'outgoing']) {
      const rows = `SELECT COUNT(*) FROM ${table} WHERE submission_id = ANY($1)`;
      assert.equal(await count(rows, [ids]), sent.length, table);
    }
    assert.equal(await count('SELECT COUNT(*) FROM submissions WHERE id = ANY($1)', [ids]), sent.length);

    const waiting = `SELECT COUNT(*) FROM outgoing WHERE state <> 'delivered'`;
    await until(async () => (await count(waiting)) === 0, 'all mails are sent');
    const messageIds = server.mails.map(({ headers }) => headers.get('message-id'));
    assert.equal(server.mails.length, sent.length);
    assert.equal(new Set(messageIds).size, sent.length, 'none twice');
  });

  it('of which some are killed: what was accepted is there, each once, whoever is asked again', async (t) => {
    const start = async (t: TestContext) =>
      startProcess(t, {
        env: {
          DATA_DIR: await temporaryFolder(t),
          DATABASE_URL: postgres.url,
          INBOX_PASSWORD: 'correct horse battery',
          RATE_LIMIT_PER_MINUTE: '1000000',
        },
      });
    const receivers = await Promise.all([start(t), start(t)]);
    const [killed, other] = receivers;
    const sent = Array.from({ length: 200 }, () => contact());
    const accepted = new Set<unknown>();
    let cut = 0;
    const post = (url: string, fields: Record<string, unknown>) =>
      postJson(url, fields).then(
        ({ status }) => {
          assert.ok([200, 503].includes(status), `${status}`);
          if (status === 200) accepted.add(fields['submission_id']);
        },
        () => {
          cut++;
        },
      );
    await inParallel(sent.slice(0, 120), 12, async (fields) => {
      await Promise.all([post(killed.url, fields), post(other.url, fields)]);
      if (accepted.size >= 40) killed.kill('SIGKILL');
    });
    await killed.ended;
    assert.ok(cut > 0, 'some were cut');
    const rows = 'SELECT COUNT(*) FROM submissions WHERE id = ANY($1)';
    assert.equal(await count(rows, [[...accepted]]), accepted.size, 'what was accepted is there');

    const third = await start(t);
    await inParallel(sent, 12, async (fields) => {
      await Promise.all([post(third.url, { ...fields, possible_duplicate: true }), post(other.url, fields)]);
    });
    assert.equal(accepted.size, sent.length);
    assert.equal(await count(rows, [sent.map((fields) => fields['submission_id'])]), sent.length);
  });

  it('say 503 where nobody knows whether it was committed, and have one row when it comes again', async (t) => {
    const cutter = await startCommitCutter(t, postgres.url);
    const receiver = await startTestReceiver(t, { databaseUrl: cutter.url });
    await receiver.kept(await receiver.post(contact()));
    for (let time = 1; time <= 3; time++) {
      const sent = contact();
      cutter.cutNextCommit();
      const doubtful = await receiver.post(sent);
      assert.deepEqual([doubtful.status, await errorCodes(doubtful)], [503, [':unavailable']]);
      assert.ok(Number(doubtful.headers.get('retry-after')) > 0);
      assert.equal(cutter.cuts(), time);
      const rows = 'SELECT COUNT(*) FROM submissions WHERE id = $1';
      assert.equal(await count(rows, [sent['submission_id']]), 1, 'it was committed all the same');
      await receiver.kept(await receiver.post({ ...sent, possible_duplicate: true }));
      assert.equal(await count(rows, [sent['submission_id']]), 1);
      assert.equal((await receiver.post({ ...sent, message: 'Agur' })).status, 422);
    }
  });

  it('tell what a full disk refuses', async (t) => {
    const receiver = await startTestReceiver(t, { databaseUrl: postgres.url });
    const client = new pg.Client(postgres.url);
    await client.connect();
    // What PostgreSQL says then: https://www.postgresql.org/docs/current/errcodes-appendix.html
    await client.query(
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$`,
    );
    await client.query(
      'CREATE TRIGGER full_disk BEFORE INSERT ON files FOR EACH ROW EXECUTE FUNCTION full_disk()',
    );
    const sent = contact();
    const post = () => fetch(`${receiver.url}/submissions`, { method: 'POST', body: formWithFile(sent) });
    const refused = await post();
    assert.deepEqual([refused.status, await errorCodes(refused)], [503, [':unavailable']]);
    assert.equal(await receiver.store.get(String(sent['submission_id'])), undefined, 'no half rows');
    assert.ok(
      receiver.logs.some((line) => line.includes('"code":"53100"')),
      'the owner can find the cause',
    );
    await client.query('DROP TRIGGER full_disk ON files');
    await client.end();
    await receiver.kept(await post());
  });
});

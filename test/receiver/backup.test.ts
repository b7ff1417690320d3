import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { openDatabase, openStore } from '../../demo/receiver/store/open.js';
import { backUp, restore } from '../../demo/receiver/transfer/backup.js';
import { spawnReceiver, startProcess } from './process.js';
import { contact, postJson } from './receiver.js';
import { file, submission } from './store-contract.js';
import { invitation } from './surveys-contract.js';
import { temporaryFolder } from './support.js';
import { everything } from './transfer-contents.js';

const NOW = new Date('2026-11-27T12:00:00.000Z');

const run = async (
  t: TestContext,
  script: 'backup' | 'restore',
  args: readonly string[],
  env: Record<string, string>,
) => {
  const child = spawnReceiver(t, { script: `demo/receiver/${script}.ts`, args, env });
  const { code } = await child.ended;
  return [code, child.output().trim()] as const;
};

it('backs up while visitors write, and puts back what was thanked for until then; what comes after is kept with it', async (t) => {
  const [dataDir, folder] = [await temporaryFolder(t), await temporaryFolder(t)];
  const env = { DATA_DIR: dataDir, ALLOWED_ORIGINS: '*', RATE_LIMIT_PER_MINUTE: '100000' };
  const receiver = await startProcess(t, { env });
  const thanked: string[] = [];
  const write = async (): Promise<void> => {
    const id = randomUUID();
    const answer = await postJson(
      receiver.url,
      contact({ submission_id: id, message: 'Kaixo '.repeat(2_000) }),
    );
    assert.equal(answer.status, 200);
    thanked.push(id);
  };
  for (let index = 0; index < 20; index++) await write();
  const before = [...thanked];
  let isOver = false;
  const writing = (async () => {
    while (!isOver) await write();
  })();
  const path = join(folder, 'copy.db');
  const [code, said] = await run(t, 'backup', [path], { DATA_DIR: dataDir });
  isOver = true;
  await writing;
  assert.deepEqual(
    [code, /^Copied the database with \d+ messages and 0 files to .*copy\.db\.$/.test(said)],
    [0, true],
    said,
  );
  assert.equal((await stat(path)).mode & 0o077, 0, 'nobody else may read it');
  assert.match(
    (await run(t, 'backup', [path], { DATA_DIR: dataDir }))[1],
    /is there already\. Choose another name/,
  );
  assert.match((await run(t, 'restore', [path], { DATA_DIR: dataDir }))[1], /^Another receiver is at work/);

  // Killed, so that its log stays beside the file.
  receiver.kill('SIGKILL');
  await receiver.ended;
  assert.ok((await readdir(dataDir)).includes('receiver.db-wal'));
  const [restored, what] = await run(t, 'restore', [path], { DATA_DIR: dataDir });
  assert.equal(restored, 0, what);
  assert.match(
    what,
    /^Put back \d+ messages and 0 files from .*copy\.db\.\nWhat was there before is kept as /,
  );
  const again = await startProcess(t, { env });
  const late = contact({ message: 'Berriz' });
  assert.equal((await postJson(again.url, late)).status, 200);
  const store = await openStore({ dataDir });
  const ids = new Set((await store.listFull({}, 1_000)).items.map(({ id }) => id));
  await store.close();
  assert.ok([...before, String(late['submission_id'])].every((id) => ids.has(id)));
  const kept = (await readdir(dataDir)).find((name) => /^replaced-.*\.db$/.test(name));
  const aside = await temporaryFolder(t);
  for (const part of ['', '-wal'])
    await copyFile(join(dataDir, `${kept}${part}`), join(aside, `receiver.db${part}`));
  const old = await openStore({ dataDir: aside });
  assert.equal((await old.listFull({}, 10_000)).items.length, thanked.length, 'nothing of it is gone');
  await old.close();
});

it('puts back everything, and sends nothing a second time of which nobody knows whether it has left', async (t) => {
  const [dataDir, other] = [await temporaryFolder(t), await temporaryFolder(t)];
  const path = join(dataDir, 'copy.db');
  const store = await openStore({ dataDir }, ['mail']);
  const message = submission({ files: [file(Uint8Array.of(1, 2, 3))] });
  await store.insert(message);
  const due = (dueAt: string) => invitation({ email: `${dueAt}@example.eus`, dueAt });
  await store.surveys.invite([due('2026-11-26T00:00:00.000Z'), due('2026-11-28T00:00:00.000Z')], 0);
  await store.close();
  assert.deepEqual(await backUp(dataDir, path), { messages: 1, files: 1 });

  assert.deepEqual(await restore(path, other, NOW), { messages: 1, files: 1, held: 1 });
  const database = await openDatabase({ dataDir: other });
  const rows = await database.query(
    'SELECT submission_id, state, last_error FROM outgoing ORDER BY state DESC',
  );
  await database.close();
  assert.deepEqual(
    rows.map((row) => [row['submission_id'], row['state']]),
    [
      [null, 'waiting'],
      [null, 'dismissed'],
      [message.id, 'dead'],
    ],
  );
  assert.ok((await readdir(other)).every((name) => name.startsWith('receiver.db')));
  const [was, is] = [await everything({ dataDir }), await everything({ dataDir: other })];
  const OUTGOING = 2;
  assert.deepEqual(is.toSpliced(OUTGOING, 1), was.toSpliced(OUTGOING, 1), 'nothing else is another');
});

it('touches nothing where what is to be put back is no backup', async (t) => {
  const dataDir = await temporaryFolder(t);
  const store = await openStore({ dataDir });
  await store.insert(submission());
  await store.close();
  const before = await stat(join(dataDir, 'receiver.db'));
  const path = join(dataDir, 'copy.db');
  await assert.rejects(restore(path, dataDir, NOW), /^Error: There is no /);
  await backUp(dataDir, path);
  const spoilt = await readFile(path);
  spoilt.fill(7, 8_192, 16_384);
  for (const content of [Buffer.from('{"harreman_export":1}\n'), Buffer.alloc(0), spoilt]) {
    await writeFile(path, content);
    await assert.rejects(restore(path, dataDir, NOW), /is no database of a receiver, or is spoilt \(SQLITE_/);
  }
  assert.ok((await readdir(dataDir)).every((name) => /^(?:copy|receiver)\.db/.test(name)));
  // Not the bytes: what is in the log may get into the file at any time.
  assert.equal((await stat(join(dataDir, 'receiver.db'))).ino, before.ino);
  const after = await openStore({ dataDir });
  t.after(() => after.close());
  assert.equal((await after.listFull({}, 10)).items.length, 1);
});

it('says where there is nothing to back up', async (t) => {
  assert.match(
    (await run(t, 'backup', ['copy.db'], { DATA_DIR: await temporaryFolder(t) }))[1],
    /^There is no database in/,
  );
  assert.match(
    (await run(t, 'backup', ['copy.db'], { DATABASE_URL: 'postgres://localhost/x' }))[1],
    /pg_dump/,
  );
});

import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { lockDataDir } from '../../demo/receiver/store/file-lock.js';
import { openStore, type StoreOptions } from '../../demo/receiver/store/open.js';
import type { Fields, SubmissionStore } from '../../demo/receiver/store/store.js';
import { receivedAnswer } from '../../demo/receiver/surveys/received-answer.js';
import { RespondentTokens } from '../../demo/receiver/surveys/tokens.js';
import { exportToFile } from '../../demo/receiver/transfer/export-file.js';
import { importFromFile } from '../../demo/receiver/transfer/import-file.js';
import { askedQuestion } from './faq-contract.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { spawnReceiver } from './process.js';
import { file, submission } from './store-contract.js';
import { invitation } from './surveys-contract.js';
import { temporaryFolder } from './support.js';
import { everything, fillCalls, fillRequests, using } from './transfer-contents.js';

/** Messages of every kind: read, quarantined, with files and consent, sent on, given up, with odd text. */
const fill = async (options: StoreOptions, count = 30) => {
  const store = await openStore(options, ['mail', 'webhook']);
  const at = (index: number) => new Date(Date.UTC(2026, 10, 22) + Math.floor(index / 3) * 1000).toISOString();
  for (let index = 0; index < count; index++) {
    await store.insert(
      submission({
        receivedAt: at(index),
        contentHash: `hash ${index}`,
        quarantined: index % 7 === 0,
        fields: {
          ...(JSON.parse('{"__proto__":"own","constructor":"c","2":"b","1":"a"}') as Record<string, string>),
          name: `ნინო ${index}`,
          message: 'NUL \0 lone \uD800 \u2028\u2029\u0085 "quoted"\r\n{"end":{}}',
          list: ['bat', 'bi'],
          number: 1e21,
          consent_text: 'Ados nago',
          consent_at: '2026-11-22T10:00:00Z',
        },
        files:
          index % 5 === 0
            ? [
                file(new Uint8Array(70_000 + index).fill(index)),
                file(Uint8Array.of(index), { name: 'bi.bin' }),
              ]
            : [],
      }),
    );
  }
  const now = new Date();
  const leases = { channel: 'mail', limit: 3, now, leaseMs: 1_000, maxDelayMs: 3_600_000 } as const;
  const [delivered, dead, waiting] = await store.outgoing.lease(leases);
  await store.outgoing.settle(delivered!, { state: 'delivered' });
  await store.outgoing.settle(dead!, { state: 'dead', error: 'It answered 410.' });
  await store.outgoing.settle(waiting!, { state: 'waiting', dueAt: now, error: 'It answered 500.' });
  const [first] = (await store.list({}, 1)).items;
  await store.setState(first!.id, 'answered');
  if (count > 6) {
    await fillRequests(store);
    await fillFaq(store);
    await fillCalls(store);
    await fillSurveys(store);
  }
  await store.close();
};

/** An FAQ with an entry that was deleted, and questions: open, dealt with, and one that helped. */
const fillFaq = async (store: SubmissionStore) => {
  const questions = ['Noiz?', 'Non?', 'Zergatik?'].map((text, index) =>
    askedQuestion(text, index === 2 ? { outcome: 'answered', helpful: true } : {}),
  );
  for (const question of questions) await store.insert(question);
  const at = new Date('2026-11-26T10:00:00.000Z');
  const content = {
    question: '"Noiz?"',
    alternatives: ['NOIZ\n'],
    answer: '**9**\n\n- a',
    category: 'რა',
    suggested: true,
  };
  const add = ['eu', 'ka', 'eu'].map((lang) => ({ key: randomUUID(), lang, content }));
  await store.faq.change({ add, settle: [questions[1]!.id], at });
  await store.faq.remove(add[0]!.key, 1, at);
};

/** A survey with invitations of every fate, and answers: one with a token, one whose token was revoked, one about another. */
const fillSurveys = async (store: SubmissionStore) => {
  const tokens = new RespondentTokens(await store.secret('respondents', 'x'.repeat(43)));
  await store.surveys.saveSetup({
    ...{ id: 'bisita', pageUrl: 'https://shop.example/', preset: 'csat', locale: 'eu' },
    ...{ question: 'Zer "moduz"?', intro: '', privacyUrl: '', delayHours: 1, validDays: 2, quietDays: 0 },
  });
  const people = Array.from({ length: 5 }, () =>
    invitation({ survey: 'bisita', name: 'ნინო', reference: 'B-1' }),
  );
  await store.surveys.invite(people, 0);
  const answer = async (fields: Fields) => {
    const receivedAt = new Date().toISOString();
    const sent = submission({
      widget: 'survey',
      fields,
      receivedAt,
      answer: receivedAnswer(fields, receivedAt, tokens),
    });
    await store.insert(sent);
    return sent.id;
  };
  await store.surveys.revoke(people[1]!.id, new Date());
  await store.surveys.erase(people[4]!.email, new Date());
  const fields = {
    survey: 'bisita',
    metric: 'csat',
    score: 4,
    comment: 'NUL \0',
    created_at: '2026-11-25T10:00:00Z',
  };
  for (const { respondent } of people.slice(0, 2))
    await answer({ ...fields, respondent: tokens.issue('bisita', respondent, Date.now() + 1e6) });
  await answer({ ...fields, respondent: 'faltsua', regarding: await answer({ survey: 'x' }) });
  const now = new Date();
  const leases = { channel: 'invitation', limit: 9, now, leaseMs: 1_000, maxDelayMs: 3_600_000 } as const;
  const [one] = await store.outgoing.lease(leases);
  await store.outgoing.settle(one!, { state: 'delivered' });
  await store.surveys.bounce(one!.id, '550 Ez dago', true, now);
  await store.surveys.unsubscribe(people[3]!.respondent, now);
};

const folderWithExport = async (t: TestContext, count?: number) => {
  const dataDir = await temporaryFolder(t);
  await fill({ dataDir }, count);
  const path = join(dataDir, 'messages.ndjson');
  const counts = await using({ dataDir }, (database) => exportToFile(database, path));
  return { dataDir, path, counts };
};

describe('between a file and PostgreSQL', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  it('moves everything there and back, the same to the byte', async (t) => {
    const { dataDir, path, counts } = await folderWithExport(t);
    const original = await everything({ dataDir });
    assert.deepEqual([counts.submissions, counts.files, counts.faq], [46, 12, 3]);
    const [, , outgoing, , decisions, holds, , , answers, surveys, invitations, suppressions, secrets] =
      original;
    assert.deepEqual(
      [answers, surveys, invitations, suppressions, secrets].map((rows) => rows?.length),
      [4, 1, 5, 3, 2],
    );
    assert.deepEqual([decisions?.length, holds?.length], [2, 2]);
    assert.deepEqual(
      original.slice(13).map(({ length }) => length),
      [6, 3, 5],
      'requests, calls, and what was done',
    );
    assert.equal(outgoing?.filter((row) => row.some(([, value]) => value === 'visitor')).length, 2);
    assert.equal((await stat(path)).mode & 0o777, 0o600);

    const there = { dataDir: '', databaseUrl: postgres.url };
    const imported = await using(there, (database) => importFromFile(database, path));
    assert.deepEqual(imported, { submissions: 46, files: 12, faq: 3, present: 0 });
    assert.deepEqual(await everything(there), original);

    const again = await using(there, (database) => importFromFile(database, path));
    assert.deepEqual(
      again,
      { submissions: 46, files: 12, faq: 3, present: 46 },
      'a second time changes nothing',
    );
    assert.deepEqual(await everything(there), original);

    const returning = join(dataDir, 'back.ndjson');
    await using(there, (database) => exportToFile(database, returning));
    const lines = async (name: string) => (await readFile(name, 'utf8')).split('\n').slice(1, -2);
    assert.deepEqual(await lines(returning), await lines(path), 'both databases write the same lines');
    const back = { dataDir: await temporaryFolder(t) };
    await using(back, (database) => importFromFile(database, returning));
    assert.deepEqual(await everything(back), original);
  });
});

it('keeps the links that people have been mailed, and mixes none with those of another receiver', async (t) => {
  const { path } = await folderWithExport(t);
  const started = { dataDir: await temporaryFolder(t) };
  const store = await openStore(started);
  // As a receiver does that was started before the import.
  await store.secret('respondents', 'y'.repeat(43));
  await using(started, (database) => importFromFile(database, path));
  assert.equal(await store.secret('respondents', ''), 'x'.repeat(43));
  await store.close();

  const busy = { dataDir: await temporaryFolder(t) };
  const other = await openStore(busy);
  await other.secret('respondents', 'y'.repeat(43));
  await other.surveys.invite([invitation()], 0);
  await other.close();
  const before = await everything(busy);
  await assert.rejects(
    using(busy, (database) => importFromFile(database, path)),
    /has signed invitations of its own, with another secret/,
  );
  assert.deepEqual(await everything(busy), before, 'nothing was imported');
});

it('refuses a file that was cut short or altered anywhere, and changes nothing', async (t) => {
  const { path } = await folderWithExport(t, 6);
  const whole = await readFile(path);
  const text = whole.toString();
  const lines = text.trimEnd().split('\n');
  const fileLine = lines.findIndex((line) => line.startsWith('{"file"'));
  const without = (index: number) => lines.filter((_, other) => other !== index).join('\n') + '\n';
  const complete = /is not complete: .* Export it again\.$/;
  const altered = /was altered or damaged: it does not match its hash\. Export it again\.$/;
  const cases: [string, string | Buffer, RegExp][] = [
    ['its last line is gone', without(lines.length - 1), complete],
    ['its last byte is gone', whole.subarray(0, -1), complete],
    ['its second half is gone', whole.subarray(0, whole.length / 2), complete],
    ['nothing is there', '', complete],
    ['a letter is another', text.replace('Ados nago', 'Ados Nago'), altered],
    ['a byte of a file is another', text.replace('"content":"A', '"content":"B'), altered],
    ['a message is gone', without(fileLine + 2), altered],
    ['a file is gone', without(fileLine), altered],
    [
      'two lines changed places',
      [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n') + '\n',
      altered,
    ],
    ['its counts are gone', text.replace('"files":', '"filez":'), altered],
    ['something follows', `${text}{}\n`, /goes on after its last line\.$/],
    ['another version', text.replace('_export":1', '_export":2'), /has format 2; this receiver reads 1\./],
    ['no export', '{"a":1}\n', /is no export of a receiver\.$/],
    ['no JSON', 'PK\x03\x04\n', /is no export of a receiver\.$/],
    [
      'one endless line',
      Buffer.alloc(20 * 1024 * 1024, 'x'),
      /is no export of a receiver: line 1 is too long\.$/,
    ],
  ];
  const target = { dataDir: await temporaryFolder(t) };
  const present = submission();
  const store = await openStore(target);
  await store.insert(present);
  await store.close();
  const before = await everything(target);
  for (const [title, content, message] of cases) {
    const bad = join(target.dataDir, `${randomUUID()}.ndjson`);
    await writeFile(bad, content);
    await assert.rejects(
      using(target, (database) => importFromFile(database, bad)),
      (error: Error) => {
        assert.match(error.message, message, title);
        return true;
      },
      title,
    );
    assert.deepEqual(await everything(target), before, title);
  }
});

/** Lines as an export would write them, with the hash that belongs to them. */
const sealed = (lines: readonly object[], submissions: number, files: number, faq?: number): string => {
  const text = [{ harreman_export: 1, exported_at: '' }, ...lines]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: { submissions, files, faq, sha256 } })}\n`;
};

it('trusts nothing because its hash is right', async (t) => {
  const { path } = await folderWithExport(t, 6);
  const lines = (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map(
      (line) =>
        JSON.parse(line) as {
          submission?: Record<string, unknown> & { id: string; files: object[] };
          file?: string;
          content?: string;
        },
    );
  const at = lines.findIndex(({ submission: one }) => one?.files.length === 2);
  const [first, content, second] = lines.slice(at);
  const { length } = Buffer.from(content!.content ?? '', 'base64');
  const otherContent = Buffer.alloc(length, 9).toString('base64');
  const plainOne = lines.find(({ submission: one }) => one?.files.length === 0)!;
  const changed = (over: object) => [plainOne, { submission: { ...plainOne.submission, ...over } }];
  const entry = {
    ...{ key: randomUUID(), lang: 'eu', id: 'a', category: '', question: 'Noiz?', alternatives: [] },
    ...{ answer: 'A', suggested: false, position: 0, version: 1 },
    ...{ updated_at: '2026-11-26T10:00:00.000Z', deleted_at: '' },
  };
  const cases: [string, string, RegExp][] = [
    [
      'wrong counts',
      sealed([plainOne], 2, 0),
      /has 1 messages and 0 files, but says that they are 2 and 0\./,
    ],
    ['file missing', sealed([first!, content!], 1, 2), /The content of file .* is missing/],
    [
      'other size',
      sealed([first!, { ...content, content: 'AAAA' }, second!], 1, 2),
      /does not match its hash/,
    ],
    [
      'other content',
      sealed([first!, { ...content, content: otherContent }, second!], 1, 2),
      /does not match its hash/,
    ],
    ['files swapped', sealed([first!, second!, content!], 1, 2), /is missing, or does not match its hash/],
    [
      'unknown key',
      sealed(changed({ id: randomUUID(), isAdmin: true }), 2, 0),
      /Line 3 is not a message .*additional/,
    ],
    ['bad id', sealed(changed({ id: "'; DROP TABLE" }), 2, 0), /Line 3 is not a message .*\/submission\/id/],
    ['bad state', sealed(changed({ state: 'gone' }), 2, 0), /Line 3 is not a message .*\/submission\/state/],
    [
      'text as fields',
      sealed(changed({ fields: 'x' }), 2, 0),
      /Line 3 is not a message .*\/submission\/fields/,
    ],
    [
      'id taken',
      sealed(changed({ content_hash: 'other' }), 2, 0),
      /is in the database with another content\. Nothing was imported\./,
    ],
    [
      'an entry less',
      sealed([plainOne, { faq: entry }], 1, 0, 2),
      /Its FAQ has 1 entries, but says that they are 2\./,
    ],
    [
      'an entry of another kind',
      sealed([{ faq: { ...entry, isAdmin: true } }], 0, 0, 1),
      /Line 2 is no entry .*additional/,
    ],
    [
      'an entry without a language',
      sealed([{ faq: { ...entry, lang: 1 } }], 0, 0, 1),
      /Line 2 is no entry .*\/faq\/lang/,
    ],
    [
      'two entries of one key',
      sealed([{ faq: entry }, { faq: { ...entry, answer: 'B' } }], 0, 0, 2),
      /is in the database with another content/,
    ],
    ['a stray file', sealed([plainOne, content!], 1, 1), /Line 3 is not a message/],
  ];
  const target = { dataDir: await temporaryFolder(t) };
  const empty = await everything(target);
  for (const [title, text, message] of cases) {
    const bad = join(target.dataDir, 'bad.ndjson');
    await writeFile(bad, text);
    await assert.rejects(
      using(target, (database) => importFromFile(database, bad)),
      message,
      title,
    );
    assert.deepEqual(await everything(target), empty, title);
  }
});

it('reads back what it has written, and takes back all of it where one thing is not the same', async (t) => {
  const { path } = await folderWithExport(t, 6);
  const target = { dataDir: await temporaryFolder(t) };
  await using(target, async (database) => {
    for (const change of [
      `UPDATE files SET content = X'00' WHERE id = NEW.id`,
      `UPDATE files SET name = 'x' WHERE id = NEW.id`,
      `UPDATE submissions SET fields = '{}' WHERE id = NEW.submission_id`,
    ]) {
      // A database that keeps something else than it is given.
      await database.query(`CREATE TRIGGER lossy AFTER INSERT ON files BEGIN ${change}; END`);
      await assert.rejects(
        importFromFile(database, path),
        /did not come out of the database as it went in\.$/,
      );
      assert.equal((await database.query('SELECT id FROM submissions')).length, 0);
      await database.query('DROP TRIGGER lossy');
    }
    assert.equal((await importFromFile(database, path)).submissions, 6);
  });
});

it('keeps what the owner has done since, when the same file comes again', async (t) => {
  const { dataDir, path } = await folderWithExport(t, 6);
  const store = await openStore({ dataDir });
  const [first] = (await store.list({ state: 'new' }, 1)).items;
  await store.setState(first!.id, 'answered');
  await store.close();
  await using({ dataDir }, (database) => importFromFile(database, path));
  const after = await openStore({ dataDir });
  t.after(() => after.close());
  assert.equal((await after.get(first!.id))?.state, 'answered');
});

it('writes no file where one is, where one is damaged, and never half of one', async (t) => {
  const { dataDir, path } = await folderWithExport(t, 6);
  const before = await readFile(path);
  await using({ dataDir }, async (database) => {
    await assert.rejects(exportToFile(database, path), /is there already\. Choose another name/);
    assert.deepEqual(await readFile(path), before);
    await database.query(`UPDATE files SET content = X'00'`);
    const other = join(dataDir, 'other.ndjson');
    await assert.rejects(exportToFile(database, other), /is damaged: it does not match its hash/);
    for (const name of [other, `${other}.unfinished`]) await assert.rejects(stat(name), /ENOENT/, name);
  });
});

it('works from the command line, while no receiver is at work on the file', async (t) => {
  const [dataDir, other] = [await temporaryFolder(t), await temporaryFolder(t)];
  const path = join(dataDir, 'messages.ndjson');
  const run = async (script: string, args: readonly string[], env: Record<string, string>) => {
    const child = spawnReceiver(t, { script: `demo/receiver/${script}.ts`, args, env });
    const { code } = await child.ended;
    return [code, child.output().trim()] as const;
  };
  await fill({ dataDir }, 6);
  const unlock = await lockDataDir(dataDir);
  const [busy, where] = await run('export', [path], { DATA_DIR: dataDir });
  assert.equal(busy, 1);
  assert.match(where, /^Another receiver is at work in .*, or an export or import\./);
  unlock();

  const [code, said] = await run('export', [path], { DATA_DIR: dataDir });
  assert.equal(code, 0, said);
  assert.match(said, /^Exported 6 messages with 4 files to .*messages\.ndjson \(SHA-256 [\da-f]{64}\)\.$/);
  assert.deepEqual(await run('import', [path], { DATA_DIR: other }), [
    0,
    `Imported 6 messages with 4 files from ${path}; all were read back and match.`,
  ]);
  assert.deepEqual(await everything({ dataDir: other }), await everything({ dataDir }));
  assert.deepEqual(await run('export', [], { DATA_DIR: dataDir }), [
    1,
    'Name one file: npm run export -- messages.ndjson',
  ]);
  const [none, why] = await run('export', [`${path}2`], { DATA_DIR: await temporaryFolder(t) });
  assert.equal(none, 1);
  assert.match(why, /^There is no database in .*\. Set DATA_DIR or DATABASE_URL\.$/);
});

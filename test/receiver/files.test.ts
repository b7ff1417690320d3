import assert from 'node:assert/strict';
import { it } from 'node:test';
import { attachmentDisposition, safeFileName } from '../../demo/receiver/files/names.js';
import { signedIn } from './inbox-client.js';
import {
  contactTexts,
  errorCodes,
  startTestReceiver,
  type ErrorBody,
  type TestReceiver,
} from './receiver.js';

const MB = 1_000_000;

const upload = (
  receiver: TestReceiver,
  files: readonly File[],
  over: Record<string, string> = {},
  field = 'attachment',
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(contactTexts(over))) form.append(name, value);
  for (const file of files) form.append(field, file);
  return fetch(`${receiver.url}/submissions`, { method: 'POST', body: form });
};

const bytes = (size: number, name: string, type = '') =>
  new File([new Uint8Array(size).fill(65)], name, { type });

it('keeps files with their message, byte for byte', async (t) => {
  const receiver = await startTestReceiver(t);
  const content = new Uint8Array(300_000).map((_, index) => index % 256);
  const png = new File(
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52)],
    'argazkia.png',
    { type: 'image/png' },
  );
  const row = await receiver.kept(await upload(receiver, [new File([content], 'planoa.bin'), png]));
  assert.deepEqual(
    row.files.map(({ field, name, size, sniffedType }) => [field, name, size, sniffedType]),
    [
      ['attachment', 'planoa.bin', 300_000, ''],
      ['attachment', 'argazkia.png', 16, 'image/png'],
    ],
  );
  const kept = await receiver.store.file(row.id, row.files[0]!.id);
  assert.ok(kept && Buffer.from(kept.content).equals(content));
});

it('does not take an untouched file control for a file', async (t) => {
  const receiver = await startTestReceiver(t);
  const row = await receiver.kept(await upload(receiver, [new File([], '')]));
  assert.equal(row.files.length, 0);
});

it('refuses files that are too many, too large or empty, and names them', async (t) => {
  const receiver = await startTestReceiver(t);
  const ten = Array.from({ length: 10 }, (_, index) => bytes(10, `${index + 1}.txt`));
  const cases: [string, File[], string, RegExp][] = [
    ['an eleventh', [...ten, bytes(10, 'hamaika.txt')], 'too_many_files', /at most 10 files.*“hamaika\.txt”/],
    ['nothing in it', [bytes(0, 'hutsa.pdf')], 'file_empty', /“hutsa\.pdf” is empty/],
    ['over 5 MB', [bytes(5 * MB + 1, 'handia.pdf')], 'file_too_large', /“handia\.pdf” is larger than 5 MB/],
    [
      'over 10 MB together',
      [bytes(4 * MB, 'a'), bytes(4 * MB, 'b'), bytes(2 * MB + 1, 'c')],
      'files_too_large',
      /10 MB together/,
    ],
  ];
  for (const [title, files, code, message] of cases) {
    const response = await upload(receiver, files);
    assert.equal(response.status, 422, title);
    const { errors } = (await response.json()) as ErrorBody;
    assert.deepEqual(
      errors.map((error) => [error.field, error.code]),
      [['attachment', code]],
      title,
    );
    assert.match(errors[0]?.message ?? '', message);
  }
  const huge = await upload(receiver, [bytes(12 * MB, 'huge.iso')]);
  assert.equal(huge.status, 413, 'more than is read at all');
  assert.equal((await receiver.rows()).length, 0);

  const most = [
    bytes(5 * MB, 'a'),
    bytes(5 * MB - 8, 'b'),
    ...ten.slice(0, 8).map((_, index) => bytes(1, `${index}`)),
  ];
  assert.equal(
    (await receiver.kept(await upload(receiver, most))).files.length,
    10,
    'exactly as much as is allowed',
  );
});

it('tells a file from another when it compares content', async (t) => {
  const receiver = await startTestReceiver(t);
  const over = { submission_id: 'b2e5f9d0-1111-4222-8333-444455556666' };
  assert.equal((await upload(receiver, [bytes(10, 'a.txt')], over)).status, 200);
  assert.equal((await upload(receiver, [bytes(10, 'a.txt')], over)).status, 200);
  assert.equal((await upload(receiver, [bytes(11, 'a.txt')], over)).status, 422);
  assert.equal((await upload(receiver, [], over)).status, 422);
  assert.deepEqual(
    (await receiver.rows()).map(({ files }) => files.length),
    [1],
  );
});

it('serves whatever was sent as a download that cannot run', async (t) => {
  const receiver = await startTestReceiver(t);
  const executable = new Uint8Array(512);
  executable.set([0x4d, 0x5a, 0x90]);
  const sent = [
    new File([executable], 'holiday.png', { type: 'image/png' }),
    new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'logo.svg', {
      type: 'image/svg+xml',
    }),
    new File(['<script>alert(1)</script>'], 'ნინო "x";.html', { type: 'text/html' }),
  ];
  const row = await receiver.kept(await upload(receiver, sent));
  assert.match(row.files[0]?.sniffedType ?? '', /msdownload|executable/);
  const inbox = await signedIn(receiver);
  for (const [index, file] of row.files.entries()) {
    const response = await inbox.get(`/inbox/${row.id}/files/${file.id}`);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/octet-stream');
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; /);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox;/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(
      Buffer.from(await response.arrayBuffer()),
      Buffer.from(await sent[index]!.arrayBuffer()),
    );
  }
  const page = await inbox.page(`/inbox/${row.id}`);
  assert.match(page, /<strong>is [^<]+, was sent as image\/png<\/strong>/);
  assert.doesNotMatch(page, /<img|<svg|<object|<iframe|<embed/);
  const stranger = await fetch(`${receiver.url}/inbox/${row.id}/files/${row.files[0]!.id}`, {
    redirect: 'manual',
  });
  assert.equal(stranger.status, 303);
});

it('keeps names that are safe to save anywhere', async (t) => {
  const receiver = await startTestReceiver(t);
  const names = [
    '../../x',
    'CON',
    `${'ა'.repeat(1400)}.png`,
    '..',
    'exe.\u202Egnp.scr',
    'C:\\Users\\ane\\kexa.pdf',
  ];
  const row = await receiver.kept(
    await upload(
      receiver,
      names.map((name) => bytes(1, name)),
    ),
  );
  assert.deepEqual(
    row.files.map(({ name }) => name),
    ['x', '_CON', `${'ა'.repeat(58)}.png`, 'file', 'exe._gnp.scr', 'kexa.pdf'],
  );
});

it('makes any name safe, and leaves good ones alone', () => {
  for (const name of ['Planoa 2026.pdf', 'ნინო.jpg', 'rēķins (1).xlsx', '.hidden'.slice(1), '👩🏽.png']) {
    assert.equal(safeFileName(name), name.normalize('NFC').replace(/\p{C}/gu, '_'), name);
  }
  const cases: [string, string][] = [
    ['', 'file'],
    ['.', 'file'],
    ['a/', 'file'],
    ['...bashrc', 'bashrc'],
    ['nul.txt', '_nul.txt'],
    ['COM1', '_COM1'],
    ['LPT³.log', '_LPT³.log'],
    ['console.log', 'console.log'],
    ['a\0b\r\nc', 'a_b__c'],
    ['what?<>:"|*.txt', 'what_______.txt'],
    ['trailing. . ', 'trailing'],
    ['a\uD800b', 'a_b'],
    ['x'.repeat(400), 'x'.repeat(180)],
    [`x.${'y'.repeat(400)}`, `x.${'y'.repeat(178)}`],
  ];
  for (const [name, safe] of cases) assert.equal(safeFileName(name), safe, JSON.stringify(name));
});

it('is not held up by a name of a million characters', () => {
  assert.equal(safeFileName(`a${'.'.repeat(1_000_000)}b.pdf`), `a${'.'.repeat(175)}.pdf`);
  const marks = '\u0301'.repeat(500_000) + '\u0323'.repeat(500_000);
  assert.equal(safeFileName(`a${marks}.pdf`), `á${'\u0301'.repeat(87)}.pdf`);
});

it('refuses names of files and their controls that are longer than any text may be', async (t) => {
  const receiver = await startTestReceiver(t);
  const long = 'x'.repeat(300_000);
  for (const [file, field] of [
    [bytes(1, `${long}.pdf`), 'attachment'],
    [bytes(1, 'planoa.pdf'), long],
  ] as const) {
    const refused = await upload(receiver, [file], {}, field);
    assert.deepEqual([refused.status, await errorCodes(refused)], [413, [':too_large']]);
  }
  assert.equal((await receiver.rows()).length, 0);
});

it('writes a download name that no header can be broken with', () => {
  assert.equal(
    attachmentDisposition(`ნ "a"; b'(1)*%41.txt`),
    `attachment; filename="_ _a_; b'(1)*_41.txt"; filename*=UTF-8''%E1%83%9C%20%22a%22%3B%20b%27%281%29%2A%2541.txt`,
  );
});

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { startRetention } from '../../demo/receiver/retention.js';
import { createLog } from '../../demo/receiver/log.js';
import { API_KEY, answerTo, linksOf, previewOf, startInviting } from './inviting.js';
import { signedIn } from './inbox-client.js';
import { contact, startTestReceiver } from './receiver.js';
import { submission } from './store-contract.js';
import { until } from './support.js';
import { invitation } from './surveys-contract.js';

const LIST = 'email;name;lang;reference\nane@example.eus;Ane;eu;B-1\njon@example.eus;Jon;eu;B-2\n';

it('erases a person from the inbox: first it is said what will be gone, then it is gone, and an old list brings nobody back', async (t) => {
  const { receiver, inbox, invite, mailsTo } = await startInviting(t);
  await invite(LIST);
  const [mail] = await mailsTo('ane@example.eus');
  await mailsTo('jon@example.eus');
  const answered = answerTo(linksOf(mail!)[1]!.parameters, { comment: 'Berandu' });
  const { id } = await receiver.kept(await receiver.post(answered));
  const list = '/inbox/surveys/visit/invitations';
  assert.match(await inbox.page(list), /Erase: Ane/);

  const asked = await inbox.submit('/inbox/suppressions/erase', { address: 'ANE@example.eus' });
  assert.equal(asked.status, 200);
  assert.match(await asked.text(), /1 invitation went to this address[^]*Erase for good/);
  assert.match(await inbox.page(list), /ane@example\.eus/, 'nothing is gone before it is confirmed');

  const done = await inbox.submit('/inbox/suppressions/erase', {
    address: 'ANE@example.eus',
    confirmed: 'yes',
  });
  assert.deepEqual([done.status, done.headers.get('location')], [303, '/inbox/suppressions?erased=1']);
  assert.match(
    await inbox.page('/inbox/suppressions?erased=1'),
    /1 invitation names nobody[^]*An erased address/,
  );
  for (const path of [
    list,
    `${list}?status=answered`,
    '/inbox/suppressions',
    '/inbox/surveys/visit',
    `/inbox/${id}`,
  ])
    assert.doesNotMatch(await inbox.page(path), /ane@example\.eus|\bAne\b|\bB-1\b/i, path);
  assert.doesNotMatch(await inbox.page('/inbox/surveys/visit/answers.csv'), /ane@example/);

  // What she said still counts; her link does no more.
  const page = await inbox.page('/inbox/surveys/visit');
  assert.match(page, /<dt>Answers<\/dt>\s*<dd class="figure">1<\/dd>[^]*1 of 2 delivered invitations/);
  assert.match(page, /<bdi>Erased<\/bdi>[^]*Berandu/);
  assert.match(await inbox.page(`/inbox/${id}`), /Who was invited has been erased\./);
  const late = await receiver.kept(await receiver.post(answerTo(linksOf(mail!)[4]!.parameters)));
  assert.match(await inbox.page(`/inbox/${late.id}`), /not counted\. Its invitation was revoked before/);

  assert.match(await previewOf(receiver, inbox, LIST), /There is nobody to invite/);
  assert.match(
    await previewOf(receiver, inbox, 'email,reference\nane@example.eus,B-9\n'),
    /Not invited:<\/strong> was erased, and gets no more/,
  );
  const call = await fetch(`${receiver.url}/surveys/visit/invitations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({ email: 'ane@example.eus', reference: 'B-9' }),
  });
  assert.deepEqual(await call.json(), { ok: true, status: 'erased' });
  assert.ok(receiver.logs.every((line) => !line.includes('example.eus')));
});

it('erases nobody without an address, nor at the word of another site', async (t) => {
  const { inbox } = await startInviting(t);
  const wrong = await inbox.submit('/inbox/suppressions/erase', { address: '"><b>', confirmed: 'yes' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /<title>Error: [^]*role="alert"[^]*value="&quot;&gt;&lt;b&gt;"/);
  const foreign = { address: 'ane@example.eus', confirmed: 'yes' };
  assert.equal((await inbox.post('/inbox/suppressions/erase', foreign)).status, 403);
  assert.match(await inbox.page('/inbox/suppressions'), /None\./);
});

it('forgets by itself whom invitations went to, so long after they have expired', async (t) => {
  const { receiver, invite, mailsTo } = await startInviting(t);
  await invite(LIST);
  await mailsTo('ane@example.eus');
  const { store } = receiver;
  const expired = Array.from({ length: 450 }, (_, index) =>
    invitation({ email: `a${index}@example.eus`, survey: 'visit', expiresAt: '2026-01-01T00:00:00.000Z' }),
  );
  await store.surveys.invite(expired, 0);
  const logs: string[] = [];
  const log = createLog((line) => logs.push(line));
  const now = () => new Date('2026-02-01T00:00:00.000Z');
  const stop = startRetention({ store, log, invitationsKeptDays: 30, now });
  t.after(stop);
  await until(() => Promise.resolve(logs.length > 0), 'it has run');
  assert.match(logs.join(''), /"invitations erased","number":450/);
  const { byStatus } = await store.surveys.counts('visit');
  assert.equal(byStatus.erased, 450);
  assert.equal(
    (await store.surveys.invitations('visit', 'sent', 9, 0)).every(({ email }) => email !== ''),
    true,
  );
});

it('erases a message from its page: first it is said what will be gone, then it is gone everywhere', async (t) => {
  const receiver = await startTestReceiver(t);
  const inbox = await signedIn(receiver);
  const sent = contact({ name: 'Ane Etxeberria', email: 'ane@example.eus', message: 'Sekretua' });
  const { id, reference } = await receiver.kept(await receiver.post(sent));
  const asked = await inbox.page(`/inbox/${id}/erase`);
  assert.match(asked, /gone for good[^]*Copies that left before are not reached[^]*Erase for good/);
  assert.doesNotMatch(/<title>.*<\/title>/.exec(asked)![0], /Ane/);
  assert.match(await inbox.page('/inbox'), /Sekretua/, 'nothing is gone before it is confirmed');
  assert.equal((await inbox.post(`/inbox/${id}/erase`, {})).status, 403, 'nor at the word of another site');

  const done = await inbox.submit(`/inbox/${id}/erase`, {});
  assert.deepEqual([done.status, done.headers.get('location')], [303, `/inbox/${id}`]);
  assert.match(await inbox.page(`/inbox/${id}`), new RegExp(`${reference}[^]*Erased on`));
  for (const path of [
    '/inbox',
    `/inbox/${id}`,
    '/inbox/export.csv',
    '/inbox/export.ndjson',
    '/inbox?q=Sekretua',
  ])
    assert.doesNotMatch(await inbox.page(path), /Etxeberria|ane@example/, path);
  const again = await inbox.submit(`/inbox/${id}/erase`, {});
  assert.equal(again.status, 303, 'a second press of the button is no error');

  const repeated = await receiver.post(sent);
  assert.equal(repeated.status, 200);
  assert.equal(((await repeated.json()) as { reference: string }).reference, reference);
  assert.equal((await receiver.rows()).length, 0, 'a browser that repeats it does not bring it back');
  assert.ok(receiver.logs.every((line) => !line.includes('Ane')));
});

it('leaves nothing of what was erased in the files on disk, where a backup would take it along', async (t) => {
  const receiver = await startTestReceiver(t, { messagesKeptDays: 30 });
  const inbox = await signedIn(receiver);
  const { dataDir, store } = receiver;
  const onDisk = async () => {
    const files = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name))));
    return Buffer.concat(files).includes('Sekretua');
  };
  const message = 'Sekretua '.repeat(1_000); // On pages of its own.
  const { id } = await receiver.kept(await receiver.post(contact({ email: 'ane@example.eus', message })));
  await store.insert(submission({ receivedAt: '2026-01-01T00:00:00.000Z', fields: { message: 'Sekretua' } }));
  assert.ok(await onDisk());
  await inbox.submit(`/inbox/${id}/erase`, {});
  const logs: string[] = [];
  const stop = startRetention({ store, messagesKeptDays: 30, log: createLog((line) => logs.push(line)) });
  t.after(stop);
  await until(() => logs.length > 0, 'it has run');
  assert.ok(!(await onDisk()));
});

it('erases with a person what they have written, if the owner wants that', async (t) => {
  const receiver = await startTestReceiver(t);
  const inbox = await signedIn(receiver);
  const keep = async (email: string) =>
    receiver.kept(await receiver.post(contact({ email, message: email })));
  const [own, other] = [await keep('Ane@example.eus'), await keep('jon@example.eus')];
  const ask = async () =>
    (await inbox.submit('/inbox/suppressions/erase', { address: 'ane@example.eus' })).text();
  assert.match(
    await ask(),
    /type="checkbox" name="messages" value="yes" checked[^]*Erase the message that was/,
  );
  const address = { address: 'ane@example.eus', confirmed: 'yes' };
  await inbox.submit('/inbox/suppressions/erase', address);
  assert.equal((await receiver.rows()).length, 2, 'without the tick nothing that was written');
  const done = await inbox.submit('/inbox/suppressions/erase', { ...address, messages: 'yes' });
  const page = done.headers.get('location')!;
  assert.match(await inbox.page(page), /1 message is gone\./);
  assert.deepEqual(
    (await receiver.rows()).map(({ id }) => id),
    [other.id],
  );
  assert.match(await inbox.page(`/inbox/${own.id}`), /Erased on/);
  assert.doesNotMatch(await ask(), /type="checkbox"/);
});

it('erases messages by itself when they are as old as the owner says', async (t) => {
  const receiver = await startTestReceiver(t, { messagesKeptDays: 30 });
  const { store } = receiver;
  const old = Array.from({ length: 230 }, () => submission({ receivedAt: '2026-01-01T00:00:00.000Z' }));
  const young = submission();
  for (const each of [...old, young]) await store.insert(each);
  const logs: string[] = [];
  const stop = startRetention({ store, messagesKeptDays: 30, log: createLog((line) => logs.push(line)) });
  t.after(stop);
  await until(() => Promise.resolve(logs.length > 0), 'it has run');
  assert.match(logs.join(''), /"messages erased","number":230/);
  assert.deepEqual(
    (await receiver.rows()).map(({ id }) => id),
    [young.id],
  );
});

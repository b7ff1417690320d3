import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startRetention } from '../../demo/receiver/surveys/retention.js';
import { createLog } from '../../demo/receiver/log.js';
import { API_KEY, answerTo, linksOf, previewOf, startInviting } from './inviting.js';
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
    assert.doesNotMatch(await inbox.page(path), /ane@example\.eus|\bAne\b|B-1/i, path);
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
  const stop = startRetention({ store, log, keptDays: 30, now: () => new Date('2026-02-01T00:00:00.000Z') });
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

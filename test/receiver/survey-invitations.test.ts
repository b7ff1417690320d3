import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SqlSurveyStore } from '../../demo/receiver/store/sql-surveys.js';
import { startInviting, answerTo, linksOf, OWNER, PAGE, previewOf, API_KEY } from './inviting.js';
import { htmlOf, textOf } from './mail-server.js';
import { contact, errorCodes, appointment, startTestReceiver } from './receiver.js';
import { signedIn } from './inbox-client.js';
import { until } from './support.js';

const LIST = 'email;name;lang;reference\nane@example.eus;Ane;eu;B-1\nnino@example.ge;ნინო;ka;B-2\n';

it('leads from a list to a mail, from its link to an answer, and from there to what has been done', async (t) => {
  const { receiver, inbox, invite, mailsTo, server } = await startInviting(t);
  await invite(LIST);
  const [mail] = await mailsTo('ane@example.eus');
  const [nino] = await mailsTo('nino@example.ge');
  assert.deepEqual([mail!.to.length, mail!.from], [1, 'web@shop.example'], 'a mail a person');
  assert.match(textOf(mail!), /^Kaixo/);
  assert.match(textOf(nino!), /^გამარჯობა/);
  const links = linksOf(mail!);
  assert.deepEqual(
    links.map(({ parameters }) => parameters.score),
    ['1', '2', '3', '4', '5', ''],
  );
  assert.deepEqual([links[0]!.url.origin, links[0]!.url.hash], ['https://shop.example', '#survey']);
  assert.ok(!textOf(mail!).includes('ane%40') && !htmlOf(mail!).includes('B-1'), 'no link tells who it is');
  for (const { url } of links.slice(0, 5))
    assert.ok(htmlOf(mail!).includes(url.href.replaceAll('&', '&amp;')));

  // The fourth is pressed, then changed on the page, with a comment; later a complaint and a meeting.
  const { parameters } = links[3]!;
  const first = await receiver.kept(await receiver.post(answerTo(parameters)));
  const changed = await receiver.kept(
    await receiver.post(
      answerTo(parameters, { score: 2, comment: 'Berandu <b>etorri</b> zen', regarding: first.id }),
    ),
  );
  const complaint = await receiver.kept(
    await receiver.post(contact({ topic: 'complaint', regarding: changed.id })),
  );
  const meeting = await receiver.kept(await receiver.post(appointment({ regarding: first.id })));

  const page = await inbox.page('/inbox/surveys/visit');
  assert.match(page, /<dt>Answers<\/dt>\s*<dd class="figure">1<\/dd>/);
  assert.match(page, /<dd class="figure">50%<\/dd>[^]*?1 of 2 delivered invitations/);
  assert.match(page, /Berandu &lt;b&gt;etorri&lt;\/b&gt; zen/);
  assert.match(page, /Before: 4 of 5/);
  for (const { id, reference } of [complaint, meeting])
    assert.match(page, new RegExp(`What has been done:[^]*href="/inbox/${id}"[^]*${reference}`));
  assert.match(page, /<bdi>Ane<\/bdi>/);

  const earlier = await inbox.page(`/inbox/${first.id}`);
  assert.match(earlier, new RegExp(`not counted\\. What counts is\\s*<a href="/inbox/${changed.id}"`));
  assert.match(earlier, /mailto:ane@example\.eus/);
  assert.match(
    await inbox.page(`/inbox/${complaint.id}`),
    new RegExp(`Follows[^]*href="/inbox/${changed.id}"`),
  );
  assert.match(await inbox.page('/inbox/surveys/visit/invitations?status=answered'), /ane@example\.eus/);

  // The same list again, with a line more.
  const preview = await invite(`${LIST}jon@example.eus;;;\n`);
  assert.match(preview, /Invite 1 person/);
  await mailsTo('jon@example.eus');
  assert.equal(server.mails.filter(({ to }) => !to.includes(OWNER)).length, 3, 'nobody gets a second mail');
  assert.ok(
    receiver.logs.every((line) => !/example\.(eus|ge)|Ane|ნინო/.test(line)),
    'logs name nobody',
  );
});

it('keeps answers whose token is no good, says why, and does not count them', async (t) => {
  const { receiver, inbox, invite, mailsTo } = await startInviting(t);
  await invite(LIST);
  const [ane, nino] = [await mailsTo('ane@example.eus'), await mailsTo('nino@example.ge')].map(
    ([mail]) => linksOf(mail!)[4]!.parameters,
  );
  const token = ane!.respondent;
  const other = token.slice(0, 20) + (token[20] === 'A' ? 'B' : 'A') + token.slice(21);
  const altered = await receiver.kept(await receiver.post(answerTo({ ...ane!, respondent: other })));
  const elsewhere = await receiver.kept(await receiver.post(answerTo({ ...ane!, survey: 'repair' })));
  const list = await inbox.page('/inbox/surveys/visit/invitations');
  const id = /nino@example\.ge[^]*?action="([^"]+)"/.exec(list)![1]!;
  assert.equal((await inbox.submit(id, { action: 'revoke' })).status, 303);
  const revoked = await receiver.kept(await receiver.post(answerTo(nino!)));

  const page = await inbox.page('/inbox/surveys/visit');
  assert.match(page, /<dt>Answers<\/dt>\s*<dd class="figure">0<\/dd>/);
  assert.match(page, /Not counted \(2\)/);
  assert.match(
    await inbox.page(`/inbox/${altered.id}`),
    /not counted\. The token in its link was not made here/,
  );
  assert.match(await inbox.page(`/inbox/${revoked.id}`), /not counted\. Its invitation was revoked before/);
  assert.match(
    await inbox.page(`/inbox/${elsewhere.id}`),
    /not counted\. Its invitation was to another survey/,
  );
  assert.match(await inbox.page('/inbox/surveys/visit/invitations?status=revoked'), /nino@example\.ge/);
  // None of it is lost, and the good one counts still.
  assert.equal((await receiver.rows()).length, 3);
  await receiver.kept(await receiver.post(answerTo(ane!)));
  assert.match(await inbox.page('/inbox/surveys/visit'), /<dt>Answers<\/dt>\s*<dd class="figure">1<\/dd>/);
});

it('shows what will become of each line before anything is sent', async (t) => {
  const { receiver, inbox, invite, mailsTo, server } = await startInviting(t, {}, { quietDays: '30' });
  await invite('email\nane@example.eus\n');
  await mailsTo('ane@example.eus');
  const preview = await previewOf(
    receiver,
    inbox,
    'email,reference\nANE@example.eus,\nane@example.eus,B-9\n<script>,\njon@example.eus,\n"jon@example.eus",\n',
  );
  assert.match(
    preview,
    /2 lines are not right[^]*Line 4: This is not one[^]*Line 6: The same address as in line 5/,
  );
  assert.match(
    preview,
    /invited before, for the same reference[^]*asked too short a time ago[^]*Will be invited/,
  );
  assert.match(preview, /Invite 1 person/);
  assert.equal(server.mails.length, 1, 'a preview sends nothing');
  assert.match(await previewOf(receiver, inbox, 'email\n'), /There is nobody to invite/);
  // As a spreadsheet for Windows writes it.
  const latin = Uint8Array.from(Buffer.from('email;name\nnoel@example.fr;No\u00ebl\n', 'latin1'));
  assert.match(await previewOf(receiver, inbox, latin), /<bdi>Noël<\/bdi>/);
});

it('shows which address refused a mail, in the words of its server, and writes there no more', async (t) => {
  const { inbox, invite, mailsTo, server, receiver } = await startInviting(t);
  server.refuse('hila@example.eus', '550 5.1.1 Ez dago halakorik');
  server.refuse('politika@example.eus', '550 5.7.1 Ez zaitugu ezagutzen');
  server.refuse('gero@example.eus', '450 4.2.1 Gero');
  await invite('email\nhila@example.eus\npolitika@example.eus\ngero@example.eus\nane@example.eus\n');
  await mailsTo('ane@example.eus');
  const listed = (status: string) => inbox.page(`/inbox/surveys/visit/invitations?status=${status}`);
  await until(async () => (await listed('bounced')).includes('hila@'), 'it came back');
  await until(async () => (await listed('failed')).includes('politika@'), 'it was not taken');
  assert.match(await listed('failed'), /Not delivered[^]*Ez zaitugu ezagutzen/);
  assert.doesNotMatch(await listed('bounced'), /politika@/, 'there is nothing wrong with the address');
  assert.match(await listed('bounced'), /Ez dago halakorik/);
  await until(async () => /gero@[^]*4\.2\.1/.test(await listed('queued')), 'the third is tried again');
  const preview = await previewOf(
    receiver,
    inbox,
    'email,reference\nhila@example.eus,2\npolitika@example.eus,2\n',
  );
  assert.match(preview, /hila@example\.eus[^]*?mail to this address came back/);
  assert.match(preview, /politika@example\.eus[^]*?Will be invited/);
  assert.ok(
    !(await inbox.page('/inbox')).includes('Undelivered ('),
    'a dead address is no fault of the receiver',
  );

  server.refuse('hila@example.eus');
  const action = /hila@example\.eus[^]*?action="([^"]+)"/.exec(await listed('bounced'))![1]!;
  await inbox.submit(action, { action: 'again' });
  await mailsTo('hila@example.eus');
  server.refuse('politika@example.eus');
  const other = /politika@example\.eus[^]*?action="([^"]+)"/.exec(await listed('failed'))![1]!;
  await inbox.submit(other, { action: 'again' });
  await mailsTo('politika@example.eus');
  assert.match(await inbox.page('/inbox/suppressions'), /None\./);
});

it('sends all that was given up while the mail server refused everybody again with one button', async (t) => {
  const { inbox, invite, mailsTo, server } = await startInviting(t);
  const [one, two, dead] = ['bat@example.eus', 'bi@example.eus', 'hila@example.eus'];
  for (const address of [one, two]) server.refuse(address, '554 5.7.1 Gaur ez');
  server.refuse(dead, '550 5.1.1 Ez dago halakorik');
  await invite(`email\n${one}\n${two}\n${dead}\n`);
  const page = '/inbox/surveys/visit/invitations';
  await until(
    async () =>
      (await inbox.page(page)).includes('Not delivered (2)') &&
      (await inbox.page(page)).includes('Bounced (1)'),
    'all are given up',
  );
  assert.match(await inbox.page(page), /Try all again now/);

  for (const address of [one, two, dead]) server.refuse(address);
  const [, action = ''] = /action="([^"]+\/again)"/.exec(await inbox.page(page)) ?? [];
  const done = await inbox.submit(action, {});
  assert.deepEqual([done.status, done.headers.get('location')], [303, page]);
  await mailsTo(one);
  await mailsTo(two);
  await until(async () => (await inbox.page(page)).includes('Sent (2)'), 'both are sent');
  assert.doesNotMatch(await inbox.page(page), /Try all again now/);
  assert.equal(server.mails.length, 2, 'nothing to an address that there is not');
});

it('asks another program to come back where the database is away', async (t) => {
  const { receiver } = await startInviting(t);
  for (const method of ['setup', 'invite'] as const) {
    const mock = t.mock.method(SqlSurveyStore.prototype, method, () => Promise.reject(new Error('away')));
    const response = await fetch(`${receiver.url}/surveys/visit/invitations`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${API_KEY}` },
      body: JSON.stringify({ email: 'ane@example.eus' }),
    });
    assert.deepEqual([response.status, await errorCodes(response)], [503, [':unavailable']], method);
    assert.equal(response.headers.get('retry-after'), '30');
    mock.mock.restore();
  }
});

it('lets another program of the owner’s invite, once for each reference, now or later', async (t) => {
  const { receiver, mailsTo, server } = await startInviting(t);
  const call = (body: unknown, { key = API_KEY, survey = 'visit' } = {}) =>
    fetch(`${receiver.url}/surveys/${survey}/invitations`, {
      method: 'POST',
      headers: { 'Authorization': `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const status = async (response: Promise<Response>) => {
    const answer = await response;
    return answer.ok
      ? ((await answer.json()) as { status: string }).status
      : `${answer.status} ${(await errorCodes(answer)).join()}`;
  };
  const ane = { email: 'ane@example.eus', name: 'Ane', lang: 'eu', reference: 'B-1' };
  assert.equal(await status(call(ane, { key: 'k'.repeat(39) })), '401 :api_key');
  assert.equal(await status(call(ane, { survey: 'none' })), '404 :survey');
  for (const [body, answer] of [
    ['{', '400 :malformed'],
    [[], '400 :malformed'],
    [{ ...ane, email: 'ane' }, '422 email:format'],
    [{ ...ane, name: 1 }, '422 name:type'],
    [{ ...ane, send_at: 'gero' }, '422 send_at:format'],
    [{ ...ane, send_at: '2126-01-01T00:00:00Z' }, '422 send_at:too_late'],
    ['x'.repeat(20_000), '413 :too_large'],
  ] as const)
    assert.equal(await status(call(body)), answer);
  assert.equal(await status(call(ane)), 'invited');
  assert.equal(await status(call(ane)), 'already');
  assert.deepEqual(
    (await Promise.all(Array.from({ length: 5 }, () => status(call({ ...ane, reference: 'B-2' }))))).sort(),
    ['already', 'already', 'already', 'already', 'invited'],
  );
  await mailsTo('ane@example.eus', 2);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  assert.equal(await status(call({ ...ane, email: 'bihar@example.eus', send_at: tomorrow })), 'invited');
  assert.equal(
    await status(call({ ...ane, email: 'orain@example.eus', send_at: '2020-01-01T00:00:00+01:00' })),
    'invited',
  );
  await mailsTo('orain@example.eus');
  assert.equal(server.mails.length, 3, 'what is for tomorrow waits');
  assert.ok(receiver.logs.every((line) => !line.includes('example.eus')));
});

it('invites nobody through the API without a key, nor without a mail server', async (t) => {
  const keyless = await startInviting(t, { surveys: { perMinute: 6_000 } });
  const call = (url: string) =>
    fetch(`${url}/surveys/visit/invitations`, {
      method: 'POST',
      headers: { Authorization: 'Bearer undefined' },
      body: '{"email":"ane@example.eus"}',
    });
  assert.equal((await call(keyless.receiver.url)).status, 401);
  const receiver = await startTestReceiver(t, { surveys: { perMinute: 1, apiKey: 'undefined' } });
  assert.equal((await call(receiver.url)).status, 409);
  const inbox = await signedIn(receiver);
  await inbox.submit('/inbox/surveys', { id: 'visit', pageUrl: PAGE, preset: 'nps', locale: 'ka' });
  const page = await inbox.page('/inbox/surveys/visit/invitations');
  assert.match(page, /Invitations cannot be sent: set SMTP_URL, MAIL_TO and PUBLIC_URL first\./);
  assert.equal(
    (await inbox.submit('/inbox/surveys/visit/invitations', { list: 'email\na@example.com' })).status,
    409,
  );
});

it('says what is wrong with a survey’s settings, and keeps what was typed', async (t) => {
  const { inbox, receiver } = await startInviting(t);
  const wrong = {
    id: '../etc',
    pageUrl: 'javascript:alert(1)',
    preset: 'csat',
    locale: 'sv',
    delayHours: '-1',
    intro: '"><b>',
  };
  const refused = await inbox.submit('/inbox/surveys', wrong);
  assert.equal(refused.status, 422);
  const page = await refused.text();
  for (const field of ['id', 'pageUrl', 'locale', 'delayHours'])
    assert.match(page, new RegExp(`href="#${field}"`));
  assert.ok(page.includes('value="&quot;&gt;&lt;b&gt;"') && page.includes('value="javascript:alert(1)"'));
  const taken = await inbox.submit('/inbox/surveys', {
    ...wrong,
    id: 'visit',
    pageUrl: PAGE,
    locale: 'eu',
    delayHours: '1',
  });
  assert.match(await taken.text(), /There is a survey of this name already/);
  const changed = {
    pageUrl: PAGE,
    preset: 'ces',
    locale: 'lv',
    question: 'Vai bija viegli?',
    validDays: '7',
  };
  assert.equal((await inbox.submit('/inbox/surveys/visit/settings', changed)).status, 303);
  const { question, validDays, quietDays } = (await receiver.store.surveys.setup('visit'))!;
  assert.deepEqual([question, validDays, quietDays], ['Vai bija viegli?', 7, 30]);
  assert.equal(
    (await inbox.post('/inbox/surveys/visit/settings', changed)).status,
    403,
    'only a page of the inbox',
  );
  assert.equal((await inbox.get('/inbox/surveys/none')).status, 404);
});

import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { signedIn } from './inbox-client.js';
import { answerTo, linksOf, startInviting } from './inviting.js';
import { textOf } from './mail-server.js';
import { contact, startTestReceiver, surveyAnswer } from './receiver.js';

/** Answers of a few weeks, the names of their scores in their comments. */
const filled = async (t: TestContext) => {
  const receiver = await startTestReceiver(t);
  const inbox = await signedIn(receiver);
  const post = async (over: Readonly<Record<string, unknown>>) =>
    receiver.kept(await receiver.post(surveyAnswer(over)));
  for (const [score, day] of [[5, 2], [4, 3], [4, 9], [3, 10], [2, 16], [1, 17], [5, 18]] as const)
    await post({ score, comment: `puntu${score} ${day}`, created_at: `2026-11-${`${day}`.padStart(2, '0')}T12:00:00Z` }); // prettier-ignore
  const comments = async (query: string) =>
    [...(await inbox.page(`/inbox/surveys/visit${query}`)).matchAll(/dir="auto"[^>]*>(puntu[^<]+)</g)].map(
      ([, text]) => text,
    );
  return { receiver, inbox, post, comments };
};

it('lists low scores first, and finds answers by score, words and period', async (t) => {
  const { comments } = await filled(t);
  assert.deepEqual(await comments(''), [
    'puntu1 17',
    'puntu2 16',
    'puntu3 10',
    'puntu4 9',
    'puntu4 3',
    'puntu5 18',
    'puntu5 2',
  ]);
  assert.deepEqual((await comments('?order=latest')).slice(0, 2), ['puntu5 18', 'puntu1 17']);
  assert.deepEqual(await comments('?score=4'), ['puntu4 9', 'puntu4 3']);
  assert.deepEqual(await comments('?q=PUNTU5+18'), ['puntu5 18']);
  assert.deepEqual(await comments('?from=2026-11-09&to=2026-11-16'), ['puntu2 16', 'puntu3 10', 'puntu4 9']);
  assert.deepEqual(await comments('?who=invited'), []);
  assert.deepEqual(
    (await comments('?from=gaur&score=x&page=-1&per=year')).length,
    7,
    'what makes no sense is left out',
  );
});

it('shows the numbers of what is counted, as figures and as tables', async (t) => {
  const { inbox } = await filled(t);
  const page = await inbox.page('/inbox/surveys/visit');
  // 4 of 7: Wilson’s interval by SciPy 1.17 is 0.2505 to 0.8418; the mean 24/7, s = 1.5119, t(0.975, 6) = 2.4469.
  assert.match(
    page,
    /Satisfied \(4 and 5\)<\/dt>\s*<dd class="figure">57%<\/dd>[^]*?95% confidence: 25% to 84%/,
  );
  assert.match(page, /Mean<\/dt>\s*<dd class="figure">3\.43 of 5<\/dd>[^]*?95% confidence: 2\.03 to 4\.83/);
  const rows = [
    ...page.matchAll(/<tr>\s*<th scope="row">([^<]+)<\/th>\s*<td>([^<]+)<\/td>\s*<td>\s*([^<]+?)\s*</g),
  ];
  assert.deepEqual(
    rows.map(([, ...cells]) => cells.join(' ')),
    [
      '1 1 14%',
      '2 1 14%',
      '3 1 14%',
      '4 2 29%',
      '5 2 29%',
      '2026-11-02 2 100%',
      '2026-11-09 2 50%',
      '2026-11-16 3 33%',
    ],
  );
  const months = await inbox.page('/inbox/surveys/visit?per=month');
  assert.match(months, /<th scope="row">2026-11<\/th>\s*<td>7<\/td>/);
  assert.match(months, /There are answers of one month only/);
});

it('says of each low score what has been done, and how many wait', async (t) => {
  const { receiver, inbox, post } = await filled(t);
  const page = () => inbox.page('/inbox/surveys/visit?score=1');
  const waiting = async () => /Low scores to see to<\/dt>\s*<dd class="figure">(\d+)/.exec(await page())?.[1];
  assert.match(await page(), /What has been done:<\/strong>\s*nothing yet\./);
  assert.equal(await waiting(), '2');
  const [low] = (await receiver.rows()).filter(({ fields }) => fields['score'] === 1);
  const complaint = await receiver.kept(
    await receiver.post(contact({ topic: 'complaint', regarding: low!.id })),
  );
  assert.equal(await waiting(), '1');
  assert.match(
    await page(),
    new RegExp(`href="/inbox/${complaint.id}"[^]*?Complaint ${complaint.reference}[^]*?\\(new\\)`),
  );
  const other = await post({ score: 1, comment: 'puntu1 azkena' });
  assert.equal(await waiting(), '2');
  await inbox.submit(`/inbox/${other.id}/state`, { state: 'answered' });
  assert.equal(await waiting(), '1');
  assert.match(await page(), /puntu1 azkena[^]*?marked as answered\./);
});

it('exports every answer with how it stands, and without what lets somebody vote', async (t) => {
  const { receiver, inbox, invite, mailsTo } = await startInviting(t);
  await invite('email,name,reference\nane@example.eus,Ane,B-1\n');

  const { parameters } = linksOf((await mailsTo('ane@example.eus'))[0]!)[4]!;
  const first = await receiver.kept(await receiver.post(answerTo(parameters, { answer_why: '=1+1' })));
  await receiver.kept(
    await receiver.post(answerTo(parameters, { score: 1, answer_why: 'berandu', answer_also: ['a', 'b'] })),
  );
  await receiver.kept(await receiver.post(surveyAnswer({ respondent: 'faltsua', comment: 'Ez' })));
  await receiver.kept(await receiver.post(surveyAnswer({ spam_score: 100 })));
  const complaint = await receiver.kept(
    await receiver.post(contact({ topic: 'complaint', regarding: first.id })),
  );
  const response = await inbox.get('/inbox/surveys/visit/answers.csv');
  assert.match(response.headers.get('content-disposition')!, /visit\.csv/);
  const sheet = await response.text();
  const [header, ...rows] = sheet.trim().split('\r\n');
  assert.match(header!, /"standing","why",.*"followed_by","answer_why","answer_also"$/);
  assert.equal(rows.length, 4);
  const row = (text: string) => rows.find((one) => one.includes(text))!;
  assert.match(
    row('"replaced by a later answer"'),
    new RegExp(`5,1,5,.*"ane@example\\.eus","Ane","B-1","${complaint.reference}","'=1\\+1",$`),
  );
  assert.match(row('"counted"'), /,1,1,5,/);
  assert.match(row('"not counted"'), /"The token in its link was not made here, or was altered\."/);
  assert.ok(row('"quarantined"'));
  assert.ok(!sheet.includes(parameters.respondent), 'no token');
});

it('names an exported file so that it can be saved anywhere, whatever somebody calls a survey', async (t) => {
  const { receiver, inbox } = await startInviting(t);
  await receiver.kept(await receiver.post(surveyAnswer({ survey: '../../etc\u202E/vsc' })));
  const path = `/inbox/surveys/${encodeURIComponent('../../etc\u202E/vsc')}/answers.csv`;
  const disposition = (await inbox.get(path)).headers.get('content-disposition')!;
  assert.equal(disposition, `attachment; filename="vsc.csv"; filename*=UTF-8''vsc.csv`);
});

it('shows an answer in the list of messages, and in the owner’s mail, by its score', async (t) => {
  const { receiver, inbox, mailsTo } = await startInviting(t);
  await receiver.kept(await receiver.post(surveyAnswer({ score: 2, comment: 'Hotza zegoen' })));
  assert.match(await inbox.page('/inbox?widget=survey'), />2 of 5: <bdi[^>]*>Hotza zegoen</);

  const [mail] = await mailsTo('jabea@shop.example');
  assert.match(mail!.headers.get('subject')!, /^\[[\w-]+\] visit: 2 of 5, Hotza zegoen$/);
  assert.match(textOf(mail!), /^Survey answer [^]*Survey: visit\r\nScore: 2 of 5\r\n\r\n> Hotza zegoen/);
});

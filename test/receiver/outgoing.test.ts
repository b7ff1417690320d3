import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { it, type TestContext } from 'node:test';
import { createLog } from '../../demo/receiver/log.js';
import type { Delivery } from '../../demo/receiver/outgoing/delivery.js';
import { Dispatcher } from '../../demo/receiver/outgoing/dispatcher.js';
import { mailDelivery } from '../../demo/receiver/outgoing/mail.js';
import { webhookDelivery } from '../../demo/receiver/outgoing/webhook.js';
import { openStore } from '../../demo/receiver/store/open.js';
import { TimeZone } from '../../src/schedule/time-zone.js';
import { startHookServer, type HookRequest } from './hook-server.js';
import { signedIn } from './inbox-client.js';
import { startMailServer, textOf } from './mail-server.js';
import { contact, errorCodes, startTestReceiver } from './receiver.js';
import { submission } from './store-contract.js';
import { temporaryFolder, until } from './support.js';

const KEY = Buffer.alloc(32, 7);
const SECRET = `whsec_${KEY.toString('base64')}`;
const OWNER = 'ane@shop.example';
const ZONE = new TimeZone('Europe/Madrid');

/** A store, and a dispatcher whose waiting times pass at once. */
const dispatching = async (t: TestContext, delivery: Delivery) => {
  const store = await openStore({ dataDir: await temporaryFolder(t) }, [delivery.channel]);
  const clock = { ms: Date.now() };
  const dispatcher = new Dispatcher({
    store,
    deliveries: [delivery],
    log: createLog(() => undefined),
    pollMs: 5,
    now: () => new Date((clock.ms += 60_000)),
    random: () => 0,
  });
  t.after(async () => {
    await dispatcher.stop(0);
    await store.close();
  });
  const states = async (id: string) => (await store.outgoing.of(id)).map(({ state }) => state).join();
  return { store, states };
};

it('sends the owner a mail for each message, once', async (t) => {
  const server = await startMailServer(t);
  const receiver = await startTestReceiver(t, {
    mail: { smtpUrl: server.url, to: [OWNER, 'bi@shop.example'], from: 'web@shop.example' },
    publicUrl: 'https://receiver.example',
  });
  const sent = contact({
    name: 'ნინო',
    email: 'nino@example.ge',
    topic: 'complaint',
    subject: 'დაზიანებული ტუმბო',
    message: 'გამარჯობა,\n.\nE-mail: other@example.com',
    remedy: 'repair',
    colours: ['gorria', 'urdina'],
  });
  const row = await receiver.kept(await receiver.post(sent));
  await receiver.kept(await receiver.post({ ...sent, possible_duplicate: true }));
  await until(async () => (await receiver.store.outgoing.of(row.id))[0]?.state === 'delivered', 'it is sent');
  assert.equal(server.mails.length, 1);
  const [mail] = server.mails;
  assert.ok(mail);
  assert.equal(mail.from, 'web@shop.example');
  assert.deepEqual(mail.to, [OWNER, 'bi@shop.example']);
  assert.equal(mail.headers.get('to'), 'ane@shop.example, bi@shop.example');
  assert.equal(mail.headers.get('reply-to'), 'nino@example.ge');
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
  const [outgoing] = await receiver.store.outgoing.of(row.id);
  assert.equal(mail.headers.get('message-id'), `<${outgoing?.id}@shop.example>`);
  assert.equal(
    Date.parse(mail.headers.get('date') ?? ''),
    Math.floor(Date.parse(outgoing!.createdAt) / 1000) * 1000,
  );
  const text = textOf(mail).replaceAll('\r\n', '\n');
  for (const line of [
    `Complaint ${row.reference}`,
    'Name: ნინო',
    'E-mail: nino@example.ge',
    'Subject: დაზიანებული ტუმბო',
    '> გამარჯობა,\n> .\n> E-mail: other@example.com',
    'Remedy wanted: Repair',
    'colours:\n> gorria\n> urdina',
    `Read and answer: https://receiver.example/inbox/${row.id}`,
  ]) {
    assert.ok(text.includes(line), `${line}\n\n${text}`);
  }
  assert.ok(!/^E-mail: other/m.test(text), 'no line of the visitor passes for one of ours');
  const page = await (await signedIn(receiver)).page(`/inbox/${row.id}`);
  assert.match(page, /<dt>Mail<\/dt>\s*<dd>Delivered<\/dd>/);
});

it('lets nobody add a header or a recipient to it', async (t) => {
  const server = await startMailServer(t);
  const delivery = mailDelivery({ smtpUrl: server.url, to: [OWNER], from: OWNER }, undefined, ZONE);
  const { store, states } = await dispatching(t, delivery);
  const evil = 'Kaixo\r\nBcc: all@example.com\r\n\r\n<script>\u2028Bcc: b@example.com\0\u001b[31m\u0085X: y';
  const texts = {
    name: evil,
    subject: evil,
    topic: evil,
    phone: evil,
    message: `${evil}\r\n.\r\nMAIL FROM:<x@example.com>`,
    [evil]: evil,
    order_number: '{{7*7}} =?utf-8?Q?Bcc:_x?=',
  };
  const addresses: [unknown, RegExp?][] = [
    ["o'brien+x&cc=e%0Abcc@example.com", /^o'brien\+x&cc=e%0Abcc@example\.com$/],
    ['a@example.com, b@example.com'],
    ['Ane <a@example.com>'],
    ['a@example.com\r\nBcc: all@example.com'],
    [['a@example.com', 'b@example.com']],
    ['ნინო@example.ge'],
    ['nino@საქართველო.გე', /^nino@xn--[a-z\d-]+\.xn--[a-z\d-]+$/],
  ];
  for (const [index, [email, replyTo]] of addresses.entries()) {
    const sent = submission({ fields: { ...texts, email: email as string } });
    await store.insert(sent);
    await until(async () => (await states(sent.id)) === 'delivered', `${String(email)} is sent`);
    const mail = server.mails[index]!;
    assert.deepEqual(mail.to, [OWNER]);
    assert.deepEqual(
      [...mail.headers.keys()].sort(),
      [
        ...['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id'],
        ...['mime-version', ...(replyTo ? ['reply-to'] : []), 'subject', 'to'],
      ],
      String(email),
    );
    if (replyTo) assert.match(mail.headers.get('reply-to') ?? '', replyTo);
    assert.match(mail.headers.get('content-type') ?? '', /^text\/plain; charset=utf-8/i);
    const text = textOf(mail);
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /(?!\t|\n)\p{Cc}/u, 'no control characters');
    assert.ok(text.includes('{{7*7}}'));
    assert.doesNotMatch(text, /^Bcc:/m);
    assert.ok(
      mail.raw.split('\r\n').every((line) => line.length <= 998),
      'RFC 5322 §2.1.1',
    );
  }
  assert.equal(server.mails.length, addresses.length);
});

it('sends a mail again with the same Message-ID when the server dies after DATA', async (t) => {
  const server = await startMailServer(t);
  server.behave('die', 'die');
  const { store, states } = await dispatching(
    t,
    mailDelivery({ smtpUrl: server.url, to: [OWNER], from: OWNER }, undefined, ZONE),
  );
  const sent = submission();
  await store.insert(sent);
  await until(async () => (await states(sent.id)) === 'delivered', 'it is sent');
  assert.equal(server.mails.length, 3);
  assert.equal(new Set(server.mails.map(({ raw }) => raw)).size, 1, 'to the byte');
  assert.ok(server.mails[0]?.headers.get('message-id'));
});

it('waits for a mail server that is busy, and gives up where it will never take it', async (t) => {
  const server = await startMailServer(t);
  const delivery = mailDelivery({ smtpUrl: server.url, to: [OWNER], from: OWNER }, undefined, ZONE);
  const { store, states } = await dispatching(t, delivery);
  server.behave(451, 421, 'take', 550);
  const [busy, unknown] = [submission(), submission()];
  await store.insert(busy);
  await until(async () => (await states(busy.id)) === 'delivered', 'it is taken at last');
  assert.equal((await store.outgoing.of(busy.id))[0]?.attempts, 3);
  await store.insert(unknown);
  await until(async () => (await states(unknown.id)) === 'dead', 'it is given up');
  const [given] = await store.outgoing.of(unknown.id);
  assert.deepEqual(
    [given?.attempts, given?.lastError],
    [1, 'The mail server answered: 550 Ez dago halakorik'],
  );
});

it('shows what was given up, and tries it again when the owner says so', async (t) => {
  const server = await startMailServer(t);
  const receiver = await startTestReceiver(t, { mail: { smtpUrl: server.url, to: [OWNER], from: OWNER } });
  server.behave(550, 554);
  const rows = [];
  for (let i = 0; i < 2; i++) rows.push(await receiver.kept(await receiver.post(contact())));
  const inbox = await signedIn(receiver);
  await until(async () => (await inbox.page('/inbox')).includes('Undelivered (2)'), 'both are given up');
  const list = await inbox.page('/inbox/undelivered');
  assert.match(list, /Given up after one try\./);
  assert.match(list, /The mail server answered: 550 Ez dago halakorik/);
  const [first = '', second = ''] = [...list.matchAll(/action="(\/inbox\/undelivered\/[^"]+)"/g)].map(
    ([, action]) => action,
  );
  assert.equal(
    (await inbox.post(first, { action: 'retry' })).status,
    403,
    'not without the token of the page',
  );
  assert.equal((await inbox.submit(first, { action: 'delete' })).status, 400);
  assert.equal(
    (await inbox.submit(first, { action: 'retry' })).headers.get('location'),
    '/inbox/undelivered',
  );
  assert.equal((await inbox.submit(second, { action: 'dismiss' })).status, 303);
  await until(() => server.mails.length === 1, 'the first is sent');
  await until(
    async () => !(await inbox.page('/inbox')).includes('Undelivered'),
    'nothing is left on the list',
  );
  const texts = await Promise.all(rows.map(({ id }) => inbox.page(`/inbox/${id}`)));
  assert.ok(texts.some((page) => page.includes('Not delivered, and taken off the list')));
  assert.equal((await fetch(`${receiver.url}/inbox/undelivered`, { redirect: 'manual' })).status, 303);
});

it('tells that mails do not leave while the mail server is away, and sends all at a word once it is back', async (t) => {
  const server = await startMailServer(t);
  const receiver = await startTestReceiver(t, { mail: { smtpUrl: server.url, to: [OWNER], from: OWNER } });
  server.behave(451, 451, 451);
  for (let i = 0; i < 3; i++) await receiver.kept(await receiver.post(contact()));
  const inbox = await signedIn(receiver);
  await until(async () => (await inbox.page('/inbox')).includes('Undelivered (3)'), 'the owner is told');
  const done = await inbox.submit('/inbox/undelivered', {});
  assert.deepEqual([done.status, done.headers.get('location')], [303, '/inbox/undelivered']);
  await until(() => server.mails.length === 3, 'all are sent, without waiting for their next try');
  await until(async () => !(await inbox.page('/inbox')).includes('Undelivered'), 'nothing is on the list');
  assert.equal((await inbox.post('/inbox/undelivered', {})).status, 403);
});

it('sends a signed web-hook that anybody with the secret can check', async (t) => {
  const server = await startHookServer(t);
  const receiver = await startTestReceiver(t, { webhook: { url: server.url, secret: SECRET } });
  const sent = contact({ name: '=1+1', message: 'NUL \0 lone \uD800 \u2028', isAdmin: true });
  const row = await receiver.kept(await receiver.post(sent));
  await until(() => server.requests.length === 1, 'it has arrived');
  const [request] = server.requests;
  assert.ok(request);
  assertSigned(request);
  assert.equal(request.headers['content-type'], 'application/json');
  const { type, timestamp, data } = JSON.parse(request.body) as Record<string, unknown>;
  assert.deepEqual([type, timestamp], ['submission.received', row.receivedAt]);
  assert.deepEqual(data, {
    submission_id: row.id,
    reference: row.reference,
    widget: 'contact',
    received_at: row.receivedAt,
    fields: sent,
    files: [],
  });
});

/** By the specification, not by the library that signed it. */
const assertSigned = ({ headers, body }: HookRequest): void => {
  const [id, time] = [headers['webhook-id'], headers['webhook-timestamp']].map(String) as [string, string];
  const mac = createHmac('sha256', KEY).update(`${id}.${time}.${body}`).digest('base64');
  assert.equal(headers['webhook-signature'], `v1,${mac}`);
  assert.ok(Math.abs(Date.now() / 1000 - Number(time)) < 60, 'signed now');
};

it('repeats a web-hook with the same id until it is taken, and follows nobody', async (t) => {
  const server = await startHookServer(t);
  const elsewhere = await startHookServer(t);
  const { store, states } = await dispatching(t, webhookDelivery({ url: server.url, secret: SECRET }));
  server.answer(
    { status: 500 },
    'cut',
    { status: 429, headers: { 'Retry-After': '120' } },
    { status: 307, headers: { Location: elsewhere.url } },
    { status: 302, headers: { Location: elsewhere.url } },
  );
  const sent = submission();
  await store.insert(sent);
  await until(async () => (await states(sent.id)) === 'delivered', 'it is taken');
  assert.equal(server.requests.length, 6);
  for (const request of server.requests) assertSigned(request);
  assert.equal(new Set(server.requests.map(({ headers }) => headers['webhook-id'])).size, 1);
  assert.equal(new Set(server.requests.map(({ body }) => body)).size, 1);
  assert.equal(elsewhere.requests.length, 0);

  server.answer({ status: 410 });
  const gone = submission();
  await store.insert(gone);
  await until(async () => (await states(gone.id)) === 'dead', '410 is for good');
  assert.equal((await store.outgoing.of(gone.id))[0]?.lastError, 'It answered 410.');
});

it('says what is wrong where nobody answers', async (t) => {
  const server = await startHookServer(t);
  const { store } = await dispatching(
    t,
    webhookDelivery({ url: server.url.replace(/:\d+/, ':1'), secret: SECRET }),
  );
  const sent = submission();
  await store.insert(sent);
  const error = async () => (await store.outgoing.of(sent.id))[0]?.lastError;
  await until(async () => (await error()) !== '', 'it has failed');
  assert.match((await error()) ?? '', /^It cannot be reached \(\w+\)\.$/);
});

it('keeps no message without what is to leave for it, and nothing leaves for one that is not kept', async (t) => {
  const server = await startHookServer(t);
  const receiver = await startTestReceiver(t, { webhook: { url: server.url, secret: SECRET } });
  const { createClient } = await import('@libsql/client/sqlite3');
  const client = createClient({ url: `file:${receiver.dataDir}/receiver.db` });
  t.after(() => client.close());
  for (const table of ['outgoing', 'consents']) {
    await client.execute(
      `CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    const sent = contact({ consent_text: 'Ados nago' });
    const refused = await receiver.post(sent);
    assert.deepEqual([refused.status, await errorCodes(refused)], [503, [':unavailable']], table);
    assert.equal((await receiver.rows()).length, 0, table);
    await client.execute('DROP TRIGGER full');
  }
  for (const table of ['outgoing', 'consents', 'files']) {
    assert.equal((await client.execute(`SELECT * FROM ${table}`)).rows.length, 0, table);
  }
  const row = await receiver.kept(await receiver.post(contact()));
  await until(() => server.requests.length > 0, 'the kept one leaves');
  assert.deepEqual(
    server.requests.map(
      ({ body }) => (JSON.parse(body) as { data: { submission_id: string } }).data.submission_id,
    ),
    [row.id],
  );
});

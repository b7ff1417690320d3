import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { inOrder } from '../../demo/receiver/callbacks/order.js';
import { calledNumberText, calledNumberUrl, readCalledNumber } from '../../demo/receiver/callbacks/phone.js';
import { phoneRefusals } from '../../demo/receiver/callbacks/refusals.js';
import type { OpenCall } from '../../demo/receiver/store/callbacks.js';
import { signedIn, type InboxClient } from './inbox-client.js';
import {
  callback,
  callbackSettings,
  errorCodes,
  rawExchange,
  startTestReceiver,
  type ErrorBody,
} from './receiver.js';

const csrfOf = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** A person who has said their name: two of them share one password. */
const caller = async (receiver: { readonly url: string }, who: string) => {
  const inbox = await signedIn(receiver);
  const csrf = csrfOf(await inbox.page('/inbox'));
  const cookie = (await inbox.post('/inbox/callbacks/who', { csrf, who, place: '' })).headers.get(
    'set-cookie',
  );
  const headers = { Cookie: `${inbox.cookie}; ${cookie?.split(';')[0] ?? ''}` };
  return {
    page: async (path: string) => (await inbox.get(path, headers)).text(),
    act: (id: string, version: number, action: string, over: Record<string, string> = {}) =>
      inbox.post(
        `/inbox/callbacks/${id}`,
        { csrf, version: `${version}`, action, place: 'list', ...over },
        headers,
      ),
  };
};

it('reads a number in any way of writing it, and says why another one is not called', () => {
  const called = (e164: string, extension = '') => ({ e164, extension });
  const cases: readonly (readonly [string, Parameters<typeof readCalledNumber>[1], unknown])[] = [
    ['+34943000000', undefined, called('+34943000000')],
    ['0034 943 00 00 00', undefined, called('+34943000000')],
    ['943 00 00 00', 'ES', called('+34943000000')],
    ['943 00 00 00', undefined, 'phone_country'],
    ['+34 943 00 00 00 ext. 12', undefined, called('+34943000000', '12')],
    ['+995 32 211 22 33', 'ES', called('+995322112233')],
    ['29 123 456', 'LV', called('+37129123456')],
    ['+800 1234 5678', undefined, called('+80012345678')],
    ['+34 943 00 00', undefined, 'phone_unknown'],
    ['+34 143 00 00 00', undefined, 'phone_unknown'],
    ['+999 123 456 789', undefined, 'phone_unknown'],
    ['+34 803 12 34 56', undefined, 'phone_premium'],
    ['+1 900 555 0123', undefined, 'phone_premium'],
    ['+979 123 456 789', undefined, 'phone_premium'],
    ['+44 70 1234 5678', undefined, 'phone_premium'],
    ['+34 902 12 34 56', undefined, 'phone_shared_cost'],
    ['112', 'ES', 'phone_emergency'],
    ['112', undefined, 'phone_emergency'],
    ['911', 'US', 'phone_emergency'],
    ['+34 112', undefined, 'phone_emergency'],
    ['+371 113', undefined, 'phone_emergency'],
    ['010', 'ES', 'phone_short'],
    ['11888', 'ES', 'phone_short'],
    ['call +34 943 00 00 00, or not', undefined, 'phone_unknown'],
    ['+34 943 00 00 00\nBcc: all', undefined, 'phone_unknown'],
  ];
  for (const [text, country, expected] of cases)
    assert.deepEqual(readCalledNumber(text, country), expected, `${text} ${country ?? ''}`);
  const number = { e164: '+34943000000', extension: '12' };
  assert.deepEqual(
    [calledNumberText(number), calledNumberUrl(number)],
    ['+34 943 00 00 00 ext. 12', 'tel:+34943000000;ext=12'],
  );
});

it('refuses a number that is not called with a reason at its field, in the language of the visitor', async (t) => {
  const receiver = await startTestReceiver(t, { callbacks: callbackSettings({ PHONE_COUNTRY: 'ES' }) });
  const refused = async (over: object) => {
    const response = await receiver.post(callback(over as Record<string, unknown>));
    assert.equal(response.status, 422);
    return ((await response.json()) as ErrorBody).errors.map((error) => Object.values(error));
  };
  for (const [locale, words] of Object.entries(phoneRefusals)) {
    assert.deepEqual(await refused({ phone: '803 12 34 56', locale }), [['phone', 'phone_premium', words.phone_premium]]);
    assert.equal(new Set(Object.values(words)).size, 6, locale);
  }
  assert.deepEqual(await refused({ phone: '+34902123456', locale: 'ka-GE' }), [['phone', 'phone_shared_cost', phoneRefusals.ka.phone_shared_cost]]);
  assert.deepEqual(await refused({ phone: '+34112', locale: 'xx' }), [['phone', 'phone_emergency', phoneRefusals.en.phone_emergency]]);
  const { phone: _, ...without } = callback();
  assert.deepEqual(await errorCodes(await receiver.post(without)), ['phone:required']);
  const window = { window_start: '2026-12-01T10:00:00+01:00', window_end: '2026-12-01T09:00:00+01:00' };
  assert.deepEqual(await errorCodes(await receiver.post(callback(window))), ['window_end:window']);
  assert.deepEqual(await errorCodes(await receiver.post({ ...without, outcome: 'cancelled' })), ['regarding:required']);
  const form = Object.entries(callback({ phone: '112' })).map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams(form).toString();
  const head = ['POST /submissions HTTP/1.1', 'Host: a', 'Accept: text/html', 'Accept-Language: lv', 'Connection: close'];
  const type = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`, '', body];
  const page = Buffer.from(await rawExchange(receiver.port, [[...head, ...type].join('\r\n')]), 'latin1').toString();
  assert.match(page, /^HTTP\/1.1 422 /);
  assert.ok(page.includes(phoneRefusals.lv.phone_emergency), 'without a script too');
  assert.deepEqual(await receiver.rows(), []);
  await receiver.kept(await receiver.post(callback({ phone: '943 00 00 00' })), 'a national number');
}); // prettier-ignore

it('puts whoever was promised a call first, the longest overdue before all', () => {
  const now = new Date('2026-12-01T12:00:00.000Z');
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour)).toISOString();
  const call = (id: string, over: Partial<OpenCall> & { from?: number; to?: number }): OpenCall => ({
    ...{ id, number: { e164: '+1', extension: '' }, state: 'open', version: 0, holder: '', heldSince: '' },
    ...{ attempts: 0, nextAt: '', askedAt: at(0), requests: 1, reference: '', fields: {} },
    ...(over.from !== undefined && { window: { start: at(over.from), end: at(over.to!) } }),
    ...over,
  });
  const calls = [
    call('reached', { from: 1, to: 2, state: 'reached' }),
    call('tomorrow', { from: 30, to: 31 }),
    call('later', { from: 13, to: 14 }),
    call('soon, asked later', { askedAt: at(3) }),
    call('soon', { askedAt: at(2) }),
    call('soon, not reached', { nextAt: at(11), attempts: 1 }),
    call('over since an hour', { from: 8, to: 11 }),
    call('over just now', { from: 8, to: 12 }),
    call('over, not reached, in an hour', { from: 1, to: 2, nextAt: at(13), attempts: 1, askedAt: at(1) }),
    call('over, not reached, again by now', { from: 1, to: 3, nextAt: at(12), attempts: 1 }),
    call('now, until three', { from: 11, to: 15 }),
    call('now, until two', { from: 12, to: 14 }),
  ];
  for (const list of [calls, calls.toReversed()])
    assert.deepEqual(
      inOrder(list, now).map(([urgency, part]) => [urgency, ...part.map(({ id }) => id)]),
      [
        ['overdue', 'over, not reached, again by now', 'over since an hour', 'over just now'],
        ['now', 'soon, not reached', 'now, until two', 'now, until three'],
        ['soon', 'soon', 'soon, asked later'],
        ['later', 'later', 'over, not reached, in an hour', 'tomorrow'],
        ['reached', 'reached'],
      ],
    );
});

it('shows who waits for a call, with what was promised on both clocks', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = callback({
    name: 'ნინო <b>',
    topic: 'Eskaera & bat',
    locale: 'ka',
    phone: '+995322112233',
    window_start: '2030-07-01T16:00:00+02:00',
    window_end: '2030-07-01T18:00:00+02:00',
    visitor_timezone: 'Asia/Tbilisi',
  });
  await receiver.kept(await receiver.post(sent));
  const ane = await caller(receiver, 'Ane');
  const page = await ane.page('/inbox/callbacks');
  assert.match(page, /href="tel:\+995322112233"/);
  assert.match(page, /\+995 32 211 22 33/);
  assert.match(page, /<bdi lang="ka">ნინო &lt;b&gt;<\/bdi>/);
  assert.match(page, /Eskaera &amp; bat/);
  assert.match(page, /Monday 1 July 2030, 16:00–18:00 \(Europe\/Madrid, UTC\+2\)/);
  assert.match(page, /For the visitor: Monday 1 July 2030, 18:00–20:00 \(Asia\/Tbilisi, UTC\+4\)/);
  assert.match(page, /Later \(1\)/);
  assert.match(page, /aria-current="page"\s*>Callbacks \(1\)/);
  const id = String(sent['submission_id']);
  assert.match(await ane.page(`/inbox/${id}`), new RegExp(`href="/inbox/callbacks/${id}"`));
});

it('counts who was not reached, keeps the history, and takes off what is done', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = callback({ name: 'Miren' });
  const id = String(sent['submission_id']);
  await receiver.post(sent);
  await receiver.post(callback({ name: 'Miren' }));
  const ane = await caller(receiver, 'Ane Ñ');
  assert.match(await ane.page('/inbox/callbacks'), /Asked for<\/dt>\s*<dd>2 times/);
  assert.match((await ane.act(id, 0, 'claimed')).headers.get('location') ?? '', /did=claimed&call=/);
  assert.match(await ane.page('/inbox/callbacks'), /<bdi>Ane Ñ<\/bdi>, since/);
  const before = Date.now();
  for (let press = 0; press < 2; press++) assert.equal((await ane.act(id, 1, 'missed', { next: '180' })).status, 303);
  const [call] = await receiver.store.callbacks.open(10);
  assert.deepEqual([call?.attempts, call?.holder], [1, ''], 'a button that is pressed twice counts once');
  const wait = Date.parse(call!.nextAt) - before;
  assert.ok(wait >= 180 * 60_000 && wait < 181 * 60_000);
  assert.match(await ane.page('/inbox/callbacks'), /Tries so far<\/dt>\s*<dd>1</);
  await ane.act(id, 2, 'claimed');
  await ane.act(id, 3, 'reached');
  assert.match(await ane.page('/inbox/callbacks'), /Reached, not done yet \(1\)/);
  await ane.act(id, 4, 'done');
  const done = await ane.page(`/inbox/callbacks?did=done&call=${id}`);
  assert.match(done, /Nobody waits for a call[^]*Done and taken back \(1\)/);
  assert.match(done, /role="status"[^>]*>\s*Done\. It is off the list\.\s*<a href="\/inbox\/callbacks\/[\da-f-]{36}"\s*>Open this call</, 'where it is opened again, had it been pressed by mistake');
  const history = await ane.page(`/inbox/callbacks/${id}`);
  for (const step of ['Asked for again', 'Claimed, <bdi>Ane Ñ', 'Not reached, <bdi>Ane Ñ', 'Reached, <bdi>', 'Done, <bdi>'])
    assert.ok(history.includes(step), step);
  assert.match(history, /Open again/);
  assert.ok((await receiver.rows()).every(({ state }) => state === 'answered'));
}); // prettier-ignore

it('gives a call to one of two who claim it at the same time, and tells the other who has it', async (t) => {
  const receiver = await startTestReceiver(t);
  const people = await Promise.all(['Ane', 'Jon'].map((who) => caller(receiver, who)));
  for (let round = 0; round < 5; round++) {
    const sent = callback({ phone: `+3494300000${round}` });
    const id = String(sent['submission_id']);
    await receiver.post(sent);
    const answers = await Promise.all(people.map(({ act }) => act(id, 0, 'claimed')));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409]);
    const call = await receiver.store.callbacks.call(id);
    const winner = answers[0]!.status === 303 ? 'Ane' : 'Jon';
    assert.equal(call?.holder, winner);
    const page = await answers.find(({ status }) => status === 409)!.text();
    assert.match(page, new RegExp(`Somebody else has this call[^]*<bdi>${winner}</bdi>, since`));
    assert.equal(call.events.length, 1);
  }
});

it('takes nothing without a name, a token, or a version', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = callback();
  const id = String(sent['submission_id']);
  await receiver.post(sent);
  const inbox: InboxClient = await signedIn(receiver);
  const path = `/inbox/callbacks/${id}`;
  assert.equal((await inbox.submit(path, { version: '0', action: 'claimed' })).status, 400);
  assert.equal((await inbox.submit('/inbox/callbacks/who', { who: ' \u202E ' })).status, 303);
  assert.equal((await inbox.submit('/inbox/callbacks/who', { who: '  ' })).status, 400);
  const ane = await caller(receiver, 'Ane');
  assert.equal((await ane.act(id, 0, 'claimed', { csrf: '' })).status, 403);
  assert.equal((await ane.act(id, 0, 'claimed', { version: 'x' })).status, 400);
  assert.equal((await ane.act(id, 0, 'stolen')).status, 400);
  assert.equal((await ane.act(randomUUID(), 0, 'claimed')).status, 404);
  assert.equal((await ane.act(id, 0, 'released')).status, 409, 'there is nothing to release');
  assert.equal((await receiver.store.callbacks.call(id))?.events.length, 0);
  assert.doesNotMatch(await inbox.page('/inbox/callbacks'), /value="claimed"/, 'no button before a name');
  assert.equal((await fetch(`${receiver.url}/inbox/callbacks`, { redirect: 'manual' })).status, 303);
});

it('shows what the visitor took back as that, and whoever was just calling learns it', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = callback();
  const id = String(sent['submission_id']);
  await receiver.post(sent);
  const ane = await caller(receiver, 'Ane');
  await ane.act(id, 0, 'claimed');
  const back = callback({ outcome: 'cancelled', regarding: id });
  await receiver.kept(await receiver.post(back));
  assert.match(await ane.page('/inbox/callbacks'), /Nobody waits for a call/);
  assert.match(await ane.page(`/inbox/callbacks/${id}`), /Taken back by the visitor/);
  assert.match(await ane.page(`/inbox/${String(back['submission_id'])}`), /No call wanted any more/);
  const list = await ane.page('/inbox');
  assert.match(list, /Does not want a call any more/);
  assert.match(list, /Wants a call[^]*Taken back by the visitor/);
  const late = await ane.act(id, 1, 'reached');
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Changed meanwhile[^]*Taken back by the visitor/);
});

it('keeps requests beyond the limits in quarantine, tells the sender the truth, and says why', async (t) => {
  const limits = { CALLBACKS_PER_ADDRESS_HOUR: '2', CALLBACKS_OPEN_PER_NUMBER: '1' };
  const receiver = await startTestReceiver(t, { callbacks: callbackSettings(limits), trustedProxies: 1 });
  const post = (over: Readonly<Record<string, unknown>>, address: string) =>
    receiver.post(callback(over), { headers: { 'X-Forwarded-For': address } });
  const kept = async (response: Response) => (await receiver.kept(response)).quarantined;
  assert.equal(await kept(await post({}, '192.0.2.1')), false);
  assert.equal(await kept(await post({}, '192.0.2.2')), true, 'the same number');
  assert.equal(await kept(await post({ phone: '+34943000001' }, '192.0.2.1')), false);
  const last = await receiver.kept(await post({ phone: '+34943000002' }, '192.0.2.1'));
  assert.equal(last.quarantined, true, 'the same address');
  assert.equal(await kept(await post({ phone: '+34943000003' }, '192.0.2.3')), false);
  const inbox = await signedIn(receiver);
  assert.match(await inbox.page('/inbox?quarantine=yes'), /Quarantine \(2\)/);
  assert.match(await inbox.page(`/inbox/${last.id}`), /CALLBACKS_PER_ADDRESS_HOUR/);
  assert.equal((await receiver.store.callbacks.open(10)).length, 3);
  await inbox.submit(`/inbox/${last.id}/quarantine`, { quarantined: 'no' });
  assert.equal((await receiver.store.callbacks.open(10)).length, 4, 'let out, it is on the list');
});

it('has nothing of a visitor in titles and logs', async (t) => {
  const receiver = await startTestReceiver(t);
  const sent = callback({ name: 'Xabier Zubieta', topic: 'Sekretua', phone: '+34943123456' });
  const id = String(sent['submission_id']);
  await receiver.post(sent);
  await receiver.post(callback({ phone: '+34803123456', name: 'Xabier Zubieta' }));
  const ane = await caller(receiver, 'Maialen Deitzailea');
  const pages = [
    await ane.page('/inbox/callbacks'),
    await ane.page(`/inbox/callbacks/${id}`),
    await ane.page(`/inbox/${id}`),
    await ane.page('/inbox'),
    await (await ane.act(id, 7, 'claimed')).text(),
  ];
  await ane.act(id, 0, 'claimed');
  await ane.act(id, 1, 'missed');
  const secret = /Xabier|Zubieta|Sekretua|943 ?12 ?34 ?56|943123456|803123456|Maialen|Deitzailea/;
  for (const page of pages) {
    const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
    assert.match(title, /Inbox$/);
    assert.doesNotMatch(title, secret);
  }
  assert.ok(receiver.logs.length > 5);
  for (const line of receiver.logs) assert.doesNotMatch(line, secret);
});

/** The inbox, as an owner reads it whose language is not English. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSettings } from '../../demo/receiver/settings.js';
import { cookieOf, inboxClient, signedIn, signIn } from './inbox-client.js';
import { fillInbox } from './inbox-contents.js';
import { foreignTexts } from './inbox-texts.js';
import { startMailServer, subjectOf, textOf } from './mail-server.js';
import {
  appointment,
  callback,
  contact,
  startTestReceiver,
  surveyAnswer,
  type TestReceiver,
} from './receiver.js';
import { until } from './support.js';

const OWNER = 'jabea@shop.example';

/** What is the same in every language: names of products, formats, settings, zones, addresses, ids, types of files, tags. */
const NAMES =
  /\((?:ka|eu)\)|, [\w-]{6}$|\b(?:NPS|REF-\w+|Google Ads|Microsoft Ads|Meta|CSAT|CSV|NDJSON|ics|UTC|[A-Z][a-z]+\/[A-Z][a-z]+|(?:SMTP|CALLBACKS)_[A-Z_]+|text\/html|[A-Z\d]{4}-[A-Z\d]{4}-[A-Z\d]|[\da-f]{8}-[\da-f-]{27})\b|https:\/\/\S+|\S+@\S+/g;

it('has no word of another language on any page in Georgian', async (t) => {
  const receiver = await startTestReceiver(t, { inboxLanguage: 'ka' });
  const inbox = await signedIn(receiver);
  const found: string[] = [];
  const read = (what: string, page: string): void => {
    for (const text of foreignTexts(page, NAMES)) found.push(`${what}: ${text.trim()}`);
  };
  const page = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
    const response = await inbox.get(path, headers);
    const text = await response.text();
    assert.match(text, /^<!doctype html>\s*<html lang="ka">/, path);
    read(path, text);
    return text;
  };
  const post = async (path: string, form: Record<string, string>, status: number, headers = {}) => {
    const csrf = /name="csrf" value="([^"]+)"/.exec(await inbox.page('/inbox'))?.[1] ?? '';
    const response = await inbox.post(path, { csrf, ...form }, headers);
    assert.equal(response.status, status, `${path} ${JSON.stringify(form)}`);
    if (status !== 303) read(`POST ${path} ${JSON.stringify(form).slice(0, 60)}`, await response.text());
    return response;
  };

  // Before anything has come, and before sign-in.
  for (const path of ['/inbox', '/inbox?quarantine=yes', '/inbox/undelivered', '/inbox/callbacks', '/inbox/suppressions']) await page(path); // prettier-ignore
  read('sign-in', await (await fetch(`${receiver.url}/inbox/sign-in`)).text());
  for (let tries = 0; tries < 6; tries++) read('refused', await (await signIn(receiver.url, 'wrong')).text());

  const ids = await fillInbox(receiver, inbox);
  for (const path of [
    '/inbox',
    '/inbox?quarantine=yes',
    '/inbox?q=0&state=new',
    '/inbox?after=2020-01-01T00:00:00.000Z_00000000-0000-4000-8000-000000000000',
    '/inbox/undelivered',
    '/inbox/suppressions',
    '/inbox/suppressions?erased=1&messages=2',
    '/inbox/nothing',
    ...Object.values(ids).map((id) => `/inbox/${id}`),
    ...[ids.first, ids.score, ids.asked, ids.call].map((id) => `/inbox/${id}/erase`),
  ])
    await page(path);

  // Refusals.
  await post('/inbox/suppressions/erase', { address: '0' }, 422);
  await post('/inbox/suppressions/erase', { address: 'nino@example.ge' }, 200);
  await post(`/inbox/${ids.first}/state`, { csrf: '0', state: 'read' }, 403);
  await post(`/inbox/${ids.first}/state`, { state: 'lost' }, 400);
  await post(`/inbox/${ids.first}/state`, { state: 'x'.repeat(10_000) }, 413);
  await post(`/inbox/${ids.first}/state`, { state: 'read' }, 403, { Origin: 'https://evil.example' });
  await post('/inbox/language', { language: 'tlh' }, 400);
  await post('/inbox/callbacks/who', { who: ' ' }, 400);

  // Appointments: forms that could not be taken, and answers.
  const answer = (id: string, form: Record<string, string>, status: number) =>
    post(`/inbox/${id}/appointment`, { sequence: '1', ...form }, status);
  const typed = { 'time': 'other', 'date-1': '2030-12-03', 'clock-1': '09:00', 'minutes': '30' };
  await answer(ids.asked, { action: 'confirm' }, 422);
  for (const wrong of [{ 'date-1': '' }, { 'date-1': '2030-02-30' }, { 'clock-1': '' }, { 'clock-1': '25:00' }, { 'minutes': '0' }, { 'date-1': '2020-01-01' }, { 'date-1': '2031-03-30', 'clock-1': '02:30' }, { sentence: 'ა'.repeat(1_001) }]) await answer(ids.soon, { action: 'confirm', ...typed, ...wrong }, 422); // prettier-ignore
  await answer(ids.days, { action: 'confirm', ...typed }, 422);
  await answer(ids.asked, { action: 'confirm', ...typed }, 303);
  await answer(ids.asked, { action: 'decline' }, 409);
  await answer(ids.soon, { action: 'propose', ...typed }, 422);
  await answer(ids.soon, { 'action': 'propose', ...typed, 'date-1': '2030-12-10' }, 303);
  await page(`/inbox/${ids.asked}`);
  await page(`/inbox/${ids.soon}`);
  await page('/inbox');

  // Calls, in all their states.
  const csrf = /name="csrf" value="([^"]+)"/.exec(await inbox.page('/inbox'))?.[1] ?? '';
  const named = await inbox.post('/inbox/callbacks/who', { csrf, who: 'მაია' });
  const Cookie = `${inbox.cookie}; ${cookieOf(named)}`;
  const act = async (id: string, version: number, action: string) =>
    inbox.post(`/inbox/callbacks/${id}`, { csrf, version: `${version}`, action, place: 'list' }, { Cookie });
  await act(ids.call, 0, 'claimed');
  const calls = await page('/inbox/callbacks', { Cookie });
  const versionOf = (html: string, id: string) =>
    Number(new RegExp(`callbacks/${id}">[^]*?name="version" value="(\\d+)"`).exec(html)![1]);
  const version = versionOf(calls, ids.call);
  assert.equal((await act(ids.call, version, 'missed')).status, 303);
  await page(`/inbox/callbacks/${ids.call}`, { Cookie });
  assert.equal((await act(ids.call, version + 1, 'claimed')).status, 303);
  read('conflict', await (await act(ids.call, version, 'claimed')).text());
  assert.equal((await act(ids.doneCall, versionOf(calls, ids.doneCall), 'done')).status, 303);
  for (const did of ['claimed', 'released', 'reached', 'missed', 'done', 'reopened'])
    await page(`/inbox/callbacks?did=${did}&call=${ids.call}`, { Cookie });
  for (const id of [ids.soonCall, ids.doneCall]) await page(`/inbox/callbacks/${id}`, { Cookie });
  assert.deepEqual(found, []);
});

it('speaks the language that was chosen, else the owner’s, else the browser’s, else English', async (t) => {
  const receiver = await startTestReceiver(t);
  const owned = await startTestReceiver(t, { inboxLanguage: 'eu' });
  const languageOf = async ({ url }: TestReceiver, headers: Record<string, string>): Promise<string> => {
    const response = await fetch(`${url}/inbox/sign-in`, { headers });
    assert.match(response.headers.get('vary') ?? '', /Accept-Language, Cookie/);
    return /<html lang="(\w+)"/.exec(await response.text())![1]!;
  };
  const georgian = { 'Accept-Language': 'tlh, fr;q=0.2, ka-GE;q=0.8, *;q=0.1' };
  assert.equal(await languageOf(receiver, {}), 'en');
  assert.equal(await languageOf(receiver, { 'Accept-Language': 'tlh;q=1, ;;,, *' }), 'en');
  assert.equal(await languageOf(receiver, georgian), 'ka');
  assert.equal(await languageOf(owned, georgian), 'eu');
  assert.equal(await languageOf(owned, { ...georgian, Cookie: 'harreman_language=lv' }), 'lv');
  assert.equal(await languageOf(owned, { ...georgian, Cookie: 'harreman_language="><x' }), 'eu');
});

it('remembers a choice in a cookie as safe as the session’s, and leads back to where it was made', async (t) => {
  const receiver = await startTestReceiver(t, { trustedProxies: 1 });
  const inbox = inboxClient(receiver.url, '');
  const choose = async (back: string, headers: Record<string, string> = {}) => {
    const response = await inbox.post('/inbox/language', { language: 'lv', back }, headers);
    assert.equal(response.status, 303);
    return response;
  };
  const here = '/inbox/sign-in?message=00000000-0000-4000-8000-000000000000';
  const form = await inbox.page(here);
  assert.ok(form.includes(`name="back" value="${here}"`));
  assert.match(form, /lang="ka"[^>]*>\s*ქართული/);
  const response = await choose(here, { 'X-Forwarded-Proto': 'https' });
  assert.equal(response.headers.get('location'), here);
  const cookie = response.headers.get('set-cookie')!;
  for (const part of ['harreman_language=lv', 'Path=/inbox', 'HttpOnly', 'SameSite=Lax', 'Secure', 'Max-Age=']) assert.ok(cookie.includes(part), part); // prettier-ignore
  assert.match(await (await inbox.get(here, { Cookie: cookieOf(response) })).text(), /<h1>Pieteikties<\/h1>/);

  // Nowhere else than into the inbox, whatever the form says.
  for (const elsewhere of ['https://evil.example/inbox', '//evil.example/inbox', '/inboxes', '\\\\evil.example', '/inbox/../x', 'javascript:0', ''])
    assert.equal((await choose(elsewhere)).headers.get('location'), '/inbox', elsewhere); // prettier-ignore
  const fromElsewhere = { Origin: 'https://evil.example' };
  assert.equal((await inbox.post('/inbox/language', { language: 'lv' }, fromElsewhere)).status, 403);
});

it('offers no other language where that would cost what was typed', async (t) => {
  const receiver = await startTestReceiver(t);
  const inbox = await signedIn(receiver);
  assert.match(await inbox.page('/inbox'), /class="language-choice"/);
  const refused = await inbox.submit('/inbox/suppressions/erase', { address: 'not one' });
  assert.doesNotMatch(await refused.text(), /class="language-choice"/);
});

it('keeps what a visitor wrote in the visitor’s language, and answers them in it', async (t) => {
  const receiver = await startTestReceiver(t, { inboxLanguage: 'lv' });
  const inbox = await signedIn(receiver);
  const { id } = await receiver.kept(
    await receiver.post(contact({ email: 'ane@example.eus', message: 'Kaixo', purchase_date: '2026-11-01' })),
  );
  const page = await inbox.page(`/inbox/${id}`);
  assert.match(page, /<html lang="lv">[^]*<div class="text" dir="auto" lang="eu">Kaixo<\/div>/);
  assert.match(page, />Iegādes datums<[^]*?>1\.11\.2026\.<\/span>/, 'a date as Latvians write it');
  assert.match(page, /mailto:ane@example.eus\?subject=Zure%20mezua%20/);
});

it('mails the owner in the owner’s language', async (t) => {
  const server = await startMailServer(t);
  const receiver = await startTestReceiver(t, {
    mail: { smtpUrl: server.url, to: [OWNER], from: 'web@shop.example' },
    publicUrl: 'https://receiver.example',
    inboxLanguage: 'ka',
  });
  const windows = { window_start: '2030-12-03T09:00:00+01:00', window_end: '2030-12-03T11:00:00+01:00' };
  const times = { start: windows.window_start, end: windows.window_end, service: '7', mode: 'visit' };
  for (const fields of [
    contact({
      topic: 'complaint',
      remedy: 'refund',
      name: '7',
      message: 'ა\nბ',
      possible_duplicate: true,
      own: true,
    }),
    contact({ message: '\u200b' }),
    {
      ...contact({ widget: 'question', question: 'ა', outcome: 'handover', helpful: false }),
      message: undefined,
    },
    appointment(times),
    appointment({ part_of_day: 'any' }),
    callback({ topic: 'question', ...windows }),
    callback({ phone: '+34943000001' }),
    surveyAnswer({ survey: '7', comment: 'ა' }),
    surveyAnswer({ survey: '8', score: undefined, comment: 'ა' }),
  ])
    await receiver.kept(await receiver.post(fields));
  await until(() => server.mails.length >= 9, 'nine mails');
  const found = server.mails
    .flatMap((mail) => [subjectOf(mail), ...textOf(mail).split(/\r?\n/)])
    .map((line) => line.replace(NAMES, '').replace(/^own:/, ''))
    .filter((line) => /\p{Script=Latin}|\{\w+\}/u.test(line));
  assert.deepEqual(found, []);
  const complaint = server.mails.find((mail) => textOf(mail).includes('> ბ'))!;
  assert.match(textOf(complaint), /^საჩივარი [^]*სახელი: 7[^]*სასურველი გადაწყვეტა: თანხის დაბრუნება/);
});

it('refuses a language that the inbox does not speak, and says which it does', () => {
  const defaults = { port: 0, dataDir: '', allowedOrigins: '*' } as const;
  assert.equal(readSettings({ INBOX_LANGUAGE: 'eu-ES' }, defaults).inboxLanguage, 'eu');
  assert.equal(readSettings({}, defaults).inboxLanguage, undefined);
  assert.throws(
    () => readSettings({ INBOX_LANGUAGE: 'tlh' }, defaults),
    /INBOX_LANGUAGE="tlh": one of eu, ka, lv, en, es, fr, de/,
  );
});

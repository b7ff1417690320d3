import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { it, type TestContext } from 'node:test';
import type { Settings } from '../../demo/receiver/settings.js';
import { inboxClient, signedIn, type InboxClient } from './inbox-client.js';
import { calendarOf, startMailServer, textOf, type ReceivedMail } from './mail-server.js';
import {
  appointment,
  appointmentSettings,
  contact,
  startTestReceiver,
  type TestReceiver,
} from './receiver.js';
import { until } from './support.js';

/** A Thursday. */
const NOW = Date.parse('2026-11-26T10:00:00+01:00');
const HOURS = { HOURS: 'Mo-Fr 09:00-11:00,15:00-16:00', COMPANY_NAME: 'Ur Garbia' };
const OWNER = 'ane@shop.example';

const NINE = { start: '2026-12-01T09:00:00+01:00', end: '2026-12-01T09:30:00+01:00' };
const NINE_KEY = '2026-12-01T08:00:00.000Z/2026-12-01T08:30:00.000Z';
const georgian = {
  ...NINE,
  name: 'ნინო ბერიძე',
  email: 'nino@example.ge',
  locale: 'ka',
  service: 'წყლის ტუმბოს შემოწმება და სრული შეკეთება ადგილზე',
  staff: 'მაიალენი',
  mode: 'visit',
  place: 'თბილისი, რუსთაველის გამზირი 12, მესამე სართული',
  people: 2,
  visitor_timezone: 'Asia/Tbilisi',
};

const open = async (t: TestContext, over: Partial<Settings> = {}, environment: object = {}) => {
  t.mock.timers.enable({ apis: ['Date'], now: NOW });
  const receiver = await startTestReceiver(t, {
    appointments: appointmentSettings({ ...HOURS, ...environment }),
    ...over,
  });
  const keep = async (fields: object) =>
    (await receiver.kept(await receiver.post(appointment({ ...fields })))).id;
  return { receiver, keep, inbox: await signedIn(receiver) };
};

/** With a real mail server. */
const openWithMail = async (t: TestContext, environment: object = {}) => {
  const server = await startMailServer(t);
  const mail = { smtpUrl: server.url, to: [OWNER], from: 'web@shop.example' };
  const opened = await open(t, { mail }, environment);
  const toVisitor = (): readonly ReceivedMail[] => server.mails.filter(({ to }) => to[0] !== OWNER);
  const mailed = async (count: number) => {
    await until(() => toVisitor().length >= count, `the visitor has ${count} mails`);
    return toVisitor()[count - 1]!;
  };
  return { ...opened, server, mailed, toVisitor };
};

/** Presses a button on the page of a request, as it stands now. */
const answer = async (inbox: InboxClient, id: string, action: string, form: Record<string, string> = {}) => {
  const page = await inbox.page(`/inbox/${id}`);
  const sequence = /name="sequence" value="(\d+)"/.exec(page)?.[1] ?? '';
  return inbox.submit(`/inbox/${id}/appointment`, { sequence, action, ...form });
};
const decided = async (...parameters: Parameters<typeof answer>) => {
  const response = await answer(...parameters);
  assert.equal(response.status, 303, await response.text());
};

const held = async ({ store }: TestReceiver, id: string) =>
  (await store.get(id))?.appointment?.holds.map(({ start }) => start.slice(5, 16));

const readCalendar = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent')!;
  const get = (name: string) => event.getFirstPropertyValue(name);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: get('uid'),
    status: get('status'),
    sequence: get('sequence'),
    start: String(get('dtstart')),
    summary: String(get('summary')),
    location: get('location'),
    organizer: get('organizer'),
    attendee: event.getFirstProperty('attendee'),
  };
};

it('confirms, moves and cancels by mail in the visitor’s language, with one calendar entry that changes', async (t) => {
  const { receiver, keep, inbox, mailed } = await openWithMail(t);
  const id = await keep(georgian);
  const { reference } = (await receiver.store.get(id))!;
  await decided(inbox, id, 'confirm', { time: NINE_KEY, sentence: 'მოიტანეთ გასაღები.' });
  const mail = await mailed(1);
  assert.deepEqual([mail.to, mail.from], [['nino@example.ge'], 'web@shop.example']);
  assert.equal(mail.headers.get('from'), 'Ur Garbia <web@shop.example>');
  assert.equal(mail.headers.get('reply-to'), OWNER);
  const [outgoing] = (await receiver.store.outgoing.of(id)).filter(({ channel }) => channel === 'visitor');
  assert.equal(mail.headers.get('message-id'), `<${outgoing?.id}@shop.example>`);
  const text = textOf(mail);
  for (const line of [
    'მოგესალმებით,',
    'თქვენი ვიზიტი დადასტურებულია.',
    'თარიღი და დრო: სამშაბათი, 1 დეკემბერი, 2026, 09:00–09:30 (Europe/Madrid, UTC+1)',
    'თქვენი დროის სარტყლით: სამშაბათი, 1 დეკემბერი, 2026, 12:00–12:30 (Asia/Tbilisi, UTC+4)',
    `მომსახურება: ${georgian.service}`,
    'შეხვედრის ფორმა: თქვენთან',
    'მოიტანეთ გასაღები.',
    `მიმართვის ნომერი: ${reference}`,
  ])
    assert.ok(text.split(/\r?\n/).includes(line), `${line}\n\n${text}`);

  const file = calendarOf(mail);
  assert.ok(
    file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
    'folded by bytes',
  );
  const first = readCalendar(file);
  assert.deepEqual(
    [first.method, first.uid, first.status, first.sequence, first.start, first.location],
    ['REQUEST', id, 'CONFIRMED', 1, '2026-12-01T08:00:00Z', georgian.place],
  );
  assert.equal(first.summary, `ვიზიტი: ${georgian.service} – Ur Garbia`);
  assert.equal(first.organizer, `mailto:${OWNER}`);
  assert.equal(first.attendee?.getFirstValue(), 'mailto:nino@example.ge');
  assert.equal(first.attendee?.getFirstParameter('partstat'), 'ACCEPTED');
  assert.match(mail.raw, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);

  await decided(inbox, id, 'confirm', {
    'time': 'other',
    'date-1': '2026-12-02',
    'clock-1': '18:15',
    'minutes': '45',
  });
  const moved = readCalendar(calendarOf(await mailed(2)));
  assert.deepEqual(
    [moved.method, moved.uid, moved.status, moved.sequence, moved.start],
    ['REQUEST', id, 'CONFIRMED', 2, '2026-12-02T17:15:00Z'],
  );
  assert.equal(
    moved.attendee?.getFirstParameter('partstat'),
    'NEEDS-ACTION',
    'nobody has asked for that time',
  );
  assert.deepEqual(await held(receiver, id), ['12-02T17:15']);
  await keep(NINE); // The time that was given back.

  await decided(inbox, id, 'cancel');
  const last = await mailed(3);
  assert.match(textOf(last), /თქვენი ვიზიტი გაუქმებულია\.[^]*18:15/);
  const gone = readCalendar(calendarOf(last));
  assert.deepEqual(
    [gone.method, gone.uid, gone.status, gone.sequence, gone.start],
    ['CANCEL', id, 'CANCELLED', 3, '2026-12-02T17:15:00Z'],
  );
  assert.deepEqual(await held(receiver, id), []);
  const page = await inbox.page(`/inbox/${id}`);
  assert.match(page, /<dt>Mail to the visitor<\/dt>\s*<dd>Delivered<\/dd>/);
  assert.match(page, /State: answered/);
  assert.match(await inbox.page('/inbox'), /class="standing">Cancelled</);
});

it('tells no visitor days later that a time is confirmed which has passed meanwhile, and tells the owner so', async (t) => {
  const { receiver, keep, inbox, server, toVisitor } = await openWithMail(t);
  server.refuse('nino@example.ge', '554 5.7.1 not today');
  const [passed, cancelled, coming] = [
    await keep(georgian),
    await keep({ ...georgian, start: undefined, end: undefined }),
    await keep({ ...georgian, start: undefined, end: undefined }),
  ];
  await decided(inbox, passed, 'confirm', { time: NINE_KEY });
  const other = { 'time': 'other', 'clock-1': '09:00', 'minutes': '30' };
  await decided(inbox, coming, 'confirm', { ...other, 'date-1': '2026-12-09' });
  await decided(inbox, cancelled, 'decline');
  const mailOf = async (id: string) =>
    (await receiver.store.outgoing.of(id)).find(({ channel }) => channel === 'visitor');
  const all = [passed, cancelled, coming];
  const isGivenUp = async (id: string) => (await mailOf(id))?.state === 'dead';
  await until(async () => (await Promise.all(all.map(isGivenUp))).every(Boolean), 'the mails are given up');

  server.refuse('nino@example.ge');
  t.mock.timers.setTime(Date.parse(NINE.start));
  const later = await signedIn(receiver);
  assert.equal((await later.submit('/inbox/undelivered', {})).status, 303);
  const states = async () => Promise.all(all.map(async (id) => (await mailOf(id))?.state));
  await until(async () => !(await states()).includes('waiting'), 'all is tried again');
  assert.deepEqual(await states(), ['dead', 'delivered', 'delivered']);
  assert.equal(toVisitor().length, 2);
  assert.match(await later.page('/inbox/undelivered'), /The time had passed before it could be sent\./);
});

it('names who is invited in the calendar file as in the mail, so that their calendar knows itself', async (t) => {
  const { keep, inbox, mailed } = await openWithMail(t);
  for (const [index, [email, address]] of [
    ['ane+web@example.eus', 'ane+web@example.eus'],
    ['nino@საქართველო.გე', 'nino@xn--lodamdjuvtg5b.xn--node'],
  ].entries()) {
    const id = await keep({ ...georgian, start: undefined, end: undefined, email });
    const [date, clock] = ['2026-12-02', `1${index}:15`];
    await decided(inbox, id, 'confirm', {
      'time': 'other',
      'date-1': date,
      'clock-1': clock,
      'minutes': '45',
    });
    const mail = await mailed(index + 1);
    assert.equal(mail.headers.get('to'), address);
    assert.equal(readCalendar(calendarOf(mail)).attendee?.getFirstValue(), `mailto:${address}`);
  }
});

it('proposes up to three times, keeps them free, and declines with a sentence', async (t) => {
  const { receiver, keep, inbox, mailed } = await openWithMail(t);
  const id = await keep({ ...NINE, email: 'janis@example.lv', locale: 'lv-LV' });
  const times = { 'date-1': '2026-12-02', 'clock-1': '09:00', 'date-3': '2026-12-03', 'clock-3': '15:30' };
  await decided(inbox, id, 'propose', { ...times, minutes: '30' });
  const mail = await mailed(1);
  const lines = textOf(mail).split(/\r?\n/);
  assert.ok(lines.includes('Piedāvātie laiki:'), textOf(mail));
  assert.ok(lines.some((line) => /^1\. .*trešdiena, 2026\. gada 2\. decembris, 09:00–09:30/i.test(line)));
  assert.ok(lines.some((line) => /^2\. .*15:30–16:00/.test(line)));
  const tentative = readCalendar(calendarOf(mail));
  assert.deepEqual(
    [tentative.method, tentative.status, tentative.sequence, tentative.start],
    ['REQUEST', 'TENTATIVE', 1, '2026-12-02T08:00:00Z'],
  );
  assert.deepEqual(await held(receiver, id), ['12-01T08:00', '12-02T08:00', '12-03T14:30']);
  const page = await inbox.page(`/inbox/${id}`);
  assert.match(page, /Another time proposed/);
  assert.equal(page.match(/type="radio"/g)?.length, 4, 'both proposals, the time asked for, and another');

  await decided(inbox, id, 'decline', { sentence: 'Mums ļoti žēl.\nSveicieni' });
  const declined = await mailed(2);
  assert.match(textOf(declined), /Diemžēl mēs nevaram pieņemt Jūsu vizītes pieteikumu\./);
  assert.match(textOf(declined), /Mums ļoti žēl\.\r?\nSveicieni/);
  assert.equal(readCalendar(calendarOf(declined)).method, 'CANCEL');
  assert.deepEqual(await held(receiver, id), []);
});

it('makes one answer and one mail of two clicks, and tells who answers on an old page', async (t) => {
  const { keep, inbox, mailed, toVisitor, receiver } = await openWithMail(t);
  const id = await keep({ ...NINE, email: 'jon@example.eus' });
  const click = () =>
    inbox.submit(`/inbox/${id}/appointment`, { sequence: '1', action: 'confirm', time: NINE_KEY });
  assert.deepEqual(
    (await Promise.all([click(), click(), click()])).map(({ status }) => status),
    [303, 303, 303],
  );
  const stale = await inbox.submit(`/inbox/${id}/appointment`, { sequence: '1', action: 'decline' });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /Another answer was given/);
  await mailed(1);
  await decided(inbox, id, 'cancel'); // Whatever else there was to send would be there before this.
  await mailed(2);
  assert.equal(toVisitor().length, 2);
  assert.equal((await receiver.store.get(id))?.appointment?.decisions.length, 2);
});

it('asks before it gives away a time that somebody else has', async (t) => {
  const { receiver, keep, inbox } = await open(t);
  await keep(NINE);
  const id = await keep({});
  const nine = { 'time': 'other', 'date-1': '2026-12-01', 'clock-1': '09:15', 'minutes': '30' };
  const asked = await answer(inbox, id, 'confirm', nine);
  assert.equal(asked.status, 422);
  const page = await asked.text();
  assert.match(page, /<title>Error: /);
  assert.match(page, /Somebody else has this time/);
  assert.match(page, /value="09:15"/, 'nothing is lost');
  const tick = /name="all_the_same"\s+value="([^"]+)"/.exec(page)?.[1] ?? '';
  const other = { ...nine, 'clock-1': '09:20', 'all_the_same': tick };
  assert.equal((await answer(inbox, id, 'confirm', other)).status, 422, 'what was ticked was another time');
  await decided(inbox, id, 'confirm', { ...nine, all_the_same: tick });
  assert.deepEqual(await held(receiver, id), ['12-01T08:15']);
});

it('confirms only within the times within which any suits, and none that is past or skipped', async (t) => {
  const { receiver, keep, inbox } = await open(t);
  const id = await keep({
    part_of_day: 'morning',
    alternatives: ['2026-12-01T09:00:00+01:00/2026-12-01T11:00:00+01:00'],
  });
  const at = (date: string, clock: string, minutes = '30') =>
    answer(inbox, id, 'confirm', { 'time': 'other', 'date-1': date, 'clock-1': clock, minutes });
  for (const [date, clock, minutes, said] of [
    ['2026-12-01', '10:45', '30', 'outside the times within which any suits'],
    ['2026-11-25', '10:00', '30', 'This time is past'],
    ['2027-03-28', '02:30', '30', 'Clocks go forward that day: there is no 02:30'],
    ['2026-02-31', '02:30', '30', '“2026-02-31” is no date that exists'],
    ['2026-12-01', '24:00', '30', '“24:00” is no time of day'],
    ['2026-12-01', '', '30', 'Choose a time of day'],
    ['', '', '30', 'Choose a date'],
    ['2026-12-01', '10:00', '0', '“0” is no length'],
  ] as const) {
    const response = await at(date, clock, minutes);
    assert.equal(response.status, 422, said);
    assert.ok((await response.text()).includes(said), said);
  }
  assert.equal((await answer(inbox, id, 'confirm', { time: 'nonsense' })).status, 422);
  const long = await answer(inbox, id, 'decline', { sentence: 'ა'.repeat(1001) });
  assert.match(await long.text(), /Write at most 1000 characters/);
  assert.deepEqual((await receiver.store.get(id))?.appointment?.decisions, []);
  assert.equal((await at('2026-12-01', '10:00')).status, 303);
  assert.deepEqual(await held(receiver, id), ['12-01T09:00']);

  const repeated = await keep({});
  await decided(inbox, repeated, 'confirm', {
    'time': 'other',
    'date-1': '2027-10-31',
    'clock-1': '02:30',
    'minutes': '30',
  });
  assert.match(
    await inbox.page(`/inbox/${repeated}`),
    /Sunday 31 October 2027, 02:30–02:00 \(Europe\/Madrid, UTC\+2 → UTC\+1\)/,
  );
});

it('gives the owner the text and the file where no mail can tell the visitor', async (t) => {
  const { keep, inbox } = await open(t);
  const id = await keep({ ...georgian, email: undefined, phone: '+995 322 00-00-00' });
  await decided(inbox, id, 'confirm', { time: NINE_KEY });
  const page = await inbox.page(`/inbox/${id}`);
  assert.match(page, /No mail server is set here \(SMTP_URL\), so nothing was sent\./);
  const [, text = ''] = /<textarea[^>]*readonly[^>]*lang="ka"[^>]*>([^]*?)<\/textarea/.exec(page) ?? [];
  assert.match(text, /თქვენი ვიზიტი დადასტურებულია\./);
  assert.doesNotMatch(text, /თანდართული ფაილი/, 'no word of a file beside it');
  const response = await inbox.get(`/inbox/${id}/appointment.ics`);
  assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="appointment\.ics"/);
  const { method, status, uid } = readCalendar(await response.text());
  assert.deepEqual([method, status, uid], [null, 'CONFIRMED', id]);

  const open2 = await keep({ part_of_day: 'any' });
  assert.equal((await inbox.get(`/inbox/${open2}/appointment.ics`)).status, 404);
  await decided(inbox, open2, 'decline');
  assert.doesNotMatch(await inbox.page(`/inbox/${open2}`), /appointment\.ics/, 'no time was ever spoken of');
});

it('names the language of the text for the visitor, not the one they asked for', async (t) => {
  const { keep, inbox } = await open(t);
  const id = await keep({ ...NINE, locale: 'pt' });
  await decided(inbox, id, 'confirm', { time: NINE_KEY });
  assert.match(await inbox.page(`/inbox/${id}`), /<textarea[^>]*lang="en">[^<]*is confirmed/);
});

it('says that a visitor without an address gets no mail', async (t) => {
  const { keep, inbox, receiver } = await openWithMail(t);
  const id = await keep(NINE);
  await decided(inbox, id, 'confirm', { time: NINE_KEY });
  assert.match(
    await inbox.page(`/inbox/${id}`),
    /The visitor has left no e-mail address, so nothing was sent\./,
  );
  const channels = (await receiver.store.outgoing.of(id)).map(({ channel }) => channel);
  assert.deepEqual(channels, ['mail'], 'the owner’s only');
});

it('lets no visitor write a header, a recipient or a line of the mail', async (t) => {
  const { keep, inbox, mailed } = await openWithMail(t);
  const evil = 'X\r\nBcc: all@example.com\r\n\r\nEND:VEVENT\u2028Bcc: b@example.com\0\u001b[31m\u0085Y';
  const id = await keep({
    ...NINE,
    email: 'o@example.com',
    name: evil,
    service: evil,
    staff: evil,
    place: evil,
    notes: evil,
  });
  await decided(inbox, id, 'confirm', { time: NINE_KEY, sentence: 'Bai' });
  const mail = await mailed(1);
  assert.deepEqual(mail.to, ['o@example.com']);
  assert.deepEqual(
    [...mail.headers.keys()].filter((name) => /bcc|^x|cc/.test(name)),
    [],
  );
  assert.doesNotMatch(textOf(mail), /^Bcc:|^END:/m);
  assert.doesNotMatch(textOf(mail).replaceAll('\r\n', ''), /(?!\t|\n)\p{Cc}/u);
  const file = calendarOf(mail);
  assert.equal(file.match(/^END:VEVENT/gm)?.length, 1);
  assert.doesNotMatch(file, /^Bcc/m);
  assert.match(readCalendar(file).summary, /^Hitzordua: X Bcc: all@example\.com END:VEVENT Bcc/);
});

it('shows a mail that was refused, and sends none about what is no longer true', async (t) => {
  const { keep, inbox, server, mailed, receiver } = await openWithMail(t);
  const id = await keep({ ...NINE, email: 'nobody@example.com' });
  await until(() => server.mails.length === 1, 'the owner has a mail');
  server.behave(550);
  await decided(inbox, id, 'confirm', { time: NINE_KEY });
  const visitor = async () =>
    (await receiver.store.outgoing.of(id)).filter(({ channel }) => channel === 'visitor');
  await until(async () => (await visitor())[0]?.state === 'dead', 'it is given up');
  assert.match(await inbox.page('/inbox/undelivered'), /Mail to the visitor of[^]*550 Ez dago halakorik/);
  await decided(inbox, id, 'cancel');
  await mailed(1);
  await until(async () => (await visitor())[1]?.state === 'delivered', 'the next is sent');
  assert.equal((await visitor())[0]?.state, 'dismissed');
});

it('shows what is asked, in the company’s time and the visitor’s, and lists it by time', async (t) => {
  const { keep, inbox, receiver } = await open(t);
  const id = await keep({
    ...georgian,
    alternatives: ['2026-12-02T15:00:00+01:00/2026-12-02T15:30:00+01:00'],
    notes: '<b>კიბე</b>',
    floor: '3',
  });
  await receiver.kept(await receiver.post(contact({ service: 'own field', place: 'another' })));
  const page = await inbox.page(`/inbox/${id}`);
  for (const text of [
    '>Requested</span>',
    '>Tuesday 1 December 2026, 09:00–09:30 (Europe/Madrid, UTC+1)</time>',
    '1 December 2026, 12:00–12:30 (Asia/Tbilisi, UTC+4)',
    'Kept free for this request',
    '2 December 2026, 15:00–15:30',
    `>${georgian.service}</span></dd>`,
    '>Visit, at their place</span></dd>',
    '>&lt;b&gt;კიბე&lt;/b&gt;</span></dd>',
    '<dt><bdi>floor</bdi></dt>',
    'No mail server is set here',
  ])
    assert.ok(page.includes(text), text);
  assert.ok(!page.includes('<bdi>alternatives</bdi>'));
  const list = await inbox.page('/inbox?widget=appointment');
  assert.match(list, />Tue 1 Dec 2026, 09:00<\/a>/);
  assert.match(list, /<option value="appointment" selected>/);
  assert.doesNotMatch(list, />Kaixo</);
  assert.match(await inbox.page('/inbox?widget=contact'), />Kaixo</);
  const [message] = (await receiver.store.list({ widget: 'contact' }, 1)).items;
  assert.match(await inbox.page(`/inbox/${message!.id}`), /<dt><bdi>service<\/bdi><\/dt>[^]*own field/);

  const csv = await (await inbox.get('/inbox/export.csv')).text();
  const [header = '', ...rows] = csv.split('\r\n');
  assert.match(header, /"inbox_appointment","inbox_appointment_times"/);
  assert.ok(
    rows.some((row) => row.includes('"requested","2026-12-01T09:00:00+01:00/2026-12-01T09:30:00+01:00\n')),
  );
  const lines = (await (await inbox.get('/inbox/export.ndjson')).text()).trim().split('\n');
  const exported = lines.map((line) => JSON.parse(line)).find((line) => line.id === id);
  assert.equal(exported.appointment.holds.length, 1);
});

it('tells the owner by mail what is asked for and when', async (t) => {
  const { keep, server } = await openWithMail(t);
  await keep({ ...georgian, notes: 'კიბე\nმეორე' });
  await keep({ part_of_day: 'afternoon' });
  await until(() => server.mails.length === 2, 'the owner has both');
  const texts = server.mails.map((mail) => textOf(mail).replaceAll('\r\n', '\n'));
  const [first = '', second = ''] = texts.sort((a, b) => b.length - a.length);
  for (const line of [
    '1 December 2026, 09:00–09:30 (Europe/Madrid, UTC+1)',
    `Service: ${georgian.service}`,
    'How: Visit, at their place',
    'People: 2',
    'Notes:\n> კიბე\n> მეორე',
  ])
    assert.ok(first.includes(line), `${line}\n\n${first}`);
  assert.match(second, /^Appointment request [\w-]+\n[^]*\nIn the afternoon\n/);
});

it('lets nobody answer who has not signed in, or from another page', async (t) => {
  const { keep, inbox, receiver } = await open(t);
  const id = await keep(NINE);
  const path = `/inbox/${id}/appointment`;
  const form = { sequence: '1', action: 'confirm', time: NINE_KEY };
  const stranger = inboxClient(receiver.url, '');
  assert.equal((await stranger.post(path, form)).headers.get('location'), '/inbox/sign-in');
  assert.equal((await stranger.get(`${path}.ics`)).headers.get('location'), '/inbox/sign-in');
  assert.equal((await inbox.post(path, form)).status, 403, 'without the token of a page');
  assert.equal((await inbox.post(path, form, { Origin: 'https://evil.example' })).status, 403);
  assert.equal((await inbox.submit(path, { ...form, action: 'delete' })).status, 400);
  assert.equal((await inbox.submit(path, { ...form, sequence: 'x' })).status, 400);
  assert.equal(
    (await inbox.submit(path, { ...form, action: 'cancel' })).status,
    409,
    'nothing is there to cancel',
  );
  const message = await receiver.kept(await receiver.post(contact()));
  assert.equal((await inbox.submit(`/inbox/${message.id}/appointment`, form)).status, 404);
  const spam = await keep({ ...NINE, spam_score: 100 });
  assert.equal((await inbox.submit(`/inbox/${spam}/appointment`, form)).status, 409);
  assert.deepEqual((await receiver.store.get(id))?.appointment?.decisions, []);
});

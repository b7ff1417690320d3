import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Settings } from '../../demo/receiver/settings.js';
import { signedIn } from './inbox-client.js';
import { startPostgres, type PostgresServer } from './postgres.js';
import { appointment, appointmentSettings, startTestReceiver, type TestReceiver } from './receiver.js';

/** A Thursday. */
const NOW = Date.parse('2026-11-26T10:00:00+01:00');
const HOURS = { HOURS: 'Mo-Fr 09:00-11:00,15:00-16:00' };

const at = (time: string, day = '2026-12-01') => {
  const end = new Date(Date.parse(`${day}T${time}:00Z`) + 30 * 60_000).toISOString().slice(0, 19);
  return { start: `${day}T${time}:00+01:00`, end: `${end}+01:00` };
};
const alternative = (time: string) => Object.values(at(time)).join('/');

const open = (
  t: TestContext,
  over: Partial<Settings> = {},
  environment: Readonly<Record<string, string>> = HOURS,
) => {
  t.mock.timers.enable({ apis: ['Date'], now: NOW });
  return startTestReceiver(t, { appointments: appointmentSettings(environment), ...over });
};

/** The times of day that a request holds. */
const held = async ({ store }: TestReceiver, id: unknown) =>
  (await store.get(String(id)))?.appointment?.holds.map(({ start }) => start.slice(5, 16));

interface Refused {
  readonly errors: readonly { field: string; code: string; message: string }[];
  readonly slots: readonly { start: string; end: string }[];
}

const refused = async (response: Response) => {
  const body = (await response.json()) as Refused;
  assert.equal(response.status, 422, JSON.stringify(body));
  return {
    codes: body.errors.map(({ field, code }) => `${field}:${code}`),
    slots: body.slots.map(({ start }) => start.slice(5, 16)),
    body,
  };
};

it('holds the first of the times named that is free, and offers others nearby where none is', async (t) => {
  const receiver = await open(t);
  const first = await receiver.kept(await receiver.post(appointment(at('09:00'))));
  const named = { ...at('09:00'), alternatives: [alternative('09:30'), alternative('10:00')] };
  const second = await receiver.kept(await receiver.post(appointment(named)));
  const third = appointment({ ...at('09:00'), alternatives: [alternative('09:30')] });
  const answer = await refused(await receiver.post(third));
  assert.deepEqual(answer.codes, ['start:slot_taken']);
  assert.deepEqual(answer.body.slots[0], { ...at('15:00', '2026-11-30') });
  assert.deepEqual(answer.slots, [
    ...['11-30T15:00', '11-30T15:30', '12-01T10:00', '12-01T10:30', '12-01T15:00', '12-01T15:30'],
  ]);
  assert.deepEqual(await held(receiver, first.id), ['12-01T08:00'], 'in UTC');
  assert.deepEqual(await held(receiver, second.id), ['12-01T08:30']);
  assert.equal(await receiver.store.get(String(third['submission_id'])), undefined, 'nothing is kept');
  assert.equal((await receiver.rows()).length, 2);
});

it('offers others for a time that no rule of the owner allows', async (t) => {
  const receiver = await open(t);
  const cases = {
    'closed': at('12:00'),
    'a Sunday': at('09:00', '2026-12-06'),
    'past': at('09:00', '2026-11-25'),
    'too soon': at('15:00', '2026-11-26'),
    'too far': at('09:00', '2027-06-01'),
    'off the grid': at('09:10'),
    'another end': { start: at('09:00').start, end: at('09:30').end },
    'no end after it': { start: at('09:00').start, end: at('09:00').start },
    'years ago': at('09:00', '0001-01-01'),
  };
  for (const [why, times] of Object.entries(cases)) {
    const { codes, slots } = await refused(await receiver.post(appointment(times)));
    assert.deepEqual([codes, slots.length], [['start:slot_unavailable'], 6], why);
    if (why === 'past') assert.equal(slots[0], '11-27T10:00', 'the first that can still be had');
    if (why === 'too far') assert.equal(slots[5], '01-25T15:30', 'the last that can be had');
  }
  const nonsense = { alternatives: ['x/y', 'x', `${at('12:00').start}/`] };
  assert.deepEqual((await refused(await receiver.post(appointment(nonsense)))).codes, [
    'start:slot_unavailable',
  ]);
  assert.equal((await receiver.rows()).length, 0);
  const row = await receiver.kept(await receiver.post(appointment({ start: at('09:00').start })));
  assert.deepEqual(await held(receiver, row.id), ['12-01T08:00'], 'the end need not be said');
});

it('holds nothing for who names no time', async (t) => {
  const receiver = await open(t);
  const morning = `${at('09:00').start}/${at('10:30').end}`;
  for (const wish of [
    {},
    { part_of_day: 'morning', ...at('09:00'), alternatives: [morning] },
    { staff: 'Ane' },
  ]) {
    const row = await receiver.kept(await receiver.post(appointment(wish)));
    assert.deepEqual(await held(receiver, row.id), []);
  }
  await receiver.kept(await receiver.post(appointment(at('09:00'))));
});

it('answers a repeated request as the first time, also when its time is past', async (t) => {
  const receiver = await open(t);
  const sent = appointment(at('09:00'));
  const first = await (await receiver.post(sent)).text();
  for (const now of [NOW, Date.parse(at('15:00').start)]) {
    t.mock.timers.setTime(now);
    const again = await receiver.post({ ...sent, possible_duplicate: true });
    assert.deepEqual([again.status, await again.text()], [200, first]);
  }
  const other = await receiver.post({ ...sent, notes: 'Beste bat' });
  assert.deepEqual([other.status, (await other.json()).errors[0].code], [422, 'id_taken']);
  assert.equal((await receiver.rows()).length, 1);
});

it('holds nothing for who is in quarantine until let out, and then the first that is still free', async (t) => {
  const receiver = await open(t);
  const spam = await receiver.kept(
    await receiver.post(
      appointment({ ...at('09:00'), alternatives: [alternative('09:30')], spam_score: 100 }),
    ),
  );
  assert.deepEqual(await held(receiver, spam.id), []);
  await receiver.kept(await receiver.post(appointment(at('09:00'))));
  const inbox = await signedIn(receiver);
  await inbox.submit(`/inbox/${spam.id}/quarantine`, { quarantined: 'no' });
  assert.deepEqual(await held(receiver, spam.id), ['12-01T08:30']);
  await inbox.submit(`/inbox/${spam.id}/quarantine`, { quarantined: 'yes' });
  assert.deepEqual(await held(receiver, spam.id), []);
});

/** As a browser sends a form by itself. */
const navigate = ({ url }: TestReceiver, fields: Record<string, unknown>, language: string) =>
  new Promise<{ status: number; page: string }>((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Accept': 'text/html',
      'Accept-Language': language,
    };
    const outgoing = request(`${url}/submissions`, { method: 'POST', headers }, (answer) => {
      let page = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (page += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, page }));
    });
    outgoing.on('error', reject);
    outgoing.end(String(new URLSearchParams(fields as Record<string, string>)));
  });

it('tells who runs no script in their language what is free nearby', async (t) => {
  const receiver = await open(t);
  const form = { widget: 'appointment', ...at('09:00'), timezone: 'Europe/Madrid' };
  assert.equal((await navigate(receiver, { ...form, name: 'Ane' }, 'eu')).status, 303);
  const { status, page } = await navigate(receiver, { ...form, name: 'ნინო' }, 'ka');
  assert.equal(status, 422);
  assert.match(page, /<html lang="ka">/);
  assert.match(page, /ეს დრო უკვე დაკავებულია\./);
  assert.match(page, /<h2>უახლოესი თავისუფალი დრო<\/h2>/);
  assert.match(page, /<li>სამშაბათი, 1 დეკემბერი, 2026, 09:30–10:00 \(Europe\/Madrid, UTC\+1\)<\/li>/);
  const [row] = await receiver.rows();
  const thanks = await fetch(`${receiver.url}/submissions/${row!.id}`, {
    headers: { 'Accept-Language': 'eu' },
  });
  assert.match(await thanks.text(), /Oraindik ez dago berretsita/);
});

describe('of several who ask for the same time at the same instant', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  /** @returns how often each answer came */
  const race = async (receivers: readonly TestReceiver[], times: Record<string, unknown>, count: number) => {
    const answers = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const response = await receivers[index % receivers.length]!.post(appointment(times));
        if (response.status === 200) return 'kept';
        const { codes, slots } = await refused(response);
        return `${codes.join()} and ${slots.length} others`;
      }),
    );
    const often = (answer: string) => answers.filter((one) => one === answer).length;
    return { kept: often('kept'), told: often('start:slot_taken and 6 others') };
  };

  it('one has it and the others are told: a file', async (t) => {
    const receiver = await open(t);
    assert.deepEqual(await race([receiver], at('09:00'), 12), { kept: 1, told: 11 });
    assert.equal((await receiver.rows()).length, 1);
  });

  it('one has it and the others are told: two receivers of one PostgreSQL', async (t) => {
    const over = { databaseUrl: postgres.url };
    const other = { ...over, appointments: appointmentSettings(HOURS) };
    const receivers = [await open(t, over), await startTestReceiver(t, other)];
    assert.deepEqual(await race(receivers, at('09:00'), 16), { kept: 1, told: 15 });
    assert.equal((await receivers[0]!.rows()).length, 1);
    const named = { ...at('09:00'), alternatives: [alternative('09:30'), alternative('10:00')] };
    assert.deepEqual(
      await race(receivers, named, 16),
      { kept: 2, told: 14 },
      'alternatives are times as well',
    );
    // The same request, sent to both at once: none stands in its own way.
    const sent = appointment(at('10:30'));
    const answers = await Promise.all([...receivers, ...receivers].map((receiver) => receiver.post(sent)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200],
    );
  });

  it('as many have it as the owner says', async (t) => {
    const receiver = await open(t, { databaseUrl: postgres.url }, { ...HOURS, AT_ONCE: '2' });
    const monday = at('09:00', '2026-11-30');
    assert.deepEqual(await race([receiver], monday, 10), { kept: 2, told: 8 });
    assert.deepEqual(await race([receiver], { ...at('09:30', '2026-11-30'), staff: 'Ane' }, 6), {
      kept: 1,
      told: 5,
    });
  });
});

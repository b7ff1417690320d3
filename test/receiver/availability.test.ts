import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import type { Settings } from '../../demo/receiver/settings.js';
import { appointment, appointmentSettings, errorCodes, startTestReceiver } from './receiver.js';

/** A Thursday. */
const NOW = '2026-11-26T10:00:00+01:00';
const HOURS = { HOURS: 'Mo-Fr 09:00-11:00,15:00-16:00' };

interface Availability {
  readonly timezone: string;
  readonly first: string;
  readonly last: string;
  readonly slots: readonly { readonly start: string; readonly end: string }[];
}

/** A receiver whose clock stands still, with these hours. */
const open = async (
  t: TestContext,
  environment: Readonly<Record<string, string>> = HOURS,
  { now = NOW, ...over }: Partial<Settings> & { now?: string } = {},
) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse(now) });
  const receiver = await startTestReceiver(t, { appointments: appointmentSettings(environment), ...over });
  const ask = (query = '', headers: Record<string, string> = {}) =>
    fetch(`${receiver.url}/availability${query}`, { headers });
  const read = async (query = '') => {
    const response = await ask(query);
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return JSON.parse(text) as Availability;
  };
  const starts = async (query: string) => (await read(query)).slots.map(({ start }) => start.slice(5, 16));
  return { receiver, ask, read, starts };
};

it('answers the free times of the days asked for, in the company’s zone, in order', async (t) => {
  const { receiver, ask, read, starts } = await open(t);
  const answer = await read('?from=2026-12-01&to=2026-12-02&service=Bisita');
  assert.deepEqual(
    [answer.timezone, answer.first, answer.last],
    ['Europe/Madrid', '2026-11-26', '2027-01-25'],
  );
  assert.deepEqual(answer.slots[0], { start: '2026-12-01T09:00:00+01:00', end: '2026-12-01T09:30:00+01:00' });
  const day = ['09:00', '09:30', '10:00', '10:30', '15:00', '15:30'];
  assert.deepEqual(
    await starts('?from=2026-12-01&to=2026-12-02'),
    ['12-01', '12-02'].flatMap((date) => day.map((time) => `${date}T${time}`)),
  );

  const [taken] = answer.slots.slice(1);
  await receiver.kept(await receiver.post(appointment(taken)));
  assert.ok(!(await starts('?from=2026-12-01&to=2026-12-01')).includes('12-01T09:30'));

  const response = await ask();
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const all = ((await response.json()) as Availability).slots;
  assert.equal(all[0]!.start, NOW.replace('26T', '27T'), 'the first after the notice');
  assert.equal(all.at(-1)!.start.slice(0, 10), '2026-12-25', 'a month, where nothing is said');
  assert.deepEqual((await read('?from=2030-01-01')).slots, [], 'none after the last day');
});

it('gives a person’s time once, and overlapping times as often as the owner says', async (t) => {
  const { receiver, starts } = await open(t, { ...HOURS, AT_ONCE: '2' });
  const day = '?from=2026-12-01&to=2026-12-01';
  const nine = { start: '2026-12-01T09:00:00+01:00', end: '2026-12-01T09:30:00+01:00' };
  await receiver.kept(await receiver.post(appointment({ ...nine, staff: 'Ane' })));
  assert.ok(!(await starts(`${day}&staff=Ane`)).includes('12-01T09:00'));
  assert.ok((await starts(`${day}&staff=Jon`)).includes('12-01T09:00'));
  assert.ok((await starts(day)).includes('12-01T09:00'));
  assert.deepEqual(await errorCodes(await receiver.post(appointment({ ...nine, staff: 'Ane' }))), [
    'start:slot_taken',
  ]);
  await receiver.kept(await receiver.post(appointment(nine)));
  assert.ok(!(await starts(`${day}&staff=Jon`)).includes('12-01T09:00'));
});

it('names what is wrong with the days', async (t) => {
  const { ask } = await open(t);
  for (const [query, field, said] of [
    ['?from=2026-02-31', 'from', 'from="2026-02-31"'],
    ['?to=tomorrow', 'to', 'to="tomorrow"'],
    [`?from=${'x'.repeat(500)}`, 'from', `from="${'x'.repeat(40)}…"`],
    ['?from=2026-12-02&to=2026-12-01', 'to', 'to="2026-12-01" is before from="2026-12-02"'],
    ['?to=2026-11-01', 'to', 'to="2026-11-01" is before'],
    ['?from=2026-12-01&to=2027-02-01', 'to', 'is 63 days from from="2026-12-01"; ask for at most 62'],
  ]) {
    const response = await ask(query);
    const { ok, errors } = (await response.json()) as { ok: boolean; errors: Record<string, string>[] };
    assert.deepEqual(
      [response.status, ok, errors.length, errors[0]?.['field']],
      [400, false, 1, field],
      query,
    );
    assert.ok(errors[0]?.['message']?.includes(said!), errors[0]?.['message']);
  }
  assert.equal((await ask('?from=2026-12-01&to=2027-01-31')).status, 200);
});

it('may be read by the sites that may post, and says why others may not', async (t) => {
  const { ask } = await open(t, HOURS, { allowedOrigins: new Set(['https://shop.example']) });
  const allowed = await ask('', { Origin: 'https://shop.example' });
  assert.deepEqual(
    [allowed.status, allowed.headers.get('access-control-allow-origin'), allowed.headers.get('vary')],
    [200, 'https://shop.example', 'Origin'],
  );
  const other = await ask('', { Origin: 'https://shop.example.evil.example' });
  assert.deepEqual([other.status, other.headers.get('access-control-allow-origin')], [403, null]);
});

it('is limited in rate, apart from what is sent', async (t) => {
  const { receiver, ask } = await open(t, HOURS, { ratePerMinute: 2 });
  assert.equal((await ask()).status, 200);
  const limited = await ask();
  assert.equal(limited.status, 429);
  assert.ok(Number(limited.headers.get('retry-after')) > 0);
  await receiver.kept(await receiver.post(appointment()));
});

it('says so where the owner has set no hours, and keeps any request', async (t) => {
  const { receiver, ask } = await open(t, {});
  const response = await ask('', { Origin: 'https://shop.example' });
  assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [404, '*']);
  assert.match(
    await response.text(),
    /^\{"ok":false,"errors":\[\{"code":"no_hours","message":"No opening hours/,
  );
  const past = { start: '2020-02-30T09:00:00Z', alternatives: ['nonsense'] };
  const same = { start: '2026-12-01T09:00:00Z', end: '2026-12-01T09:30:00Z' };
  for (const times of [{ ...past, start: '2020-02-28T09:00:00Z' }, same, same])
    await receiver.kept(await receiver.post(appointment(times)));
});

it('keeps to the clocks when they change', async (t) => {
  const { receiver, starts } = await open(
    t,
    { HOURS: 'Su 01:00-04:00', NOTICE_HOURS: '0', SLOT_MINUTES: '60' },
    { now: '2026-10-20T10:00:00Z' },
  );
  // 25 October 2026: at 03:00 it is 02:00 again.
  assert.deepEqual(await starts('?from=2026-10-25&to=2026-10-25'), [
    '10-25T01:00',
    '10-25T02:00',
    '10-25T02:00',
    '10-25T03:00',
  ]);
  const second = { start: '2026-10-25T02:00:00+01:00', end: '2026-10-25T03:00:00+01:00' };
  await receiver.kept(await receiver.post(appointment(second)));
  const first = { start: '2026-10-25T02:00:00+02:00', end: '2026-10-25T02:00:00+01:00' };
  await receiver.kept(await receiver.post(appointment(first)), 'the first of the two is another time');
  assert.deepEqual(await errorCodes(await receiver.post(appointment(second))), ['start:slot_taken']);

  t.mock.timers.setTime(Date.parse('2027-03-20T10:00:00Z'));
  // 28 March 2027: after 02:00 it is 03:00.
  assert.deepEqual(await starts('?from=2027-03-28&to=2027-03-28'), ['03-28T01:00', '03-28T03:00']);
  const skipped = { start: '2027-03-28T02:00:00+01:00', end: '2027-03-28T03:00:00+01:00' };
  await receiver.kept(await receiver.post(appointment(skipped)), 'the instant counts: this is 03:00');
  const half = { start: '2027-03-28T02:30:00+02:00', end: '2027-03-28T03:30:00+02:00' };
  assert.deepEqual(await errorCodes(await receiver.post(appointment(half))), ['start:slot_unavailable']);
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { FAULTS } from '../faults/catalogue.js';
import { startFaultServer } from '../faults/fault-server.js';
import { exportedRows, markerOf, tally, withMarker } from '../faults/rows.js';
import { planStorm, type StormStep } from '../faults/storm.js';
import { contact, startTestReceiver } from '../receiver/receiver.js';

const OPTIONS = { seed: 7, submissions: 1000, tabs: 4 };

const count = <T>(items: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

test('a storm is the same for the same seed, and another for another', () => {
  assert.deepEqual(planStorm(OPTIONS), planStorm({ ...OPTIONS }));
  const faults = (seed: number) => planStorm({ ...OPTIONS, seed }).map(({ faultClass }) => faultClass);
  assert.notDeepEqual(faults(7), faults(8));
});

test('in a storm every class of fault has its share, and every tab too', () => {
  const plan = planStorm(OPTIONS);
  const classes = count(plan.map(({ faultClass }) => faultClass));
  for (const name of Object.keys(FAULTS)) assert.ok(classes.has(name as keyof typeof FAULTS), name);
  assert.equal(classes.size, Object.keys(FAULTS).length + 12);
  const shares = [...classes.values()];
  assert.ok(Math.max(...shares) - Math.min(...shares) <= 1, shares.join());
  for (const [tab, share] of count(plan.map((step) => step.tab)))
    assert.ok(share > 200 && tab < 4, `${share}`);
  assert.ok(Math.abs((count(plan.map(({ keepAlive }) => keepAlive)).get(true) ?? 0) - 500) < 100);
  assert.equal(new Set(plan.map(({ marker }) => marker)).size, 1000);
});

test('each step of a storm does what its class says', () => {
  const classOf = ({ spell, tabEvent, faults }: StormStep) => [spell?.name, tabEvent?.name, faults[0]];
  const plan = planStorm(OPTIONS);
  for (const step of plan) assert.ok(classOf(step).includes(step.faultClass), JSON.stringify(step));
  assert.ok(plan.some(({ faults, tabEvent }) => faults.length === 3 && tabEvent));
  const narrow = planStorm({ ...OPTIONS, faults: ['pass', 'slow'] });
  assert.ok(narrow.every(({ faults }) => faults.every((name) => name === 'pass' || name === 'slow')));
});

test('where nothing can be kept something else goes wrong too: only then is "saved" put to the test', () => {
  const isStorage = ({ spell }: StormStep) =>
    spell?.name === 'storage-full' || spell?.name === 'storage-hangs';
  const plan = planStorm(OPTIONS).filter(isStorage);
  assert.ok(plan.length > 20);
  assert.ok(plan.every(({ faults }) => faults.length > 0));
});

test('rows are held against what was sent: lost, doubled under new ids, strange', () => {
  const row = (marker: string, id: string, more: object = {}) => ({
    fields: { submission_id: id, message: withMarker(marker, 'Kaixo'), ...more },
  });
  const stranger = { fields: { message: 'Kaixo', topic: 'question' } };
  const rows = [
    row('a', '1'),
    row('b', '2'),
    row('b', '3'),
    row('c', '4'),
    row('c', '5', { possible_duplicate: true }),
    row('z', '6'),
    stranger,
  ];
  assert.deepEqual(tally(['a', 'b', 'c', 'd'], rows), {
    submitted: 4,
    stored: 3,
    lost: ['d'],
    doubled: [
      { marker: 'b', ids: ['2', '3'], marked: false },
      { marker: 'c', ids: ['4', '5'], marked: true },
    ],
    strangers: [row('z', '6'), stranger],
  });
});

test('what the receiver has is counted through its export, quarantine included', async (t) => {
  const receiver = await startTestReceiver(t);
  const server = await startFaultServer({ upstream: `${receiver.url}/submissions` });
  t.after(() => server.close());
  const post = (fields: object) =>
    fetch(server.endpoint, {
      method: 'POST',
      body: JSON.stringify(fields),
      headers: { 'content-type': 'application/json' },
    }).then(
      ({ status }) => status,
      () => 'broken',
    );
  const message = (marker: string) => ({ message: withMarker(marker, 'გამარჯობა\n"') });

  // The same id twice at once, and again after a cut answer: one row.
  const first = contact(message('once'));
  server.queue.push('duplicate', 'reset-after-commit');
  assert.deepEqual([await post(first), await post(first), await post(first)], [200, 'broken', 200]);
  // A new id for the same message: two.
  server.queue.push('close-after-commit');
  const again = contact(message('twice'));
  assert.deepEqual(
    [await post(again), await post({ ...again, submission_id: randomUUID() })],
    ['broken', 200],
  );
  // Never forwarded: none.
  server.queue.push('reset-after-request');
  assert.equal(await post(contact(message('never'))), 'broken');
  assert.equal(await post(contact({ ...message('spam'), spam_score: 100 })), 200);

  const rows = await exportedRows(receiver.url);
  const { stored, lost, doubled, strangers } = tally(['once', 'twice', 'never', 'spam'], rows);
  assert.deepEqual([stored, lost, strangers], [3, ['never'], []]);
  assert.deepEqual(
    doubled.map(({ marker, ids, marked }) => [marker, ids.length, marked]),
    [['twice', 2, false]],
  );
  assert.equal(rows.find((row) => markerOf(row) === 'spam')?.quarantined, true);
});

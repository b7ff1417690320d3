import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import type { Period } from '../../demo/receiver/appointments/period.js';
import type { NewDecision } from '../../demo/receiver/store/appointments.js';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';
import { itWithStores } from './it-with-stores.js';
import { submission } from './store-contract.js';

const HALF_HOUR = 30 * 60_000;
/** Every test has days of its own. */
let day = Date.parse('2030-01-01T00:00:00Z');

/** Half hours that nobody has. */
const halfHours = (count: number): readonly Period[] => {
  const nine = (day += 86_400_000) + 18 * HALF_HOUR;
  return Array.from({ length: count }, (_, index) => ({
    start: new Date(nine + index * HALF_HOUR).toISOString(),
    end: new Date(nine + (index + 1) * HALF_HOUR).toISOString(),
  }));
};

const request = (over: Parameters<typeof submission>[0] = {}) =>
  submission({ widget: 'appointment', fields: { notes: 'Kaixo' }, ...over });

const wanting = (periods: readonly Period[], staff = '', atOnce = 1) => ({ periods, staff, atOnce });

const decision = (submissionId: string, over: Partial<NewDecision>): NewDecision => ({
  submissionId,
  sequence: 1,
  kind: 'confirmed',
  decidedAt: '2026-11-26T10:00:00.000Z',
  times: [],
  sentence: '',
  staff: '',
  atOnce: 1,
  isDoubled: false,
  byMail: true,
  ...over,
});

/** What every store owes of appointments. `open` as in `storeContract`. */
export const appointmentsContract = (name: string, open: () => Promise<SubmissionStore>): void => {
  describe(name, () => {
    const withStores = itWithStores(2, open);
    const held = async (store: SubmissionStore, id: string) =>
      (await store.get(id))?.appointment?.holds.map(({ start, end }) => ({ start, end }));
    const kept = async (store: SubmissionStore, periods: readonly Period[], staff = '') => {
      const sent = request();
      assert.equal(await store.insert(sent, wanting(periods, staff)), 'stored');
      return sent.id;
    };

    withStores('holds the first free time, and keeps nothing where there is none', async (store, other) => {
      const [one, two] = halfHours(2) as [Period, Period];
      const first = await kept(store, [one, two]);
      const second = await kept(other, [one, two]);
      assert.deepEqual([await held(store, first), await held(store, second)], [[one], [two]]);
      const third = request();
      assert.equal(await store.insert(third, wanting([one, two])), 'taken');
      assert.equal(await store.insert(third, wanting([])), 'taken');
      assert.equal(await store.get(third.id), undefined);
      assert.deepEqual(await store.outgoing.of(third.id), []);
      assert.equal(await store.insert(third), 'stored', 'who wants no time is kept');
    });

    withStores('gives one time to one of many receivers’ requests', async (store, other) => {
      const times = halfHours(1);
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          [store, other][index % 2]!.insert(request(), wanting(times)),
        ),
      );
      assert.deepEqual(outcomes.sort().slice(0, 2), ['stored', 'taken']);
    });

    withStores('knows a repeated request before it asks for a time', async (store, other) => {
      const times = halfHours(1);
      const sent = request();
      const outcomes = await Promise.all(
        [store, other, store].map((one) => one.insert(sent, wanting(times))),
      );
      assert.deepEqual(outcomes.sort(), ['same', 'same', 'stored']);
      assert.equal(await store.insert(sent, wanting([])), 'same');
      assert.equal(await store.insert({ ...sent, contentHash: 'other' }, wanting(times)), 'different');
    });

    withStores('counts what overlaps, and gives a person’s time once', async (store) => {
      const [one, two, three] = halfHours(3) as [Period, Period, Period];
      const long = { start: one.start, end: three.end };
      const insert = (period: Period, staff = '') => store.insert(request(), wanting([period], staff, 2));
      assert.equal(await insert(one, 'Ane'), 'stored');
      assert.equal(await insert(two), 'stored');
      assert.equal(await insert(three), 'stored');
      assert.equal(await insert(long, 'Ane'), 'taken');
      assert.equal(await insert(long, 'Jon'), 'stored', 'never three at one instant');
      assert.equal(await insert(two), 'taken');
      assert.equal(
        (await store.appointments.holds({ start: one.end, end: two.end })).length,
        2,
        'ends are free',
      );
    });

    withStores('moves, widens and frees what is held as the owner decides', async (store) => {
      const [one, two, three] = halfHours(3) as [Period, Period, Period];
      const id = await kept(store, [one]);
      const decide = (over: Partial<NewDecision>) => store.appointments.decide(decision(id, over));
      assert.equal(await decide({ kind: 'proposed', times: [two, three] }), 'decided');
      assert.deepEqual(await held(store, id), [one, two, three]);
      assert.equal(await decide({ sequence: 2, times: [two] }), 'decided');
      assert.deepEqual(await held(store, id), [two]);
      const other = await kept(store, [one]);
      assert.equal(await decide({ sequence: 3, times: [one] }), 'taken');
      assert.equal(await decide({ sequence: 3, times: [one], isDoubled: true }), 'decided');
      assert.equal(await decide({ sequence: 4, kind: 'cancelled', sentence: 'Barkatu' }), 'decided');
      assert.deepEqual(await held(store, id), []);
      assert.equal(await store.appointments.decide(decision(other, { kind: 'declined' })), 'decided');
      await kept(store, [one]);
      const stored = await store.get(id);
      assert.equal(stored?.state, 'answered');
      assert.deepEqual(
        stored.appointment?.decisions.map(({ kind, times, sentence }) => [kind, times, sentence]),
        [
          ['proposed', [two, three], ''],
          ['confirmed', [two], ''],
          ['confirmed', [one], ''],
          ['cancelled', [], 'Barkatu'],
        ],
      );
    });

    withStores('makes one answer of two, and one mail', async (store, other) => {
      const times = halfHours(1);
      const id = await kept(store, times);
      const twice = [store, other].map(({ appointments }) => appointments.decide(decision(id, { times })));
      assert.deepEqual((await Promise.all(twice)).sort(), ['decided', 'same']);
      const stale = await store.appointments.decide(decision(id, { kind: 'declined' }));
      assert.equal(stale, 'stale', 'on a page that shows it as it was before');
      assert.equal((await store.get(id))?.appointment?.decisions.length, 1);
      assert.deepEqual(
        (await store.outgoing.of(id)).map(({ channel, sequence, state }) => [channel, sequence, state]),
        [['visitor', 1, 'waiting']],
      );
    });

    withStores('does not send what a later answer has made untrue', async (store) => {
      const id = await kept(store, halfHours(1));
      const lease = { channel: 'visitor', limit: 100, leaseMs: 60_000, maxDelayMs: 60_000 } as const;
      await store.appointments.decide(decision(id, { times: halfHours(1) }));
      await store.appointments.decide(decision(id, { sequence: 2, kind: 'proposed', times: halfHours(1) }));
      const leased = await store.outgoing.lease({ ...lease, now: new Date() });
      const [underWay] = leased.filter(({ submissionId }) => submissionId === id);
      assert.equal(underWay?.sequence, 2);
      const last = decision(id, { sequence: 3, kind: 'declined' });
      await store.appointments.decide({ ...last, byMail: false });
      assert.equal(await store.outgoing.settle(underWay, { state: 'delivered' }), true);
      const states = (await store.outgoing.of(id)).map(({ state }) => state);
      assert.deepEqual(states, ['dismissed', 'delivered']);
    });

    withStores('answers nothing that is in quarantine, or not there', async (store) => {
      const spam = request({ quarantined: true });
      const times = halfHours(1);
      assert.equal(await store.insert(spam, wanting(times)), 'stored');
      assert.deepEqual(await held(store, spam.id), []);
      assert.equal(await store.appointments.decide(decision(spam.id, { times })), 'quarantined');
      assert.equal(await store.appointments.decide(decision(randomUUID(), {})), 'unknown');
      await store.setQuarantined(spam.id, false, wanting(times));
      assert.deepEqual(await held(store, spam.id), times);
      await store.setQuarantined(spam.id, true);
      assert.deepEqual(await held(store, spam.id), []);
    });

    withStores('lists how a request stands, and only requests where these are asked for', async (store) => {
      const search = `w${randomUUID().slice(0, 8)}`;
      const times = halfHours(1);
      const asked = request({ fields: { notes: search } });
      const plain = submission({ fields: { message: search } });
      for (const one of [asked, plain]) await store.insert(one);
      assert.ok((await store.widgets()).join().includes('appointment,contact'));
      const list = async () => (await store.list({ search, widget: 'appointment' }, 10)).items;
      assert.deepEqual((await list())[0]?.appointment, { fields: { notes: search } });
      await store.appointments.decide(decision(asked.id, { times }));
      const [entry, ...others] = await list();
      assert.deepEqual([entry?.appointment?.decision, others], [{ kind: 'confirmed', times }, []]);
      const [message] = (await store.list({ search, widget: 'contact' }, 10)).items;
      assert.deepEqual([message?.id, message?.appointment], [plain.id, undefined]);
    });
  });
};

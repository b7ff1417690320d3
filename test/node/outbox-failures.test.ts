/** What may break around an outbox breaks, at every step: the store, the page, the lock, who listens, who delivers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeliveryRequest } from '../../src/delivery/deliver.js';
import type { OutboxEntry } from '../../src/delivery/outbox/entry.js';
import { LEASE } from '../../src/delivery/outbox/machine.js';
import type { AttemptOutcome, DeliveryOutcome } from '../../src/delivery/states.js';
import {
  entry,
  failure,
  idle,
  MemoryStore,
  NOW,
  Page,
  request,
  sharedLock,
  type StoreFault,
} from './outbox-support.js';

/** An endpoint that counts what it has. */
class Endpoint {
  /** Whether each row is marked as a possible double. */
  rows: boolean[] = [];
  #deduplicates: boolean;

  constructor(deduplicates: boolean) {
    this.#deduplicates = deduplicates;
  }

  take({ record }: DeliveryRequest): void {
    if (!this.#deduplicates || this.rows.length === 0) this.rows.push(record['possible_duplicate'] === true);
  }
}

/** How the first attempt ends, and whether the endpoint has it by then. */
const FIRST: readonly { readonly has: boolean; readonly outcome: AttemptOutcome }[] = [
  { has: true, outcome: { state: 'sent' } },
  { has: true, outcome: failure('network') },
  { has: false, outcome: failure('network') },
  { has: false, outcome: failure('offline', 'no') },
  { has: false, outcome: { state: 'rejected', status: 422, errors: [] } },
  { has: false, outcome: failure('blocked', 'no') },
];
const ENDS = ['sent', 'unconfirmed', 'parked', 'rejected', 'expired'];

/** A page after the lease of all others, whose store and endpoint are well. */
async function comeBack(store: MemoryStore, endpoint: Endpoint, clock: { now: number }): Promise<Page> {
  store.fault = () => undefined;
  clock.now += 2 * LEASE;
  const page = new Page(store, { clock: () => ({ now: clock.now, chance: 0.5 }) });
  page.answer = (delivery) => {
    endpoint.take(delivery);
    return { state: 'sent' };
  };
  await page.outbox.resume(true);
  return page;
}

/** What has to hold whatever broke. */
function check(
  store: MemoryStore,
  endpoint: Endpoint,
  outcome: DeliveryOutcome | undefined,
  said: string,
): void {
  const { rows } = endpoint;
  assert.ok(rows.filter((isMarked) => !isMarked).length <= 1, `doubled: ${said}`);
  if (outcome?.state === 'sent') assert.equal(rows.length, 1, `told to be sent: ${said}`);
  if (outcome?.state === 'saved') assert.equal(rows.length, 1, `told to be saved, and never sent: ${said}`);
  if (outcome?.state === 'failed' && outcome.arrived === 'no')
    assert.equal(rows.length, 0, `told not to be sent: ${said}`);
  if (store.only) assert.ok(ENDS.includes(store.only.state), `left ${store.only.state}: ${said}`);
  if (store.only?.state === 'sent') assert.equal(rows.length, 1, `kept as sent: ${said}`);
}

test('a store that fails, or lies, at any step: sending goes on, and the words stay true', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  let runs = 0;
  const words = new Map<string, number>();
  for (const deduplicates of [true, false]) {
    for (const { has, outcome } of FIRST) {
      for (const fault of ['fail', 'lie'] as const satisfies readonly StoreFault[]) {
        // One step, or all from there on.
        for (const onlyOnce of [true, false]) {
          for (let step = 0; step < 8; step++) {
            const said = JSON.stringify({ deduplicates, has, outcome, fault, onlyOnce, step });
            const clock = { now: NOW };
            const store = new MemoryStore();
            const endpoint = new Endpoint(deduplicates);
            store.fault = (call) => ((onlyOnce ? call === step : call >= step) ? fault : undefined);
            const page = new Page(store, { clock: () => ({ now: clock.now, chance: 0.5 }) });
            page.answer = (delivery) => {
              if (has) endpoint.take(delivery);
              return outcome;
            };
            const told = await page.outbox.submit(request({ deduplicates }));
            await idle();
            assert.equal(page.sent.length, 1, `not sent: ${said}`);
            if (outcome.state !== 'failed') assert.equal(told.state, outcome.state, said);
            await comeBack(store, endpoint, clock);
            if (outcome.state === 'rejected') assert.ok(store.only === undefined || fault === 'fail', said);
            else check(store, endpoint, told, said);
            words.set(told.state, (words.get(told.state) ?? 0) + 1);
            runs += 1;
          }
        }
      }
    }
  }
  assert.equal(runs, 384);
  assert.ok(
    [...words.values()].every((count) => count > 20),
    JSON.stringify([...words]),
  );
});

test('a page that is killed at any step of sending: never said too much, and the next page goes on', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  for (const deduplicates of [true, false]) {
    for (const { has, outcome } of FIRST) {
      // A store that doesn't answer any more, and a request without an end, are all that others see of it.
      for (let step = 0; step < 8; step++) {
        for (const inRequest of [false, true]) {
          const said = JSON.stringify({ deduplicates, has, outcome, step, inRequest });
          const clock = { now: NOW };
          const store = new MemoryStore();
          const endpoint = new Endpoint(deduplicates);
          store.fault = (call) => (call >= step ? 'hang' : undefined);
          const page = new Page(store, { clock: () => ({ now: clock.now, chance: 0.5 }) });
          page.answer = (delivery) => {
            if (has) endpoint.take(delivery);
            return inRequest ? new Promise(() => undefined) : outcome;
          };
          let told: DeliveryOutcome | undefined;
          void page.outbox.submit(request({ deduplicates })).then((answer) => (told = answer));
          await idle();
          const wasKept = store.kept.size > 0;
          if (told?.state === 'saved') assert.ok(wasKept, `said before it was: ${said}`);
          await comeBack(store, endpoint, clock);
          if (outcome.state === 'rejected') continue;
          check(store, endpoint, told, said);
          // Committed, and nobody was told of an end: it goes on, or the visitor is asked.
          if (!wasKept || told) continue;
          assert.ok(store.only, said);
          if (deduplicates) assert.deepEqual([store.only.state, endpoint.rows.length], ['sent', 1], said);
        }
      }
    }
  }
});

test('sent by another page just when the try of this one has failed: told as sent, not as saved', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const store = new MemoryStore();
  const other = new Page(store);
  let hasFailed = false;
  const page = new Page({
    all: async () => {
      if (hasFailed) await other.outbox.resume(true);
      return store.all();
    },
    update: (id, change) => store.update(id, change),
  });
  page.chance = 0;
  page.answer = () => {
    hasFailed = true;
    return failure('network');
  };
  assert.deepEqual(await page.outbox.submit(request()), { state: 'sent', reference: 'REF-a' });
  assert.deepEqual([page.sent.length, other.sent.length], [1, 1]);
});

test('a page that is killed at any step of resuming leaves it to the next', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  for (const deduplicates of [true, false]) {
    for (const has of [true, false]) {
      for (let step = 0; step < 10; step++) {
        const said = JSON.stringify({ deduplicates, has, step });
        const clock = { now: NOW };
        const store = new MemoryStore(entry({ deduplicates }));
        const endpoint = new Endpoint(deduplicates);
        const page = new Page(store, { clock: () => ({ now: clock.now, chance: 0.5 }) });
        store.fault = (call) => (call >= step ? 'hang' : undefined);
        page.answer = (delivery) => {
          if (has) endpoint.take(delivery);
          return has ? { state: 'sent' } : failure('network');
        };
        void page.outbox.resume(true);
        await idle();
        const next = await comeBack(store, endpoint, clock);
        check(store, endpoint, undefined, said);
        if (deduplicates) assert.equal(endpoint.rows.length, 1, said);
        else assert.ok(store.only!.state === 'sent' || store.only!.state === 'unconfirmed', said);
        assert.deepEqual(next.shown, [`a ${store.only!.state}`]);
      }
    }
  }
});

test('a page that is loaded in the very moment in which another begins to send leaves it to that one', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  for (const deduplicates of [true, false]) {
    const store = new MemoryStore();
    const lock = sharedLock();
    const other = new Page(store, { lock });
    const page = new Page(store, {
      // Browsers give locks when they come to it.
      lock: async (name, work) => {
        await other.outbox.resume(true);
        return lock(name, work);
      },
    });
    page.answer = () => failure('busy', 'no');
    assert.equal((await page.outbox.submit(request({ deduplicates }))).state, 'saved');
    assert.deepEqual([page.sent.length, other.sent.length, store.only!.state], [1, 0, 'saved']);
  }
});

test('a page that is frozen past its lease has its lock still: the next one leaves it alone', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  let now = NOW;
  const world = { lock: sharedLock(), clock: () => ({ now, chance: 0.5 }) };
  const store = new MemoryStore();
  const frozen = new Page(store, world);
  frozen.answer = () => new Promise(() => undefined);
  void frozen.outbox.submit(request());
  await idle();
  now += 2 * LEASE;
  const next = new Page(store, world);
  await next.outbox.resume(true);
  assert.deepEqual([frozen.sent.length, next.sent.length], [1, 0]);
});

test('no attempt at what is kept without a lease that is committed', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const store = new MemoryStore(entry({ seenAt: Date.now(), nextAt: 0, notBefore: 0 }));
  store.fault = (_number, call) => (call === 'update' ? 'fail' : undefined);
  const page = new Page(store);
  await page.outbox.resume(true);
  await page.outbox.sendAgain('a');
  assert.equal(page.sent.length, 0);
  // And it does not try all the time.
  const { length } = store.calls;
  for (let second = 0; second < 60; second++) {
    t.mock.timers.tick(1000);
    await idle();
  }
  assert.ok(store.calls.length - length < 30, `${store.calls.length - length} calls in a minute`);
});

test('a store that can’t be read takes no mark away', async () => {
  const store = new MemoryStore(entry({ notBefore: Date.now() + LEASE, seenAt: Date.now() }));
  store.fault = () => 'fail';
  const page = new Page(store);
  await page.outbox.resume(true);
  assert.deepEqual(page.told, []);
});

test('an entry that is nonsense stops nothing', async () => {
  const store = new MemoryStore({ id: 'nonsense', version: 1, state: 'sending' } as OutboxEntry);
  const page = new Page(store);
  await page.outbox.resume(true);
  assert.equal((await page.outbox.submit(request())).state, 'sent');
});

test('a delivery that throws may have arrived; a listener that throws disturbs nobody', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  for (const deduplicates of [true, false]) {
    const store = new MemoryStore();
    const page = new Page(store, {
      deliver: () => {
        throw new Error('broken');
      },
    });
    page.outbox.listen(() => {
      throw new Error('deaf');
    });
    const heard: unknown[] = [];
    page.outbox.listen((news) => heard.push(news));
    const outcome = await page.outbox.submit(request({ deduplicates }));
    assert.equal(outcome.state, deduplicates ? 'saved' : 'failed');
    assert.equal(store.only!.state, deduplicates ? 'saved' : 'unconfirmed');
    assert.ok(heard.length > 0);
    assert.ok(page.warnings.includes('Error: deaf'));
  }
});

test('who has stopped listening hears no more', async () => {
  const page = new Page(new MemoryStore());
  let heard = 0;
  const stop = page.outbox.listen(() => (heard += 1));
  await page.outbox.refresh();
  stop();
  await page.outbox.refresh();
  assert.equal(heard, 1);
});

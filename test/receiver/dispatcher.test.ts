import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { createLog } from '../../demo/receiver/log.js';
import { MAX_ATTEMPTS, MAX_DELAY_MS, retryDelay } from '../../demo/receiver/outgoing/backoff.js';
import { DeliveryError, type Delivery } from '../../demo/receiver/outgoing/delivery.js';
import { Dispatcher } from '../../demo/receiver/outgoing/dispatcher.js';
import { openStore } from '../../demo/receiver/store/open.js';
import { submission } from './store-contract.js';
import { temporaryFolder, until } from './support.js';

/** A store with one message, a dispatcher whose clock is the test's, and a delivery that does as it is told. */
const setUp = async (t: TestContext, deliver: Delivery['deliver'], random = () => 0.5) => {
  const store = await openStore({ dataDir: await temporaryFolder(t) }, ['webhook']);
  const sent = submission();
  await store.insert(sent);
  const logs: string[] = [];
  const clock = { ms: Date.now() };
  const start = () =>
    new Dispatcher({
      store,
      deliveries: [{ channel: 'webhook', deliver }],
      log: createLog((line) => logs.push(line)),
      pollMs: 5,
      now: () => new Date(clock.ms),
      random,
    });
  const state = async () => (await store.outgoing.of(sent.id))[0]!;
  const running: Dispatcher[] = [];
  t.after(async () => {
    await Promise.all(running.map((dispatcher) => dispatcher.stop(0)));
    await store.close();
  });
  return {
    store,
    sent,
    logs,
    clock,
    state,
    start: () => {
      running.push(start());
      return running.at(-1)!;
    },
  };
};

it('waits twice as long after each failure, half of it by chance, up to four hours', () => {
  const least = Array.from({ length: MAX_ATTEMPTS }, (_, index) => retryDelay(index + 1, 0, () => 0));
  const most = Array.from({ length: MAX_ATTEMPTS }, (_, index) => retryDelay(index + 1, 0, () => 1));
  assert.deepEqual(least.slice(0, 4), [5_000, 10_000, 20_000, 40_000]);
  assert.deepEqual(most.slice(0, 4), [10_000, 20_000, 40_000, 80_000]);
  assert.equal(most.at(-1), MAX_DELAY_MS);
  assert.equal(least.at(-1), MAX_DELAY_MS / 2);
  const hours = (delays: number[]) => Math.floor(delays.reduce((sum, ms) => sum + ms, 0) / 3_600_000);
  assert.deepEqual([hours(least), hours(most)], [28, 57]);
  assert.equal(
    retryDelay(1, 60_000, () => 0),
    60_000,
    'not before it was asked to come back',
  );
  assert.equal(
    retryDelay(1, 10 * 365 * 86_400_000, () => 0),
    MAX_DELAY_MS,
    'but not in ten years',
  );
});

it('tries again after the delay and not before, until it is delivered', async (t) => {
  const attempts: number[] = [];
  const { clock, state, start, logs } = await setUp(t, ({ attempts: number }) => {
    attempts.push(number);
    return number < 3 ? Promise.reject(new DeliveryError('SECRET', { code: '503' })) : Promise.resolve();
  });
  start();
  await until(async () => (await state()).lastError !== '', 'the first attempt has failed');
  assert.equal(Date.parse((await state()).dueAt) - clock.ms, 7_500);
  clock.ms += 7_499;
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.deepEqual(attempts, [1]);
  clock.ms += 1;
  await until(() => attempts.length === 2, 'there is a second attempt');
  await until(async () => Date.parse((await state()).dueAt) - clock.ms === 15_000, 'it has failed too');
  clock.ms += 15_000;
  await until(async () => (await state()).state === 'delivered', 'the third attempt succeeds');
  assert.deepEqual(attempts, [1, 2, 3]);
  assert.equal((await state()).lastError, '');
  assert.ok(logs.some((line) => line.includes('"reason":"503"')));
  assert.ok(!logs.some((line) => line.includes('SECRET')), 'what others say does not go into the log');
});

it('gives up after the last attempt, or when it is told that there is no use', async (t) => {
  let isFinal = false;
  let attempts = 0;
  const { clock, state, start, store } = await setUp(t, () => {
    attempts++;
    return Promise.reject(new DeliveryError('Ez', { code: 'x', isFinal }));
  });
  start();
  for (let tries = 1; tries < MAX_ATTEMPTS; tries++) {
    await until(
      async () => attempts === tries && (await state()).dueAt > new Date(clock.ms).toISOString(),
      'a try',
    );
    assert.equal((await state()).state, 'waiting');
    clock.ms += MAX_DELAY_MS;
  }
  await until(async () => (await state()).state === 'dead', 'it is given up');
  assert.equal(attempts, MAX_ATTEMPTS);

  isFinal = true;
  await store.outgoing.retry((await state()).id, new Date(clock.ms));
  await until(async () => attempts === MAX_ATTEMPTS + 1 && (await state()).state === 'dead', 'at once');
});

it('does not try for ever what ends the process each time', async (t) => {
  let attempts = 0;
  const { clock, state, start, store } = await setUp(t, () => {
    attempts++;
    return Promise.resolve();
  });
  // Taken, and never settled: what is left by a process that was killed.
  for (let time = 0; time < MAX_ATTEMPTS; time++) {
    const request = { channel: 'webhook', limit: 1, leaseMs: 1_000, maxDelayMs: MAX_DELAY_MS } as const;
    assert.equal((await store.outgoing.lease({ ...request, now: new Date((clock.ms += 2_000)) })).length, 1);
  }
  clock.ms += 2_000;
  start();
  await until(async () => (await state()).state === 'dead', 'it is given up');
  assert.equal(attempts, 0);
});

it('delivers what a receiver left that was killed, when its lease is over', async (t) => {
  let attempts = 0;
  const { clock, state, start, store } = await setUp(t, () => {
    attempts++;
    return Promise.resolve();
  });
  const request = { channel: 'webhook', limit: 1, leaseMs: 60_000, maxDelayMs: MAX_DELAY_MS } as const;
  await store.outgoing.lease({ ...request, now: new Date(clock.ms + 1_000) });
  start();
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(attempts, 0, 'it may still be at work');
  clock.ms += 61_000;
  await until(async () => (await state()).state === 'delivered', 'it is delivered');
  assert.deepEqual([attempts, (await state()).attempts], [1, 2]);
});

it('lets what is under way finish when it stops, and gives back what does not', async (t) => {
  let finish: () => void = () => undefined;
  let begun = 0;
  const { state, start, clock } = await setUp(t, () => {
    begun++;
    return new Promise((resolve) => (finish = resolve));
  });
  const first = start();
  await until(() => begun === 1, 'it is under way');
  const start1 = performance.now();
  await first.stop(100);
  assert.ok(performance.now() - start1 < 2_000, 'and does not wait for ever');
  assert.deepEqual([(await state()).state, (await state()).lastError], ['waiting', 'It took too long.']);

  clock.ms += MAX_DELAY_MS;
  const second = start();
  await until(() => begun === 2, 'it is under way again');
  const stopped = second.stop(10_000);
  finish();
  await stopped;
  assert.equal((await state()).state, 'delivered');
});

it('goes on when the database fails for a while', async (t) => {
  let attempts = 0;
  const { state, start, store, logs } = await setUp(t, () => {
    attempts++;
    return Promise.resolve();
  });
  const mock = t.mock.method(store.outgoing, 'lease', () => Promise.reject(new Error('SECRET')));
  start();
  await until(() => logs.some((line) => line.includes('outgoing messages not read')), 'it is logged');
  assert.ok(!logs.some((line) => line.includes('SECRET')));
  mock.mock.restore();
  await until(async () => (await state()).state === 'delivered', 'it is delivered');
  assert.equal(attempts, 1);
});

it('delivers once what it could not note at once, since the database was away for a moment', async (t) => {
  let deliveries = 0;
  const { store, state, start, logs } = await setUp(t, async () => {
    deliveries++;
  });
  const { settle } = store.outgoing;
  let away = 3;
  t.mock.method(store.outgoing, 'settle', (...request: Parameters<typeof settle>) =>
    away-- > 0 ? Promise.reject(new Error('SECRET')) : settle.apply(store.outgoing, request),
  );
  start();
  await until(async () => (await state()).state === 'delivered', 'it is noted');
  assert.deepEqual([deliveries, away], [1, -1]);
  assert.equal(logs.filter((line) => line.includes('not settled')).length, 1);
  assert.doesNotMatch(logs.join(), /SECRET/);
});

it('does not deliver what was erased after it was taken', async (t) => {
  let deliveries = 0;
  const { store, sent, state, start, logs } = await setUp(t, async () => {
    deliveries++;
  });
  const { get } = store;
  t.mock.method(store, 'get', async (id: string) => {
    const kept = (await get.call(store, id))!;
    return { ...kept, erasedAt: sent.receivedAt };
  });
  start();
  await until(async () => (await state()).state === 'dismissed', 'nobody wants it any more');
  assert.equal(deliveries, 0);
  assert.doesNotMatch(logs.join(), /"level":"error"|not settled/);
});

it('does not stop for a database that is away and stays so', async (t) => {
  const { store, start } = await setUp(t, async () => undefined);
  const mock = t.mock.method(store.outgoing, 'settle', () => Promise.reject(new Error('away')));
  const dispatcher = start();
  await until(() => mock.mock.callCount() > 2, 'it is tried again');
  await dispatcher.stop(0);
});

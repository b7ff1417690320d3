/** What nobody waits for: reports of the chat. They wait in the same outbox, take no room in it, and go without a word. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { MAX_ENTRIES } from '../../src/delivery/outbox/entry.js';
import {
  DAY,
  entry,
  failure,
  leased,
  MemoryStore,
  MINUTE,
  NOW,
  Page,
  request,
  sharedLock,
} from './outbox-support.js';

/** Nothing is done later: what a page would do in minutes keeps no process. */
const stopClock = (t: TestContext): void =>
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: NOW });

const BUSY = failure('busy', 'unknown', { status: 503 });

test('an attempt that is under way is the first: nothing is sent beside it, and nothing stays of what arrived', async (t) => {
  stopClock(t);
  const store = new MemoryStore();
  const page = new Page(store);
  const attempt = Promise.resolve({ state: 'sent', reference: 'THEIRS' } as const);
  assert.deepEqual(await page.outbox.submit(request({ quiet: true, attempt })), {
    state: 'sent',
    reference: 'THEIRS',
  });
  assert.deepEqual([page.sent, store.only, page.told.at(-1)], [[], undefined, 0]);
});

test('one that fails is sent again with the same id, by whichever page is next', async (t) => {
  stopClock(t);
  const store = new MemoryStore();
  const page = new Page(store);
  const attempt = Promise.resolve(BUSY);
  assert.deepEqual(await page.outbox.submit(request({ quiet: true, attempt })), { state: 'saved' });
  assert.equal(store.only?.quiet, true);
  assert.equal(page.told.at(-1), 1, 'the next page looks');
  store.kept.set('a', { ...store.only, nextAt: 0, seenAt: 0 });
  const next = new Page(store);
  await next.outbox.resume(true);
  assert.deepEqual(next.sent.map(({ record }) => record['submission_id']), ['a']);
  assert.deepEqual([store.only, next.told.at(-1)], [undefined, 0]);
}); // prettier-ignore

for (const [what, kept] of Object.entries({
  'may have arrived at an endpoint that can’t tell doubles': leased(-1, { deduplicates: false }),
  'has waited for too long': entry({ createdAt: NOW - 4 * DAY, age: 4 * DAY }),
}))
  test(`what ${what} goes without a word, where a message would wait for the visitor`, async (t) => {
    stopClock(t);
    const quiet = new MemoryStore();
    quiet.kept.set('a', { ...kept, quiet: true, seenAt: Date.now() });
    await new Page(quiet, { lock: sharedLock() }).outbox.resume(true);
    assert.equal(quiet.only, undefined);
    const told = new MemoryStore();
    told.kept.set('a', { ...kept, seenAt: Date.now() });
    await new Page(told, { lock: sharedLock() }).outbox.resume(true);
    assert.match(told.only!.state, /^(unconfirmed|expired)$/);
  });

test('what is refused, or was for another endpoint, goes too', async (t) => {
  stopClock(t);
  const refused = new MemoryStore();
  refused.kept.set('a', entry({ quiet: true, seenAt: Date.now() - MINUTE }));
  const page = new Page(refused);
  page.answer = () => ({ state: 'rejected', errors: [], status: 422 });
  await page.outbox.resume(true);
  assert.equal(refused.only, undefined);
  const moved = new MemoryStore();
  moved.kept.set('a', entry({ quiet: true }));
  const other = new Page(moved);
  other.endpoint = 'https://other.example/submissions';
  await other.outbox.resume(true);
  assert.deepEqual([moved.only, other.sent], [undefined, []]);
});

test('however many wait, a message finds room', async (t) => {
  stopClock(t);
  const store = new MemoryStore();
  for (let n = 0; n < MAX_ENTRIES; n++)
    store.kept.set(`quiet ${n}`, entry({ id: `quiet ${n}`, quiet: true, nextAt: Date.now() + DAY, seenAt: Date.now() }));
  const page = new Page(store);
  page.answer = () => BUSY;
  await page.outbox.submit(request({ quiet: true, record: { ...request().record, submission_id: 'one more' } }));
  assert.equal(store.kept.has('one more'), false);
  assert.deepEqual(await page.outbox.submit(request()), { state: 'saved' });
  assert.equal(store.kept.has('a'), true);
}); // prettier-ignore

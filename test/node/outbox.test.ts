import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ENTRY_VERSION, MAX_ENTRIES } from '../../src/delivery/outbox/entry.js';
import { LEASE } from '../../src/delivery/outbox/machine.js';
import type { AttemptOutcome } from '../../src/delivery/states.js';
import {
  DAY,
  entry,
  failure,
  HOUR,
  idle,
  leased,
  MemoryStore,
  MINUTE,
  NOW,
  Page,
  request,
  SECOND,
  sharedLock,
  YEAR,
} from './outbox-support.js';

/** Time stands still but for this: as if nothing else were done meanwhile. */
function stopClock(t: TestContext): (milliseconds: number) => Promise<void> {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: NOW });
  return async (milliseconds) => {
    // In pieces, so that what a timer begins can set the next.
    const piece = Math.max(SECOND, milliseconds / 2000);
    for (let passed = 0; passed < milliseconds; passed += piece) {
      t.mock.timers.tick(Math.min(piece, milliseconds - passed));
      await idle();
    }
  };
}

/** An answer that comes when it is told to. */
function pending(): { promise: Promise<AttemptOutcome>; answer: (outcome: AttemptOutcome) => void } {
  let answer!: (outcome: AttemptOutcome) => void;
  const promise = new Promise<AttemptOutcome>((resolve) => (answer = resolve));
  return { promise, answer };
}

test('a submission is kept before its request leaves; once sent, only that it was', async (t) => {
  stopClock(t);
  const store = new MemoryStore();
  const page = new Page(store);
  let kept: unknown;
  page.answer = () => {
    kept = structuredClone(store.only);
    return { state: 'sent', reference: 'THEIRS' };
  };
  assert.deepEqual(await page.outbox.submit(request()), { state: 'sent', reference: 'THEIRS' });
  assert.deepEqual(kept, {
    ...entry({ state: 'sending', createdAt: NOW, seenAt: NOW, quiet: undefined, draftAt: undefined }),
    lease: { owner: store.only!.lease.owner, fence: 1, until: NOW + LEASE },
  });
  assert.deepEqual([store.only!.state, store.only!.told, store.only!.text], ['sent', true, '']);
  assert.deepEqual(store.only!.record, {});
  assert.equal(page.told.at(-1), 0);
  assert.deepEqual(page.warnings, []);
});

test('a submission that fails is saved, and tried again with the same id until it has arrived', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore();
  const page = new Page(store);
  page.answer = () => failure('busy', 'unknown', { status: 500 });
  assert.deepEqual(await page.outbox.submit(request()), { state: 'saved' });
  assert.equal(store.only!.state, 'saved');
  assert.equal(page.told.at(-1), 1);
  await pass(2 * SECOND);
  assert.equal(page.sent.length, 2, 'half of four seconds');
  await pass(4 * SECOND);
  assert.equal(page.sent.length, 3, 'half of eight');
  page.answer = () => ({ state: 'sent' });
  await pass(8 * SECOND);
  assert.equal(page.sent.length, 4);
  for (const { record, endpoint, profile } of page.sent) {
    assert.deepEqual([record, endpoint, profile], [request().record, request().endpoint, 'harreman']);
  }
  assert.equal(store.only!.state, 'sent');
  const { length } = store.calls;
  await pass(DAY);
  assert.equal(store.calls.length, length, 'and then there is peace');
});

test('a server that fails for ever is not asked by the thousand', async (t) => {
  const pass = stopClock(t);
  const page = new Page(new MemoryStore());
  page.answer = () => failure('busy');
  await page.outbox.submit(request());
  for (let minute = 0; minute < 120; minute++) {
    await page.outbox.resume(true);
    await pass(MINUTE);
  }
  assert.ok(page.sent.length > 40 && page.sent.length < 80, `${page.sent.length} attempts in two hours`);
});

test('where it may have arrived twice nobody is asked again but by the visitor, and that is marked', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore();
  const page = new Page(store);
  page.answer = () => failure('timeout', 'unknown');
  assert.equal((await page.outbox.submit(request({ deduplicates: false }))).state, 'failed');
  assert.equal(store.only!.state, 'unconfirmed');
  await page.outbox.resume(true);
  await pass(DAY);
  assert.equal(page.sent.length, 1);

  await page.outbox.sendAgain('a');
  assert.equal(page.sent.length, 2);
  assert.equal(page.sent[1]!.record['possible_duplicate'], true);
  assert.equal(page.sent[1]!.record['submission_id'], 'a');
  assert.deepEqual(page.states.slice(-2), ['a sending', 'a unconfirmed']);

  // And by the form, which holds the same.
  page.answer = () => ({ state: 'sent' });
  assert.equal((await page.outbox.submit(request({ deduplicates: false }))).state, 'sent');
  assert.equal(page.sent[2]!.record['possible_duplicate'], true);
});

test('where it certainly did not arrive, that endpoint is asked again too, without a mark', async (t) => {
  const pass = stopClock(t);
  const page = new Page(new MemoryStore());
  page.answer = () => failure('busy', 'no', { status: 429 });
  assert.deepEqual(await page.outbox.submit(request({ deduplicates: false })), { state: 'saved' });
  page.answer = () => ({ state: 'sent' });
  await pass(3 * SECOND);
  assert.equal(page.sent.length, 2);
  assert.equal(page.sent[1]!.record['possible_duplicate'], undefined);
});

test('what the form can mend or tell is not kept; later the same is kept and told', async (t) => {
  stopClock(t);
  const outcomes: readonly AttemptOutcome[] = [
    { state: 'rejected', status: 422, errors: [{ field: 'email' }] },
    failure('blocked', 'no', { status: 404 }),
    failure('too-large', 'no', { status: 413 }),
  ];
  for (const outcome of outcomes) {
    const fresh = new MemoryStore();
    const form = new Page(fresh);
    form.answer = () => outcome;
    assert.deepEqual(await form.outbox.submit(request()), outcome);
    assert.equal(fresh.only, undefined);

    const kept = new MemoryStore(entry());
    const page = new Page(kept);
    page.answer = () => outcome;
    await page.outbox.resume(true);
    const state = outcome.state === 'rejected' ? 'rejected' : 'parked';
    assert.equal(kept.only!.state, state);
    assert.deepEqual(page.states, ['a sending', `a ${state}`]);
  }
});

test('Retry-After is obeyed, whoever asks; ten years of it are parked and shown', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore();
  const page = new Page(store);
  page.answer = () => failure('busy', 'no', { status: 429, retryAfter: HOUR });
  assert.deepEqual(await page.outbox.submit(request()), { state: 'saved' });
  page.answer = () => ({ state: 'sent' });
  for (let minute = 0; minute < 59; minute++) {
    await page.outbox.resume(true);
    await pass(MINUTE);
  }
  assert.equal(page.sent.length, 1);
  await pass(6 * MINUTE);
  assert.equal(page.sent.length, 2);

  const parked = new MemoryStore();
  const other = new Page(parked);
  other.answer = () => failure('busy', 'no', { status: 503, retryAfter: 10 * YEAR });
  assert.equal((await other.outbox.submit(request())).state, 'failed');
  assert.equal(parked.only!.state, 'parked');
});

test('pressing send in the form keeps to Retry-After too', async (t) => {
  stopClock(t);
  const page = new Page(new MemoryStore(entry({ notBefore: NOW + MINUTE })));
  assert.deepEqual(await page.outbox.submit(request()), { state: 'saved' });
  assert.equal(page.sent.length, 0);
});

test('a visitor who is offline has it saved, and sent when the network is back', async (t) => {
  const pass = stopClock(t);
  const page = new Page(new MemoryStore());
  page.isOnline = false;
  page.answer = () => failure('offline', 'no');
  assert.deepEqual(await page.outbox.submit(request()), { state: 'saved' });
  await pass(HOUR);
  await page.outbox.resume(true);
  assert.equal(page.sent.length, 1, 'nothing is tried offline');
  page.isOnline = true;
  page.answer = () => ({ state: 'sent' });
  await page.outbox.resume(true);
  assert.equal(page.sent.length, 2);
  assert.deepEqual(page.shown, ['a sent']);
});

test('a page that comes later sends what waits, and tells: once, with what was sent', async (t) => {
  stopClock(t);
  const store = new MemoryStore(
    entry(),
    entry({ id: 'b', createdAt: NOW - HOUR, record: { submission_id: 'b' } }),
  );
  const page = new Page(store);
  await page.outbox.resume(true);
  assert.deepEqual(
    page.sent.map(({ record }) => record['submission_id']),
    ['b', 'a'],
  );
  assert.deepEqual(page.states, ['b sending', 'b sent', 'a sending', 'a sent']);
  const sent = page.news.filter((news) => news?.state === 'sent');
  assert.deepEqual(
    sent.map((news) => news!.record!['submission_id']),
    ['b', 'a'],
  );
  assert.equal(page.told.at(-1), 2);

  await page.outbox.tell(['a', 'b', 'nobody']);
  assert.equal(page.told.at(-1), 0);
  assert.ok([...store.kept.values()].every(({ told }) => told));
});

test('what is too old is not sent: the visitor is told and decides', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore(entry({ notBefore: NOW + 71 * HOUR, nextAt: NOW, seenAt: NOW }));
  const page = new Page(store);
  await page.outbox.resume(true);
  page.isOnline = false;
  await pass(74 * HOUR);
  assert.deepEqual([store.only!.state, page.states.at(-1)], ['expired', 'a expired']);
  page.isOnline = true;
  await page.outbox.resume(true);
  assert.equal(page.sent.length, 0);
  await page.outbox.sendAgain('a');
  assert.deepEqual([page.sent.length, store.only!.state], [1, 'sent']);
});

test('the clock jumps a year either way: sent, not expired, and not in a storm', async (t) => {
  const pass = stopClock(t);
  for (const jump of [YEAR, -YEAR]) {
    let offset = 0;
    const store = new MemoryStore();
    const page = new Page(store, { clock: () => ({ now: Date.now() + offset, chance: 0.5 }) });
    page.answer = () => failure('busy');
    await page.outbox.submit(request());
    offset = jump;
    await pass(10 * MINUTE);
    assert.ok(page.sent.length > 5 && page.sent.length < 15, `${page.sent.length} attempts in ten minutes`);
    offset = 0;
    page.answer = () => ({ state: 'sent' });
    await pass(10 * MINUTE);
    assert.equal(store.only!.state, 'sent');
  }
});

test('the endpoint is another now: parked, told to the owner once, and sent to neither', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore(entry());
  const page = new Page(store);
  page.endpoint = 'https://shop.example/new';
  await page.outbox.resume(true);
  await pass(HOUR);
  assert.equal(store.only!.state, 'parked');
  assert.equal(page.warnings.length, 1);
  await page.outbox.sendAgain('a');
  assert.deepEqual([page.sent.length, store.only!.state], [0, 'parked']);
  page.endpoint = entry().endpoint;
  await page.outbox.sendAgain('a');
  assert.deepEqual([page.sent.length, store.only!.state], [1, 'sent']);
});

test('when it is full the twenty stay, and what comes is sent without being kept', async (t) => {
  stopClock(t);
  const many = Array.from({ length: MAX_ENTRIES }, (_, number) => entry({ id: `old ${number}` }));
  const store = new MemoryStore(...many);
  const page = new Page(store);
  page.answer = () => failure('network');
  assert.equal((await page.outbox.submit(request())).state, 'failed', 'not said to be saved');
  assert.equal(page.sent.length, 1);
  assert.equal(store.kept.size, MAX_ENTRIES);
  assert.deepEqual([...store.kept.values()], many);
  assert.match(page.warnings[0]!, /not kept on this device: 20 submissions/);
  const files = [{ field: 'attachment', file: new File([new Uint8Array(6 * 1024 * 1024)], 'a.bin') }];
  assert.equal(
    (await page.outbox.submit(request({ files, record: { submission_id: 'b' } }))).state,
    'failed',
  );
  assert.equal(store.kept.has('b'), false);
});

test('pressing twice sends once, and what has arrived is not sent again', async (t) => {
  stopClock(t);
  const page = new Page(new MemoryStore());
  const { promise, answer } = pending();
  page.answer = () => promise;
  const first = page.outbox.submit(request());
  const second = page.outbox.submit(request());
  assert.deepEqual(await second, { state: 'saved' });
  answer({ state: 'sent', reference: 'THEIRS' });
  assert.deepEqual(await first, { state: 'sent', reference: 'THEIRS' });
  assert.deepEqual(await page.outbox.submit(request()), { state: 'sent', reference: 'THEIRS' });
  assert.equal(page.sent.length, 1);
  assert.ok(page.states.includes('a sent') && !page.states.includes('a deleted'));
});

for (const [name, lock] of [
  ['a lock', sharedLock()],
  ['the lease alone', undefined],
] as const) {
  test(`two pages that resume together make one attempt, by ${name}`, async (t) => {
    const pass = stopClock(t);
    const store = new MemoryStore(entry());
    const pages = [new Page(store, lock && { lock }), new Page(store, lock && { lock })];
    const { promise, answer } = pending();
    for (const page of pages) page.answer = () => promise;
    const resumed = pages.map((page) => page.outbox.resume(true));
    // An upload that takes ten minutes.
    await pass(10 * MINUTE);
    assert.equal(pages[0]!.sent.length + pages[1]!.sent.length, 1);
    answer({ state: 'sent' });
    await Promise.all(resumed);
    for (const page of pages) await page.outbox.refresh();
    assert.deepEqual(
      pages.map(({ shown }) => shown),
      [['a sent'], ['a sent']],
    );
  });
}

test('a page that is frozen past its lease: another goes on, and its late word counts only if it was sent', async (t) => {
  const pass = stopClock(t);
  for (const late of [failure('network'), { state: 'sent' }] as const) {
    const store = new MemoryStore();
    let isFrozen = false;
    const frozen = new Page({
      all: () => store.all(),
      update: (id, change) => (isFrozen ? Promise.reject(new Error('frozen')) : store.update(id, change)),
    });
    const { promise, answer } = pending();
    frozen.answer = () => promise;
    const outcome = frozen.outbox.submit(request());
    await idle();
    isFrozen = true;
    await pass(2 * LEASE);
    const page = new Page(store);
    page.answer = () => failure('busy', 'no', { retryAfter: HOUR });
    await page.outbox.resume(true);
    assert.equal(page.sent.length, 1);
    const before = structuredClone(store.only);
    isFrozen = false;
    answer(late);
    assert.equal((await outcome).state, late.state === 'sent' ? 'sent' : 'saved');
    if (late.state === 'sent') assert.equal(store.only!.state, 'sent');
    else assert.deepEqual(store.only, before);
  }
});

test('a page that was killed mid-request: the next one waits for the lease, then goes on or asks', async (t) => {
  const pass = stopClock(t);
  for (const deduplicates of [true, false]) {
    const until = Date.now() + LEASE;
    const store = new MemoryStore(
      leased(0, { deduplicates, lease: { owner: 'killed', fence: 4, until }, seenAt: Date.now() }),
    );
    const page = new Page(store);
    await page.outbox.resume(true);
    await pass(LEASE - SECOND);
    assert.equal(page.sent.length, 0);
    await pass(10 * SECOND);
    assert.deepEqual([page.sent.length, store.only!.state], deduplicates ? [1, 'sent'] : [0, 'unconfirmed']);
    assert.equal(store.only!.arrived, 'unknown');
  }
});

for (const deduplicates of [true, false]) {
  const then = deduplicates ? 'goes on at once' : 'asks at once';
  test(`a page that was killed mid-request: where a lock proves it the next one ${then}`, async (t) => {
    stopClock(t);
    const lock = sharedLock();
    const store = new MemoryStore(leased(undefined, { deduplicates, seenAt: NOW - 10 * SECOND }));
    const page = new Page(store, { lock });
    await page.outbox.resume(true);
    assert.equal(page.sent.length, deduplicates ? 1 : 0);
    assert.deepEqual(page.shown, [deduplicates ? 'a sent' : 'a unconfirmed']);
  });
}

test('a page that is still sending is left alone, however many are loaded beside it', async (t) => {
  stopClock(t);
  const store = new MemoryStore();
  const lock = sharedLock();
  const busy = new Page(store, { lock });
  busy.answer = () => new Promise(() => undefined);
  void busy.outbox.submit(request());
  await idle();
  const page = new Page(store, { lock });
  await page.outbox.resume(true);
  assert.deepEqual(page.sent, []);
  assert.deepEqual(page.shown, ['a sending']);
});

test('deleted is gone, but for what is being sent, and for what a newer kit has', async (t) => {
  stopClock(t);
  const newer = entry({ id: 'newer', version: ENTRY_VERSION + 1 });
  const store = new MemoryStore(entry(), leased(LEASE, { id: 'busy' }), newer);
  const page = new Page(store);
  await page.outbox.refresh();
  for (const id of ['a', 'busy', 'newer', 'nobody']) await page.outbox.delete(id);
  assert.deepEqual([...store.kept.keys()], ['busy', 'newer']);
  assert.deepEqual(page.states, ['a deleted']);
});

test('an entry of a newer version is left untouched, whatever is done; it counts as waiting', async (t) => {
  const pass = stopClock(t);
  const newer = entry({ version: ENTRY_VERSION + 1 });
  const store = new MemoryStore(newer);
  const page = new Page(store);
  await page.outbox.resume(true);
  await page.outbox.sendAgain('a');
  await page.outbox.tell(['a']);
  await pass(HOUR);
  assert.deepEqual(page.shown, []);
  assert.equal(page.sent.length, 0);
  assert.equal((await page.outbox.submit(request())).state, 'sent');
  await idle();
  assert.deepEqual(store.only, newer);
  assert.equal(page.told.at(-1), 1);
  assert.match(page.warnings[0]!, /newer version/);
});

test('other pages are told of changes, not of looks', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore(entry({ nextAt: NOW + HOUR, notBefore: NOW + HOUR, seenAt: NOW }));
  const page = new Page(store);
  for (let round = 0; round < 5; round++) await page.outbox.resume(true);
  await page.outbox.refresh();
  await pass(20 * MINUTE);
  assert.deepEqual(page.told, [1]);
  const empty = new Page(new MemoryStore());
  await empty.outbox.resume(true);
  assert.deepEqual(empty.told, [0], 'a mark that is left over is taken away');
});

test('what was sent and told is forgotten after some days', async (t) => {
  stopClock(t);
  const sent = (id: string, told: boolean, days: number) =>
    entry({ id, state: 'sent', told, seenAt: NOW - days * DAY });
  const store = new MemoryStore(
    sent('a', true, 4),
    sent('b', true, 2),
    sent('c', false, 20),
    sent('d', false, 40),
  );
  const page = new Page(store);
  await page.outbox.resume(true);
  assert.deepEqual([...store.kept.keys()], ['b', 'c']);
  assert.deepEqual(page.states, [], 'nobody deleted them');
});

test('a form finds what it may be trying again', async (t) => {
  stopClock(t);
  const page = new Page(new MemoryStore(entry(), entry({ id: 'b', fingerprint: 'of b' })));
  assert.equal(page.outbox.find('of b'), undefined);
  await page.outbox.refresh();
  assert.equal(page.outbox.find('of b')!.id, 'b');
});

test('who asks while it resumes is heard afterwards', async (t) => {
  const pass = stopClock(t);
  const store = new MemoryStore(entry());
  const page = new Page(store);
  const { promise, answer } = pending();
  page.answer = () => promise;
  const first = page.outbox.resume();
  await idle();
  store.kept.set(
    'b',
    entry({ id: 'b', record: { submission_id: 'b' }, nextAt: NOW + 4 * MINUTE, seenAt: NOW - HOUR }),
  );
  void page.outbox.resume(true);
  void page.outbox.resume(true);
  answer({ state: 'sent' });
  await first;
  await pass(SECOND);
  assert.equal(page.sent.length, 2);
  assert.equal(page.sent[1]!.record['submission_id'], 'b');
});

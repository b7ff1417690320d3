import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ageOf,
  ENTRY_VERSION,
  MAX_ENTRIES,
  MAX_FILE,
  MAX_FILES,
  MAX_TEXT,
  refusal,
  type EntryState,
  type OutboxEntry,
} from '../../src/delivery/outbox/entry.js';
import {
  backOff,
  claim,
  conclude,
  dueIn,
  isHeldBy,
  isLeased,
  isSpent,
  LEASE,
  park,
  renew,
  sendAgain,
  settle,
} from '../../src/delivery/outbox/machine.js';
import { MAX_AGE, type AttemptOutcome, type FailureReason } from '../../src/delivery/states.js';
import { DAY, entry, failure, HOUR, leased, MINUTE, NOW, SECOND, YEAR } from './outbox-support.js';

const STATES: readonly EntryState[] = [
  ...(['queued', 'sending', 'sent', 'saved', 'unconfirmed', 'rejected', 'parked', 'expired'] as const),
];
const REASONS: readonly FailureReason[] = [
  ...([
    'offline',
    'network',
    'timeout',
    'busy',
    'refused',
    'unreadable',
    'blocked',
    'too-large',
    'aborted',
  ] as const),
];
const ARRIVED = ['no', 'unknown'] as const;
const TEN_YEARS = 10 * YEAR;
const FOREVER = [0, SECOND, MINUTE, HOUR, DAY, 10 * DAY, YEAR];

const OUTCOMES: readonly AttemptOutcome[] = [
  { state: 'sent' },
  { state: 'sent', reference: 'THEIRS' },
  { state: 'rejected', status: 422, errors: [{ field: 'email' }] },
  ...REASONS.flatMap((reason) =>
    ARRIVED.flatMap((arrived) =>
      [undefined, 30 * SECOND, TEN_YEARS].flatMap((retryAfter) =>
        [undefined, 503].map((status) =>
          failure(reason, arrived, {
            ...(retryAfter !== undefined && { retryAfter }),
            ...(status !== undefined && { status }),
          }),
        ),
      ),
    ),
  ),
];

/** Every state, arrived or not, at either kind of endpoint, leased or given up. */
const ENTRIES: readonly OutboxEntry[] = STATES.flatMap((state) =>
  ARRIVED.flatMap((arrived) =>
    [true, false].flatMap((deduplicates) =>
      [-1, LEASE].map((until) =>
        entry({ state, arrived, deduplicates, lease: { owner: 'page', fence: 4, until: NOW + until } }),
      ),
    ),
  ),
);

const content = ({ record, text, files, values, fingerprint, endpoint, id }: OutboxEntry) => ({
  ...{ record, text, files, values, fingerprint, endpoint, id },
});

test('an entry is claimed where it waits or was given up, and never while somebody has it', () => {
  let claims = 0;
  for (const one of ENTRIES) {
    for (const asked of [false, true]) {
      const mine = claim(one, 'me', NOW, asked);
      const wasLeft = one.state === 'sending' && one.lease.until < NOW && one.deduplicates;
      const isWaiting = one.state === 'saved' || one.state === 'queued';
      assert.equal(mine !== undefined, isWaiting || wasLeft, JSON.stringify(one));
      if (!mine) continue;
      claims += 1;
      assert.deepEqual(mine.lease, { owner: 'me', fence: 5, until: NOW + LEASE });
      assert.equal(mine.attempts, one.attempts + 1);
      assert.equal(mine.arrived, wasLeft ? 'unknown' : one.arrived);
      assert.deepEqual(content(mine), content(one));
      assert.equal(claim(mine, 'you', NOW, true), undefined);
      assert.equal(claim(mine, 'you', NOW + LEASE - 1, true), undefined);
    }
  }
  assert.equal(claims, 36);
});

test('every outcome of every attempt: nothing is lost, and nobody is asked twice who could have it twice', () => {
  let outcomes = 0;
  for (const one of ENTRIES) {
    const mine = claim(one, 'me', NOW);
    if (!mine) continue;
    for (const outcome of OUTCOMES) {
      for (const here of [true, false]) {
        outcomes += 1;
        const after = conclude(mine, outcome, here, { now: NOW, chance: 0.999 });
        const said = JSON.stringify({ one, outcome, here, after });
        assert.equal(after.lease.fence, mine.lease.fence, said);
        assert.notEqual(after.state, 'sending', said);
        assert.equal(after.state === 'sent', outcome.state === 'sent', said);
        if (outcome.state === 'sent') {
          assert.deepEqual([after.record, after.text, after.values, after.files], [{}, '', [], []], said);
          assert.equal(after.reference, outcome.reference ?? 'REF-a');
          assert.equal(after.told, false);
          continue;
        }
        assert.deepEqual(content(after), content(mine), said);
        const due = dueIn(after, NOW);
        if (outcome.state === 'rejected') {
          assert.deepEqual([after.state, after.errors, due], ['rejected', outcome.errors, undefined], said);
          continue;
        }
        const mayHaveArrived: boolean = mine.arrived === 'unknown' || outcome.arrived === 'unknown';
        assert.equal(after.arrived, mayHaveArrived ? 'unknown' : 'no', said);
        const { reason, status, retryAfter = 0 } = outcome;
        const isStuck =
          reason === 'too-large' ||
          (reason === 'blocked' && (here || status !== undefined)) ||
          retryAfter === TEN_YEARS;
        const expected: EntryState =
          mayHaveArrived && (isStuck || !mine.deduplicates) ? 'unconfirmed' : isStuck ? 'parked' : 'saved';
        assert.equal(after.state, expected, said);
        if (expected !== 'saved') {
          for (const later of FOREVER) {
            assert.equal(dueIn(after, NOW + later), undefined, said);
            assert.equal(claim(after, 'you', NOW + later, true), undefined, said);
          }
          continue;
        }
        assert.ok(due! >= retryAfter && due! <= Math.max(retryAfter, 5 * MINUTE), said);
        assert.ok(due! > 0, said);
        assert.ok(dueIn(after, NOW, true)! >= Math.max(retryAfter, 3.9 * SECOND), said);
        // Waits for that and no longer, whether or not it is asked.
        assert.ok(claim(after, 'you', NOW + due!), said);
        assert.equal(claim(after, 'you', NOW + due! - 1), undefined, said);
      }
    }
  }
  assert.equal(outcomes, 18 * OUTCOMES.length * 2);
});

test('a nonsense wait is no wait', () => {
  for (const retryAfter of [NaN, -1, -TEN_YEARS]) {
    const after = conclude(leased(), failure('busy', 'no', { retryAfter }), true, { now: NOW, chance: 0.5 });
    assert.equal(after.state, 'saved');
    assert.equal(dueIn(after, NOW), 2 * SECOND);
  }
});

test('back-off is exponential, has full jitter and ends at five minutes', () => {
  for (let attempts = 1; attempts < 2000; attempts++) {
    const most = Math.min(5 * MINUTE, 2 * SECOND * 2 ** attempts);
    for (const chance of [0, 0.001, 0.25, 0.5, 0.999]) assert.equal(backOff(attempts, chance), chance * most);
  }
  const first = (chance: number) =>
    dueIn(conclude(leased(), failure('busy'), true, { now: NOW, chance }), NOW)!;
  assert.equal(first(0.3), first(0.3));
  assert.notEqual(first(0.3), first(0.31));
});

test('a lease is kept by who has it, as long as nobody else took it', () => {
  const mine = leased(LEASE, { lease: { owner: 'me', fence: 7, until: NOW + LEASE } });
  for (const later of [0, LEASE - 1, LEASE, 10 * LEASE, YEAR]) {
    assert.deepEqual(renew(mine, 'me', 7, NOW + later)!.lease, {
      ...{ owner: 'me', fence: 7, until: NOW + later + LEASE },
    });
  }
  assert.equal(renew(mine, 'you', 7, NOW), undefined);
  assert.equal(renew(mine, 'me', 6, NOW), undefined);
  const taken = claim(mine, 'you', NOW + LEASE)!;
  assert.equal(taken.lease.fence, 8);
  assert.equal(renew(taken, 'me', 7, NOW + LEASE), undefined);
  assert.ok(!isHeldBy(taken, 'me', 7) && isHeldBy(taken, 'you', 8));
  for (const state of STATES) {
    if (state !== 'sending') assert.equal(renew({ ...mine, state }, 'me', 7, NOW), undefined, state);
  }
});

test('what was given up may have arrived, and only an endpoint that can tell is asked again', () => {
  const left = leased(-1);
  assert.deepEqual(settle(left, NOW), { ...left, state: 'saved', arrived: 'unknown' });
  const doubtful = settle({ ...left, deduplicates: false }, NOW);
  assert.deepEqual([doubtful.state, doubtful.arrived], ['unconfirmed', 'unknown']);
  for (const one of ENTRIES) {
    const settled = settle(one, NOW);
    assert.equal(settle(settled, NOW), settled);
    if (one.state !== 'sending' || isLeased(one, NOW)) assert.equal(settled, one);
  }
});

test('a clock that is set gives no lease for years, and takes none away for seconds', () => {
  const one = leased();
  for (const drift of [-LEASE, -10 * SECOND, -1, 0, 10 * SECOND]) {
    assert.ok(isLeased(one, NOW + drift), `${drift}`);
    assert.equal(claim(one, 'me', NOW + drift, true), undefined);
  }
  for (const drift of [-YEAR, -DAY, -HOUR]) assert.ok(claim(one, 'me', NOW + drift), `${drift}`);
  const later = claim(one, 'me', NOW + YEAR)!;
  assert.equal(later.state, 'sending');
});

test('the clock jumps a year either way: no expiry, no storm, no wait of a year', () => {
  for (const state of ['saved', 'queued'] as const) {
    const one = entry({ state, nextAt: NOW + 4 * MINUTE, notBefore: NOW + HOUR });
    for (const jump of [-YEAR, YEAR]) {
      let now = NOW + jump;
      let current = one;
      assert.equal(settle(one, now).state, state);
      let attempts = 0;
      for (const end = now + HOUR; now < end; now += SECOND) {
        const mine = claim(current, 'me', now, true);
        if (!mine) continue;
        attempts += 1;
        current = conclude(mine, failure('busy'), true, { now, chance: 0.5 });
      }
      assert.ok(attempts > 5 && attempts < 60, `${attempts} attempts in an hour`);
      // And back again.
      assert.equal(dueIn(current, NOW), jump > 0 ? 0 : dueIn(current, NOW));
      assert.notEqual(settle(current, NOW).state, 'expired');
    }
  }
});

test('a small step back of the clock makes no wait longer than that', () => {
  const one = entry({ seenAt: NOW, nextAt: NOW + MINUTE });
  assert.equal(dueIn(one, NOW - 2 * MINUTE), 3 * MINUTE);
  assert.equal(dueIn(entry({ seenAt: NOW, nextAt: NOW + HOUR }), NOW), 5 * MINUTE);
});

test('who asks ends the back-off, not the endpoint’s own wait, and not sooner than five seconds after a try', () => {
  const waits = entry({ seenAt: NOW, nextAt: NOW + 4 * MINUTE });
  assert.equal(dueIn(waits, NOW), 4 * MINUTE);
  assert.equal(dueIn(waits, NOW, true), 5 * SECOND);
  assert.equal(dueIn(waits, NOW + 5 * SECOND, true), 0);
  assert.equal(claim(waits, 'me', NOW + 4 * SECOND, true), undefined);
  assert.ok(claim(waits, 'me', NOW + 5 * SECOND, true));
  assert.equal(dueIn({ ...waits, nextAt: NOW + SECOND }, NOW, true), SECOND);
  assert.equal(dueIn({ ...waits, notBefore: NOW + HOUR }, NOW, true), HOUR);
  assert.equal(dueIn({ ...waits, attempts: 10 }, NOW + 10 * SECOND, true), 4 * MINUTE - 10 * SECOND);
});

test('after 72 hours it is not sent without asking, however the time went by', () => {
  const fresh = entry({ age: 0, seenAt: NOW });
  assert.equal(settle(fresh, NOW + MAX_AGE).state, 'saved');
  assert.equal(settle(fresh, NOW + MAX_AGE + 1).state, 'expired');
  assert.equal(settle({ ...leased(-1), age: MAX_AGE }, NOW).state, 'unconfirmed', 'it may have arrived');
  // In pieces, over a year of attempts.
  let one = fresh;
  let now = NOW;
  while (settle(one, now).state === 'saved' && now < NOW + YEAR) {
    one = conclude(claim(one, 'me', now)!, failure('busy'), true, { now, chance: 0.5 });
    now += HOUR;
  }
  assert.equal(now, NOW + 73 * HOUR);
  assert.equal(claim(one, 'me', now, true), undefined);
  const others = ['unconfirmed', 'rejected', 'parked', 'sent'] as const;
  for (const state of others) assert.equal(settle(entry({ state, age: YEAR }), NOW).state, state);
  assert.equal(ageOf(fresh, NOW - YEAR), 0);
  assert.equal(ageOf(fresh, NOW + 31 * DAY), 0);
  assert.equal(ageOf(fresh, NOW + 29 * DAY), 29 * DAY);
});

test('the visitor sends again whatever is kept, and a possible double is marked', () => {
  for (const one of ENTRIES) {
    const again = sendAgain(one, NOW);
    const isBusy = one.state === 'sent' || isLeased(one, NOW);
    assert.equal(again === undefined, isBusy, JSON.stringify(one));
    if (!again) continue;
    const mayDouble = !one.deduplicates && (one.arrived === 'unknown' || one.state === 'sending');
    assert.equal(again.record['possible_duplicate'], mayDouble || undefined);
    assert.equal(dueIn(again, NOW), 0);
    assert.ok(claim(again, 'me', NOW));
    assert.equal(again.id, one.id);
    assert.equal(again.lease.fence, one.lease.fence);
    // Once marked it stays marked.
    const failed = conclude(claim(again, 'me', NOW)!, failure('busy', 'no'), true, { now: NOW, chance: 0 });
    assert.equal(failed.record['possible_duplicate'], mayDouble || undefined);
  }
  const rejected = entry({ state: 'rejected', errors: [{ field: 'email' }] });
  assert.deepEqual(sendAgain(rejected, NOW)!.errors, []);
  assert.equal(settle(sendAgain(entry({ state: 'expired', age: YEAR }), NOW)!, NOW).state, 'queued');
  const patient = sendAgain(entry({ notBefore: NOW + DAY }), NOW)!;
  assert.equal(dueIn(patient, NOW, true), 5 * MINUTE);
});

test('what waits for an endpoint that is another now is parked; what doesn’t wait stays as it is', () => {
  for (const one of ENTRIES) {
    const parked = park(one, NOW);
    const waits = ['saved', 'queued'].includes(settle(one, NOW).state);
    const mayHaveArrived =
      settle(one, NOW).arrived === 'unknown' || one.record['possible_duplicate'] === true;
    const expected = mayHaveArrived ? 'unconfirmed' : 'parked';
    assert.equal(parked?.state, waits ? expected : undefined, JSON.stringify(one));
    if (parked) assert.deepEqual(content(parked), content(one));
  }
  assert.equal(park(leased(-1), NOW)!.arrived, 'unknown');
  assert.equal(park(leased(-1, { deduplicates: false }), NOW), undefined);
});

test('what was sent stays until it was told, and some days more', () => {
  const sent = (told: boolean) => entry({ state: 'sent', told, seenAt: NOW });
  for (const direction of [1, -1]) {
    assert.ok(!isSpent(sent(true), NOW + direction * MAX_AGE));
    assert.ok(isSpent(sent(true), NOW + direction * (MAX_AGE + 1)));
    assert.ok(!isSpent(sent(false), NOW + direction * 29 * DAY));
    assert.ok(isSpent(sent(false), NOW + direction * YEAR));
  }
  for (const state of STATES) {
    if (state !== 'sent') assert.ok(!isSpent(entry({ state, seenAt: NOW }), NOW + YEAR));
  }
});

test('an entry of a newer version is nothing to us', () => {
  for (const version of [ENTRY_VERSION + 1, NaN, undefined as unknown as number]) {
    for (const one of ENTRIES) {
      const newer = { ...one, version };
      assert.equal(claim(newer, 'me', NOW, true), undefined);
      assert.equal(dueIn(newer, NOW), undefined);
      assert.equal(sendAgain(newer, NOW), undefined);
    }
  }
});

test('room is for twenty entries, 256 K characters, 5 MB a file and 10 MB in all', () => {
  const others = (count: number, changes: Partial<OutboxEntry> = {}) =>
    Array.from({ length: count }, (_, number) => entry({ id: `${number}`, ...changes }));
  const file = (size: number) => ({ field: 'attachment', file: { size } as File });
  assert.equal(refusal(entry(), others(MAX_ENTRIES - 1)), undefined);
  assert.match(refusal(entry(), others(MAX_ENTRIES))!, /20 submissions/);
  assert.equal(refusal(entry(), others(50, { state: 'sent' })), undefined);
  assert.equal(refusal(entry({ id: '5' }), others(MAX_ENTRIES)), undefined, 'one of the twenty, again');

  const long = { text: 'x'.repeat(MAX_TEXT / 2) };
  assert.equal(refusal(entry(long), []), undefined);
  assert.match(refusal(entry(long), others(1, long))!, /texts are too long/);
  assert.match(refusal(entry({ record: { message: 'x'.repeat(MAX_TEXT) } }), [])!, /texts are too long/);

  assert.equal(refusal(entry({ files: [file(MAX_FILE), file(MAX_FILES - MAX_FILE)] }), []), undefined);
  assert.match(refusal(entry({ files: [file(MAX_FILE + 1)] }), [])!, /a file is too large/);
  const full = others(2, { files: [file(MAX_FILE)] });
  assert.equal(refusal(entry(), full), undefined);
  assert.match(refusal(entry({ files: [file(1)] }), full)!, /files are too large together/);
});

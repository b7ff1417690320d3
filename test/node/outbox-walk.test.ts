/**
 * Pages that share one entry, in every order that chance finds: they claim, renew, freeze, are killed, wake and
 * conclude, while the clock jumps and the endpoint loses what it likes. No locks: the lease alone has to do.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxEntry } from '../../src/delivery/outbox/entry.js';
import {
  claim,
  conclude,
  dueIn,
  isHeldBy,
  LEASE,
  renew,
  sendAgain,
  settle,
} from '../../src/delivery/outbox/machine.js';
import type { AttemptOutcome } from '../../src/delivery/states.js';
import { DAY, entry, failure, HOUR, NOW, seeded, SECOND, YEAR } from './outbox-support.js';

/** An attempt that a page is at. */
interface Attempt {
  readonly mine: OutboxEntry;
  /** Moment of a clock that never jumps at which the lease ends. */
  until: number;
  outcome: AttemptOutcome | undefined;
}

interface Page {
  owner: string;
  isFrozen: boolean;
  attempt: Attempt | undefined;
}

class World {
  entry: OutboxEntry;
  readonly pages: Page[];
  /** The endpoint's rows: whether each is marked as a possible double. */
  readonly rows: boolean[] = [];
  /** What the visitor's clock says, and what time it is. */
  clock = NOW;
  time = 0;
  attempts = 0;
  chance: () => number;
  /** Since the clock was last set, leases mean what they say. */
  #clockSetAt = -1;
  #lastFence: number;

  constructor(deduplicates: boolean, chance: () => number) {
    this.entry = entry({ deduplicates, seenAt: NOW });
    this.#lastFence = this.entry.lease.fence;
    this.chance = chance;
    this.pages = [0, 1, 2].map((number) => ({ owner: `${number}`, isFrozen: false, attempt: undefined }));
  }

  wake(page: Page, asked: boolean): void {
    if (page.isFrozen || page.attempt) return;
    const mine = claim(this.entry, page.owner, this.clock, asked);
    if (!mine) return;
    for (const { attempt } of this.pages) {
      const isValid = attempt && attempt.until > this.time && this.#clockSetAt < attempt.until - LEASE;
      const isOpen = attempt && isHeldBy(this.entry, attempt.mine.lease.owner, attempt.mine.lease.fence);
      assert.ok(!(isValid && isOpen), 'claimed while another has a valid lease');
    }
    assert.ok(mine.lease.fence > this.#lastFence, 'the fence grows');
    this.#lastFence = mine.lease.fence;
    this.attempts += 1;
    this.entry = mine;
    page.attempt = { mine, until: this.time + LEASE, outcome: undefined };
  }

  /** The request reaches the endpoint or not, and so does the answer the page. */
  exchange(page: Page, luck = this.chance()): void {
    const { attempt } = page;
    if (!attempt || attempt.outcome || page.isFrozen) return;
    const stored = luck < 0.6;
    if (stored && !(this.entry.deduplicates && this.rows.length)) {
      this.rows.push(attempt.mine.record['possible_duplicate'] === true);
    }
    const retryAfter = [0, 30 * SECOND, HOUR, 10 * YEAR][Math.floor(this.chance() * 4)]!;
    const outcomes: readonly AttemptOutcome[] = stored
      ? [
          { state: 'sent' },
          failure('network'),
          failure('timeout'),
          failure('busy', 'unknown', { retryAfter }),
        ]
      : [
          failure('offline', 'no'),
          failure('network'),
          failure('busy', 'no', { retryAfter }),
          failure('blocked', 'no'),
        ];
    attempt.outcome = luck < 0.3 ? { state: 'sent' } : outcomes[Math.floor(this.chance() * outcomes.length)]!;
  }

  conclude(page: Page): void {
    const { attempt } = page;
    if (!attempt?.outcome || page.isFrozen) return;
    page.attempt = undefined;
    const { outcome, mine } = attempt;
    const isHeld = isHeldBy(this.entry, mine.lease.owner, mine.lease.fence);
    if (!isHeld && outcome.state !== 'sent') return;
    this.entry = conclude(this.entry, outcome, this.chance() < 0.5, {
      now: this.clock,
      chance: this.chance(),
    });
  }

  renew(page: Page): void {
    const { attempt } = page;
    if (!attempt || page.isFrozen) return;
    const renewed = renew(this.entry, attempt.mine.lease.owner, attempt.mine.lease.fence, this.clock);
    if (!renewed) return;
    this.entry = renewed;
    attempt.until = this.time + LEASE;
  }

  /** The page is gone, with what it was at; another takes its place. */
  kill(page: Page): void {
    page.attempt = undefined;
    page.isFrozen = false;
    page.owner += '+';
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
    this.clock += milliseconds;
  }

  setClock(by: number): void {
    this.clock += by;
    this.#clockSetAt = this.time;
  }

  /** What a page writes of what it finds. */
  look(): void {
    this.entry = settle(this.entry, this.clock);
  }

  visitor(): void {
    this.entry = sendAgain(this.entry, this.clock) ?? this.entry;
  }

  check(): void {
    const { entry: now, rows } = this;
    if (now.state === 'sent') assert.ok(rows.length > 0, 'said to be sent, and it is not there');
    else assert.equal(now.record['message'], 'Kaixo!', 'lost');
    assert.equal(now.endpoint, entry().endpoint);
    assert.ok(rows.filter((isMarked) => !isMarked).length <= 1, 'doubled without a mark');
    if (now.deduplicates) assert.ok(rows.length <= 1, 'doubled');
    if (now.state === 'parked' || now.state === 'expired')
      assert.equal(rows.length, 0, 'said not to be sent, and it is there');
  }

  /** From here on all goes well: it arrives, or the visitor has been asked. */
  settleDown(): void {
    for (const page of this.pages) this.kill(page);
    for (let step = 0; step < 10 && dueIn(this.entry, this.clock) !== undefined; step++) {
      this.pass(Math.max(LEASE, dueIn(this.entry, this.clock)!));
      this.wake(this.pages[0]!, true);
      this.exchange(this.pages[0]!, 0);
      this.conclude(this.pages[0]!);
      this.check();
    }
    this.look();
    const ends = ['sent', 'unconfirmed', 'parked', 'expired', 'rejected'];
    assert.ok(ends.includes(this.entry.state), `left ${this.entry.state} for good`);
  }
}

type Step = (world: World, page: Page) => void;

const STEPS: readonly Step[] = [
  (world, page) => world.wake(page, false),
  (world, page) => world.wake(page, true),
  (world, page) => world.exchange(page),
  (world, page) => world.conclude(page),
  (world, page) => world.renew(page),
  (world, page) => world.kill(page),
  (_world, page) => (page.isFrozen = !page.isFrozen),
  (world) => world.pass(SECOND),
  (world) => world.pass(LEASE / 4),
  (world) => world.pass(LEASE),
  (world) => world.look(),
];
/** What happens less often. */
const RARE: readonly Step[] = [
  (world) => world.pass(4 * HOUR),
  (world) => world.pass(2 * DAY),
  (world) => world.setClock(-10 * SECOND),
  (world) => world.setClock(YEAR),
  (world) => world.setClock(-YEAR),
  (world) => world.visitor(),
];

for (const deduplicates of [true, false]) {
  test(`three pages, 4,000 walks of 80 steps, ${deduplicates ? 'with' : 'without'} de-duplication`, () => {
    const ends = new Map<string, number>();
    let attempts = 0;
    for (let seed = 1; seed <= 4000; seed++) {
      const chance = seeded(seed);
      const world = new World(deduplicates, chance);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
      try {
        for (let step = 0; step < 80; step++) {
          pick(chance() < 0.1 ? RARE : STEPS)(world, pick(world.pages));
          world.check();
        }
        world.settleDown();
      } catch (error) {
        throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
      }
      attempts += world.attempts;
      ends.set(world.entry.state, (ends.get(world.entry.state) ?? 0) + 1);
    }
    assert.ok(attempts > 5000, `${attempts} attempts`);
    assert.ok(ends.get('sent')! > 500, JSON.stringify([...ends]));
    assert.ok(ends.has('unconfirmed'));
  });

  test(`two pages, every order of six steps, ${deduplicates ? 'with' : 'without'} de-duplication`, () => {
    // The steps that a race is made of; chance is fixed: stored, and the answer is lost.
    const both: readonly Step[] = [
      (world, page) => world.wake(page, true),
      (world, page) => world.exchange(page, 0.5),
      (world, page) => world.conclude(page),
      (world, page) => world.renew(page),
    ];
    const moves: readonly ((world: World) => void)[] = [
      ...[0, 1].flatMap((page) => both.map((step) => (world: World) => step(world, world.pages[page]!))),
      (world) => world.pass(LEASE),
      (world) => world.look(),
      (world) => world.setClock(-YEAR),
    ];
    let orders = 0;
    for (let code = 0; code < moves.length ** 5; code++) {
      const world = new World(deduplicates, () => 0.4);
      world.wake(world.pages[0]!, true);
      for (let rest = code, step = 0; step < 5; step++, rest = Math.floor(rest / moves.length)) {
        moves[rest % moves.length]!(world);
        world.check();
      }
      orders += 1;
    }
    assert.equal(orders, 11 ** 5);
  });
}

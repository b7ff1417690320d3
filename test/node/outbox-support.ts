import type { DeliveryRequest } from '../../src/delivery/deliver.js';
import { ENTRY_VERSION, type OutboxEntry } from '../../src/delivery/outbox/entry.js';
import type { Lock } from '../../src/delivery/outbox/lock.js';
import { LEASE } from '../../src/delivery/outbox/machine.js';
import type { OutboxRequest } from '../../src/delivery/outbox/request.js';
import { TIMEOUT, type Change, type OutboxStore } from '../../src/delivery/outbox/store.js';
import { Outbox, type OutboxNews, type OutboxWorld } from '../../src/delivery/outbox/outbox.js';
import type { AttemptOutcome, FailureReason } from '../../src/delivery/states.js';

/** Sunday, 22 November 2026, some time in the afternoon. */
export const NOW = Date.UTC(2026, 10, 22, 14, 3);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;

export const ENDPOINT = 'https://shop.example/submissions';

/** An entry that waits, first due now. */
export const entry = (changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  version: ENTRY_VERSION,
  id: 'a',
  state: 'saved',
  lease: { owner: 'somebody', fence: 3, until: NOW - 1 },
  attempts: 1,
  arrived: 'no',
  nextAt: NOW,
  notBefore: NOW,
  createdAt: NOW - MINUTE,
  age: 0,
  seenAt: NOW - MINUTE,
  widget: 'contact',
  reference: 'REF-a',
  deduplicates: true,
  endpoint: ENDPOINT,
  profile: 'harreman',
  place: '/contact#form',
  fingerprint: 'of a',
  text: 'Kaixo!',
  record: { submission_id: 'a', reference: 'REF-a', widget: 'contact', message: 'Kaixo!' },
  files: [],
  values: [['message', 'Kaixo!']],
  errors: [],
  told: false,
  ...changes,
});

/** An entry that a page is sending; `until` milliseconds from now its lease ends. */
export const leased = (until = LEASE, changes: Partial<OutboxEntry> = {}): OutboxEntry =>
  entry({ state: 'sending', lease: { owner: 'page', fence: 4, until: NOW + until }, ...changes });

export const failure = (
  reason: FailureReason,
  arrived: 'no' | 'unknown' = 'unknown',
  details: { status?: number; retryAfter?: number } = {},
): AttemptOutcome => ({ state: 'failed', reason, arrived, diagnosis: reason, ...details });

/** Small numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What may befall one call of a store. */
export type StoreFault =
  /** Rejects, and nothing is written. */
  | 'fail'
  /** Never answers, and nothing is written. */
  | 'hang'
  /** Writes, and rejects all the same. */
  | 'lie';

/** Entries in memory, which only change as a store's do: as a whole, and as copies. */
export class MemoryStore implements OutboxStore {
  readonly kept = new Map<string, OutboxEntry>();
  /** All calls so far, by name. */
  readonly calls: ('all' | 'update')[] = [];
  /** What befalls a call, by its number from 0; `undefined` if it goes well. */
  fault: (number: number, call: 'all' | 'update') => StoreFault | undefined = () => undefined;

  constructor(...entries: readonly OutboxEntry[]) {
    for (const one of entries) this.kept.set(one.id, one);
  }

  get only(): OutboxEntry | undefined {
    return [...this.kept.values()][0];
  }

  async all(): Promise<readonly OutboxEntry[]> {
    if ((await this.#befall('all')) === 'fail') throw new Error('the store fails');
    return structuredClone([...this.kept.values()]);
  }

  async update(
    id: string,
    change: (entry: OutboxEntry | undefined, others: readonly OutboxEntry[]) => Change,
  ): Promise<OutboxEntry | undefined> {
    const fault = await this.#befall('update');
    const others = [...this.kept.values()].filter((other) => other.id !== id);
    const changed = structuredClone(change(structuredClone(this.kept.get(id)), structuredClone(others)));
    // As where the disk is full: known only when it comes to committing.
    if (fault === 'fail') throw new Error('the store fails');
    if (changed) this.kept.set(id, changed);
    else if (changed === null) this.kept.delete(id);
    // As a write that is done after nobody waits for it any more.
    if (fault === 'lie') throw new DOMException('storage does not answer', TIMEOUT);
    return structuredClone(this.kept.get(id));
  }

  async #befall(call: 'all' | 'update'): Promise<StoreFault | undefined> {
    const fault = this.fault(this.calls.push(call) - 1, call);
    await Promise.resolve();
    if (fault === 'hang') await new Promise(() => undefined);
    return fault;
  }
}

/** A lock among the pages of one test. */
export function sharedLock(): Lock {
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return work(false);
    held.add(name);
    return work(true, true).finally(() => held.delete(name));
  };
}

/** As where there are no Web Locks. */
export const noLock: Lock = (_name, work) => work(true);

export const request = (changes: Partial<OutboxRequest> = {}): OutboxRequest => ({
  endpoint: ENDPOINT,
  profile: 'harreman',
  deduplicates: true,
  place: '/contact#form',
  fingerprint: 'of a',
  text: 'Kaixo!',
  values: [['message', 'Kaixo!']],
  record: { submission_id: 'a', reference: 'REF-a', widget: 'contact', message: 'Kaixo!' },
  files: [],
  ...changes,
});

/** A page: an outbox, and all that it does to its world. */
export class Page {
  readonly outbox: Outbox;
  /** What was sent, in order. */
  readonly sent: DeliveryRequest[] = [];
  readonly news: (OutboxNews | undefined)[] = [];
  readonly told: number[] = [];
  readonly warnings: string[] = [];
  isOnline = true;
  chance = 0.5;
  endpoint: string | undefined = ENDPOINT;
  /** How the endpoint answers. */
  answer: (request: DeliveryRequest) => AttemptOutcome | Promise<AttemptOutcome> = () => ({ state: 'sent' });

  constructor(store: OutboxStore, changes: Partial<OutboxWorld> = {}) {
    this.outbox = new Outbox({
      store,
      lock: noLock,
      deliver: async (delivery) => {
        this.sent.push(delivery);
        return this.answer(delivery);
      },
      clock: () => ({ now: Date.now(), chance: this.chance }),
      owner: `page ${Math.random()}`,
      isOnline: () => this.isOnline,
      endpointOf: () => this.endpoint,
      tellChange: (waiting) => this.told.push(waiting),
      warn: (message) => this.warnings.push(message),
      ...changes,
    });
    this.outbox.listen((news) => this.news.push(news));
  }

  /** The states that were announced, by id. */
  get states(): string[] {
    return this.news.flatMap((news) => (news ? [`${news.id} ${news.state}`] : []));
  }

  get shown(): string[] {
    return this.outbox.entries.map(({ id, state }) => `${id} ${state}`);
  }
}

/** Everything that is only waiting for its turn has had it. */
export async function idle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
}

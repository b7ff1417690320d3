import type { FieldError, AttemptOutcome, DeliveryOutcome } from '../states.js';
import type { DeliveryRequest } from '../deliver.js';
import type { WireRecord } from '../../submission/types.js';
import { ENTRY_VERSION, MAX_AGE, ageOf, refusal, type OutboxEntry } from './entry.js';
import type { Lock } from './lock.js';
import {
  claim,
  conclude,
  dueIn,
  isHeldBy,
  isLeased,
  isOurs,
  LEASE,
  park,
  renew,
  sendAgain,
  settle,
  type Clock,
} from './machine.js';
import type { OutboxStore } from './store.js';

/** A submission to be delivered, and what has to be known of it when its form is gone. */
export interface OutboxRequest extends DeliveryRequest {
  readonly profile: string;
  /** Whether the endpoint makes one submission of two requests with the same id. */
  readonly deduplicates: boolean;
  readonly place: string;
  readonly fingerprint: string;
  readonly text: string;
  readonly values: OutboxEntry['values'];
}

/** What an outbox stands in. */
export interface OutboxWorld {
  readonly store: OutboxStore;
  readonly lock: Lock;
  readonly deliver: (request: DeliveryRequest) => Promise<AttemptOutcome>;
  readonly clock: () => Clock;
  /** Names this page among those that share the outbox. */
  readonly owner: string;
  readonly isOnline: () => boolean;
  /** The absolute address that a place sends to now; `undefined` where that place isn't on this page. */
  readonly endpointOf: (place: string) => string | undefined;
  /** Tells other pages that something has changed, and how many entries wait. */
  readonly tellChange: (waiting: number) => void;
  /** A sentence for the owner. */
  readonly warn: (message: string) => void;
}

/** What has become of an entry on this page. */
export interface OutboxNews {
  readonly id: string;
  /** `deleted`: taken away by the visitor, here or on another page. */
  readonly state: OutboxEntry['state'] | 'deleted';
  readonly reference: string;
  readonly errors: readonly FieldError[];
  /** What was sent, where that was done here. */
  readonly record?: WireRecord;
}

/** A timer never sleeps for longer: clocks jump, and a phone's timers stand still while it sleeps. */
const LONGEST_SLEEP = 5 * 60_000;
const BREATH = 1000;

/**
 * Keeps submissions until they have arrived. A submission is on the disk before its request leaves, and goes from
 * there only when the endpoint has it or the visitor takes it away. All pages of an origin share one outbox; a lock
 * and a lease keep it to one attempt at a time (design: How it is delivered).
 */
export class Outbox {
  /** What was last read, oldest first. Also holds what was sent and nobody has been told. */
  entries: readonly OutboxEntry[] = [];

  #world: OutboxWorld;
  #listeners = new Set<(news: OutboxNews | undefined) => void>();
  #resuming: Promise<void> | undefined;
  #isAskedAgain = false;
  #wake: ReturnType<typeof setTimeout> | undefined;

  constructor(world: OutboxWorld) {
    this.#world = world;
  }

  /** Hears of every change: with news where an entry has come to a new state, without where only the list is another. */
  listen(listener: (news: OutboxNews | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Keeps a submission and makes the first attempt. Never rejects. `saved` only ever comes after a committed write;
   * where nothing can be kept, the attempt is made all the same and its outcome told as it is.
   */
  async submit(request: OutboxRequest): Promise<DeliveryOutcome> {
    const { store, deliver, warn } = this.#world;
    const id = request.record['submission_id'] as string;
    let mine: OutboxEntry | undefined;
    let reason: string | undefined;
    try {
      const kept = await store.update(id, (earlier, others) => {
        const entry = this.#newEntry(id, request, earlier);
        if (earlier && (earlier.state === 'sent' || isLeased(earlier, entry.seenAt))) return undefined;
        reason = refusal(entry, others);
        return reason === undefined ? (mine = entry) : undefined;
      });
      if (!mine && kept?.state === 'sent') return { state: 'sent', reference: kept.reference };
      // It is being sent at this moment, on another page or for a notice on this one: the news will come.
      if (!mine && kept && reason === undefined) return { state: 'saved' };
    } catch (error) {
      reason = String(error);
    }
    if (mine && reason === undefined) {
      const entry = mine;
      void this.#refresh();
      return this.#world.lock(id, () => this.#attempt(entry, request));
    }
    warn(`the submission is not kept on this device: ${reason}`);
    const outcome = await deliver(request);
    // It may have been written after we had stopped waiting.
    if (outcome.state !== 'failed') void store.update(id, () => null).catch(() => undefined);
    return outcome;
  }

  /**
   * Sends what is due, one after the other. `asked` (the page was loaded, the network is back) doesn't wait for the
   * back-off to end; an endpoint's `Retry-After` is waited for all the same.
   */
  async resume(asked = false): Promise<void> {
    if (this.#resuming) {
      this.#isAskedAgain ||= asked;
      return this.#resuming;
    }
    this.#resuming = this.#resume(asked);
    await this.#resuming.finally(() => (this.#resuming = undefined));
    if (!this.#isAskedAgain) return;
    this.#isAskedAgain = false;
    await this.resume(true);
  }

  /** The visitor's own wish. */
  async sendAgain(id: string): Promise<void> {
    const { now } = this.#world.clock();
    const entry = await this.#change(id, (entry) => sendAgain(entry, now));
    if (entry) await this.#attemptKept(id, true);
    await this.#refresh();
  }

  /** Takes an entry away: the visitor doesn't want it sent, or it has become another. */
  async delete(id: string): Promise<void> {
    const { now } = this.#world.clock();
    await this.#world.store
      .update(id, (entry) => (entry && isLeased(entry, now) ? undefined : null))
      .catch(() => undefined);
    await this.#refresh();
  }

  /** The visitor has seen that these were sent. */
  async tell(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.#change(id, (entry) =>
        entry.state === 'sent' && !entry.told ? { ...entry, told: true } : undefined,
      );
    }
    await this.#refresh();
  }

  /** An entry with this content that a form may be trying again. */
  find(fingerprint: string): OutboxEntry | undefined {
    return this.entries.find((entry) => entry.fingerprint === fingerprint);
  }

  /** Reads again what is there. */
  async refresh(): Promise<void> {
    const { store, clock } = this.#world;
    const { now } = clock();
    const entries = await store.all().catch(() => this.entries);
    const before = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.entries = entries
      .filter(isOurs)
      .map((entry) => settle(entry, now))
      .sort((a, b) => a.createdAt - b.createdAt);
    for (const entry of this.entries) {
      const earlier = before.get(entry.id);
      before.delete(entry.id);
      if (earlier && earlier.state !== entry.state) this.#announce(newsOf(entry));
    }
    for (const gone of before.values()) this.#announce({ ...newsOf(gone), state: 'deleted' });
    this.#announce(undefined);
    this.#sleep(now);
  }

  async #refresh(): Promise<void> {
    await this.refresh();
    this.#world.tellChange(this.#waiting);
  }

  get #waiting(): number {
    return this.entries.filter(({ told }) => !told).length;
  }

  async #resume(asked: boolean): Promise<void> {
    const { clock, isOnline, endpointOf } = this.#world;
    await this.refresh();
    for (const entry of this.entries) {
      const { now } = clock();
      const { id, state, place, endpoint } = entry;
      if (state === 'sent') {
        if (ageOf(entry, now) > MAX_AGE) await this.delete(id);
        continue;
      }
      const wait = dueIn(entry, now, asked);
      const target = endpointOf(place);
      if (wait !== undefined && target !== undefined && target !== endpoint) {
        this.#world.warn(
          `a submission for ${endpoint} waits, and this form sends to ${target} now: it is sent to neither, and its visitor is told`,
        );
        await this.#change(id, (found) => (isLeased(found, now) ? undefined : park(found)));
      } else if (wait === 0 && isOnline()) await this.#attemptKept(id, asked);
      else if (state === 'expired' || state === 'unconfirmed')
        await this.#change(id, (found) => settled(found, now));
    }
    await this.#refresh();
  }

  /** One attempt at what is kept, unless another page makes it. */
  async #attemptKept(id: string, asked: boolean): Promise<void> {
    const { lock, clock, owner } = this.#world;
    await lock(id, async (isHeld) => {
      if (!isHeld) return;
      let mine: OutboxEntry | undefined;
      await this.#change(id, (entry) => (mine = claim(entry, owner, clock().now, asked)));
      if (mine) await this.#attempt(mine);
    }).catch(() => undefined);
  }

  /** Attempts under a lease that is ours, and writes what came of it. */
  async #attempt(entry: OutboxEntry, request?: OutboxRequest): Promise<DeliveryOutcome> {
    const { id, lease } = entry;
    const { clock, deliver, owner } = this.#world;
    const held = setInterval(() => {
      void this.#change(id, (found) => renew(found, owner, lease.fence, clock().now));
    }, LEASE / 4);
    let outcome: AttemptOutcome;
    try {
      outcome = await deliver(request ?? requestOf(entry));
    } finally {
      clearInterval(held);
    }
    const answer = await this.#conclude(entry, outcome, request !== undefined);
    await this.#refresh();
    return answer;
  }

  /**
   * Writes the outcome of an attempt, if it is still ours to write. While its form stands before the visitor
   * (`isWatched`), what the form itself tells or lets them mend needs no place here.
   */
  async #conclude(entry: OutboxEntry, outcome: AttemptOutcome, isWatched: boolean): Promise<DeliveryOutcome> {
    const { id, lease, record } = entry;
    const { clock, owner, endpointOf, store } = this.#world;
    const here = endpointOf(entry.place) !== undefined;
    let after: OutboxEntry | undefined;
    let isLate = false;
    const write = (found: OutboxEntry | undefined): OutboxEntry | null | undefined => {
      if (!found) return undefined;
      isLate = !isHeldBy(found, owner, lease.fence);
      // What has arrived has arrived, whoever says it. Any other late word is another's business by now.
      if (isLate && outcome.state !== 'sent') return undefined;
      after = conclude(found, outcome, here, clock());
      return isWatched && isForm(outcome) ? null : after;
    };
    try {
      const stored = await store.update(id, write);
      after ??= stored;
    } catch {
      // Not written: it stays as it was committed, under a lease that ends, and is looked at again then.
      after = conclude(entry, outcome, here, clock());
    }
    if (!isWatched && after) this.#announce({ ...newsOf(after), record });
    if (!isWatched || outcome.state === 'sent' || isForm(outcome)) return outcome;
    if (isLate && after?.state === 'sent') return { state: 'sent', reference: after.reference };
    return after?.state === 'saved' || isLate ? { state: 'saved' } : outcome;
  }

  #newEntry(id: string, request: OutboxRequest, earlier: OutboxEntry | undefined): OutboxEntry {
    const { now } = this.#world.clock();
    const { record, files = [], profile, deduplicates, endpoint, place, fingerprint, text, values } = request;
    return {
      version: ENTRY_VERSION,
      id,
      state: 'sending',
      lease: { owner: this.#world.owner, fence: (earlier?.lease.fence ?? 0) + 1, until: now + LEASE },
      attempts: (earlier?.attempts ?? 0) + 1,
      arrived: earlier && !record['possible_duplicate'] ? earlier.arrived : 'no',
      nextAt: now,
      notBefore: now,
      createdAt: earlier?.createdAt ?? now,
      age: 0,
      seenAt: now,
      widget: String(record['widget']),
      reference: String(record['reference']),
      deduplicates,
      endpoint,
      profile,
      place,
      fingerprint,
      text,
      record: { ...record },
      files,
      values,
      errors: [],
      told: false,
    };
  }

  /** Changes an entry that is there and that this version understands; a store that fails changes nothing. */
  async #change(
    id: string,
    change: (entry: OutboxEntry) => OutboxEntry | undefined,
  ): Promise<OutboxEntry | undefined> {
    return this.#world.store
      .update(id, (entry) => (entry && isOurs(entry) ? change(entry) : undefined))
      .catch(() => undefined);
  }

  #announce(news: OutboxNews | undefined): void {
    for (const listener of this.#listeners) listener(news);
  }

  #sleep(now: number): void {
    clearTimeout(this.#wake);
    const waits = this.entries.flatMap((entry) => dueIn(entry, now) ?? []);
    if (!waits.length) return;
    // What is due and was not sent is in another page's hands, or the network is away, whose return is an event.
    const least = this.#world.isOnline() ? BREATH : LONGEST_SLEEP;
    this.#wake = setTimeout(() => void this.resume(), Math.max(least, Math.min(LONGEST_SLEEP, ...waits)));
  }
}

/** What the form deals with: it is sent, the visitor mends it there, or nothing but the owner can help. */
const isForm = (outcome: AttemptOutcome): boolean =>
  outcome.state !== 'failed' ||
  (outcome.arrived === 'no' && (outcome.reason === 'blocked' || outcome.reason === 'too-large'));

const settled = (entry: OutboxEntry, now: number): OutboxEntry | undefined => {
  const after = settle(entry, now);
  return after === entry ? undefined : after;
};

const newsOf = ({ id, state, reference, errors }: OutboxEntry): OutboxNews => ({
  id,
  state,
  reference,
  errors,
});

const requestOf = ({ endpoint, profile, record, files }: OutboxEntry): DeliveryRequest => ({
  endpoint,
  profile,
  record,
  files,
});

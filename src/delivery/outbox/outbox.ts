import type { DeliveryRequest } from '../deliver.js';
import { failed } from '../outcome.js';
import type { AttemptOutcome, DeliveryOutcome } from '../states.js';
import { EntryList, type OutboxListener } from './entry-list.js';
import { refusal, type OutboxEntry } from './entry.js';
import type { Lock } from './lock.js';
import {
  claim,
  conclude,
  dueIn,
  inDoubt,
  isForForm,
  isHeldBy,
  isLeased,
  isLeasedElsewhere,
  isOurs,
  isSpent,
  LEASE,
  leftOf,
  orphaned,
  park,
  renew,
  sendAgain,
  settle,
  settledAt,
  type Clock,
} from './machine.js';
import { entryOf, requestOf, type OutboxRequest } from './request.js';
import { TIMEOUT, type Change, type OutboxStore } from './store.js';

export type { OutboxNews } from './entry-list.js';
export type { OutboxRequest } from './request.js';

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

/** A timer never sleeps for longer: clocks jump, and a phone's timers stand still while it sleeps. */
const LONGEST_SLEEP = 5 * 60_000;
const BREATH = 1000;
/** What is due and was not sent is in another page's hands, or the store refuses: no hurry helps. */
const OBSTRUCTED = 10_000;

/**
 * Keeps submissions until they have arrived. A submission is on the disk before its request leaves, and goes from
 * there only when the endpoint has it or the visitor takes it away. All pages of an origin share one outbox; a lock
 * and a lease keep it to one attempt at a time (design: How it is delivered).
 */
export class Outbox {
  #world: OutboxWorld;
  #list: EntryList;
  #resuming: Promise<void> | undefined;
  #isAskedAgain = false;
  #wake: ReturnType<typeof setTimeout> | undefined;
  /** How many wait, those of newer versions too; `undefined` until the store has been read. */
  #waiting: number | undefined;
  /** What the other pages were last told of that. */
  #toldWaiting: number | undefined;
  /** Whether something was written that they have not been told of. */
  #hasWritten = false;

  constructor(world: OutboxWorld) {
    this.#world = world;
    this.#list = new EntryList(world.warn);
  }

  /** What was last read, oldest first. Also holds what was sent in the last days. */
  get entries(): readonly OutboxEntry[] {
    return this.#list.entries;
  }

  /** Hears of every change: with news where an entry has come to a new state, without where only the list is another. */
  listen(listener: OutboxListener): () => void {
    return this.#list.listen(listener);
  }

  /**
   * Keeps a submission and makes the first attempt. Never rejects. `saved` only ever comes after a committed write;
   * where nothing can be kept, the attempt is made all the same and its outcome told as it is.
   */
  submit(request: OutboxRequest): Promise<DeliveryOutcome> {
    const id = request.record['submission_id'] as string;
    // Before the lease: what is leased and not locked is what a killed page has left, for whoever sees it.
    return this.#world.lock(id, () => this.#submit(id, request));
  }

  async #submit(id: string, request: OutboxRequest): Promise<DeliveryOutcome> {
    const { clock, owner, warn } = this.#world;
    let mine: OutboxEntry | undefined;
    let doubtful: OutboxEntry | undefined;
    let reason: string | undefined;
    try {
      const kept = await this.#update(id, (earlier, others) => {
        const { now } = clock();
        mine = reason = undefined;
        if (earlier && !isOurs(earlier)) reason = 'a newer version of the kit keeps it';
        const again = earlier && sendAgain(earlier, now);
        if (earlier && !again) return undefined;
        // The endpoint has asked for patience (Retry-After).
        if (again && dueIn(again, now) !== 0) return again;
        const entry = entryOf(request, now, again);
        reason = refusal(entry, others);
        return reason === undefined ? (mine = claim(entry, owner, now)) : undefined;
      });
      if (!mine && reason === undefined) {
        // It is being sent, on another page or for a notice on this one, or will be: the news will come.
        return kept?.state === 'sent' ? { state: 'sent', reference: kept.reference } : { state: 'saved' };
      }
    } catch (error) {
      if ((error as Error).name === TIMEOUT) doubtful = mine;
      mine = undefined;
      reason = String(error);
    }
    if (mine) {
      void this.#refresh();
      return this.#attempt(mine, request);
    }
    warn(`the submission is not kept on this device: ${reason}`);
    const outcome = await this.#deliver(request);
    if (doubtful && outcome.state === 'failed') return this.#lookAgain(doubtful, outcome);
    if (doubtful) void this.#change(id, () => null);
    return outcome;
  }

  /** A write that had no answer in time may have been done all the same: then it is kept, and will be sent. */
  async #lookAgain(entry: OutboxEntry, outcome: AttemptOutcome): Promise<DeliveryOutcome> {
    try {
      const found = await this.#update(entry.id, () => undefined);
      const isKept = found && isHeldBy(found, entry.lease.owner, entry.lease.fence);
      return isKept ? await this.#conclude(entry, outcome, true) : outcome;
    } catch {
      return inDoubt(outcome);
    }
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
    const again = await this.#change(id, (entry) => {
      const queued = sendAgain(entry, now);
      return queued && this.#hasMoved(entry) ? park(queued, now) : queued;
    });
    if (again?.state === 'queued') await this.#attemptKept(id, true);
    await this.#refresh();
  }

  /** Takes an entry away: the visitor doesn't want it sent, or it has become another. What is being sent stays. */
  async delete(id: string): Promise<void> {
    const { now } = this.#world.clock();
    await this.#change(id, (entry) => (isLeased(entry, now) ? undefined : null));
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
    try {
      const entries = await store.all();
      const { now } = clock();
      this.#waiting = entries.filter(({ told }) => !told).length;
      this.#list.note(
        entries
          .filter(isOurs)
          .map((entry) => settle(entry, now))
          .sort((a, b) => a.createdAt - b.createdAt),
      );
    } catch {
      // What was last read is the best that is known.
    }
    this.#sleep(clock().now);
  }

  /** Reads again after a change, and tells the other pages if there was one. */
  async #refresh(): Promise<void> {
    await this.refresh();
    const waiting = this.#waiting;
    if (waiting === undefined || (waiting === this.#toldWaiting && !this.#hasWritten)) return;
    this.#toldWaiting = waiting;
    this.#hasWritten = false;
    this.#world.tellChange(waiting);
  }

  async #resume(asked: boolean): Promise<void> {
    const { clock, isOnline, owner, warn } = this.#world;
    await this.refresh();
    for (const entry of this.entries) {
      const { id, state, endpoint } = entry;
      const { now } = clock();
      const wait = dueIn(entry, now, asked);
      if (wait !== undefined && this.#hasMoved(entry)) {
        if (await this.#change(id, (found) => park(found, now)))
          warn(`a submission waits for ${endpoint}, but its form sends elsewhere now: it is sent to neither`);
      } else if (wait === 0 && isOnline()) await this.#attemptKept(id, asked);
      // A page that was reloaded or killed leaves its lease behind, and nobody who holds its lock.
      else if (asked && isLeasedElsewhere(entry, owner, now)) await this.#attemptKept(id, asked);
      else if (state === 'sent') await this.#change(id, (found) => (isSpent(found, now) ? null : undefined));
      else if (state === 'expired' || state === 'unconfirmed') await this.#change(id, settledAt(now));
    }
    await this.#refresh();
  }

  /** Whether the place that an entry was written in is on this page, and sends to another endpoint now. */
  #hasMoved({ place, endpoint }: OutboxEntry): boolean {
    const target = this.#world.endpointOf(place);
    return target !== undefined && target !== endpoint;
  }

  /** One attempt at what is kept, unless another page makes it. */
  async #attemptKept(id: string, asked: boolean): Promise<void> {
    const { lock, clock, owner } = this.#world;
    await lock(id, async (isHeld, isAlone) => {
      if (!isHeld) return;
      const changed = await this.#change(id, (entry) => {
        const { now } = clock();
        const isOrphan = isAlone && isLeasedElsewhere(entry, owner, now);
        const free = isOrphan ? orphaned(entry, now) : entry;
        return claim(free, owner, now, asked) ?? (isOrphan ? free : undefined);
      });
      if (!changed) return;
      this.#list.noteOne(changed);
      if (changed.state === 'sending') await this.#attempt(changed);
    });
  }

  /** Attempts under a lease that is ours, and writes what came of it. */
  async #attempt(entry: OutboxEntry, request?: OutboxRequest): Promise<DeliveryOutcome> {
    const { id, lease, record } = entry;
    const { clock, owner } = this.#world;
    const held = setInterval(() => {
      void this.#change(id, (found) => renew(found, owner, lease.fence, clock().now));
    }, LEASE / 4);
    const outcome = await this.#deliver(request ? { ...request, record } : requestOf(entry));
    clearInterval(held);
    const answer = await this.#conclude(entry, outcome, request !== undefined);
    // A failure that a form is handed is told there.
    if (outcome.state === 'failed' && !(request && answer === outcome)) this.#world.warn(outcome.diagnosis);
    await this.#refresh();
    // Another page may have sent it meanwhile, which was no news to a form that was still sending.
    const kept = this.entries.find((known) => known.id === id);
    return kept?.state === 'sent' ? { state: 'sent', reference: kept.reference } : answer;
  }

  async #deliver(request: DeliveryRequest & Pick<OutboxRequest, 'attempt'>): Promise<AttemptOutcome> {
    try {
      return await (request.attempt ?? this.#world.deliver(request));
    } catch (error) {
      return failed('unreadable', 'unknown', String(error));
    }
  }

  /**
   * Writes the outcome of an attempt, if it is still ours to write. While its form stands before the visitor
   * (`isWatched`), what the form itself tells or lets them mend needs no place here.
   */
  async #conclude(entry: OutboxEntry, outcome: AttemptOutcome, isWatched: boolean): Promise<DeliveryOutcome> {
    const { id, lease, record, place } = entry;
    const { clock, owner, endpointOf } = this.#world;
    const here = endpointOf(place) !== undefined;
    let stored: OutboxEntry | undefined;
    let told: DeliveryOutcome = outcome;
    try {
      stored = await this.#update(id, (found) => {
        if (!found || !isOurs(found)) return undefined;
        // What has arrived has arrived, whoever says it. Any other late word is another's business by now.
        if (outcome.state !== 'sent' && !isHeldBy(found, owner, lease.fence)) return undefined;
        if (isWatched && isForForm(outcome)) return null;
        return leftOf(conclude(found, outcome, here, clock()), isWatched);
      });
    } catch {
      // It stays as it was committed. When the lease has ended, nobody will know whether it arrived.
      stored = conclude({ ...entry, arrived: 'unknown' }, outcome, here, clock());
      told = inDoubt(outcome);
    }
    if (stored && !isWatched) this.#list.noteOne(stored, record);
    const isKept = stored && dueIn(stored, clock().now) !== undefined;
    return isKept && !isForForm(outcome) ? { state: 'saved' } : told;
  }

  /** Changes an entry that is there and that this version understands. A store that fails changes nothing. */
  async #change(id: string, change: (entry: OutboxEntry) => Change): Promise<OutboxEntry | undefined> {
    let changed: Change;
    try {
      await this.#update(id, (entry) => (changed = entry && isOurs(entry) ? change(entry) : undefined));
      return changed ?? undefined;
    } catch {
      return undefined;
    }
  }

  async #update(...[id, change]: Parameters<OutboxStore['update']>): Promise<OutboxEntry | undefined> {
    let changed: Change;
    const stored = await this.#world.store.update(id, (...found) => (changed = change(...found)));
    this.#hasWritten ||= changed !== undefined;
    return stored;
  }

  #sleep(now: number): void {
    clearTimeout(this.#wake);
    const waits = this.entries.flatMap((entry) => dueIn(entry, now) ?? []);
    if (!waits.length) return;
    const wait = Math.min(...waits);
    // The network's return is an event.
    const least = !this.#world.isOnline() ? LONGEST_SLEEP : wait > 0 ? BREATH : OBSTRUCTED;
    this.#wake = setTimeout(() => void this.resume(), Math.max(least, Math.min(LONGEST_SLEEP, wait)));
  }
}

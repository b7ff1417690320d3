/**
 * What becomes of a kept submission: pure decisions. Whoever calls passes in the time and the chance, and writes
 * what comes out in one transaction with what went in.
 */
import { MAX_AGE, type AttemptOutcome } from '../states.js';
import { ageOf, ENTRY_VERSION, type OutboxEntry } from './entry.js';
import type { Change } from './store.js';

export interface Clock {
  /** Milliseconds since the epoch. It may be wrong, and it may jump. */
  readonly now: number;
  /** 0 ≤ chance < 1. */
  readonly chance: number;
}

/** A page that lives renews its lease well within; one that was killed or frozen loses the submission after it. */
export const LEASE = 90_000;

const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 5 * 60_000;
/** However many pages are loaded or come back online: no attempt follows another sooner for that… */
const PAUSE = 5_000;
/** …nor after so many that have failed. */
const MAX_HURRIED = 10;

/** Exponential back-off with full jitter: anything up to 4 s, 8 s … five minutes. `attempts` counts from 1. */
export function backOff(attempts: number, chance: number): number {
  return chance * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 20));
}

/** Whether a kit of this version may touch an entry at all. */
export const isOurs = ({ version }: OutboxEntry): boolean => version <= ENTRY_VERSION;

/**
 * Whether somebody is at work on it. A lease that ends impossibly late was given by a clock that was wrong by more
 * than a clock is set by as a matter of course.
 */
export function isLeased({ state, lease }: OutboxEntry, now: number): boolean {
  return state === 'sending' && lease.until > now && lease.until <= now + 2 * LEASE;
}

/** Whether it will be sent by itself. */
const isWaiting = ({ state }: OutboxEntry): boolean => state === 'saved' || state === 'queued';

/**
 * What has come of an entry while nobody looked. The page that sent it may be gone: then it may have arrived,
 * and only an endpoint that de-duplicates is asked again without asking the visitor. One that has waited too long
 * waits for the visitor, who is told.
 */
export function settle(entry: OutboxEntry, now: number): OutboxEntry {
  if (entry.state === 'sending') {
    if (isLeased(entry, now)) return entry;
    const left: OutboxEntry = {
      ...entry,
      arrived: 'unknown',
      state: entry.deduplicates ? 'saved' : 'unconfirmed',
    };
    return settle(left, now);
  }
  return isWaiting(entry) && ageOf(entry, now) > MAX_AGE ? { ...entry, ...halted(entry, 'expired') } : entry;
}

/** The page that was at work on it is known to be gone: there is no lease to wait for. */
export function orphaned(entry: OutboxEntry, now: number): OutboxEntry {
  return settle({ ...entry, lease: { ...entry.lease, until: 0 } }, now);
}

/**
 * Milliseconds until an attempt by itself is due; `undefined` where none will be. `asked`, as a page is loaded or
 * the network is back, ends the back-off, but not the endpoint's own `Retry-After`.
 */
export function dueIn(entry: OutboxEntry, now: number, asked = false): number | undefined {
  if (!isOurs(entry)) return undefined;
  const settled = settle(entry, now);
  const { state, lease, attempts, seenAt, nextAt, notBefore } = settled;
  if (state === 'sending') return lease.until - now;
  if (!isWaiting(settled)) return undefined;
  // A clock that was set back would make a wait of years; the times are its former self's.
  const isSetBack = now < seenAt - LONGEST_DELAY;
  if (isSetBack) return 0;
  const next = asked && attempts < MAX_HURRIED ? Math.min(nextAt, seenAt + PAUSE) : nextAt;
  return Math.max(0, notBefore - now, Math.min(next - now, LONGEST_DELAY));
}

/** Takes the lease. `undefined` where another has it, or where there is nothing to be sent. */
export function claim(
  entry: OutboxEntry,
  owner: string,
  now: number,
  asked = false,
): OutboxEntry | undefined {
  if (dueIn(entry, now, asked) !== 0) return undefined;
  return {
    ...aged(settle(entry, now), now),
    state: 'sending',
    attempts: entry.attempts + 1,
    lease: { owner, fence: entry.lease.fence + 1, until: now + LEASE },
  };
}

/** Holds the lease for longer. `undefined` where it has been lost. */
export function renew(
  entry: OutboxEntry,
  owner: string,
  fence: number,
  now: number,
): OutboxEntry | undefined {
  return isHeldBy(entry, owner, fence)
    ? { ...entry, lease: { owner, fence, until: now + LEASE } }
    : undefined;
}

export function isHeldBy({ state, lease }: OutboxEntry, owner: string, fence: number): boolean {
  return state === 'sending' && lease.owner === owner && lease.fence === fence;
}

/**
 * What an attempt's outcome makes of an entry.
 *
 * - sent: its content goes; that it was sent stays until the visitor has been told.
 * - rejected, too large: the visitor has to change something.
 * - blocked, or told to wait for longer than it is kept: the owner has to do something. `here` tells whether this
 *   is the page it was written on: another may have a policy that blocks what its own allows. What the endpoint
 *   itself answered (a status) holds everywhere.
 * - anything else: tried again, unless it may have arrived at an endpoint that would then have it twice.
 */
export function conclude(
  entry: OutboxEntry,
  outcome: AttemptOutcome,
  here: boolean,
  { now, chance }: Clock,
): OutboxEntry {
  const known = aged(entry, now);
  if (outcome.state === 'sent') return emptied({ ...known, reference: outcome.reference ?? entry.reference });
  if (outcome.state === 'rejected') return { ...known, state: 'rejected', errors: outcome.errors };
  const { reason, status, retryAfter = 0 } = outcome;
  const arrived = entry.arrived === 'unknown' ? 'unknown' : outcome.arrived;
  const doubtful = arrived === 'unknown' && !entry.deduplicates;
  const isBlocked = reason === 'blocked' && (here || status !== undefined);
  const stuck = isBlocked || reason === 'too-large' || retryAfter > MAX_AGE;
  return {
    ...known,
    arrived,
    ...(doubtful
      ? { state: 'unconfirmed' }
      : stuck
        ? halted({ ...known, arrived }, 'parked')
        : { state: 'saved' }),
    nextAt: now + backOff(entry.attempts, chance),
    notBefore: now + (!stuck && retryAfter > 0 ? retryAfter : 0),
  };
}

/**
 * The visitor wants it sent now, whatever stood in the way; only a `Retry-After` has five minutes still. An endpoint
 * that can't tell is told of the possible double, which is then the visitor's own decision. `undefined` where it
 * is being sent or has been.
 */
export function sendAgain(entry: OutboxEntry, now: number): OutboxEntry | undefined {
  if (!isOurs(entry) || isLeased(entry, now) || entry.state === 'sent') return undefined;
  const { arrived } = settle(entry, now);
  const mayDouble = arrived === 'unknown' && !entry.deduplicates;
  return {
    ...entry,
    state: 'queued',
    // What an earlier try may have done is the mark's to tell from now on.
    arrived: mayDouble ? 'no' : arrived,
    ...(mayDouble && { record: { ...entry.record, possible_duplicate: true } }),
    attempts: 0,
    age: 0,
    seenAt: now,
    nextAt: now,
    notBefore: Math.min(entry.notBefore, now + LONGEST_DELAY),
    errors: [],
  };
}

/** The endpoint of the place it was written in is another now: what waits is sent to neither. */
export function park(entry: OutboxEntry, now: number): Change {
  if (entry.quiet) return null;
  const settled = settle(entry, now);
  return isWaiting(settled) ? { ...settled, ...halted(settled, 'parked') } : undefined;
}

/** Whether one that was sent has been kept for long enough: by any clock, since nothing is lost with it. */
export function isSpent({ state, told, seenAt }: OutboxEntry, now: number): boolean {
  return state === 'sent' && Math.abs(now - seenAt) > (told ? MAX_AGE : 10 * MAX_AGE);
}

/**
 * Nothing is done by itself any more. "Not sent" is only said of what certainly never arrived, by this try and by
 * those before it, which the visitor had repeated.
 */
const halted = (
  { arrived, record }: OutboxEntry,
  state: 'parked' | 'expired',
): Pick<OutboxEntry, 'state' | 'arrived'> =>
  arrived === 'unknown' || record['possible_duplicate'] === true
    ? { state: 'unconfirmed', arrived: 'unknown' }
    : { state, arrived };

const aged = (entry: OutboxEntry, now: number): OutboxEntry => ({
  ...entry,
  age: ageOf(entry, now),
  seenAt: now,
});

const emptied = (entry: OutboxEntry): OutboxEntry => ({
  ...entry,
  state: 'sent',
  text: '',
  fingerprint: '',
  record: {},
  values: [],
  files: [],
});

/** What stays of an entry after an attempt, which its form tells of where that stands before the visitor. */
export const leftOf = (after: OutboxEntry, isWatched: boolean): Change => {
  if (after.quiet && !isWaiting(after)) return null;
  return isWatched && after.state === 'sent' ? { ...after, told: true } : after;
};

/** What the form deals with: the visitor mends it there, or nothing but the owner can help. */
export const isForForm = (outcome: AttemptOutcome): boolean =>
  outcome.state === 'rejected' ||
  (outcome.state === 'failed' &&
    outcome.arrived === 'no' &&
    (outcome.reason === 'blocked' || outcome.reason === 'too-large'));

/** An outcome of what may be kept all the same, and then sent later: nobody can say that it won't arrive. */
export const inDoubt = (outcome: AttemptOutcome): AttemptOutcome =>
  outcome.state === 'failed' ? { ...outcome, arrived: 'unknown' } : outcome;

/** Whether another page is at work on it. */
export const isLeasedElsewhere = (entry: OutboxEntry, owner: string, now: number): boolean =>
  isLeased(entry, now) && entry.lease.owner !== owner;

/** A change to what has come of an entry while nobody looked, where that is another state. */
export const settledAt =
  (now: number) =>
  (entry: OutboxEntry): Change => {
    const settled = settle(entry, now);
    // Nobody is there to decide.
    if (entry.quiet && !isWaiting(settled)) return null;
    return settled === entry ? undefined : settled;
  };

import type { AttachedFile, WireRecord } from '../../submission/types.js';
import { filesSize } from '../files-size.js';
import type { DeliveryState, FieldError } from '../states.js';

/** What an entry's fields mean. A kit that meets a higher number leaves the entry alone. */
export const ENTRY_VERSION = 1;

/**
 * Where a kept submission stands. Besides the states of a delivery: `expired`, too old to be sent without asking.
 * `sent` stays for some days without its content: the visitor has to be told, and the other pages that show it.
 */
export type EntryState = DeliveryState | 'expired';

/** The right to make the one attempt, until a moment. */
export interface Lease {
  /** The page that has it. */
  readonly owner: string;
  /** Grows with each lease: what is said under an older one comes too late (a fencing token). */
  readonly fence: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A submission in the outbox, as it is stored. Times are in milliseconds since the epoch. */
export interface OutboxEntry {
  readonly version: number;
  /** The `submission_id`. */
  readonly id: string;
  readonly state: EntryState;
  readonly lease: Lease;
  /** Attempts begun. */
  readonly attempts: number;
  /** `unknown` once any attempt may have reached the endpoint. */
  readonly arrived: 'no' | 'unknown';
  /** When the next attempt by itself is due. */
  readonly nextAt: number;
  /** The endpoint's own word on that (`Retry-After`), which no trigger overrides. */
  readonly notBefore: number;
  /** When the visitor pressed send: what they know it by. */
  readonly createdAt: number;
  /** Time it has certainly waited up to `seenAt`: the clock may have jumped, see `ageOf`. */
  readonly age: number;
  readonly seenAt: number;

  readonly widget: string;
  readonly reference: string;
  /** Whether a second request with the same id can't make a second submission. */
  readonly deduplicates: boolean;
  /** Absolute. The only address that it may ever be sent to. */
  readonly endpoint: string;
  readonly profile: string;
  /** Page and element that it was written in. */
  readonly place: string;
  /** What tells one content from another, so that the same text sent again is the same submission. */
  readonly fingerprint: string;
  /** The visitor's own copy of what they wrote. Empty once sent. */
  readonly text: string;
  readonly record: WireRecord;
  readonly files: readonly AttachedFile[];
  /** The same as the form holds it, so that it can be put back there. */
  readonly values: readonly (readonly [name: string, value: string | readonly string[]])[];
  /** What the endpoint found wrong (`rejected`). */
  readonly errors: readonly FieldError[];
  /** Whether the visitor has seen that it was sent. */
  readonly told: boolean;
  /** Nobody waits for it: it is sent when it can be, and goes without a word where it can't. Default: false. */
  readonly quiet?: boolean | undefined;
  /** When the draft was written that holds the same: found again once this is sent, it is forgotten. Default: there is none. */
  readonly draftAt?: number | undefined;
}

const HOUR = 60 * 60 * 1000;

/** A longer leap between two looks at the clock is a clock that was set, not time that passed. */
const PLAUSIBLE_GAP = 30 * 24 * HOUR;

/** Most entries, not counting those that are sent. */
export const MAX_ENTRIES = 20;
/** Characters of all texts together. */
export const MAX_TEXT = 256 * 1024;
/** Bytes of one file, and of all. */
export const MAX_FILE = 5 * 1024 * 1024;
export const MAX_FILES = 10 * 1024 * 1024;

/** How long an entry has waited, as far as the clock can be believed: a leap backwards or of months is not counted. */
export function ageOf({ age, seenAt }: OutboxEntry, now: number): number {
  const gap = now - seenAt;
  return age + (gap > 0 && gap < PLAUSIBLE_GAP ? gap : 0);
}

/** Why a submission finds no room beside others; `undefined` if it does. Nothing is ever evicted for it. */
export function refusal(entry: OutboxEntry, others: readonly OutboxEntry[]): string | undefined {
  const kept = others.filter(
    // What nobody waits for takes no room from what somebody does.
    ({ id, state, quiet }) => id !== entry.id && state !== 'sent' && !(quiet && !entry.quiet),
  );
  if (kept.length >= MAX_ENTRIES) return `${MAX_ENTRIES} submissions are waiting already`;
  // What a newer kit keeps takes a place; what is in it is not ours to know.
  const all = [...kept.filter(({ version }) => version <= ENTRY_VERSION), entry];
  if (sum(all, textSize) > MAX_TEXT) return 'the waiting texts are too long together';
  if (entry.files.some(({ file }) => file.size > MAX_FILE)) return 'a file is too large';
  if (sum(all, filesSize) > MAX_FILES) return 'the waiting files are too large together';
  return undefined;
}

const textSize = ({ record, text }: OutboxEntry): number => {
  let size = text.length;
  for (const name of Object.keys(record)) size += name.length + String(record[name]).length;
  return size;
};

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += size(item);
  return total;
}

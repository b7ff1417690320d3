import type { Period } from '../appointments/period.js';
import type { Fields } from './store.js';

/** A number that may be called. */
export interface CalledNumber {
  /** ITU-T E.164 with its plus. */
  readonly e164: string;
  /** Digits of the internal extension, or empty. */
  readonly extension: string;
}

/** How many requests reach the list. Those beyond go to quarantine. */
export interface CallLimits {
  /** Of one number that nobody has dealt with. */
  readonly openPerNumber: number;
  /** Of one number within 24 hours. */
  readonly perNumberDay: number;
  /** From one address within an hour. */
  readonly perAddressHour: number;
  /** In all within an hour. */
  readonly perHour: number;
}

/** What a submission of the callback widget wants: a call, or none any more. */
export type CallAsked =
  | { readonly kind: 'request'; readonly number: CalledNumber }
  /** @prop regarding the id of the request that is taken back */
  | { readonly kind: 'withdrawal'; readonly regarding: string };

/** A submission of the callback widget as it is received. */
export interface NewCallback {
  readonly asked: CallAsked;
  /** Stands for the address it came from, and can't be turned back into it; empty where it does not count. */
  readonly client: string;
  /** Without them nothing is held back. */
  readonly limits?: CallLimits | undefined;
}

/**
 * Why a request went to quarantine when it came: a machine seems to have written it, or it was one too many of its
 * number that is open, of its number in a day, of its address, of all. Empty where it did not.
 */
export const HELD_REASONS = ['', 'spam', 'number_open', 'number_day', 'address', 'all'] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/**
 * `open`: somebody is to be called. `reached`: somebody was spoken to, and what was wanted is not done yet. `done`, and
 * `withdrawn` by the visitor: nothing is left to do.
 */
export const CALL_STATES = ['open', 'reached', 'done', 'withdrawn'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** What the owner's people do about a call. `missed`: nobody answered. */
export const CALL_ACTIONS = ['claimed', 'released', 'reached', 'missed', 'done', 'reopened'] as const;
export type CallAction = (typeof CALL_ACTIONS)[number];

/** `repeated`: the visitor asked once more. `withdrawn`: the visitor took a request back. */
export const CALL_EVENTS = [...CALL_ACTIONS, 'repeated', 'withdrawn'] as const;
export type CallEventKind = (typeof CALL_EVENTS)[number];

/** Something that happened to a call. */
export interface CallEvent {
  readonly kind: CallEventKind;
  /** RFC 3339 in UTC, as all times here. */
  readonly at: string;
  /** Who did it; empty where it was the visitor. */
  readonly who: string;
  /** Of `missed`: when to try again. Else empty. */
  readonly nextAt: string;
}

/** One number that is to be called, however often it was asked for. */
export interface CallEntry {
  /** Of the first request's submission. */
  readonly id: string;
  readonly number: CalledNumber;
  readonly state: CallState;
  /** Another one after whatever was done by the owner's people, and after what ended it. */
  readonly version: number;
  /** Who has claimed it; empty where nobody has. */
  readonly holder: string;
  /** Since when; empty where nobody has. */
  readonly heldSince: string;
  /** How often nobody answered. */
  readonly attempts: number;
  /** When to try again; empty where nothing was said of it. */
  readonly nextAt: string;
  /** When it was asked for first. */
  readonly askedAt: string;
}

/** A call that is on the list, as its latest request wants it. */
export interface OpenCall extends CallEntry {
  /** How often it was asked for, without what was taken back. */
  readonly requests: number;
  /** What the latest request was promised; without one, as soon as possible. */
  readonly window?: Period | undefined;
  readonly reference: string;
  /** Of the latest request. */
  readonly fields: Fields;
}

/** One request of a call. */
export interface CallRequest {
  readonly submissionId: string;
  readonly reference: string;
  readonly receivedAt: string;
  /** Empty where it was not taken back. */
  readonly withdrawnAt: string;
  readonly quarantined: boolean;
  readonly fields: Fields;
}

/** A call with all that is known of it. */
export interface CallRecord extends CallEntry {
  /** The latest first; those in quarantine too. */
  readonly requests: readonly CallRequest[];
  /** In order. */
  readonly events: readonly CallEvent[];
}

/** What is known of one submission of the callback widget. */
export interface CallbackNote {
  /** The call that it belongs to; empty where it never reached the list. */
  readonly callId: string;
  readonly withdrawnAt: string;
  readonly heldFor: HeldReason;
  /** Of one that takes back: the request that it is about. Else empty. */
  readonly regarding: string;
}

/** What somebody does about a call. */
export interface CallChange {
  readonly id: string;
  /** As it was seen: what was done meanwhile by somebody else is not written over. */
  readonly version: number;
  readonly action: CallAction;
  readonly who: string;
  readonly at: Date;
  /** Of `missed`. */
  readonly nextAt?: Date | undefined;
}

/**
 * What became of it. `changed`: it is kept. `same`: it was kept already. `stale`: something else was done meanwhile.
 * `unfit`: there is no such step from how it stands. `doubled`: it can't be reopened, since the number has another open
 * call. `unknown`: there is no such call.
 */
export type CallOutcome = 'changed' | 'same' | 'stale' | 'unfit' | 'doubled' | 'unknown';

/** Calls that visitors asked for. Every method rejects where the database fails. */
export interface CallbackStore {
  /** Those that are to be made or finished, in no order. */
  open(limit: number): Promise<readonly OpenCall[]>;
  /** How many nobody has reached yet. */
  openCount(): Promise<number>;
  /** Those of which nothing is left to do, the latest first. */
  closed(limit: number): Promise<readonly CallEntry[]>;
  call(id: string): Promise<CallRecord | undefined>;
  note(submissionId: string): Promise<CallbackNote | undefined>;
  /** Keeps what was done, with the state of the messages, in one transaction. Of two at the same time, one wins. */
  act(change: CallChange): Promise<CallOutcome>;
}

/**
 * Where a submission goes besides the inbox: to the owner by `mail`, to other programs by `webhook`. An answer to a
 * request goes to its `visitor`, by mail; an `invitation` to a survey to whom is asked.
 */
export const CHANNELS = ['mail', 'webhook', 'visitor', 'invitation'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * `waiting`: to be delivered, for the first time or again. `dead`: given up, and shown to the owner.
 * `dismissed`: it is not to be delivered any more: the owner said so, or a later answer took its place.
 */
export const OUTGOING_STATES = ['waiting', 'delivered', 'dead', 'dismissed'] as const;
export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** The way out by one channel of one submission, or of one invitation. It holds no copy of what it is about. */
export interface OutgoingMessage {
  /** Stays the same over all attempts: what the other side tells a repeated message by. */
  readonly id: string;
  /** Empty for an invitation. */
  readonly submissionId: string;
  /** Empty for anything else. */
  readonly invitationId: string;
  readonly channel: Channel;
  /** Which answer to the request it carries (`Decision.sequence`); 0 for the submission itself. */
  readonly sequence: number;
  /** RFC 3339 in UTC, as all times here. */
  readonly createdAt: string;
  readonly state: OutgoingState;
  /** How often it was taken for delivery, the present time included. */
  readonly attempts: number;
  /** When it may be taken next. */
  readonly dueAt: string;
  /** Of the last attempt, in words; empty where none has failed. */
  readonly lastError: string;
}

/** A message that this receiver alone may deliver, until its lease ends. */
export interface LeasedMessage extends OutgoingMessage {
  readonly lease: string;
}

export interface UndeliveredMessage extends OutgoingMessage {
  readonly reference: string;
}

export interface LeaseRequest {
  readonly channel: Channel;
  readonly limit: number;
  readonly now: Date;
  readonly leaseMs: number;
  /** No message is honestly due later than this from now; one that is was written by a clock that has jumped. */
  readonly maxDelayMs: number;
  /** How many may leave in a minute, evenly, from all receivers of the database together. Default: any number. */
  readonly perMinute?: number;
}

/** How an attempt ended. */
export type Settlement =
  | { readonly state: 'delivered' }
  | { readonly state: 'waiting'; readonly dueAt: Date; readonly error: string }
  | { readonly state: 'dead' | 'dismissed'; readonly error: string };

/** The messages that leave the receiver. Every method rejects where the database fails. */
export interface OutgoingStore {
  /**
   * Takes messages that are due, oldest first, so that no other receiver has them until the lease ends. A receiver
   * that dies meanwhile leaves them to be taken again: delivery is at least once.
   */
  lease(request: LeaseRequest): Promise<readonly LeasedMessage[]>;
  /** Writes down how an attempt ended. `false`, and nothing changed, where the lease is no longer this one. */
  settle(message: LeasedMessage, settlement: Settlement): Promise<boolean>;

  /** Those of a submission, by channel. */
  of(submissionId: string): Promise<readonly OutgoingMessage[]>;
  /**
   * Those that were given up and those that have failed and are tried again, the latest first. Not invitations: whether
   * an address is good is for the survey's own list.
   */
  undelivered(limit: number): Promise<readonly UndeliveredMessage[]>;
  /** How many there are of those. */
  undeliveredCount(): Promise<number>;
  /** Delivers one that was given up from the beginning. `false` where there is no such one. */
  retry(id: string, now: Date): Promise<boolean>;
  /** Delivers all of those from the beginning, but what a receiver is just delivering. */
  retryAll(now: Date): Promise<void>;
  /** Takes one off the list for good. `false` where there is no such one. */
  dismiss(id: string): Promise<boolean>;
}

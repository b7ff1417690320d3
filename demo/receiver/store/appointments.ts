import { isSamePeriod, overlaps, type Period } from '../appointments/period.js';

/** What an owner can answer to a request. */
export const DECISION_KINDS = ['confirmed', 'proposed', 'declined', 'cancelled'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** An owner's answer to a request. Answers are never changed: a later one takes an earlier one's place. */
export interface Decision {
  /** 1 for the first answer to a request, and one more for each after it; the SEQUENCE of calendar files. */
  readonly sequence: number;
  readonly kind: DecisionKind;
  /** RFC 3339 in UTC, as all times here. */
  readonly decidedAt: string;
  /** The one time that is confirmed, those that are proposed, or none. */
  readonly times: readonly Period[];
  /** The owner's own sentence to the visitor; may be empty. */
  readonly sentence: string;
}

/** A time that is kept free for a request, or for an appointment. */
export interface Hold extends Period {
  readonly submissionId: string;
  /** Who comes; empty where it may be anybody. */
  readonly staff: string;
}

/** How a request stands. */
export interface AppointmentRecord {
  /** In order. */
  readonly decisions: readonly Decision[];
  /** The times that are kept free for it. */
  readonly holds: readonly Omit<Hold, 'submissionId'>[];
}

/** Times of which one is to be held. */
export interface Wanted {
  /** In the order in which they suit. */
  readonly periods: readonly Period[];
  readonly staff: string;
  /** How many appointments may overlap. */
  readonly atOnce: number;
}

/** An answer that is to be kept. */
export interface NewDecision extends Decision {
  readonly submissionId: string;
  /** See {@link Wanted}. */
  readonly staff: string;
  readonly atOnce: number;
  /** The owner knows that somebody else has one of the times, and wants it all the same. */
  readonly isDoubled: boolean;
  /** Whether it goes to the visitor by mail. */
  readonly byMail: boolean;
}

/**
 * What became of an answer. `decided`: it is kept. `same`: it was there already. `stale`: another answer was given
 * meanwhile. `taken`: somebody else has one of its times. `quarantined`: such a request is let out first.
 * `unknown`: there is no such request.
 */
export type DecisionOutcome = 'decided' | 'same' | 'stale' | 'taken' | 'quarantined' | 'unknown';

/** Answers to requests, and the times that are held. Every method rejects where the database fails. */
export interface AppointmentStore {
  /** The holds that overlap a period. */
  holds(period: Period): Promise<readonly Hold[]>;
  /**
   * Keeps an answer with all that it changes in one transaction: which times are held, the state of the message, the
   * mail to the visitor. Mails about earlier answers that have not left are not sent any more.
   */
  decide(decision: NewDecision): Promise<DecisionOutcome>;
}

/** Whether a time can be given to one more appointment. */
export const isFree = (
  period: Period,
  staff: string,
  atOnce: number,
  holds: readonly (Period & Pick<Hold, 'staff'>)[],
): boolean => {
  const others = holds.filter((hold) => overlaps(hold, period));
  if (staff && others.some((other) => other.staff === staff)) return false;
  // They are most where one of them begins, or where the period does.
  const most = (instant: string) =>
    others.filter(({ start, end }) => start <= instant && instant < end).length;
  const beginnings = [
    period.start,
    ...others.map(({ start }) => start).filter((start) => start > period.start),
  ];
  return beginnings.every((instant) => most(instant) < atOnce);
};

/** Whether two answers say the same, whenever they were given. */
export const isSameDecision = (a: Decision, b: Decision): boolean =>
  a.kind === b.kind &&
  a.sentence === b.sentence &&
  a.times.length === b.times.length &&
  a.times.every((time, index) => isSamePeriod(time, b.times[index]!));

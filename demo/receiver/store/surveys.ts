import type { SurveyAnswer, Verdict } from '../surveys/answers.js';
import type { SurveySetup } from '../surveys/setup.js';
import type { AnswerState } from './store.js';

/** What is kept of an answer to a survey besides its submission. */
export interface NewAnswer {
  readonly survey: string;
  /** See {@link SurveyAnswer.answeredAt}. */
  readonly answeredAt: string;
  readonly verdict: Verdict;
  /** See {@link SurveyAnswer.respondent}. */
  readonly respondent: string;
  readonly metric: string;
  /** Absent where there is none, or none that its scale has. */
  readonly score?: { readonly value: number; readonly min: number; readonly max: number };
  readonly comment: string;
}

/** An answer with what lists and statistics need of its submission. */
export interface StoredAnswer extends SurveyAnswer, NewAnswer {
  readonly reference: string;
  readonly state: AnswerState;
  readonly locale: string;
  /** Name, address or number that the visitor gave; empty for most. */
  readonly sender: string;
}

/** A survey that has answers, or that people are invited to. */
export interface SurveyEntry {
  readonly id: string;
  /** How many answers came, changed ones and all. */
  readonly received: number;
  /** The time of the latest; empty where there is none. */
  readonly latestAt: string;
  readonly isSetUp: boolean;
}

/** A message that follows another: a complaint, a request for an appointment … */
export interface FollowUp {
  readonly id: string;
  readonly reference: string;
  readonly widget: string;
  readonly topic: string;
  readonly state: AnswerState;
  readonly receivedAt: string;
  readonly regarding: string;
}

/**
 * `erased`: who it went to is known no more. `queued`: to be sent. `sent`: the mail server has taken it. `bounced`: its address was refused, then or later. `failed`: given
 * up, though nothing is known against the address. `cancelled`: it was not sent, since nobody wants it any more. The first that fits, in the order of this list.
 */
export const INVITATION_STATUSES = [
  'answered',
  'erased',
  'revoked',
  'unsubscribed',
  'bounced',
  'failed',
  'cancelled',
  'sent',
  'queued',
] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** One mail to one person that asks for one answer. */
export interface NewInvitation {
  readonly id: string;
  /** What the person is called in tokens: random, 9 bytes in base64url. */
  readonly respondent: string;
  readonly survey: string;
  readonly email: string;
  /** May be empty, as all texts below. */
  readonly name: string;
  readonly locale: string;
  /** What it is about, in the owner's own books: an order, a visit, a quarter. */
  readonly reference: string;
  /** RFC 3339 in UTC, as all times here. */
  readonly createdAt: string;
  /** When it may be sent. */
  readonly dueAt: string;
  /** Until when an answer counts. */
  readonly expiresAt: string;
}

export interface Invitation extends NewInvitation {
  readonly status: InvitationStatus;
  readonly revokedAt: string;
  readonly unsubscribedAt: string;
  readonly bouncedAt: string;
  /** Since when it is not known any more to whom it went; e-mail, name, language and reference are empty then. */
  readonly erasedAt: string;
  /** In the words of the mail server that refused it, or of the last failed attempt; empty where there is none. */
  readonly problem: string;
}

/**
 * What became of an invitation. `invited`: it is queued. `already`: this person was invited to this survey for this
 * reference before. `unsubscribed`, `bounced`, `erased`: this address gets no more invitations. `recent`: it was asked too short
 * a time ago.
 */
export type InviteOutcome = 'invited' | 'already' | 'unsubscribed' | 'bounced' | 'erased' | 'recent';

export const SUPPRESSION_REASONS = ['unsubscribed', 'bounced', 'erased'] as const;

/** An address that gets no invitations. */
export interface Suppression {
  /** See `addressKey`; of one that was erased, what stands for it. */
  readonly address: string;
  readonly reason: (typeof SUPPRESSION_REASONS)[number];
  readonly since: string;
}

/** How many invitations there are of each status, and how many reached a mailbox as far as is known. */
export interface InvitationCounts {
  readonly byStatus: Readonly<Record<InvitationStatus, number>>;
  readonly delivered: number;
  /** Of those delivered. */
  readonly answered: number;
}

/** Answers to surveys, and the invitations to give them. Every method rejects where the database fails. */
export interface SurveyStore {
  /** In alphabetical order. */
  list(): Promise<readonly SurveyEntry[]>;
  /** Whether a survey is set up, or has an answer. */
  has(survey: string): Promise<boolean>;
  setup(survey: string): Promise<SurveySetup | undefined>;
  saveSetup(setup: SurveySetup): Promise<void>;

  /** All answers to a survey. Others are served while they are read; what comes meanwhile may be among them or not. */
  answers(survey: string): Promise<readonly StoredAnswer[]>;
  /** An answer and all those of its survey that may belong together with it (see `chainsOf`), in no order. */
  answersTiedTo(submissionId: string): Promise<readonly StoredAnswer[]>;
  /** The messages that follow any of these, oldest first. */
  followUps(submissionIds: readonly string[]): Promise<readonly FollowUp[]>;

  /**
   * Keeps invitations with the mails that they are, in one transaction; each only where nothing speaks against it.
   * Two receivers that read the same list at the same time invite nobody twice.
   * @param quietDays how long an address is left alone after an invitation to any survey
   * @returns an outcome for each
   */
  invite(invitations: readonly NewInvitation[], quietDays: number): Promise<readonly InviteOutcome[]>;
  /** As {@link invite} would answer now. Changes nothing. */
  foresee(invitations: readonly NewInvitation[], quietDays: number): Promise<readonly InviteOutcome[]>;
  /** The latest first. @param survey of which survey, or of all */
  invitations(
    survey: string | undefined,
    status: InvitationStatus | undefined,
    limit: number,
    offset: number,
  ): Promise<readonly Invitation[]>;
  counts(survey: string): Promise<InvitationCounts>;
  invitation(id: string): Promise<Invitation | undefined>;
  /** Who was asked, by what tokens call them. */
  invitationsOf(respondents: readonly string[]): Promise<ReadonlyMap<string, Invitation>>;

  /** Answers with its token count no more, and it is not sent if it wasn't yet. `false` where there is no such one. */
  revoke(id: string, now: Date): Promise<boolean>;
  /** Sends one that bounced, or was given up, again, to the same address. `false` where there is no such one. */
  sendAgain(id: string, now: Date): Promise<boolean>;
  /** Sends all of a survey that were given up again: the mail server was away, or its settings were wrong. */
  sendFailedAgain(survey: string, now: Date): Promise<void>;
  /** The address gets no more invitations to anything, nor those that wait. `false` where nobody is called so. */
  unsubscribe(respondent: string, now: Date): Promise<boolean>;
  /**
   * Notes that an invitation came back.
   * @param messageId the `id` of its row in the table of outgoing messages, which its `Message-ID` begins with
   * @param isForGood whether this address should not be written to again
   * @returns `false` where there is no such invitation
   */
  bounce(messageId: string, problem: string, isForGood: boolean, now: Date): Promise<boolean>;

  /** How many invitations went to an address, or wait to. */
  invitationsTo(email: string): Promise<number>;
  /**
   * Erases whatever invitations say of an address; it gets no more. Answers to them stay, and nothing says whose they are.
   * @returns how many invitations there were
   */
  erase(email: string, now: Date): Promise<number>;
  /**
   * Erases whom invitations went to that expired before a time; these addresses may be invited again, but not for the same
   * reference. @returns how many invitations there were, `limit` at most
   */
  eraseExpired(before: Date, limit: number, now: Date): Promise<number>;

  /** By address. */
  suppressions(limit: number): Promise<readonly Suppression[]>;
  /** Lets an address be written to again. `false` where it could be. */
  unsuppress(address: string): Promise<boolean>;
}

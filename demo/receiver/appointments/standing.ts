import { MINUTE } from '../../../src/schedule/day.js';
import { isEmail } from '../../../src/validation/email.js';
import type { Decision, DecisionKind } from '../store/appointments.js';
import type { Fields, StoredSubmission } from '../store/store.js';
import { isSamePeriod, periodOf, type Period } from './period.js';
import { requestOf } from './request.js';

/** How a request stands: as it was last answered, or not yet. */
export type Standing = 'requested' | DecisionKind;

export const standingOf = ({ appointment }: StoredSubmission): Standing =>
  appointment?.decisions.at(-1)?.kind ?? 'requested';

/** The times that a request names, each with an end. */
export const askedTimes = (fields: Fields, slotMinutes: number): readonly Period[] =>
  requestOf(fields).times.map(({ start, end, isOpen }) => {
    const from = Date.parse(start);
    return isOpen ? periodOf({ start: from, end: from + slotMinutes * MINUTE }) : { start, end };
  });

/**
 * The time that an answer is about: the one that it confirms, or the first that it proposes. One that declines or
 * cancels is about the time that was there before; `undefined` where there was none.
 */
export const timeOf = (
  { fields, appointment }: StoredSubmission,
  decision: Decision,
  slotMinutes: number,
): Period | undefined => {
  const before = (appointment?.decisions ?? []).filter(({ sequence }) => sequence <= decision.sequence);
  return before.findLast(({ times }) => times.length > 0)?.times[0] ?? askedTimes(fields, slotMinutes)[0];
};

/** The times that can be confirmed as they are: those that the request names, and those that were last proposed. */
export const offeredTimes = (submission: StoredSubmission, slotMinutes: number): readonly Period[] => {
  const last = submission.appointment?.decisions.at(-1);
  const all = [
    ...(last?.kind === 'proposed' ? last.times : []),
    ...askedTimes(submission.fields, slotMinutes),
  ];
  return all.filter((time, index) => all.findIndex((other) => isSamePeriod(other, time)) === index);
};

/** What an owner can do now. */
export type DecisionAction = 'confirm' | 'propose' | 'decline' | 'cancel';

export const DECISION_OF: Readonly<Record<DecisionAction, DecisionKind>> = {
  confirm: 'confirmed',
  propose: 'proposed',
  decline: 'declined',
  cancel: 'cancelled',
};

/** Also after a refusal: an owner may have found a time after all. */
export const actionsOf = (standing: Standing): readonly DecisionAction[] => {
  if (standing === 'declined' || standing === 'cancelled') return ['confirm', 'propose'];
  return ['confirm', 'propose', standing === 'confirmed' ? 'cancel' : 'decline'];
};

/** Whether the visitor has named this time. */
export const hasAskedFor = (fields: Fields, time: Period, slotMinutes: number): boolean =>
  askedTimes(fields, slotMinutes).some((asked) => isSamePeriod(asked, time));

/** The address to which answers go. */
export const visitorAddress = ({ email }: Fields): string | undefined =>
  typeof email === 'string' && isEmail(email) ? email : undefined;

import { randomBytes, randomUUID } from 'node:crypto';
import type { InviteOutcome, NewInvitation, SurveyStore } from '../store/surveys.js';
import type { Invitee } from './invitation-list.js';
import type { SurveySetup } from './setup.js';

const HOUR_MS = 60 * 60 * 1000;
/** In one transaction: others who invite, unsubscribe or note a bounce wait meanwhile. */
const BATCH = 200;

/**
 * Invites people, each only where nothing speaks against it.
 * @param sendAt when; default: after the survey's own delay
 * @returns an outcome for each
 */
export const invite = async (
  store: SurveyStore,
  setup: SurveySetup,
  invitees: readonly Invitee[],
  now: Date,
  sendAt?: Date,
): Promise<readonly InviteOutcome[]> => {
  const outcomes: InviteOutcome[] = [];
  for (let from = 0; from < invitees.length; from += BATCH) {
    const batch = invitees.slice(from, from + BATCH);
    outcomes.push(...(await store.invite(newInvitations(setup, batch, now, sendAt), setup.quietDays)));
  }
  return outcomes;
};

/** As {@link invite} would answer. Changes nothing. */
export const foresee = (
  store: SurveyStore,
  setup: SurveySetup,
  invitees: readonly Invitee[],
  now: Date,
): Promise<readonly InviteOutcome[]> =>
  store.foresee(newInvitations(setup, invitees, now, undefined), setup.quietDays);

const newInvitations = (
  { id: survey, delayHours, validDays }: SurveySetup,
  invitees: readonly Invitee[],
  now: Date,
  sendAt: Date | undefined,
): readonly NewInvitation[] => {
  const due = sendAt ?? new Date(now.getTime() + delayHours * HOUR_MS);
  const expires = new Date(due.getTime() + validDays * 24 * HOUR_MS);
  return invitees.map(({ email, name, locale, reference }) => ({
    id: randomUUID(),
    respondent: randomBytes(9).toString('base64url'),
    survey,
    ...{ email, name, locale, reference },
    createdAt: now.toISOString(),
    dueAt: due.toISOString(),
    expiresAt: expires.toISOString(),
  }));
};

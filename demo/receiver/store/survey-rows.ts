import { addressKey } from '../surveys/address-key.js';
import type { SurveySetup } from '../surveys/setup.js';
import type { Executor, Row } from './database.js';
import { storable } from './storable-text.js';
import { SUPPRESSION_REASONS, type NewInvitation, type Suppression } from './surveys.js';

/* The rows of surveys, for the store and for who moves them to another database. */

/** An invitation as its row has it. */
export interface InvitationRow extends NewInvitation {
  readonly revokedAt: string;
  readonly unsubscribedAt: string;
  readonly bouncedAt: string;
  readonly bounce: string;
  /** Of one that nobody is known of any more: since when, and what stands for the address (`sql-erasure.ts`). */
  readonly erased?: { readonly at: string; readonly addressKey: string };
}

export const insertInvitation = async ({ query }: Executor, row: InvitationRow): Promise<void> => {
  const texts = [row.reference, row.email, row.name, row.locale].map(storable);
  await query(
    `INSERT INTO invitations (id, respondent, survey, address_key, reference, email, name, locale,
       created_at, due_at, expires_at, revoked_at, unsubscribed_at, bounced_at, bounce, erased_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[row.id, row.respondent, storable(row.survey)],
      ...[row.erased?.addressKey ?? addressKey(row.email), ...texts],
      ...[row.createdAt, row.dueAt, row.expiresAt],
      ...[row.revokedAt, row.unsubscribedAt, row.bouncedAt, row.bounce],
      row.erased?.at ?? '',
    ],
  );
};

export const invitationRow = (row: Row): InvitationRow => ({
  id: String(row['id']),
  respondent: String(row['respondent']),
  survey: String(row['survey']),
  email: String(row['email']),
  name: String(row['name']),
  locale: String(row['locale']),
  reference: String(row['reference']),
  createdAt: String(row['created_at']),
  dueAt: String(row['due_at']),
  expiresAt: String(row['expires_at']),
  revokedAt: String(row['revoked_at']),
  unsubscribedAt: String(row['unsubscribed_at']),
  bouncedAt: String(row['bounced_at']),
  bounce: String(row['bounce']),
  ...(row['erased_at'] !== '' && {
    erased: { at: String(row['erased_at']), addressKey: String(row['address_key']) },
  }),
});

export const insertSetup = async ({ query }: Executor, setup: SurveySetup): Promise<void> => {
  await query(
    `INSERT INTO surveys (id, setup) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET setup = excluded.setup`,
    [storable(setup.id), JSON.stringify(setup)],
  );
};

/** Who has said that they want no mail is not also called a dead address. */
export const suppress = async (
  { query }: Executor,
  { address, reason, since }: Suppression,
): Promise<void> => {
  await query(
    `INSERT INTO suppressions (address_key, reason, since) VALUES ($1, $2, $3)
     ON CONFLICT (address_key) DO UPDATE SET reason = excluded.reason, since = excluded.since
     WHERE suppressions.reason = 'bounced' AND excluded.reason = 'unsubscribed'`,
    [address, reason, since],
  );
};

/** Invitations that wait are not sent; one that a receiver is just sending is left to it. */
export const takeBack = async ({ query }: Executor, which: string, parameter: string): Promise<void> => {
  await query(
    `UPDATE outgoing SET state = 'dismissed' WHERE id IN (SELECT o.id FROM outgoing o
       WHERE ${which} AND o.channel = 'invitation' AND o.state = 'waiting' AND o.lease = '')`,
    [parameter],
  );
};

export const suppressionOf = (row: Row): Suppression => ({
  address: String(row['address_key']),
  reason: SUPPRESSION_REASONS.find((reason) => reason === row['reason']) ?? 'unsubscribed',
  since: String(row['since']),
});

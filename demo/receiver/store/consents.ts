import { textOf } from '../submissions/fields.js';
import type { Executor } from './database.js';
import { storable } from './storable-text.js';
import type { Consent, Fields } from './store.js';

/** What a visitor agreed to, or `undefined` where the submission says nothing of it. */
export const consentOf = (fields: Fields, receivedAt: string): Consent | undefined => {
  const [text, at, url] = ['consent_text', 'consent_at', 'consent_url'].map((name) =>
    storable(textOf(fields, name)),
  ) as [string, string, string];
  return text || at || url ? { receivedAt, text, at, url } : undefined;
};

export const insertConsent = async (
  executor: Executor,
  submissionId: string,
  { receivedAt, text, at, url }: Consent,
): Promise<void> => {
  await executor.query(
    `INSERT INTO consents (submission_id, received_at, consent_text, consent_at, consent_url)
     VALUES ($1, $2, $3, $4, $5)`,
    [submissionId, receivedAt, text, at, url],
  );
};

export const readConsent = async (executor: Executor, submissionId: string): Promise<Consent | undefined> => {
  const [row] = await executor.query(
    'SELECT received_at, consent_text, consent_at, consent_url FROM consents WHERE submission_id = $1',
    [submissionId],
  );
  return (
    row && {
      receivedAt: String(row['received_at']),
      text: String(row['consent_text']),
      at: String(row['consent_at']),
      url: String(row['consent_url']),
    }
  );
};

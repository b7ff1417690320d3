import { createHmac, randomBytes } from 'node:crypto';
import { addressKey } from '../surveys/address-key.js';
import type { Executor } from './database.js';
import { suppress, takeBack } from './survey-rows.js';

/*
 * What is left of an address that was erased is a keyed hash (HMAC-SHA-256, RFC 2104): it finds the address again in a list
 * that somebody uploads, and nothing else can be done with it. Else an old list would bring back whoever wanted to be gone.
 */

/** The name of the key. It is made with the first erasure. */
export const ERASURE_SECRET = 'erasures';

/** No address begins so: this has no `@`. */
const PREFIX = 'erased:';

/** What stands for texts that were erased. */
export type Digest = (...texts: readonly string[]) => string;

const digestBy =
  (secret: string): Digest =>
  (...texts) =>
    PREFIX + createHmac('sha256', secret).update(JSON.stringify(texts)).digest('base64url');

/** `undefined` where nobody was ever erased. */
export const erasureDigest = async (executor: Executor): Promise<Digest | undefined> => {
  const [row] = await executor.query('SELECT secret FROM secrets WHERE name = $1', [ERASURE_SECRET]);
  return row && digestBy(String(row['secret']));
};

/** Makes the key where there is none yet. */
export const madeDigest = async (executor: Executor): Promise<Digest> => {
  await executor.query('INSERT INTO secrets (name, secret) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    ERASURE_SECRET,
    randomBytes(32).toString('base64url'),
  ]);
  return (await erasureDigest(executor))!;
};

/** Erases all that invitations say of an address, and writes down that it gets no more. @returns how many there were */
export const eraseAddress = async (executor: Executor, email: string, now: Date): Promise<number> => {
  const key = addressKey(email);
  const digest = await madeDigest(executor);
  const erased = await erase(executor, digest, 'address_key = $1', [key], now);
  await executor.query('DELETE FROM suppressions WHERE address_key = $1', [key]);
  await suppress(executor, { address: digest(key), reason: 'erased', since: now.toISOString() });
  return erased;
};

/**
 * Erases whom expired invitations went to: at most so many at a time.
 * @param before RFC 3339 in UTC: those whose links ended earlier
 */
export const eraseExpired = async (
  executor: Executor,
  before: string,
  limit: number,
  now: Date,
): Promise<number> =>
  erase(
    executor,
    await madeDigest(executor),
    `id IN (SELECT id FROM invitations WHERE erased_at = '' AND expires_at < $1 LIMIT ${limit})`,
    [before],
    now,
  );

/**
 * The rows stay, without a person: how many were asked, and how many of them answered, is true as before. Their answers
 * count as before; what is answered with their tokens from now on does not.
 */
const erase = async (
  executor: Executor,
  digest: Digest,
  which: string,
  parameters: readonly string[],
  now: Date,
): Promise<number> => {
  const rows = await executor.query(
    `SELECT id, address_key, reference FROM invitations WHERE erased_at = '' AND ${which}`,
    parameters,
  );
  for (const row of rows) {
    const [id, key, reference] = [String(row['id']), String(row['address_key']), String(row['reference'])];
    await takeBack(executor, 'o.invitation_id = $1', id);
    await executor.query(
      `UPDATE invitations SET email = '', name = '', locale = '', bounce = '', address_key = $2, reference = $3,
         erased_at = $4, revoked_at = CASE WHEN revoked_at = '' THEN $4 ELSE revoked_at END WHERE id = $1`,
      [id, digest(key), digest(key, reference), now.toISOString()],
    );
    // Mail servers repeat the address in what they answer.
    await executor.query(`UPDATE outgoing SET last_error = '' WHERE invitation_id = $1`, [id]);
  }
  return rows.length;
};

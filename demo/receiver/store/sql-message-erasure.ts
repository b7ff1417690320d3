import { addressKey } from '../surveys/address-key.js';
import type { Executor } from './database.js';
import { madeDigest } from './sql-erasure.js';
import { searchable } from './storable-text.js';
import type { Fields } from './store.js';

/*
 * Of a message that was erased its row stays as a shell: id, reference, when it came, what it followed. A browser that
 * sends it once more, since the first answer was lost, is told the same as before, and does not bring it back. What
 * stands for its content is a keyed hash, as for addresses: see `sql-erasure.ts`.
 */

/** What is kept of any message: an id, which ties together what belongs together. */
const TIES = ['regarding'] as const;
/** What is kept of an answer to a survey, so that what is counted stays true: nothing that was written, nobody's name. */
const COUNTED = ['survey', 'metric', 'score', 'score_min', 'score_max', 'created_at'] as const;

/**
 * Erases what a visitor sent: texts, files, the question and the number that lists are made of, and whatever was still to
 * leave by mail and web-hook. The record of a consent stays, which names nobody, and the times that are held: else they
 * would be given to somebody else.
 *
 * To be run where nobody answers or calls meanwhile: `Database.exclusive`, `times` or `callbacks` by its widget.
 * @returns `false` where there is no such message, or it was erased before
 */
export const eraseMessage = async (executor: Executor, id: string, now: Date): Promise<boolean> => {
  const { query } = executor;
  const [row] = await query(
    `SELECT widget, content_hash, topic, fields FROM submissions WHERE id = $1 AND erased_at = ''`,
    [id],
  );
  if (!row) return false;
  const isAnswer = row['widget'] === 'survey';
  const digest = await madeDigest(executor);
  await query(
    `UPDATE submissions SET erased_at = $2, content_hash = $3, fields = $4, topic = $5,
       sender = '', excerpt = '', locale = '', search_text = '' WHERE id = $1`,
    [
      ...[id, now.toISOString(), digest(String(row['content_hash']))],
      JSON.stringify(
        pick(JSON.parse(String(row['fields'])) as Fields, isAnswer ? [...TIES, ...COUNTED] : TIES),
      ),
      isAnswer ? String(row['topic']) : '',
    ],
  );
  for (const table of ['files', 'outgoing', 'decisions', 'questions'])
    await query(`DELETE FROM ${table} WHERE submission_id = $1`, [id]);
  await query(`UPDATE survey_answers SET comment = '' WHERE submission_id = $1`, [id]);
  await eraseCall(executor, id);
  return true;
};

/** That a message is such a shell, of one that comes from another database. */
export const markErased = async ({ query }: Executor, id: string, erasedAt: string): Promise<void> => {
  await query(`UPDATE submissions SET erased_at = $2, excerpt = '', search_text = '' WHERE id = $1`, [
    id,
    erasedAt,
  ]);
};

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(fields, name) ? [[name, fields[name]!] as const] : [])),
  );

/** A call is one number, which stays as long as somebody has asked for it in a message that is there. */
const eraseCall = async ({ query }: Executor, submissionId: string): Promise<void> => {
  const [request] = await query('SELECT call_id FROM call_requests WHERE submission_id = $1', [submissionId]);
  if (!request) return;
  const callId = String(request['call_id']);
  const others = callId
    ? await query(
        `SELECT r.submission_id FROM call_requests r JOIN submissions s ON s.id = r.submission_id
         WHERE r.call_id = $1 AND s.erased_at = '' LIMIT 1`,
        [callId],
      )
    : [];
  if (others.length) return;
  await query('DELETE FROM call_requests WHERE submission_id = $1', [submissionId]);
  if (!callId) return;
  await query('DELETE FROM call_requests WHERE call_id = $1', [callId]);
  await query('DELETE FROM call_events WHERE call_id = $1', [callId]);
  await query('DELETE FROM calls WHERE id = $1', [callId]);
};

/**
 * The oldest messages of before a time. Not those whose appointment is still to come.
 * @param before RFC 3339 in UTC
 */
export const oldMessages = async (
  executor: Executor,
  before: string,
  limit: number,
  now: Date,
): Promise<readonly string[]> => {
  const rows = await executor.query(
    `SELECT s.id FROM submissions s WHERE s.erased_at = '' AND s.received_at < $1 AND NOT EXISTS
       (SELECT 1 FROM holds h WHERE h.submission_id = s.id AND h.end_at > $2)
     ORDER BY s.received_at, s.id LIMIT ${limit}`,
    [before, now.toISOString()],
  );
  return rows.map((row) => String(row['id']));
};

/** The messages that were written with an e-mail address, in whatever way of writing it. */
export const messagesFrom = async (executor: Executor, email: string): Promise<readonly string[]> => {
  const key = addressKey(email);
  // The texts that are searched hold the address as it was written: what is before its @ is alike in all ways.
  const [local = ''] = searchable(key).split('@');
  const rows = await executor.query(
    `SELECT id, fields FROM submissions WHERE erased_at = '' AND search_text LIKE $1 ESCAPE '\\'`,
    [`%${local.replace(/[%_\\]/g, '\\$&')}@%`],
  );
  return rows.flatMap((row) => {
    const { email: written } = JSON.parse(String(row['fields'])) as Fields;
    return typeof written === 'string' && addressKey(written.trim()) === key ? [String(row['id'])] : [];
  });
};

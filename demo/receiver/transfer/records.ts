import type { Executor, Row } from '../store/database.js';
import { readAppointment } from '../store/sql-appointments.js';
import { entryOf } from '../store/sql-faq.js';
import { readCall, readNote } from '../store/sql-callbacks.js';
import { readVerdict } from '../store/sql-answers.js';
import { readOutgoing } from '../store/sql-outgoing-store.js';
import { readSettled } from '../store/sql-questions.js';
import type { AnswerState, Fields } from '../store/store.js';
import type { FaqRecord, SubmissionRecord } from './format.js';

/** A submission as it stands in the database, or `undefined`. */
export const readRecord = async (executor: Executor, id: string): Promise<SubmissionRecord | undefined> => {
  const [row] = await executor.query('SELECT * FROM submissions WHERE id = $1', [id]);
  if (!row) return undefined;
  const files = await executor.query(
    `SELECT id, field, name, declared_type, sniffed_type, size, sha256 FROM files
     WHERE submission_id = $1 ORDER BY position`,
    [id],
  );
  const outgoing = await readOutgoing(executor, id);
  return {
    id,
    reference: String(row['reference']),
    widget: String(row['widget']),
    received_at: String(row['received_at']),
    content_hash: String(row['content_hash']),
    quarantined: Number(row['quarantined']) === 1,
    state: String(row['state']) as AnswerState,
    fields: JSON.parse(String(row['fields'])) as Fields,
    files: files.map(fileRecord),
    outgoing: outgoing.map((message) => ({
      id: message.id,
      channel: message.channel,
      ...(message.sequence > 0 && { sequence: message.sequence }),
      created_at: message.createdAt,
      state: message.state,
      attempts: message.attempts,
      due_at: message.dueAt,
      last_error: message.lastError,
    })),
    ...(await appointmentPart(executor, String(row['widget']), id)),
    ...(await questionPart(executor, id)),
    ...(await callbackPart(executor, id)),
    ...(await answerPart(executor, id)),
    ...(row['erased_at'] !== '' && { erased_at: String(row['erased_at']) }),
  };
};

const appointmentPart = async (
  executor: Executor,
  widget: string,
  id: string,
): Promise<Pick<SubmissionRecord, 'appointment'>> => {
  if (widget !== 'appointment') return {};
  const { decisions, holds } = await readAppointment(executor, id);
  return {
    appointment: {
      decisions: decisions.map(({ sequence, kind, decidedAt, times, sentence }) => ({
        ...{ sequence, kind, decided_at: decidedAt, times: [...times], sentence },
      })),
      holds: holds.map(({ start, end, staff }) => ({ start, end, staff })),
    },
  };
};

const questionPart = async (executor: Executor, id: string): Promise<Pick<SubmissionRecord, 'question'>> => {
  const settledAt = await readSettled(executor, id);
  return settledAt === undefined ? {} : { question: { settled_at: settledAt } };
};

const callbackPart = async (
  executor: Executor,
  id: string,
): Promise<Pick<SubmissionRecord, 'callback' | 'call'>> => {
  const note = await readNote(executor, id);
  if (!note) return {};
  const { number, callId, heldFor, withdrawnAt, regarding } = note;
  const callback = {
    ...{ call_id: callId, number: number.e164, extension: number.extension },
    ...{ held_for: heldFor, withdrawn_at: withdrawnAt, regarding },
  };
  const call = callId === id ? await readCall(executor, id) : undefined;
  if (!call) return { callback };
  const { state, version, holder, heldSince, attempts, nextAt, askedAt, events } = call;
  return {
    callback,
    call: {
      ...{ state, version, holder, held_since: heldSince, attempts, next_at: nextAt, asked_at: askedAt },
      events: events.map((event) => ({
        ...{ kind: event.kind, at: event.at, who: event.who, next_at: event.nextAt, version: event.version },
      })),
    },
  };
};

/** All entries of the FAQ, those that were deleted too. */
export const readFaq = async (executor: Executor, key?: string): Promise<readonly FaqRecord[]> => {
  const rows = await executor.query(
    `SELECT * FROM faq_entries ${key === undefined ? '' : 'WHERE entry_key = $1'} ORDER BY lang, position, entry_key`,
    key === undefined ? [] : [key],
  );
  return rows.map((row) => {
    const { updatedAt, alternatives, ...entry } = entryOf(row);
    return {
      ...{
        key: entry.key,
        lang: entry.lang,
        id: entry.id,
        category: entry.category,
        question: entry.question,
      },
      ...{ alternatives: [...alternatives], answer: entry.answer, suggested: entry.suggested },
      ...{ position: Number(row['position']), version: entry.version },
      ...{ updated_at: updatedAt, deleted_at: String(row['deleted_at']) },
    };
  });
};

/** What it says of itself is in its fields. */
const answerPart = async (executor: Executor, id: string): Promise<Pick<SubmissionRecord, 'answer'>> => {
  const answer = await readVerdict(executor, id);
  return answer ? { answer } : {};
};

const fileRecord = (row: Row) => ({
  id: String(row['id']),
  field: String(row['field']),
  name: String(row['name']),
  declared_type: String(row['declared_type']),
  sniffed_type: String(row['sniffed_type']),
  size: Number(row['size']),
  sha256: String(row['sha256']),
});

/** The ids of all submissions, oldest first. */
export async function* allIds(executor: Executor): AsyncGenerator<string, void> {
  for (let receivedAt = '', last = ''; ;) {
    const rows = await executor.query(
      `SELECT id, received_at FROM submissions WHERE (received_at, id) > ($1, $2)
       ORDER BY received_at, id LIMIT 200`,
      [receivedAt, last],
    );
    for (const row of rows) yield String(row['id']);
    const end = rows.at(-1);
    if (!end) return;
    [receivedAt, last] = [String(end['received_at']), String(end['id'])];
  }
}

export const fileContent = async (
  executor: Executor,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const [row] = await executor.query('SELECT content FROM files WHERE id = $1', [id]);
  // An ArrayBuffer from libsql, a Buffer from pg.
  return row && new Uint8Array(row['content'] as ArrayBuffer | Uint8Array<ArrayBuffer>);
};

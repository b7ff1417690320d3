import { createHash } from 'node:crypto';
import type { Database, Executor } from '../store/database.js';
import { insertDecision, insertHold } from '../store/sql-appointments.js';
import { activeCall, insertCall, insertCallEvent, insertRequest } from '../store/sql-callbacks.js';
import { erasureDigest } from '../store/sql-erasure.js';
import { insertFaqEntry } from '../store/sql-faq.js';
import { markErased } from '../store/sql-message-erasure.js';
import { insertOutgoing } from '../store/sql-outgoing-store.js';
import { settleQuestions } from '../store/sql-questions.js';
import type { NewFile } from '../store/store.js';
import { insertSubmission } from '../store/submission-rows.js';
import {
  isFaqLine,
  isSubmissionLine,
  type FaqRecord,
  type FileLine,
  type SubmissionRecord,
} from './format.js';
import { contentLines, parsed, TransferError, verify, type Line } from './read-file.js';
import { fileContent, readFaq, readRecord } from './records.js';
import { answerOf } from '../surveys/received-answer.js';
import { importSurveyLine } from './survey-lines.js';

export interface ImportResult {
  readonly submissions: number;
  readonly files: number;
  /** Entries of the FAQ. */
  readonly faq: number;
  /** Of the submissions, how many were there before, with the same content. They were left as they are. */
  readonly present: number;
}

/**
 * Brings the submissions of an export into a database, all or none. Before anything is committed, the file is seen
 * to be whole, and everything that was written is read back and compared with it. To import the same file again
 * changes nothing.
 *
 * @throws {TransferError} where the file can't be trusted, or an id is taken by another message
 */
export const importFromFile = async (database: Database, path: string): Promise<ImportResult> => {
  await verify(path);
  return database.exclusive('schema', (executor) => importLines(executor, path));
};

const importLines = async (executor: Executor, path: string): Promise<ImportResult> => {
  const content = contentLines(path);
  let [submissions, files, faq, present] = [0, 0, 0, 0];
  for (;;) {
    const next = await content.next();
    if (next.done) {
      const { value: end } = next;
      if (end.submissions === submissions && end.files === files && end.faq === faq) {
        if (faq > 0) await executor.query('UPDATE faq_revision SET revision = revision + 1');
        return { submissions, files, faq, present };
      }
      throw new TransferError(
        `${path} has ${submissions} messages and ${files} files, but says that they are ${end.submissions} and ${end.files}.` +
          (end.faq === faq ? '' : ` Its FAQ has ${faq} entries, but says that they are ${end.faq}.`),
      );
    }
    if (next.value.text.startsWith('{"faq":')) {
      await insertFaq(executor, faqOf(next.value));
      faq++;
      continue;
    }
    if (await importSurveyLine(executor, next.value)) continue;
    const record = submissionOf(next.value);
    const received: NewFile[] = [];
    for (const file of record.files) received.push(fileOf(file, await content.next()));
    submissions++;
    files += received.length;
    if (!(await insert(executor, record, received))) present++;
  }
};

const submissionOf = ({ number, text }: Line): SubmissionRecord => {
  const line: unknown = parsed(text);
  if (isSubmissionLine(line)) return line.submission;
  const [error] = isSubmissionLine.errors ?? [];
  const where = error ? ` (${error.instancePath || '/'} ${error.message ?? ''})` : '';
  throw new TransferError(`Line ${number} is not a message that this receiver can read${where}.`);
};

const faqOf = ({ number, text }: Line): FaqRecord => {
  const line: unknown = parsed(text);
  if (isFaqLine(line)) return line.faq;
  const [error] = isFaqLine.errors ?? [];
  const where = error ? ` (${error.instancePath || '/'} ${error.message ?? ''})` : '';
  throw new TransferError(`Line ${number} is no entry of an FAQ that this receiver can read${where}.`);
};

/** One that is there already must be the same: which of two the owner wants, nobody here can know. */
const insertFaq = async (executor: Executor, record: FaqRecord): Promise<void> => {
  const { position, updated_at: updatedAt, deleted_at: deletedAt, ...entry } = record;
  if (!(await readFaq(executor, record.key)).length)
    await insertFaqEntry(executor, { ...entry, updatedAt }, position, deletedAt);
  const [stored] = await readFaq(executor, record.key);
  if (JSON.stringify(stored) !== JSON.stringify(record))
    throw new TransferError(
      `Entry ${record.key} of the FAQ is in the database with another content. Nothing was imported.`,
    );
};

const fileOf = (
  { declared_type, sniffed_type, size, ...file }: SubmissionRecord['files'][number],
  next: IteratorResult<Line, unknown>,
): NewFile => {
  const line = next.done ? undefined : (parsed(next.value.text) as Partial<FileLine> | undefined);
  const content = new Uint8Array(Buffer.from(String(line?.content), 'base64'));
  if (line?.file !== file.id || content.byteLength !== size || sha256(content) !== file.sha256) {
    throw new TransferError(`The content of file ${file.id} is missing, or does not match its hash.`);
  }
  return { ...file, declaredType: declared_type, sniffedType: sniffed_type, content };
};

/** @returns `false` where the same message was there already */
const insert = async (
  executor: Executor,
  record: SubmissionRecord,
  files: readonly NewFile[],
): Promise<boolean> => {
  const { id, reference, widget, fields, quarantined, state } = record;
  const submission = {
    ...{ id, reference, widget, fields, quarantined, files },
    receivedAt: record.received_at,
    contentHash: record.content_hash,
    ...(record.answer && { answer: answerOf(fields, record.received_at, record.answer) }),
  };
  if (!(await insertSubmission(executor, submission, state))) {
    const present = await readRecord(executor, id);
    // Erased since the file was made: it stays so.
    const digest = present?.erased_at && !record.erased_at ? await erasureDigest(executor) : undefined;
    const hash = digest?.(record.content_hash) ?? record.content_hash;
    if (present?.content_hash === hash) return false;
    throw new TransferError(`Message ${id} is in the database with another content. Nothing was imported.`);
  }
  for (const { created_at, due_at, last_error, sequence = 0, ...message } of record.outgoing) {
    await insertOutgoing(executor, {
      ...message,
      sequence,
      submissionId: id,
      invitationId: '',
      createdAt: created_at,
      dueAt: due_at,
      lastError: last_error,
    });
  }
  for (const { decided_at, ...decision } of record.appointment?.decisions ?? [])
    await insertDecision(executor, id, { ...decision, decidedAt: decided_at });
  for (const hold of record.appointment?.holds ?? [])
    await insertHold(executor, { ...hold, submissionId: id });
  if (record.question) await settleQuestions(executor, [id], new Date(record.question.settled_at));
  await insertCallParts(executor, record);
  if (record.erased_at) await markErased(executor, id, record.erased_at);
  await compare(executor, record);
  return true;
};

const insertCallParts = async (
  executor: Executor,
  { id, received_at: receivedAt, callback, call }: SubmissionRecord,
): Promise<void> => {
  if (!callback) return;
  const { call_id: callId, number, extension, held_for: heldFor, regarding } = callback;
  await insertRequest(executor, id, {
    ...{ callId, receivedAt, number, extension, heldFor, regarding, withdrawnAt: callback.withdrawn_at },
  });
  if (!call) return;
  if (
    (call.state === 'open' || call.state === 'reached') &&
    (await activeCall(executor, { e164: number, extension }))
  )
    throw new TransferError(
      `Message ${id} asks for a call to a number that has an open call in the database already. Nothing was imported.`,
    );
  await insertCall(executor, {
    ...{ id, number: { e164: number, extension }, state: call.state, version: call.version },
    ...{ holder: call.holder, heldSince: call.held_since, attempts: call.attempts },
    ...{ nextAt: call.next_at, askedAt: call.asked_at },
  });
  for (const [index, { next_at: nextAt, ...event }] of call.events.entries())
    await insertCallEvent(executor, id, index + 1, { ...event, nextAt });
};

/** What the database gives back is what the file says, to the byte. */
const compare = async (executor: Executor, record: SubmissionRecord): Promise<void> => {
  const stored = await readRecord(executor, record.id);
  let isSame = JSON.stringify(stored) === JSON.stringify(record);
  for (const { id, sha256: expected } of record.files) {
    const content = await fileContent(executor, id);
    isSame &&= content !== undefined && sha256(content) === expected;
  }
  if (!isSame)
    throw new TransferError(`Message ${record.id} did not come out of the database as it went in.`);
};

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

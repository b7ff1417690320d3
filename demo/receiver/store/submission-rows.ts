import type { WireValue } from '../../../src/submission/types.js';
import { textOf } from '../submissions/fields.js';
import { scoreExcerpt } from '../surveys/scale.js';
import { consentOf, insertConsent } from './consents.js';
import type { Executor } from './database.js';
import { insertQuestion } from './sql-questions.js';
import { oneLine, searchable, storable } from './storable-text.js';
import { insertAnswer } from './sql-answers.js';
import type { AnswerState, Fields, NewSubmission } from './store.js';

/** Length of the excerpt in lists, in characters. */
const EXCERPT_LENGTH = 160;

/**
 * Writes the rows that a submission consists of: itself, its files, its consent, its question to the
 * chat. To be run in a transaction.
 * @returns `false` where the id is taken; nothing is written then
 */
export const insertSubmission = async (
  executor: Executor,
  submission: NewSubmission,
  state: AnswerState = 'new',
): Promise<boolean> => {
  const { id, fields, receivedAt } = submission;
  // Where another receiver is just inserting the same id, this waits for it to commit or roll back.
  const inserted = await executor.query(
    `INSERT INTO submissions (id, reference, widget, received_at, content_hash, quarantined, state,
       topic, sender, excerpt, locale, search_text, fields, regarding)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      submission.reference,
      submission.widget,
      receivedAt,
      submission.contentHash,
      Number(submission.quarantined),
      state,
      storable(submission.answer?.survey ?? textOf(fields, 'topic')),
      oneLine(textOf(fields, 'name') || textOf(fields, 'email') || textOf(fields, 'phone'), EXCERPT_LENGTH),
      submission.answer ? answerExcerpt(submission.answer) : excerptOf(submission.widget, fields),
      storable(textOf(fields, 'locale')),
      searchText(submission),
      JSON.stringify(fields),
      regardingOf(fields),
    ],
  );
  if (!inserted.length) return false;
  await insertFiles(executor, submission);
  if (submission.widget === 'question') await insertQuestion(executor, id, fields, receivedAt);
  const consent = consentOf(fields, receivedAt);
  if (consent) await insertConsent(executor, id, consent);
  if (submission.answer) await insertAnswer(executor, id, submission.answer);
  return true;
};

/** `submission_id` of the submission that this one follows; empty where it follows none. */
export const regardingOf = (fields: Fields): string => storable(textOf(fields, 'regarding'));

const insertFiles = async (executor: Executor, { id, files }: NewSubmission): Promise<void> => {
  for (const [position, file] of files.entries()) {
    await executor.query(
      `INSERT INTO files (id, submission_id, position, field, name, declared_type, sniffed_type, size, sha256, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        file.id,
        id,
        position,
        storable(file.field),
        storable(file.name),
        storable(file.declaredType),
        file.sniffedType,
        file.content.byteLength,
        file.sha256,
        file.content,
      ],
    );
  }
};

/**
 * What a list shows of a submission. The time that a request for an appointment names is shown beside it, in the
 * company's zone.
 */
export const excerptOf = (widget: string, fields: Fields): string => {
  const [first = '', second = ''] = excerptFields(widget).map((name) => textOf(fields, name));
  return oneLine(first || second, EXCERPT_LENGTH);
};

/** The same of an answer to a survey: its score and what was written. */
const answerExcerpt = (answer: NonNullable<NewSubmission['answer']>): string =>
  oneLine([scoreExcerpt(answer), answer.comment].filter(Boolean).join(': '), EXCERPT_LENGTH);

const excerptFields = (widget: string): readonly string[] => {
  if (widget === 'appointment') return ['service', 'notes'];
  if (widget === 'callback') return ['message'];
  return widget === 'question' ? ['question'] : ['subject', 'message'];
};

const searchText = ({ reference, fields, files }: NewSubmission): string =>
  [reference, ...Object.values<WireValue>(fields), ...files.map(({ name }) => name)]
    .map((value) => searchable(Array.isArray(value) ? value.join('\n') : String(value)))
    .join('\n');

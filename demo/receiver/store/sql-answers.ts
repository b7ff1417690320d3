import { setImmediate as turn } from 'node:timers/promises';
import type { Verdict } from '../surveys/answers.js';
import type { Executor, Row } from './database.js';
import { inParts, placesOf } from './statements.js';
import { storable } from './storable-text.js';
import type { AnswerState } from './store.js';
import type { FollowUp, NewAnswer, StoredAnswer } from './surveys.js';

/** To be run in the transaction of its submission. */
export const insertAnswer = async (
  { query }: Executor,
  submissionId: string,
  { survey, answeredAt, verdict, respondent, metric, score, comment }: NewAnswer,
): Promise<void> => {
  await query(
    `INSERT INTO survey_answers
       (submission_id, survey, answered_at, verdict, respondent, metric, score, score_min, score_max, comment)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[submissionId, storable(survey), answeredAt, verdict, respondent, storable(metric)],
      ...[score?.value ?? null, score?.min ?? null, score?.max ?? null],
      storable(comment),
    ],
  );
};

/** The answer with what the database alone knows of its token: whether the invitation was revoked before it came. */
export const withRevocation = async ({ query }: Executor, answer: NewAnswer): Promise<NewAnswer> => {
  if (answer.verdict !== 'valid') return answer;
  const [row] = await query('SELECT revoked_at FROM invitations WHERE respondent = $1', [answer.respondent]);
  return row?.['revoked_at'] ? { ...answer, verdict: 'revoked' } : answer;
};

/** What was found of an answer's token, or `undefined` where the submission is no answer to a survey. */
export const readVerdict = async (
  executor: Executor,
  submissionId: string,
): Promise<Pick<NewAnswer, 'verdict' | 'respondent'> | undefined> => {
  const [row] = await executor.query(
    'SELECT verdict, respondent FROM survey_answers WHERE submission_id = $1',
    [submissionId],
  );
  return row && { verdict: String(row['verdict']) as Verdict, respondent: String(row['respondent']) };
};

const ANSWER = `SELECT a.*, s.reference, s.received_at, s.state, s.quarantined, s.regarding, s.locale, s.sender
  FROM survey_answers a JOIN submissions s ON s.id = a.submission_id`;

/** Answers of one statement. A database in a file keeps the process from all else while it reads them. */
const SLICE = 1_000;

/**
 * All answers to a survey, in the order in which they were given. A slice at a time, so that whoever sends a message
 * meanwhile need not wait for all of them; what comes meanwhile may be among them or not.
 */
export const readAnswers = async (
  executor: Executor,
  survey: string,
  slice = SLICE,
): Promise<readonly StoredAnswer[]> => {
  const answers: StoredAnswer[] = [];
  for (let [at, id] = ['', '']; ;) {
    const rows = await executor.query(
      `${ANSWER} WHERE a.survey = $1 AND (a.answered_at, a.submission_id) > ($2, $3)
       ORDER BY a.answered_at, a.submission_id LIMIT ${slice}`,
      [survey, at, id],
    );
    answers.push(...rows.map(storedAnswer));
    const last = answers.at(-1);
    if (!last || rows.length < slice) return answers;
    [at, id] = [last.answeredAt, last.id];
    await turn();
  }
};

/**
 * From answer to answer along what they are regarding, either way, and along who was asked. A node is an answer's id or who
 * was asked. Each of the ways has its index, which no planner would use for one condition with `OR`.
 */
export const readTiedAnswers = async (
  executor: Executor,
  submissionId: string,
): Promise<readonly StoredAnswer[]> => {
  const rows = await executor.query(
    `WITH RECURSIVE tied (node) AS (
       SELECT $1
       UNION
       SELECT COALESCE(follower.id, followed.regarding, asked.respondent, same.submission_id)
       FROM tied CROSS JOIN (SELECT 1 AS way UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) ways
         LEFT JOIN submissions follower ON way = 1 AND follower.regarding = node
         LEFT JOIN submissions followed ON way = 2 AND followed.id = node
         LEFT JOIN survey_answers asked ON way = 3 AND asked.submission_id = node
         LEFT JOIN survey_answers same ON way = 4 AND same.respondent = node
       WHERE node <> ''
     )
     ${ANSWER} WHERE a.submission_id IN (SELECT node FROM tied)
       AND a.survey = (SELECT survey FROM survey_answers WHERE submission_id = $1)`,
    [submissionId],
  );
  return rows.map(storedAnswer);
};

/** The messages that follow any of these, oldest first; answers to surveys are none. */
export const readFollowUps = async (
  executor: Executor,
  ids: readonly string[],
): Promise<readonly FollowUp[]> => {
  const found: FollowUp[] = [];
  for await (const some of inParts(ids)) {
    const rows = await executor.query(
      `SELECT id, reference, widget, topic, state, received_at, regarding FROM submissions
       WHERE regarding IN (${placesOf(some)})
         AND widget <> 'survey' AND quarantined = 0
       ORDER BY received_at, id`,
      some,
    );
    found.push(...rows.map(followUp));
  }
  return found;
};

const storedAnswer = (row: Row): StoredAnswer => ({
  id: String(row['submission_id']),
  survey: String(row['survey']),
  answeredAt: String(row['answered_at']),
  receivedAt: String(row['received_at']),
  regarding: String(row['regarding']),
  verdict: String(row['verdict']) as Verdict,
  respondent: String(row['respondent']),
  quarantined: Number(row['quarantined']) === 1,
  metric: String(row['metric']),
  ...(row['score'] !== null && {
    score: { value: Number(row['score']), min: Number(row['score_min']), max: Number(row['score_max']) },
  }),
  comment: String(row['comment']),
  reference: String(row['reference']),
  state: String(row['state']) as AnswerState,
  locale: String(row['locale']),
  sender: String(row['sender']),
});

const followUp = (row: Row): FollowUp => ({
  id: String(row['id']),
  reference: String(row['reference']),
  widget: String(row['widget']),
  topic: String(row['topic']),
  state: String(row['state']) as AnswerState,
  receivedAt: String(row['received_at']),
  regarding: String(row['regarding']),
});

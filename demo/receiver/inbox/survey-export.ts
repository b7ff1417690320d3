import type { SubmissionStore } from '../store/store.js';
import { valueOf } from '../submissions/fields.js';
import { chainsOf, standingOf } from '../surveys/answers.js';
import { BYTE_ORDER_MARK, csvRecord, MAX_OWN_COLUMNS, type CsvSeparator } from './csv.js';
import { inBatches } from './in-batches.js';
import { catalogues } from './words/words.js';

const STANDINGS = {
  counted: 'counted',
  replaced: 'replaced by a later answer',
  refused: 'not counted',
  quarantined: 'quarantined',
} as const;

/**
 * All answers to a survey, the changed ones too, with how each stands. Without the tokens, which are as good as a
 * ballot: who was asked is named instead.
 */
export async function* exportAnswers(
  store: SubmissionStore,
  survey: string,
  separator: CsvSeparator,
): AsyncGenerator<string, void> {
  const record = (cells: Parameters<typeof csvRecord>[0]) => csvRecord(cells, separator);
  const answers = await store.surveys.answers(survey);
  const chains = chainsOf(answers);
  const chainOf = new Map(
    chains.flatMap((chain) => chain.answers.map((answer) => [answer.id, chain] as const)),
  );
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const filter = { widget: 'survey', topic: survey } as const;
  const names = new Set<string>();
  for await (const batch of inBatches(store, filter))
    for (const name of batch.flatMap(({ fields }) => Object.keys(fields)))
      if (name.startsWith('answer_')) names.add(name);
  const columns = [...names].slice(0, MAX_OWN_COLUMNS);
  const invitations = await store.surveys.invitationsOf([
    ...new Set(answers.map(({ respondent }) => respondent).filter(Boolean)),
  ]);
  yield (
    BYTE_ORDER_MARK +
    record([
      ...[
        'reference',
        'answered_at',
        'received_at',
        'standing',
        'why',
        'metric',
        'score',
        'score_min',
        'score_max',
      ],
      ...['comment', 'state', 'locale', 'invited_email', 'invited_name', 'invited_reference', 'followed_by'],
      ...columns,
    ])
  );
  for await (const batch of inBatches(store, filter)) {
    const followUps = await store.surveys.followUps(batch.map(({ id }) => id));
    for (const { id, fields } of batch) {
      const answer = byId.get(id);
      if (!answer) continue; // It has arrived meanwhile.
      const standing = standingOf(answer, chainOf.get(id)!);
      const invitation = invitations.get(answer.respondent);
      yield record([
        ...[answer.reference, answer.answeredAt, answer.receivedAt, STANDINGS[standing]],
        standing === 'refused' ? catalogues.en.labels.verdicts[answer.verdict] : undefined,
        ...[answer.metric, answer.score?.value, answer.score?.min, answer.score?.max],
        ...[answer.comment, answer.state, answer.locale],
        ...[invitation?.email, invitation?.name, invitation?.reference],
        followUps.filter(({ regarding }) => regarding === id).map(({ reference }) => reference),
        ...columns.map((name) => valueOf(fields, name)),
      ]);
    }
  }
}

import type { StoredSubmission, SubmissionStore } from '../store/store.js';
import type { FollowUp, Invitation, StoredAnswer } from '../store/surveys.js';
import { chainsOf, standingOf, type Standing } from '../surveys/answers.js';

/** What the page of a survey's answer shows besides the message. */
export interface AnswerView {
  readonly answer: StoredAnswer;
  readonly standing: Standing;
  /** The one that took its place. */
  readonly current: StoredAnswer | undefined;
  /** All others of the same respondent, the latest first. */
  readonly others: readonly StoredAnswer[];
  readonly invitation: Invitation | undefined;
}

/** What belongs together with a message. */
export interface RelatedView {
  readonly survey?: AnswerView;
  /** What it follows. */
  readonly earlier: StoredSubmission | undefined;
  /** Oldest first. */
  readonly followUps: readonly FollowUp[];
}

export const relatedView = async (
  submission: StoredSubmission,
  store: SubmissionStore,
): Promise<RelatedView> => {
  const { regarding } = submission.fields;
  const earlier = typeof regarding === 'string' ? await store.get(regarding) : undefined;
  const survey = submission.widget === 'survey' ? await answerView(submission.id, store) : undefined;
  const ids = survey ? [survey.answer, ...survey.others].map(({ id }) => id) : [submission.id];
  return {
    ...(survey && { survey }),
    // Of answers, how they follow each other is shown with the answer.
    earlier: survey?.others.some(({ id }) => id === regarding) ? undefined : earlier,
    followUps: await store.surveys.followUps(ids),
  };
};

const answerView = async (id: string, { surveys }: SubmissionStore): Promise<AnswerView | undefined> => {
  const chain = chainsOf(await surveys.answersTiedTo(id)).find(({ answers }) =>
    answers.some((answer) => answer.id === id),
  );
  const answer = chain?.answers.find((one) => one.id === id);
  if (!chain || !answer) return undefined;
  const { respondent } = answer;
  return {
    answer,
    standing: standingOf(answer, chain),
    current: chain.current,
    others: chain.answers.filter((one) => one !== answer),
    invitation: respondent ? (await surveys.invitationsOf([respondent])).get(respondent) : undefined,
  };
};

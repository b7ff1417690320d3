import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { searchable } from '../store/storable-text.js';
import type { FollowUp, Invitation, InvitationCounts, StoredAnswer, SurveyStore } from '../store/surveys.js';
import { isLowAnswer, summarize, type SurveySummary } from '../surveys/summary.js';
import type { AnswerChain } from '../surveys/answers.js';
import type { SurveyQuery } from './survey-query.js';

const PAGE_LENGTH = 50;

/** One respondent in the list of answers. */
export interface AnswerItem {
  readonly answer: StoredAnswer;
  /** What they answered before, the latest first. */
  readonly earlier: readonly StoredAnswer[];
  readonly isLow: boolean;
  readonly followUps: readonly FollowUp[];
  readonly invitation: Invitation | undefined;
}

export interface SurveyView {
  readonly survey: string;
  readonly query: SurveyQuery;
  readonly summary: SurveySummary;
  readonly counts: InvitationCounts;
  /** One page of the list. */
  readonly items: readonly AnswerItem[];
  /** Of the whole list. */
  readonly found: number;
  readonly hasMore: boolean;
  /** Of all counted answers, low ones of which nothing shows that somebody has seen to them. */
  readonly open: number;
}

export const surveyView = async (
  store: SurveyStore,
  survey: string,
  query: SurveyQuery,
  timeZone: TimeZone,
): Promise<SurveyView> => {
  const [answers, counts] = await Promise.all([store.answers(survey), store.counts(survey)]);
  const summary = summarize(answers, query, timeZone);
  const found = inOrder(summary.counted.filter(isFound(query)), query.order);
  const from = (query.page - 1) * PAGE_LENGTH;
  const items = await itemsOf(store, found.slice(from, from + PAGE_LENGTH));
  const low = summary.counted.filter(({ current }) => isLowAnswer(current!) && current!.state !== 'answered');
  const followed = new Set(
    (await store.followUps(low.flatMap(({ answers: all }) => all.map(({ id }) => id)))).map(
      ({ regarding }) => regarding,
    ),
  );
  return {
    ...{ survey, query, summary, counts, items },
    found: found.length,
    hasMore: found.length > from + PAGE_LENGTH,
    open: low.filter(({ answers: all }) => !all.some(({ id }) => followed.has(id))).length,
  };
};

const itemsOf = async (
  store: SurveyStore,
  chains: readonly AnswerChain<StoredAnswer>[],
): Promise<readonly AnswerItem[]> => {
  const ids = chains.flatMap(({ answers }) => answers.map(({ id }) => id));
  const respondents = chains.map(({ current }) => current!.respondent).filter(Boolean);
  const [followUps, invitations] = await Promise.all([
    store.followUps(ids),
    store.invitationsOf(respondents),
  ]);
  return chains.map(({ current, answers }) => ({
    answer: current!,
    earlier: answers.filter((answer) => answer !== current),
    isLow: isLowAnswer(current!),
    followUps: followUps.filter(({ regarding }) => answers.some(({ id }) => id === regarding)),
    invitation: invitations.get(current!.respondent),
  }));
};

const isFound = (query: SurveyQuery): ((chain: AnswerChain<StoredAnswer>) => boolean) => {
  const words = searchable(query.search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return ({ current }) => {
    const { score, comment } = current!;
    if (query.score !== undefined && score?.value !== query.score) return false;
    if (!words.length) return true;
    const text = searchable(comment);
    return words.every((word) => text.includes(word));
  };
};

const inOrder = (
  chains: readonly AnswerChain<StoredAnswer>[],
  order: SurveyQuery['order'],
): readonly AnswerChain<StoredAnswer>[] => {
  const latestFirst = [...chains].sort((a, b) => (a.current!.answeredAt < b.current!.answeredAt ? 1 : -1));
  // Sorting is stable: of equal scores the latest stay first.
  return order === 'latest'
    ? latestFirst
    : latestFirst.sort((a, b) => height(a.current!) - height(b.current!));
};

/** Where on its scale a score is, 0 to 1; behind all where there is none. */
const height = ({ score }: StoredAnswer): number =>
  score ? (score.value - score.min) / (score.max - score.min) : 2;

import { formatDay, weekdayOf, type DayNumber } from '../../../src/schedule/day.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import type { StoredAnswer } from '../store/surveys.js';
import { chainsOf, type AnswerChain } from './answers.js';
import { isLow, measuresOf, scaleKey, stepsOf, type Measure, type Scale } from './scale.js';

/** Which answers statistics are made of. */
export interface SummaryFilter {
  /** First and last day, on the company's calendar. */
  readonly from?: DayNumber | undefined;
  readonly to?: DayNumber | undefined;
  /** Only those whose respondent was asked by an invitation. */
  readonly invitedOnly?: boolean;
  readonly per: 'week' | 'month';
}

/** The scores of one week or month. */
export interface PeriodSummary {
  /** Its first day. */
  readonly start: DayNumber;
  readonly count: number;
  /** Of the first of the scale's measures, which is the one that is followed over time. */
  readonly measure: Measure;
}

/** What the answers on one scale say. */
export interface ScaleSummary {
  readonly scale: Scale;
  readonly count: number;
  readonly measures: readonly Measure[];
  /** How many gave each score, the lowest score first. */
  readonly distribution: readonly { readonly score: number; readonly count: number }[];
  /** Only those in which somebody answered, the earliest first. */
  readonly periods: readonly PeriodSummary[];
}

/** All that is known of a survey's answers. */
export interface SurveySummary {
  /** Chains with an answer that counts, within the filter. */
  readonly counted: readonly AnswerChain<StoredAnswer>[];
  /** Those without, in whatever period: their tokens are no good, or machines seem to have written them. */
  readonly uncounted: readonly AnswerChain<StoredAnswer>[];
  /** Of those counted, how many were asked by an invitation. */
  readonly invited: number;
  /** One for each scale that answers are on; the one with the most answers first. */
  readonly scales: readonly ScaleSummary[];
}

/** @param timeZone the company's, by whose calendar days, weeks (from Monday, ISO 8601) and months are told */
export const summarize = (
  answers: readonly StoredAnswer[],
  filter: SummaryFilter,
  timeZone: TimeZone,
): SurveySummary => {
  const chains = chainsOf(answers);
  const days = new Map<StoredAnswer, DayNumber>();
  const dayOf = (answer: StoredAnswer): DayNumber => {
    const day = days.get(answer) ?? timeZone.dayAt(Date.parse(answer.answeredAt));
    days.set(answer, day);
    return day;
  };
  const counted = chains.filter(({ current }) => current && isWanted(current, dayOf(current), filter));
  const currents = counted.map(({ current }) => current!);
  return {
    counted,
    uncounted: chains.filter(({ current }) => !current),
    invited: currents.filter(({ verdict, respondent }) => verdict === 'valid' && respondent).length,
    scales: scalesOf(currents, (answer) => startOf(dayOf(answer), filter.per)),
  };
};

/** What somebody counted gave is low enough that they should be asked why. */
export const isLowAnswer = ({ metric, score }: StoredAnswer): boolean =>
  score !== undefined && isLow(score.value, { metric, min: score.min, max: score.max });

const isWanted = (answer: StoredAnswer, day: DayNumber, { from, to, invitedOnly }: SummaryFilter): boolean =>
  (from === undefined || day >= from) &&
  (to === undefined || day <= to) &&
  (!invitedOnly || answer.verdict === 'valid');

const scalesOf = (
  answers: readonly StoredAnswer[],
  periodOf: (answer: StoredAnswer) => DayNumber,
): readonly ScaleSummary[] => {
  const groups = new Map<string, { scale: Scale; answers: StoredAnswer[] }>();
  for (const answer of answers) {
    if (!answer.score) continue;
    const { min, max } = answer.score;
    const scale: Scale = { metric: answer.metric, min, max };
    const group = groups.get(scaleKey(scale)) ?? { scale, answers: [] };
    group.answers.push(answer);
    groups.set(scaleKey(scale), group);
  }
  return [...groups.values()]
    .sort((a, b) => b.answers.length - a.answers.length)
    .map((group) => ({
      scale: group.scale,
      count: group.answers.length,
      measures: measuresOf(group.answers.map(scoreOf), group.scale),
      distribution: stepsOf(group.scale).map((score) => ({
        score,
        count: group.answers.filter((answer) => scoreOf(answer) === score).length,
      })),
      periods: periodsOf(group.answers, group.scale, periodOf),
    }));
};

const periodsOf = (
  answers: readonly StoredAnswer[],
  scale: Scale,
  periodOf: (answer: StoredAnswer) => DayNumber,
): readonly PeriodSummary[] => {
  const scores = new Map<DayNumber, number[]>();
  for (const answer of answers) {
    const start = periodOf(answer);
    const some = scores.get(start);
    if (some) some.push(scoreOf(answer));
    else scores.set(start, [scoreOf(answer)]);
  }
  return [...scores]
    .sort(([a], [b]) => a - b)
    .map(([start, some]) => ({ start, count: some.length, measure: measuresOf(some, scale)[0]! }));
};

const scoreOf = ({ score }: StoredAnswer): number => score!.value;

/** The first day of a day's week or month. */
const startOf = (day: DayNumber, per: SummaryFilter['per']): DayNumber =>
  per === 'week' ? day - weekdayOf(day) : day - Number(formatDay(day).slice(8)) + 1;

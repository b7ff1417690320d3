import type { NewAnswer } from '../store/surveys.js';
import { mean, netPromoterScore, proportion, type Estimate } from './statistics.js';

/** What was asked, and from where to where it could be answered. */
export interface Scale {
  /** `csat`, `nps`, `ces`, `expectation`; another where a program of the owner's own sends it. */
  readonly metric: string;
  readonly min: number;
  readonly max: number;
}

/** One number that sums up the scores of a scale. */
export interface Measure {
  readonly name: 'satisfied' | 'nps' | 'mean' | 'better' | 'worse';
  readonly estimate: Estimate;
  readonly unit: 'share' | 'points' | 'score';
}

export const scaleKey = ({ metric, min, max }: Scale): string => `${metric} ${min} ${max}`;

/** More steps than this are not drawn one by one, nor is a scale that someone made up to fill the memory. */
const MAX_STEPS = 101;

/** Whether this is a scale that scores can be counted on. */
export const isScale = ({ min, max }: Scale): boolean =>
  Number.isInteger(min) && Number.isInteger(max) && min < max && max - min < MAX_STEPS;

export const stepsOf = ({ min, max }: Scale): readonly number[] =>
  Array.from({ length: max - min + 1 }, (_, index) => min + index);

/**
 * A score as the start of a stored excerpt, in a form that {@link splitExcerpt} reads: what a list shows is said in
 * the language of who reads it.
 */
export const scoreExcerpt = ({ score }: { readonly score?: NewAnswer['score'] }): string => {
  if (!score) return '';
  const { value, min, max } = score;
  return min === 1 ? `${value} of ${max}` : `${value} (${min} to ${max})`;
};

/** The score that an excerpt begins with, and what was written. */
export const splitExcerpt = (excerpt: string): { score?: NonNullable<NewAnswer['score']>; text: string } => {
  const [whole, value, max, value2, min2, max2] =
    /^(?:(-?\d+) of (-?\d+)|(-?\d+) \((-?\d+) to (-?\d+)\))(?:: |$)/.exec(excerpt) ?? [];
  if (whole === undefined) return { text: excerpt };
  const score =
    value === undefined
      ? { value: Number(value2), min: Number(min2), max: Number(max2) }
      : { value: Number(value), min: 1, max: Number(max) };
  return { score, text: excerpt.slice(whole.length) };
};

/** NPS is defined for 0 to 10 and nothing else. */
const isNps = ({ metric, min, max }: Scale): boolean => metric === 'nps' && min === 0 && max === 10;

/**
 * The score from which somebody counts as satisfied: the upper two of five or more (4 and 5 of 5, the “top-2-box”), the
 * uppermost of fewer.
 */
export const satisfiedFrom = ({ min, max }: Scale): number => (max - min >= 4 ? max - 1 : max);

/** Whether somebody should be asked what went wrong: below the middle of the scale, for NPS a detractor (0 to 6). */
export const isLow = (score: number, scale: Scale): boolean =>
  isNps(scale) ? score <= 6 : score < (scale.min + scale.max) / 2;

/** What the scores of one scale say, each with its confidence interval. @param scores at least one */
export const measuresOf = (scores: readonly number[], scale: Scale): readonly Measure[] => {
  const { metric, min, max } = scale;
  const middle = (min + max) / 2;
  const share = (name: Measure['name'], isCounted: (score: number) => boolean): Measure => ({
    name,
    estimate: proportion(scores.filter(isCounted).length, scores.length),
    unit: 'share',
  });
  const average: Measure = { name: 'mean', estimate: mean(scores, min, max), unit: 'score' };
  if (isNps(scale)) return [{ name: 'nps', estimate: netPromoterScore(scores), unit: 'points' }, average];
  switch (metric) {
    case 'csat':
      return [share('satisfied', (score) => score >= satisfiedFrom(scale)), average];
    case 'expectation':
      return [average, share('better', (score) => score > middle), share('worse', (score) => score < middle)];
    default:
      return [average];
  }
};

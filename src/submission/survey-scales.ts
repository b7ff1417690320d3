import type { SurveyScaleMessages } from '../localization/catalogue.js';
import type { SurveyMetric } from './types.js';

/** The questions that the kit knows: one for each metric, and `recommend`, which asks for the same as `nps` more plainly. */
export type SurveyPreset = SurveyMetric | 'recommend';

/** How the answers of a preset look: faces, stars, numbers, or words alone. */
export type SurveyLook = 'faces' | 'stars' | 'numbers' | 'words';

export interface SurveyScale {
  readonly metric: SurveyMetric;
  readonly min: number;
  readonly max: number;
  /** How its answers look unless an owner says otherwise. */
  readonly look: SurveyLook;
}

const RECOMMENDATION: SurveyScale = { metric: 'nps', min: 0, max: 10, look: 'numbers' };

/** What each preset measures. */
export const scales: Readonly<Record<SurveyPreset, SurveyScale>> = {
  csat: { metric: 'csat', min: 1, max: 5, look: 'faces' },
  nps: RECOMMENDATION,
  ces: { metric: 'ces', min: 1, max: 7, look: 'numbers' },
  expectation: { metric: 'expectation', min: 1, max: 5, look: 'words' },
  recommend: RECOMMENDATION,
};

/** All scores of a scale, the lowest first. By hand: old libraries replace `Array.from` by one that maps nothing. */
export const scoresOf = ({ min, max }: SurveyScale): readonly number[] => {
  const scores: number[] = [];
  for (let score = min; score <= max; score++) scores.push(score);
  return scores;
};

/** From worst to best, for scales of five; of Unicode 6, which old devices have too. */
export const FACES = ['\u{1F61E}', '\u{1F615}', '\u{1F610}', '\u{1F60A}', '\u{1F600}'] as const;

/** What a score is called. Empty where only the ends of its scale have words. */
export const answerLabel = (
  words: Partial<SurveyScaleMessages>,
  preset: SurveyPreset,
  score: number,
): string => words[`${preset}${score}` as keyof SurveyScaleMessages] ?? '';

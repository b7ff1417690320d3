import type { FieldError } from '../../../src/delivery/states.js';
import { scales } from '../../../src/submission/survey-scales.js';
import type { SurveyMetric } from '../../../src/submission/types.js';
import { storable } from '../store/storable-text.js';
import type { Fields } from '../store/store.js';
import type { NewAnswer } from '../store/surveys.js';
import { textOf, valueOf } from '../submissions/fields.js';
import { isScale, type Scale } from './scale.js';
import type { RespondentTokens } from './tokens.js';

/** Of answers that don't say which survey they are to. */
const UNNAMED = 'survey';

/** A score that its scale does not have, such as 6 of 5: no widget sends it. Without a scale, none is wrong. */
export const scoreErrors = (fields: Fields): readonly FieldError[] => {
  const metric = textOf(fields, 'metric');
  const value = number(fields, 'score');
  if (value === undefined || scoreOf(fields, metric)) return [];
  const { min, max } = scaleOf(fields, metric);
  if (Number.isNaN(min) || Number.isNaN(max)) return [];
  return [{ field: 'score', code: 'off_scale', message: `The score must be from ${min} to ${max}.` }];
};

/**
 * What is kept of an answer, with what its token is worth now. Nothing is refused here: an answer whose token is no good
 * is kept like any other, and does not count (`answers.ts`).
 */
export const receivedAnswer = (fields: Fields, receivedAt: string, tokens: RespondentTokens): NewAnswer => {
  const token = textOf(fields, 'respondent').trim();
  const reading = token ? tokens.read(token, surveyOf(fields), Date.parse(receivedAt)) : undefined;
  return answerOf(fields, receivedAt, {
    verdict: reading?.state ?? 'none',
    respondent: reading && reading.state !== 'invalid' ? reading.respondent : '',
  });
};

/** As {@link receivedAnswer}, where it is known what the token was worth when it came. */
export const answerOf = (
  fields: Fields,
  receivedAt: string,
  { verdict, respondent }: Pick<NewAnswer, 'verdict' | 'respondent'>,
): NewAnswer => {
  const metric = textOf(fields, 'metric').slice(0, 100);
  const score = scoreOf(fields, metric);
  return {
    survey: surveyOf(fields),
    answeredAt: answeredAt(textOf(fields, 'created_at'), receivedAt),
    verdict,
    respondent,
    metric,
    ...(score && { score }),
    comment: textOf(fields, 'comment'),
  };
};

export const surveyOf = (fields: Fields): string => storable(textOf(fields, 'survey')).trim() || UNNAMED;

/** A clock that is ahead must not make an answer the last word for ever. */
const answeredAt = (createdAt: string, receivedAt: string): string => {
  const at = Date.parse(createdAt);
  return Number.isNaN(at) || at > Date.parse(receivedAt) ? receivedAt : new Date(at).toISOString();
};

/** From where to where it could be answered: as the answer says, else as its metric has it; NaN where neither says. */
const scaleOf = (fields: Fields, metric: string): Scale => {
  const usual = Object.hasOwn(scales, metric) ? scales[metric as SurveyMetric] : undefined;
  return {
    metric,
    min: number(fields, 'score_min') ?? usual?.min ?? NaN,
    max: number(fields, 'score_max') ?? usual?.max ?? NaN,
  };
};

const scoreOf = (fields: Fields, metric: string): NewAnswer['score'] => {
  const value = number(fields, 'score');
  const scale = scaleOf(fields, metric);
  if (value === undefined || !Number.isInteger(value) || !isScale(scale)) return undefined;
  const { min, max } = scale;
  return value >= min && value <= max ? { value, min, max } : undefined;
};

const number = (fields: Fields, name: string): number | undefined => {
  const value = valueOf(fields, name);
  return typeof value === 'number' ? value : undefined;
};

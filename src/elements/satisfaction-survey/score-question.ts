import { complain } from '../../controllers/complain.js';
import type { SurveyScaleMessages } from '../../localization/catalogue.js';
import type { Localization } from '../../localization/localization.js';
import { scales, scoresOf, type SurveyLook, type SurveyPreset } from '../../submission/survey-scales.js';
import type { ScaleView } from './scale-view.js';

const LOOKS = /^(faces|stars|numbers|words)$/;

/** What an owner says of the question, as attributes. */
export interface QuestionHost extends HTMLElement {
  readonly ask: string;
  readonly look: string | undefined;
  readonly question: string | undefined;
}

/** As HTML reads attributes of few values: in any case. What is no text, as after the attribute is taken away, says nothing. */
const lowerCase = (value: { readonly toLowerCase?: () => string } | null | undefined): string | undefined =>
  value?.toLowerCase?.();

/** What is asked on a scale, if anything is. */
export const presetOf = (host: QuestionHost): SurveyPreset | undefined => {
  const ask = lowerCase(host.ask) ?? 'csat';
  if (ask === 'none') return undefined;
  if (Object.hasOwn(scales, ask)) return ask as SurveyPreset;
  complain(host, 'ask', host.ask, 'no such question; csat is asked');
  return 'csat';
};

/** The question of a preset. @param value the score that is chosen, empty for none */
export const scoreQuestion = (
  host: QuestionHost,
  preset: SurveyPreset,
  words: Localization<'satisfaction-survey'>,
  value: string,
): ScaleView => {
  const scale = scales[preset];
  return {
    name: 'score',
    id: 'field-score',
    look: lookOf(host, scale.look, scale.max),
    legend: host.question ?? words.text(`${preset}Question`),
    options: scoresOf(scale).map((score) => ({
      value: `${score}`,
      // Of eleven, only the ends have words.
      label: scale.max === 10 && score % 10 ? '' : words.text(`${preset}${score}` as keyof SurveyScaleMessages),
    })),
    value,
    required: true,
    scoreOf: (score, max) => words.text('scoreOf', { score, max }),
  };
}; // prettier-ignore

const lookOf = (host: QuestionHost, own: SurveyLook, max: number): SurveyLook => {
  const look = lowerCase(host.look);
  if (look === undefined) return own;
  // Faces are of five; words for each answer are not of eleven.
  if (LOOKS.test(look) && (max === 5 || look === 'numbers' || (max < 10 && look === 'words'))) return look as SurveyLook;
  complain(host, 'look', host.look, `not for this scale; ${own} is used`);
  return own;
}; // prettier-ignore

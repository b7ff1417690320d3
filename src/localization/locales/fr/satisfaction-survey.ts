import type { SatisfactionSurveyMessages } from '../../catalogue.js';
import { surveyScales } from './survey-scales.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const satisfactionSurvey: SatisfactionSurveyMessages = {
  ...surveyScales,
  heading: 'Votre avis',
  comment: 'Quelle est la raison principale de votre réponse\u202f?',
  scoreOf: '{score} sur {max}',
};

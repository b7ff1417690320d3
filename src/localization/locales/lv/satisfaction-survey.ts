import type { SatisfactionSurveyMessages } from '../../catalogue.js';
import { surveyScales } from './survey-scales.js';

// With the widget's own words, so that one file is asked for.
export { common } from './common.js';

export const satisfactionSurvey: SatisfactionSurveyMessages = {
  ...surveyScales,
  heading: 'Jūsu viedoklis',
  comment: 'Kāds ir Jūsu atbildes galvenais iemesls?',
  scoreOf: '{score} no {max}',
};

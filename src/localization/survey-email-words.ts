import type { SurveyEmailMessages, SurveyScaleMessages } from './catalogue.js';
import type { Locale } from './locale.js';
import { surveyEmail as deEmail } from './locales/de/survey-email.js';
import { surveyScales as deScales } from './locales/de/survey-scales.js';
import { surveyEmail as enEmail } from './locales/en/survey-email.js';
import { surveyScales as enScales } from './locales/en/survey-scales.js';
import { surveyEmail as esEmail } from './locales/es/survey-email.js';
import { surveyScales as esScales } from './locales/es/survey-scales.js';
import { surveyEmail as euEmail } from './locales/eu/survey-email.js';
import { surveyScales as euScales } from './locales/eu/survey-scales.js';
import { surveyEmail as frEmail } from './locales/fr/survey-email.js';
import { surveyScales as frScales } from './locales/fr/survey-scales.js';
import { surveyEmail as kaEmail } from './locales/ka/survey-email.js';
import { surveyScales as kaScales } from './locales/ka/survey-scales.js';
import { surveyEmail as lvEmail } from './locales/lv/survey-email.js';
import { surveyScales as lvScales } from './locales/lv/survey-scales.js';

/** What invitations say, in every language at once: they are written where there is no page, and nothing to wait for. */
export const surveyEmailWords: Readonly<Record<Locale, SurveyScaleMessages & SurveyEmailMessages>> = {
  eu: { ...euScales, ...euEmail },
  ka: { ...kaScales, ...kaEmail },
  lv: { ...lvScales, ...lvEmail },
  en: { ...enScales, ...enEmail },
  es: { ...esScales, ...esEmail },
  fr: { ...frScales, ...frEmail },
  de: { ...deScales, ...deEmail },
};

import type {
  CommonMessages,
  SatisfactionSurveyInUseMessages,
  SatisfactionSurveyMessages,
} from '../catalogue.js';
import { importInUse, type Importers, type WidgetWords } from '../importers.js';

const importFirst: Importers<{ common: CommonMessages; satisfactionSurvey: SatisfactionSurveyMessages }> = {
  eu: () => import('../locales/eu/satisfaction-survey.js'),
  ka: () => import('../locales/ka/satisfaction-survey.js'),
  lv: () => import('../locales/lv/satisfaction-survey.js'),
  en: () => import('../locales/en/satisfaction-survey.js'),
  es: () => import('../locales/es/satisfaction-survey.js'),
  fr: () => import('../locales/fr/satisfaction-survey.js'),
  de: () => import('../locales/de/satisfaction-survey.js'),
};

const importLater: Importers<{ satisfactionSurveyInUse: SatisfactionSurveyInUseMessages }> = {
  eu: () => import('../locales/eu/satisfaction-survey-in-use.js'),
  ka: () => import('../locales/ka/satisfaction-survey-in-use.js'),
  lv: () => import('../locales/lv/satisfaction-survey-in-use.js'),
  en: () => import('../locales/en/satisfaction-survey-in-use.js'),
  es: () => import('../locales/es/satisfaction-survey-in-use.js'),
  fr: () => import('../locales/fr/satisfaction-survey-in-use.js'),
  de: () => import('../locales/de/satisfaction-survey-in-use.js'),
};

export const satisfactionSurveyWords: WidgetWords<'satisfaction-survey'> = {
  widget: 'satisfaction-survey',
  first: async (locale) => {
    const { common, satisfactionSurvey } = await importFirst[locale]();
    return { ...common, ...satisfactionSurvey };
  },
  later: async (locale) => {
    const [inUse, { satisfactionSurveyInUse }] = await Promise.all([
      importInUse(locale),
      importLater[locale](),
    ]);
    return { ...inUse, ...satisfactionSurveyInUse };
  },
};

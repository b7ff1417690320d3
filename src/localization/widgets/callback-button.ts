import type { CallbackButtonMessages, CallbackInUseMessages, CommonMessages } from '../catalogue.js';
import { importInUse, type Importers, type WidgetWords } from '../importers.js';

const importFirst: Importers<{ callbackButton: CallbackButtonMessages }> = {
  eu: () => import('../locales/eu/callback-button.js'),
  ka: () => import('../locales/ka/callback-button.js'),
  lv: () => import('../locales/lv/callback-button.js'),
  en: () => import('../locales/en/callback-button.js'),
  es: () => import('../locales/es/callback-button.js'),
  fr: () => import('../locales/fr/callback-button.js'),
  de: () => import('../locales/de/callback-button.js'),
};

const importLater: Importers<{ common: CommonMessages; callbackInUse: CallbackInUseMessages }> = {
  eu: () => import('../locales/eu/callback-in-use.js'),
  ka: () => import('../locales/ka/callback-in-use.js'),
  lv: () => import('../locales/lv/callback-in-use.js'),
  en: () => import('../locales/en/callback-in-use.js'),
  es: () => import('../locales/es/callback-in-use.js'),
  fr: () => import('../locales/fr/callback-in-use.js'),
  de: () => import('../locales/de/callback-in-use.js'),
};

export const callbackButtonWords: WidgetWords<'callback-button'> = {
  widget: 'callback-button',
  first: async (locale) => (await importFirst[locale]()).callbackButton,
  later: async (locale) => {
    const [inUse, { common, callbackInUse }] = await Promise.all([
      importInUse(locale),
      importLater[locale](),
    ]);
    return { ...common, ...inUse, ...callbackInUse };
  },
};

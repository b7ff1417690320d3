import type {
  CommonMessages,
  ContactFormMessages,
  FirstMessages,
  InUseMessages,
  WidgetKey,
} from './catalogue.js';
import type { Locale } from './locale.js';

type Importers<M> = Readonly<Record<Locale, () => Promise<M>>>;

// Written out, one expression a file, so that every bundler sees what to split off.

const importContactForm: Importers<{ common: CommonMessages; contactForm: ContactFormMessages }> = {
  eu: () => import('./locales/eu/contact-form.js'),
  ka: () => import('./locales/ka/contact-form.js'),
  lv: () => import('./locales/lv/contact-form.js'),
  en: () => import('./locales/en/contact-form.js'),
  es: () => import('./locales/es/contact-form.js'),
  fr: () => import('./locales/fr/contact-form.js'),
  de: () => import('./locales/de/contact-form.js'),
};

const importUsed: Importers<{ inUse: InUseMessages }> = {
  eu: () => import('./locales/eu/in-use.js'),
  ka: () => import('./locales/ka/in-use.js'),
  lv: () => import('./locales/lv/in-use.js'),
  en: () => import('./locales/en/in-use.js'),
  es: () => import('./locales/es/in-use.js'),
  fr: () => import('./locales/fr/in-use.js'),
  de: () => import('./locales/de/in-use.js'),
};

/** Fetches what every widget says once somebody uses it. */
export const importInUse = async (locale: Locale): Promise<InUseMessages> =>
  (await importUsed[locale]()).inUse;

/** Fetches what a widget says at first. */
export const importMessages: {
  readonly [W in WidgetKey]: (locale: Locale) => Promise<FirstMessages<W>>;
} = {
  'contact-form': async (locale) => {
    const { common, contactForm } = await importContactForm[locale]();
    return { ...common, ...contactForm };
  },
};

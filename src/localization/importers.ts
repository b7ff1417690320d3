import type { CommonMessages, ContactFormMessages, Messages, WidgetKey } from './catalogue.js';
import type { Locale } from './locale.js';

type Importers<M> = Readonly<Record<Locale, () => Promise<M>>>;

// Written out, one expression a file, so that every bundler sees what to split off.

const importCommon: Importers<{ common: CommonMessages }> = {
  eu: () => import('./locales/eu/common.js'),
  ka: () => import('./locales/ka/common.js'),
  lv: () => import('./locales/lv/common.js'),
  en: () => import('./locales/en/common.js'),
  es: () => import('./locales/es/common.js'),
  fr: () => import('./locales/fr/common.js'),
  de: () => import('./locales/de/common.js'),
};

const importContactForm: Importers<{ contactForm: ContactFormMessages }> = {
  eu: () => import('./locales/eu/contact-form.js'),
  ka: () => import('./locales/ka/contact-form.js'),
  lv: () => import('./locales/lv/contact-form.js'),
  en: () => import('./locales/en/contact-form.js'),
  es: () => import('./locales/es/contact-form.js'),
  fr: () => import('./locales/fr/contact-form.js'),
  de: () => import('./locales/de/contact-form.js'),
};

/**
 * Fetches what a widget says. The common messages and the widget's own are asked for at the same time: one
 * round trip, and a page with several widgets has the common ones once.
 */
export const importMessages: { readonly [W in WidgetKey]: (locale: Locale) => Promise<Messages<W>> } = {
  'contact-form': async (locale) => {
    const [{ common }, { contactForm }] = await Promise.all([
      importCommon[locale](),
      importContactForm[locale](),
    ]);
    return { ...common, ...contactForm };
  },
};

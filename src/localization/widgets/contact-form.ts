import type { CommonMessages, ContactFormMessages } from '../catalogue.js';
import { importInUse, type Importers, type WidgetWords } from '../importers.js';

const importFirst: Importers<{ common: CommonMessages; contactForm: ContactFormMessages }> = {
  eu: () => import('../locales/eu/contact-form.js'),
  ka: () => import('../locales/ka/contact-form.js'),
  lv: () => import('../locales/lv/contact-form.js'),
  en: () => import('../locales/en/contact-form.js'),
  es: () => import('../locales/es/contact-form.js'),
  fr: () => import('../locales/fr/contact-form.js'),
  de: () => import('../locales/de/contact-form.js'),
};

export const contactFormWords: WidgetWords<'contact-form'> = {
  widget: 'contact-form',
  first: async (locale) => {
    const { common, contactForm } = await importFirst[locale]();
    return { ...common, ...contactForm };
  },
  later: importInUse,
};

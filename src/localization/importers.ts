import type { FirstMessages, InUseMessages, LaterMessages, WidgetKey } from './catalogue.js';
import type { Locale } from './locale.js';

/** One expression a language, written out, so that every bundler sees what to split off. */
export type Importers<M> = Readonly<Record<Locale, () => Promise<M>>>;

/** Where a widget's words come from. Each widget has its own, so that none brings those of the others. */
export interface WidgetWords<W extends WidgetKey = WidgetKey> {
  readonly widget: W;
  /** Fetches what it says at first. */
  readonly first: (locale: Locale) => Promise<FirstMessages<W>>;
  /** Fetches what it says once somebody uses it. */
  readonly later: (locale: Locale) => Promise<LaterMessages<W>>;
}

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

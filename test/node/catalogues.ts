/** The words of all languages, as their files have them. */
import type { Locale } from '../../src/localization/locale.js';
import * as de from '../../src/localization/locales/de/index.js';
import * as en from '../../src/localization/locales/en/index.js';
import * as es from '../../src/localization/locales/es/index.js';
import * as eu from '../../src/localization/locales/eu/index.js';
import * as fr from '../../src/localization/locales/fr/index.js';
import * as ka from '../../src/localization/locales/ka/index.js';
import * as lv from '../../src/localization/locales/lv/index.js';
import { presence as dePresence } from '../../src/localization/locales/de/presence.js';
import { presence as enPresence } from '../../src/localization/locales/en/presence.js';
import { presence as esPresence } from '../../src/localization/locales/es/presence.js';
import { presence as euPresence } from '../../src/localization/locales/eu/presence.js';
import { presence as frPresence } from '../../src/localization/locales/fr/presence.js';
import { presence as kaPresence } from '../../src/localization/locales/ka/presence.js';
import { presence as lvPresence } from '../../src/localization/locales/lv/presence.js';

const texts = { eu, ka, lv, en, es, fr, de } satisfies Record<Locale, unknown>;

const presences = {
  eu: euPresence,
  ka: kaPresence,
  lv: lvPresence,
  en: enPresence,
  es: esPresence,
  fr: frPresence,
  de: dePresence,
} satisfies Record<Locale, unknown>;

/** What the widgets of a language say. */
export const textsOf = (locale: Locale) => texts[locale];

/** What a language says of when somebody is there. */
export const presenceOf = (locale: Locale) => presences[locale];

import { html } from 'hono/html';
import { matchLocale, type Locale } from '../../../../src/localization/locale.js';
import {
  fill,
  numberLocale,
  pluralCategory,
  type MessageValues,
} from '../../../../src/localization/localization.js';
import type { Plural } from '../../../../src/localization/plural.js';
import type { Html } from '../pages/layout.js';
import type { InboxMessages } from './catalogue.js';
import { InboxDates } from './dates.js';
import { de } from './de/index.js';
import { en } from './en/index.js';
import { es } from './es/index.js';
import { eu } from './eu/index.js';
import { fr } from './fr/index.js';
import { ka } from './ka/index.js';
import { lv } from './lv/index.js';

export const catalogues: Readonly<Record<Locale, InboxMessages>> = { eu, ka, lv, en, es, fr, de };

/** What the inbox says in one language, and its numbers and dates. */
export class InboxWords {
  readonly locale: Locale;
  readonly text: InboxMessages;
  readonly dates: InboxDates;

  constructor(locale: Locale) {
    this.locale = locale;
    this.text = catalogues[locale];
    this.dates = new InboxDates(locale);
  }

  /** A message, its `{names}` replaced by the values. Numbers are put in as they are: format them before. */
  fill(message: string, values: MessageValues): string {
    return fill(message, values);
  }

  /** The message for this number of things; `{count}` is the number, formatted. */
  plural(message: Plural, count: number, values: MessageValues = {}): string {
    return fill(this.#select(message, count), { ...values, count: this.number(count) });
  }

  /** As {@link fill}, with values that are pieces of a page. */
  html(message: string, values: Readonly<Record<string, Html | string | number>>): Html {
    const parts = message.split(/\{(\w+)\}/);
    return html`${parts.map((part, index) => (index % 2 ? (values[part] ?? `{${part}}`) : part))}`;
  }

  /** As {@link plural}, with values that are pieces of a page. */
  pluralHtml(message: Plural, count: number, values: Readonly<Record<string, Html | string | number>>): Html {
    return this.html(this.#select(message, count), { ...values, count: this.number(count) });
  }

  number(value: number, maximumFractionDigits = 3): string {
    return new Intl.NumberFormat(numberLocale(this.locale), { maximumFractionDigits }).format(value);
  }

  /** A size of a file. */
  size(bytes: number): string {
    const { bytes: few, kilobytes, megabytes } = this.text.frame.sizes;
    if (bytes < 1_000) return this.plural(few, bytes);
    return bytes < 999_500
      ? fill(kilobytes, { n: this.number(Math.round(bytes / 1_000)) })
      : fill(megabytes, { n: this.fixed(bytes / 1_000_000, 1) });
  }

  /** With so many decimals, also where they are 0. */
  fixed(value: number, decimals: number): string {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(numberLocale(this.locale), digits).format(value);
  }

  /** A share of a whole, 0 to 1, in whole percent: `82%`, in Basque `% 82`. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent' }).format(share);
  }

  /** `Georgian (ka)`; what is no language tag stays as it was written. */
  language(text: string): string {
    try {
      const tag = Intl.getCanonicalLocales(text)[0];
      return tag ? `${languageNames(this.locale).of(tag) ?? tag} (${tag})` : text;
    } catch {
      return text;
    }
  }

  #select(message: Plural, count: number): string {
    return message[pluralCategory(this.locale, count)] ?? message.other;
  }
}

const languageNames = (locale: Locale): Intl.DisplayNames =>
  new Intl.DisplayNames(locale, { type: 'language' });

const made = new Map<Locale, InboxWords>();

/** The words of the first of these languages that the inbox speaks, else English. */
export const inboxWords = (languages: readonly (string | null | undefined)[]): InboxWords => {
  const locale = matchLocale(languages) ?? 'en';
  let words = made.get(locale);
  if (!words) made.set(locale, (words = new InboxWords(locale)));
  return words;
};

/** For what is not yet said in every language. */
export const ENGLISH = new InboxWords('en');

import type {
  CommonMessages,
  InUseMessages,
  Messages,
  WidgetInUseMessages,
  WidgetKey,
  WidgetMessages,
} from './catalogue.js';
import type { Locale } from './locale.js';
import type { Plural } from './plural.js';

/** The keys of a widget whose message is one text; of no one widget, those that all have. */
export type TextKey<W extends WidgetKey = WidgetKey> =
  | KeyOf<Shared, string>
  | KeyOf<WidgetMessages[W] & WidgetInUseMessages[W], string>;
/** The keys of a widget whose message depends on a number. */
export type PluralKey<W extends WidgetKey = WidgetKey> =
  | KeyOf<Shared, Plural>
  | KeyOf<WidgetMessages[W] & WidgetInUseMessages[W], Plural>;
/** What all widgets say. */
type Shared = CommonMessages & InUseMessages;
type KeyOf<M, T> = { [K in keyof M]: M[K] extends T ? K : never }[keyof M];

/** What the `{names}` in a message stand for. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Chromium has no data for Basque and Georgian and would write their numbers as in its own language. These
 * languages, which every engine has, write numbers in the same way (CLDR: separators, grouping, minus sign).
 * Used in every engine, so that a number reads the same in each; a test compares them with CLDR.
 */
export const numberLocale = (locale: Locale): string =>
  locale === 'eu' ? 'hr' : locale === 'ka' ? 'lv' : locale;

/**
 * CLDR's plural rule for Basque and Georgian is `one: n = 1`. Chromium has it by now; older ones took the rule
 * of the browser's own language (formatjs/formatjs-old#185): "one" for 21 in a Latvian browser.
 */
export const pluralCategory = (locale: Locale, count: number): Intl.LDMLPluralRule =>
  locale === 'eu' || locale === 'ka'
    ? count === 1
      ? 'one'
      : 'other'
    : new Intl.PluralRules(locale).select(count);

/** Unknown names stay as they are written: the owner who misspelt one sees it. */
export const fill = (text: string, values: MessageValues): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );

/** What a widget says in one language, with the numbers of that language. */
export class Localization<W extends WidgetKey = WidgetKey> {
  readonly locale: Locale;
  readonly #messages: Messages<W>;

  constructor(locale: Locale, messages: Messages<W>) {
    this.locale = locale;
    this.#messages = messages;
  }

  /** A message, its `{names}` replaced by the values. Numbers are put in as they are: format them before. */
  text(key: TextKey<W>, values: MessageValues = {}): string {
    return fill(this.#messages[key] as string, values);
  }

  /** The message for this number of things; `{count}` is the number, formatted. */
  plural(key: PluralKey<W>, count: number, values: MessageValues = {}): string {
    const message = this.#messages[key] as Plural | string;
    const text = typeof message === 'string' ? message : this.#select(message, count);
    return fill(text, { ...values, count: this.number(count) });
  }

  number(value: number, maximumFractionDigits = 3): string {
    // No prototype: Intl reads options through it, and a page may have put a `style` there.
    const options = { __proto__: null, maximumFractionDigits } as Intl.NumberFormatOptions;
    return new Intl.NumberFormat(numberLocale(this.locale), options).format(value);
  }

  #select(message: Plural, count: number): string {
    const category = pluralCategory(this.locale, count);
    return (Object.hasOwn(message, category) ? message[category] : undefined) ?? message.other;
  }
}

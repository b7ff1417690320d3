import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogues } from '../../demo/receiver/inbox/words/words.js';
import { locales, type Locale } from '../../src/localization/locale.js';

type Message = string | Readonly<Record<string, string>>;

/** Every message of the inbox by its path: `frame.errors.tooOld.text`. One that depends on a number has a text a category. */
const flat = (node: object, path = ''): [key: string, message: Message][] =>
  Object.entries(node).flatMap(([name, value]: [string, string | object]): [string, Message][] => {
    const key = path ? `${path}.${name}` : name;
    if (typeof value === 'string') return [[key, value]];
    return isPlural(value) ? [[key, value]] : flat(value, key);
  });

const isPlural = (value: object): value is Readonly<Record<string, string>> =>
  'other' in value && Object.keys(value).every((key) => /^(?:zero|one|two|few|many|other)$/.test(key));

const messages = Object.fromEntries(
  locales.map((locale) => [locale, new Map(flat(catalogues[locale]))]),
) as Record<Locale, Map<string, Message>>;

const forms = (message: Message): [category: string | undefined, text: string][] =>
  typeof message === 'string' ? [[undefined, message]] : Object.entries(message);

const texts = (locale: Locale): [key: string, text: string][] =>
  [...messages[locale]].flatMap(([key, message]) =>
    forms(message).map(([category, text]): [string, string] => [category ? `${key}.${category}` : key, text]),
  );

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

const isOneNumber = (locale: Locale, category: string | undefined): boolean => {
  const rules = new Intl.PluralRules(locale);
  return Array.from({ length: 1001 }, (_, n) => n).filter((n) => rules.select(n) === category).length === 1;
};

const none = (locale: Locale, wrong: RegExp): void =>
  assert.deepEqual(
    texts(locale).filter(([, text]) => wrong.test(words(text))),
    [],
  );

/** Without what is the same in every language: values, addresses, settings, names of products, formats and measures. */
const words = (text: string): string =>
  text.replace(
    /\{\w+\}|https?:\S*|[\w.]+@\S+|<[^>]*>|survey="[^"]*"|\b(?:[A-Z]+_[A-Z_]+|Google Ads|Meta|Microsoft Ads|CSAT|NPS|CES|CSV|NDJSON|JSON|HTML|FAQPage|schema\.org|details|email|FAQ|ics|pt-BR|eu|ka|lv|en|es|fr|de)\b/g,
    '0',
  );

/** Words that are rightly the English ones: the same in both languages, or a sign and no word at all. */
const SAME: Partial<Record<Locale, readonly string[]>> = {
  es: ['{count} byte', '{count} bytes', 'Error:', 'Error: {title}', 'No'],
  fr: ['E-mail', 'Invitation', 'Invitations', 'Action', 'Messages', 'Message', 'Questions', 'Question', 'Suggestion', 'Pages', 'Page', 'Minutes', 'Date', 'Date {number}', 'Message {reference}', 'Satisfaction (CSAT)'], // prettier-ignore
  de: ['Name', 'name', 'Text', 'Status', 'Net Promoter Score', '{label} (optional)'],
};

const INFORMAL: Partial<Record<Locale, RegExp>> = {
  eu: /(?<!\p{L})(hi|hik|hire|hiri|duk|dun|ezak|ezan)(?!\p{L})/iu,
  ka: /(?<!\p{L})(შენ|შენი|შენს)(?!\p{L})/u,
  lv: /(?<!\p{L})(tu|tev|tavs|tava|tavu|tavi|ievadi)(?!\p{L})/iu,
  es: /(?<!\p{L})(tú|tu|tus|te|escribe|elige|marca)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|ton|ta|tes)(?!\p{L})/iu,
  de: /(?<!\p{L})(du|dich|dir|dein|deine|deinen|deiner)(?!\p{L})/iu,
};

for (const locale of locales) {
  describe(`inbox in ${locale}`, () => {
    test('has every key, and no other, and says something under it', () => {
      assert.deepEqual([...messages[locale].keys()].sort(), [...messages.en.keys()].sort());
      none(locale, /^\s|[^\S\u00a0]$| {2}|^$/);
    });

    test('has the plural categories of the language, all and only', () => {
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
      for (const [key, message] of messages[locale]) {
        assert.equal(typeof message, typeof messages.en.get(key), key);
        if (typeof message !== 'string') assert.deepEqual(Object.keys(message).sort(), categories, key);
      }
    });

    test('has the placeholders of the English text', () => {
      for (const [key, message] of messages[locale]) {
        const [, english] = forms(messages.en.get(key)!).at(-1)!;
        for (const [category, text] of forms(message)) {
          // "a file" for "1 file", where no other number is said in this form.
          const found = placeholders(text);
          if (english.includes('{count}') && isOneNumber(locale, category) && !found.includes('count'))
            found.push('count');
          assert.deepEqual(found.sort(), placeholders(english), `${key} ${category ?? ''}`);
        }
      }
    });

    test('is typeset: no three dots, no typewriter quotes', () => {
      none(locale, /\.\.\.|'|`/);
    });

    test('has no letters that only look right, nor upper-cased Georgian', () => {
      none(locale, locale === 'ka' ? /[A-Za-z\u0400-\u04ff]/ : /[\u0370-\u052f\u10a0-\u10ff]/);
      none(locale, /[\u1c90-\u1cbf]/);
    });

    if (locale === 'en') return;

    test('is translated', () => {
      const hasWords = (text: string) => /\p{L}/u.test(words(text).replace(/[kM]B/g, ''));
      const english = new Map(texts('en'));
      const same = texts(locale).filter(
        ([key, text]) => english.get(key) === text && hasWords(text) && !SAME[locale]?.includes(text),
      );
      assert.deepEqual(same, []);
    });

    test('addresses the owner formally', () => {
      none(locale, INFORMAL[locale]!);
    });
  });
}

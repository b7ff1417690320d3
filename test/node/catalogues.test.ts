import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { locales, type Locale } from '../../src/localization/locale.js';
import type { Plural } from '../../src/localization/plural.js';
import { textsOf } from './catalogues.js';

type Catalogue = Record<string, string | Plural>;

const load = (locale: Locale): Catalogue => {
  const {
    appointmentInUse,
    appointmentRequest,
    calendar,
    callbackButton,
    callbackInUse,
    common,
    contactForm,
    faqChat,
    faqChatInUse,
    inUse,
    satisfactionSurvey,
    satisfactionSurveyInUse,
    surveyEmail,
  } = textsOf(locale);
  // The heading of one widget is another message than that of the next.
  const named = (widget: string, messages: object) =>
    Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${widget} ${key}`, text as string]));
  const chat = { ...named('chat', faqChat), ...named('chat', faqChatInUse) };
  const call = { ...named('call', callbackButton), ...named('call', callbackInUse) };
  const survey = {
    ...named('survey', satisfactionSurvey),
    ...named('survey', satisfactionSurveyInUse),
    ...named('invitation', surveyEmail),
  };
  const own = { ...named('appointment', appointmentRequest), ...chat, ...call, ...survey };
  return { ...calendar, ...common, ...contactForm, ...inUse, ...appointmentInUse, ...own };
};

const catalogues = Object.fromEntries(locales.map((locale) => [locale, load(locale)] as const)) as Record<
  Locale,
  Catalogue
>;
const english = catalogues.en;

/** Every text of a message: one, or one for each plural category. */
const forms = (message: string | Plural): [category: string | undefined, text: string][] =>
  typeof message === 'string' ? [[undefined, message]] : Object.entries(message);

const texts = (locale: Locale): [name: string, text: string][] =>
  Object.entries(catalogues[locale]).flatMap(([key, message]) =>
    forms(message).map(([category, text]): [string, string] => [category ? `${key}.${category}` : key, text]),
  );

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
/** Without what is the same in every language: values, addresses, phone numbers, names of formats. */
const words = (text: string): string =>
  text.replace(/\{\w+\}|https?:\S+|\S+@\S+|\+[\d ]+|\bQR\b|\bvCard\b/g, '0');

const none = (locale: Locale, wrong: RegExp): void =>
  assert.deepEqual(
    texts(locale).filter(([, text]) => wrong.test(words(text))),
    [],
  );

/** Keys whose text is rightly the English one, and why. */
const SAME_AS_ENGLISH: Partial<Record<Locale, Record<string, string>>> = {
  eu: { kilobytes: 'unit of the SI', megabytes: 'unit of the SI' },
  lv: { kilobytes: 'unit of the SI', megabytes: 'unit of the SI' },
  es: {
    'kilobytes': 'unit of the SI',
    'megabytes': 'unit of the SI',
    'errorPrefix': 'the Spanish word, too',
    'chat no': 'the Spanish word, too',
  },
  de: { kilobytes: 'unit of the SI', megabytes: 'unit of the SI', monthTitle: 'the same order' },
  fr: {
    monthTitle: 'the same order',
    topicQuestion: 'the French word, too',
    topicSuggestion: 'the French word, too',
    message: 'the French word, too',
  },
};

/** Forms of address that a company doesn't use with people whom it doesn't know (glossary). */
const INFORMAL: Partial<Record<Locale, RegExp>> = {
  eu: /(?<!\p{L})(hi|hik|hire|hiri|duk|dun|ezak|ezan)(?!\p{L})/iu,
  ka: /(?<!\p{L})(შენ|შენი|შენს)(?!\p{L})/u,
  lv: /(?<!\p{L})(tu|tev|tavs|tava|tavu|tavi|ievadi|lūdzu,? izvēlies)(?!\p{L})/iu,
  es: /(?<!\p{L})(tú|tu|tus|te|escribe|elige|marca)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|ton|ta|tes)(?!\p{L})/iu,
  de: /(?<!\p{L})(du|dich|dir|dein|deine|deinen|deiner)(?!\p{L})/iu,
};

for (const locale of locales) {
  const catalogue = catalogues[locale];

  describe(`catalogue ${locale}`, () => {
    test('has every key, and no other', () => {
      assert.deepEqual(Object.keys(catalogue).sort(), Object.keys(english).sort());
    });

    test('says something under every key', () => {
      none(locale, /^\s|[^\S\u00a0]$| {2}/);
      assert.deepEqual(
        texts(locale).filter(([, text]) => text === ''),
        [],
      );
    });

    test('has the plural categories of the language, all and only', () => {
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.sort();
      for (const [key, message] of Object.entries(catalogue)) {
        assert.equal(typeof message, typeof english[key], key);
        if (typeof message !== 'string') assert.deepEqual(Object.keys(message).sort(), categories, key);
      }
    });

    test('has the placeholders of the English text', () => {
      const rules = new Intl.PluralRules(locale);
      const isOneNumber = (category: string | undefined) =>
        Array.from({ length: 1001 }, (_, n) => n).filter((n) => rules.select(n) === category).length === 1;
      for (const [key, message] of Object.entries(catalogue)) {
        const expected = placeholders(forms(english[key]!).at(-1)![1]);
        for (const [category, text] of forms(message)) {
          // "a file" for "1 file", where no other number is said in this form.
          const found = placeholders(text);
          if (isOneNumber(category) && !found.includes('count')) found.push('count');
          assert.deepEqual(found.sort(), expected, `${key} ${category ?? ''}`);
        }
      }
    });

    test('marks the words that become a link in the consent, and nowhere else', () => {
      assert.match(catalogue.consent as string, /^[^[\]]*\[[^[\]]+\][^[\]]*$/);
      assert.deepEqual(
        texts(locale).filter(([key, text]) => key !== 'consent' && /[[\]]/.test(text)),
        [],
      );
    });

    test('is about as long as English, so that it fits', () => {
      const tooLong = Object.entries(catalogue).filter(([key, message]) => {
        const room = Math.max(...forms(english[key]!).map(([, text]) => text.length)) * 2 + 12;
        return forms(message).some(([, text]) => text.length > room);
      });
      assert.deepEqual(tooLong, []);
    });

    test('is typeset: no three dots, no typewriter quotes', () => {
      none(locale, /\.\.\.|['"`]/);
    });

    test('has no letters that only look right', () => {
      none(locale, locale === 'ka' ? /[A-Za-z\u0400-\u04ff]/ : /[\u0370-\u052f\u10a0-\u10ff]/);
    });

    test('has no upper-cased Georgian, which most fonts lack', () => {
      none(locale, /[\u1c90-\u1cbf]/);
    });

    if (locale !== 'en') {
      test('is translated', () => {
        const same = Object.keys(catalogue).filter((key) =>
          forms(catalogue[key]!).some(([, text]) => forms(english[key]!).some(([, other]) => text === other)),
        );
        assert.deepEqual(same.sort(), Object.keys(SAME_AS_ENGLISH[locale] ?? {}).sort());
      });

      test('addresses the visitor formally', () => {
        none(locale, INFORMAL[locale]!);
      });
    }
  });
}

test('Latvian speaks of the visitor in neither gender', () => {
  none('lv', /\/-?[aā]\b|Jūs (esat|būsiet|būtu) \p{L}+(is|usi|ts|ta|jis|jusi)(?!\p{L})/u);
});

test('Spanish opens its questions', () => {
  none('es', /^[^¿]*\?/);
});

test('French keeps its high punctuation from the start of a line', () => {
  none('fr', /[^\u00a0\u202f][:;?!](\s|$)/);
});

test('French has before a colon the whole space, and not the narrow one', () => {
  none('fr', /\u202f:/);
});

test('French has that space also before a colon that the widgets write behind a word', () => {
  const keys = [
    'call phoneTaken',
    'call promisedNumber',
    'call promisedWindow',
    'call whenToday',
    'call whenTomorrow',
    'chat me',
    'chat assistant',
    'survey reachUs',
    'otherWays',
    'reference',
  ];
  const french = new Map(texts('fr'));
  for (const key of keys) assert.match(french.get(key) ?? '', /\u00a0$/, key);
});

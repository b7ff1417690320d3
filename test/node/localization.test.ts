import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test, type TestContext } from 'node:test';
import type { MessageOverrides, Messages } from '../../src/localization/catalogue.js';
import { locales, matchLocale, type Locale } from '../../src/localization/locale.js';
import { fileSize } from '../../src/localization/file-size.js';
import { Localization } from '../../src/localization/localization.js';
import { applyOverrides, checkOverrides } from '../../src/localization/overrides.js';
import { loadLater, loadMessages, registerMessages } from '../../src/localization/registry.js';
import { contactFormWords } from '../../src/localization/widgets/contact-form.js';

const cldr = createRequire(import.meta.url);

const loadAll = async (locale: Locale): Promise<Messages<'contact-form'>> => ({
  ...(await loadMessages(locale, contactFormWords)),
  ...(await loadLater(locale, contactFormWords)),
});

const localization = async (locale: Locale, overrides: MessageOverrides = {}) =>
  new Localization(locale, applyOverrides(await loadAll(locale), overrides));

/** What was warned of while the function ran, each call as one text. */
const warnings = (t: TestContext, run: () => unknown): string[] => {
  const warn = t.mock.method(console, 'warn', () => {});
  run();
  return warn.mock.calls.map((call) => call.arguments.join(' '));
};

/** Puts something on `Object.prototype`, as pages do, while the function runs. */
const polluted = <T>(key: string, value: unknown, run: () => T): T => {
  Object.defineProperty(Object.prototype, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  try {
    return run();
  } finally {
    delete (Object.prototype as unknown as Record<string, unknown>)[key];
  }
};

describe('the language is chosen', () => {
  const cases: [requested: (string | null | undefined)[], expected: Locale | undefined][] = [
    [['eu'], 'eu'],
    [['eu-ES'], 'eu'],
    [['KA-ge'], 'ka'],
    [['lv_LV'], 'lv'],
    [['de-Latn-DE-1996'], 'de'],
    [[' fr '], 'fr'],
    [['pt-BR', 'es-419', 'en'], 'es'],
    [[null, undefined, '', 'ka'], 'ka'],
    [['eu-'], undefined],
    [['eus'], undefined],
    [['european'], undefined],
    [['x-eu'], undefined],
    [['*', '-', '_', 'en;q=0.8', '<eu>', 'constructor', '__proto__'], undefined],
    [[], undefined],
  ];
  for (const [requested, expected] of cases) {
    test(`${JSON.stringify(requested)} → ${expected}`, () => assert.equal(matchLocale(requested), expected));
  }
});

describe('messages', () => {
  test('every language has those of the contact form, together with the common ones', async () => {
    for (const locale of locales) {
      const messages = await loadMessages(locale, contactFormWords);
      assert.equal(typeof messages.send, 'string');
      assert.equal(typeof messages.sendQuestion, 'string');
    }
  });

  test('are fetched once', () => {
    assert.equal(loadMessages('lv', contactFormWords), loadMessages('lv', contactFormWords));
  });

  test('that failed to load are asked for again', async () => {
    const missing = 'xx' as Locale;
    const first = loadMessages(missing, contactFormWords);
    await assert.rejects(first);
    const second = loadMessages(missing, contactFormWords);
    assert.notEqual(second, first);
    await assert.rejects(second);
  });

  test('that were registered are not fetched', async () => {
    const messages = { ...(await loadAll('en')), send: 'Off it goes' };
    registerMessages('yy' as Locale, 'contact-form', messages);
    assert.equal((await loadMessages('yy' as Locale, contactFormWords)).send, 'Off it goes');
  });

  test('registered while a fetch fails stay', async () => {
    const locale = 'zz' as Locale;
    const english = await loadAll('en');
    const failing = loadMessages(locale, contactFormWords);
    registerMessages(locale, 'contact-form', english);
    await assert.rejects(failing);
    assert.equal((await loadMessages(locale, contactFormWords)).send, 'Send');
  });
});

describe('text', () => {
  test('has the values in it', async () => {
    const en = await localization('en');
    assert.equal(
      en.text('fileTooLarge', { file: 'cat.png', size: '5 MB' }),
      'cat.png: too large, the limit is 5 MB',
    );
  });

  test('keeps a value as it is, whatever it looks like', async () => {
    const en = await localization('en');
    const text = en.text('removeFile', { file: "$& $1 $' {file} <b>" });
    assert.equal(text, "Remove $& $1 $' {file} <b>");
  });

  test('keeps a placeholder that has no value, even on a page with polluted prototypes', async () => {
    const en = await localization('en');
    const text = polluted('file', 'from the prototype', () => en.text('removeFile'));
    assert.equal(text, 'Remove {file}');
    assert.equal(en.text('removeFile', { toString: 'x' }), 'Remove {file}');
  });
});

describe('plurals', () => {
  const cases: [locale: Locale, count: number, expected: string][] = [
    ['eu', 1, 'Karaktere bat geratzen zaizu'],
    ['eu', 0, '0 karaktere geratzen zaizkizu'],
    ['eu', 1500, '1.500 karaktere geratzen zaizkizu'],
    ['ka', 1, 'დარჩენილია ერთი სიმბოლო'],
    ['ka', 2, 'დარჩენილია 2 სიმბოლო'],
    ['ka', 15000, 'დარჩენილია 15\u00a0000 სიმბოლო'],
    ['lv', 0, 'Vēl varat ierakstīt 0 rakstzīmju'],
    ['lv', 11, 'Vēl varat ierakstīt 11 rakstzīmju'],
    ['lv', 21, 'Vēl varat ierakstīt 21 rakstzīmi'],
    ['lv', 22, 'Vēl varat ierakstīt 22 rakstzīmes'],
    ['fr', 0, 'Il reste 0 caractère'],
    ['fr', 2, 'Il reste 2 caractères'],
    ['es', 1000000, 'Quedan 1.000.000 de caracteres'],
    ['en', 1, '1 character left'],
    ['de', 2, 'Noch 2 Zeichen übrig'],
  ];
  for (const [locale, count, expected] of cases) {
    test(`${locale}: ${count}`, async () =>
      assert.equal((await localization(locale)).plural('charactersLeft', count), expected));
  }

  test('fill in the other values, too', async () => {
    const text = (await localization('en')).plural('fileLimits', 3, { size: '5 MB' });
    assert.equal(text, 'Up to 3 files, 5 MB each');
  });

  test('are those of the Unicode rules for every number, in every language', async () => {
    for (const locale of locales) {
      const rules = new Intl.PluralRules(locale);
      const forms = rules
        .resolvedOptions()
        .pluralCategories.map((category) => [category, `${category} {count}`]);
      const given = { charactersLeft: Object.fromEntries(forms) as { other: string } };
      const { plural, number } = bound(await localization(locale, given));
      for (const n of [...Array(200).keys(), 1000, 1e6]) {
        assert.equal(plural('charactersLeft', n), `${rules.select(n)} ${number(n)}`);
      }
    }
  });

  test('take the form from the message alone, even on a page with polluted prototypes', async () => {
    const en = await localization('en', { charactersLeft: { other: 'any: {count}' } });
    assert.equal(
      polluted('one', 'from the prototype', () => en.plural('charactersLeft', 1)),
      'any: 1',
    );
  });
});

const bound = (of: Localization<'contact-form'>) => ({
  plural: of.plural.bind(of),
  number: of.number.bind(of),
});

describe('numbers', () => {
  test('Basque and Georgian are written as CLDR says, with what every engine has', async () => {
    const symbols = (locale: string) => {
      const { numbers } = cldr(`cldr-numbers-full/main/${locale}/numbers.json`).main[locale];
      const { decimal, group, minusSign } = numbers['symbols-numberSystem-latn'];
      const pattern = numbers['decimalFormats-numberSystem-latn'].standard;
      return { decimal, group, minusSign, pattern, grouping: numbers.minimumGroupingDigits };
    };
    assert.deepEqual(symbols('hr'), symbols('eu'));
    assert.deepEqual(symbols('lv'), symbols('ka'));
    for (const locale of ['eu', 'ka'] as const) {
      const { number } = bound(await localization(locale));
      const full = new Intl.NumberFormat(locale);
      for (const n of [0, 1, 999, 1000, 1234.5, 12345.678, 1e6, -1234567.5])
        assert.equal(number(n), full.format(n));
    }
  });

  test('are rounded as asked', async () => {
    assert.equal((await localization('eu')).number(1234.56, 1), '1.234,6');
    assert.equal((await localization('en')).number(1234.56, 0), '1,235');
  });

  test('are numbers on a page that put formatting options on Object.prototype', async () => {
    const en = await localization('en');
    assert.equal(
      polluted('style', 'percent', () => en.number(2)),
      '2',
    );
  });
});

describe('file sizes', () => {
  const cases: [locale: Locale, bytes: number, expected: string][] = [
    ['en', 0, '0\u00a0kB'],
    ['en', 1, '1\u00a0kB'],
    ['en', 999_000, '999\u00a0kB'],
    ['en', 999_001, '1\u00a0MB'],
    ['en', 5_000_000, '5\u00a0MB'],
    ['eu', 5_240_000, '5,2\u00a0MB'],
    ['ka', 1_500_000, '1,5\u00a0მბ'],
    ['fr', 12_000, '12\u00a0ko'],
  ];
  for (const [locale, bytes, expected] of cases) {
    test(`${locale}: ${bytes} bytes`, async () =>
      assert.equal(fileSize(await localization(locale), bytes), expected));
  }
});

describe("an owner's own words", () => {
  test('replace the texts that they name, and no other', async () => {
    const en = await localization('en', { send: 'Off it goes' });
    assert.equal(en.text('send'), 'Off it goes');
    assert.equal(en.text('back'), 'Back');
  });

  test('may be one text for all numbers', async () => {
    const en = await localization('en', { charactersLeft: 'Left: {count}' });
    assert.equal(en.plural('charactersLeft', 1), 'Left: 1');
    assert.equal(en.plural('charactersLeft', 2), 'Left: 2');
  });

  test('may leave plural categories out', async () => {
    const lv = await localization('lv', {
      charactersLeft: { one: 'vēl {count}', other: 'atlikušas {count}' },
    });
    assert.equal(lv.plural('charactersLeft', 10), 'atlikušas 10');
  });

  test('do not change the words of other elements', async () => {
    await localization('en', { send: 'Off it goes' });
    assert.equal((await localization('en')).text('send'), 'Send');
  });

  test('under a key that does not exist are ignored with a warning', async (t) => {
    const messages = await loadAll('en');
    const made = (overrides: unknown) => () =>
      new Localization('en', applyOverrides(messages, overrides as MessageOverrides));
    assert.deepEqual(warnings(t, made({ sned: 'Oops' })), [
      'harreman: these messages are ignored: the widget has no such key: sned Oops',
    ]);
  });

  test('in plural forms where there is one text are ignored with a warning', async (t) => {
    const messages = await loadAll('en');
    let en: Localization<'contact-form'> | undefined;
    const found = warnings(
      t,
      () => (en = new Localization('en', applyOverrides(messages, { send: { other: 'x' } }))),
    );
    assert.equal(found.length, 1);
    assert.match(found[0]!, /send/);
    assert.equal(en!.text('send'), 'Send');
  });

  test('from outside are read if they are texts or plural forms', (t) => {
    const given: unknown = JSON.parse(
      '{ "send": "Go", "charactersLeft": { "one": "1", "other": "{count}" } }',
    );
    let read: MessageOverrides | undefined;
    assert.deepEqual(
      warnings(t, () => (read = checkOverrides(given))),
      [],
    );
    assert.deepEqual({ ...read }, given);
  });

  const wrong: [what: string, value: unknown][] = [
    ['a number', { send: 5 }],
    ['null', { send: null }],
    ['a list', { send: ['Go'] }],
    ['plural forms without "other"', { send: { one: 'Go' } }],
    ['a plural category that does not exist', { send: { other: 'Go', some: 'Go' } }],
    ['a plural form that is no text', { send: { other: 'Go', one: 1 } }],
  ];
  for (const [what, value] of wrong) {
    test(`from outside are ignored with a warning that names the key: ${what}`, (t) => {
      let read: MessageOverrides | undefined;
      const found = warnings(t, () => (read = checkOverrides({ ...(value as object), cancel: 'Stop' })));
      assert.deepEqual({ ...read }, { cancel: 'Stop' });
      assert.equal(found.length, 1);
      assert.match(found[0]!, /send/);
    });
  }

  for (const value of ['words', ['words'], 5, true]) {
    test(`are none where ${JSON.stringify(value)} was given`, (t) => {
      assert.equal(warnings(t, () => assert.deepEqual({ ...checkOverrides(value) }, {})).length, 1);
    });
  }

  test('are none, silently, where none were given', (t) => {
    assert.deepEqual(
      warnings(t, () => [checkOverrides(undefined), checkOverrides(null)]),
      [],
    );
  });

  test('cannot reach a prototype', async (t) => {
    const messages = await loadAll('en');
    const given: unknown = JSON.parse(
      '{ "__proto__": { "other": "a" }, "constructor": "b", "toString": "c" }',
    );
    const found = warnings(t, () => {
      const en = new Localization('en', applyOverrides(messages, checkOverrides(given)));
      assert.equal(en.text('send'), 'Send');
    });
    // Keys like any others, which the widget doesn't have.
    assert.deepEqual(
      found.map((text) => /no such key: (\w+)/.exec(text)?.[1]),
      ['__proto__', 'constructor', 'toString'],
    );
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal(typeof {}.toString, 'function');
  });

  test('are only their own, even on a page with polluted prototypes', async (t) => {
    const messages: Messages = await loadAll('en');
    const found = warnings(t, () => {
      const en = polluted(
        'send',
        'from the prototype',
        () => new Localization('en', applyOverrides(messages, checkOverrides({}))),
      );
      assert.equal(en.text('send'), 'Send');
    });
    assert.deepEqual(found, []);
  });

  test('need an "other" of their own, even on a page with polluted prototypes', (t) => {
    const read = () => assert.deepEqual({ ...checkOverrides({ charactersLeft: { one: 'x' } }) }, {});
    assert.equal(warnings(t, () => polluted('other', 'from the prototype', read)).length, 1);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadDates, type CalendarDate } from '../../src/localization/dates.js';
import { locales, type Locale } from '../../src/localization/locale.js';
import { parseDate } from '../../src/ui/calendar/parse-date.js';

/** The day on which these dates are written. */
const FROM = { year: 2026, month: 10, day: 20 };

const formatters = Object.fromEntries(
  await Promise.all(locales.map(async (locale) => [locale, await loadDates(locale)] as const)),
) as Record<Locale, Awaited<ReturnType<typeof loadDates>>>;

const iso = ({ year, month, day }: CalendarDate) =>
  `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;

/** The days that a text may mean, or the problem with it. */
const read = (locale: Locale, text: string, from: CalendarDate = FROM): string => {
  const parsed = parseDate(text, formatters[locale], from);
  return typeof parsed === 'string' ? parsed : parsed.map(iso).join(' or ');
};

const all = (text: string, expected: string, of: readonly Locale[] = locales): void => {
  for (const locale of of) assert.equal(read(locale, text), expected, `${locale}: ${text}`);
};

const DAY_FIRST: Locale[] = ['ka', 'lv', 'es', 'fr', 'de'];

describe('a date in figures', () => {
  test('with points: the day first, in every language', () => {
    all('3.11.2026', '2026-11-03');
    all('03.11.2026.', '2026-11-03');
    all(' 3. 11. 26 ', '2026-11-03', DAY_FIRST);
    all('3.11.', '2026-11-03');
  });

  test('with the year first, as ISO 8601 has it', () => {
    all('2026-11-03', '2026-11-03');
    all('2026/11/3', '2026-11-03');
    all('2026 11 03', '2026-11-03');
  });

  test('with strokes: the day first where the language puts it so', () => {
    all('3/11/2026', '2026-11-03', ['eu', ...DAY_FIRST]);
    all('3-11-2026', '2026-11-03', ['eu', ...DAY_FIRST]);
    all('3/11', '2026-11-03', DAY_FIRST);
  });

  test('in English and Basque, where both orders are written, both are offered', () => {
    assert.equal(read('en', '3/11/2026'), '2026-03-11 or 2026-11-03');
    assert.equal(read('en', '3/11'), '2027-03-11 or 2026-11-03');
    assert.equal(read('eu', '3/11'), '2027-03-11 or 2026-11-03');
    assert.equal(read('eu', '26/11/3'), '2026-11-03 or 2003-11-26');
  });

  test('in which only one order is a day', () => {
    assert.equal(read('en', '11/27/2026'), '2026-11-27');
    assert.equal(read('en', '27/11/2026'), '2026-11-27');
    assert.equal(read('en', '5/5/2027'), '2027-05-05');
  });

  test('without a year: when it comes next', () => {
    all('20.10.', '2026-10-20');
    all('19.10.', '2027-10-19');
    all('29.2.', '2028-02-29');
    assert.equal(read('de', '29.2.', { year: 2096, month: 3, day: 1 }), '2104-02-29');
  });
});

describe('a date with the name of its month', () => {
  const written: Record<Locale, string[]> = {
    eu: ['azaroak 3', '3 aza', '2026ko azaroaren 3a', '2026ko azaroaren 3a, asteartea', 'azaroaren 3an'],
    ka: ['3 ნოემბერი', '3 ნოემბერს', '3 ნოე', 'სამშაბათი, 3 ნოემბერი, 2026', '3 ნოემბრის'],
    lv: ['3. novembris', '3. novembrī', '3 nov', 'otrdiena, 2026. gada 3. novembris', '3.nov.26'],
    en: ['3 nov', 'Nov 3', 'November 3rd, 2026', 'Tuesday, November 3, 2026', '3 NOVEMBER'],
    es: ['3 nov', '3 de noviembre', 'martes, 3 de noviembre de 2026', 'mar 3 nov', 'el 3 de noviembre'],
    fr: ['3 nov.', '3 novembre 2026', 'mardi 3 novembre 2026', 'mar. 3 nov', 'le 3 novembre'],
    de: ['3. Nov', '3. November 2026', 'Dienstag, 3. November 2026', 'Di., 3. Nov.', 'am 3. November'],
  };
  for (const locale of locales) {
    test(locale, () => {
      for (const text of written[locale]) assert.equal(read(locale, text), '2026-11-03', text);
    });

    test(`${locale}: every day of a year, as the kit writes it`, () => {
      for (let n = 0; n < 366; n++) {
        const at = new Date(Date.UTC(2028, 0, 1 + n));
        const date = { year: 2028, month: at.getUTCMonth() + 1, day: at.getUTCDate() };
        for (const style of ['long', 'weekday'] as const)
          assert.equal(read(locale, formatters[locale].date(date, style)), iso(date));
        assert.ok(read(locale, formatters[locale].date(date, 'short')).includes(iso(date)));
      }
    });
  }

  test('without its accents, and with them', () => {
    assert.equal(read('fr', '1 aout'), '2027-08-01');
    assert.equal(read('fr', '1er août'), '2027-08-01');
    assert.equal(read('de', '5 marz'), '2027-03-05');
    assert.equal(read('lv', '5 jūnijs'), '2027-06-05');
  });

  test('that is cut too short: both months are offered', () => {
    assert.equal(read('fr', '3 jui'), '2027-06-03 or 2027-07-03');
    assert.equal(read('fr', '3 juil'), '2027-07-03');
  });
});

describe('what is wrong is named', () => {
  test('nothing was written', () => {
    all('', 'dateEmpty');
    all(' \u00a0', 'dateEmpty');
  });

  test('the day is missing', () => {
    assert.equal(read('en', 'nov'), 'dateNoDay');
    assert.equal(read('en', 'November 2026'), 'dateNoDay');
    assert.equal(read('ka', 'ნოემბერი'), 'dateNoDay');
    all('11/2026', 'dateNoDay');
  });

  test('the month is missing', () => {
    all('3', 'dateNoMonth');
    assert.equal(read('en', 'Tuesday 3'), 'dateNoMonth');
  });

  test('the day does not exist', () => {
    all('31.2.2026', 'dateNoSuchDay');
    all('2026-02-30', 'dateNoSuchDay');
    all('13/13/2026', 'dateNoSuchDay');
    all('0.0.2026', 'dateNoSuchDay');
    all('30.2.', 'dateNoSuchDay');
    assert.equal(read('en', 'November 31'), 'dateNoSuchDay');
  });

  test('it is no date', () => {
    for (const text of ['?', 'soon', '2026', '99', '1.2.3.4', '20261103', '3-11-20266'])
      all(text, 'dateUnclear');
    assert.equal(read('en', '1 2 3 nov'), 'dateUnclear');
  });

  test('whatever is written, something is said of it', () => {
    for (const text of [
      '\ud800',
      '٣/١١/٢٠٢٦',
      '<b>3 nov</b>',
      '__proto__',
      'NaN',
      '1e9',
      '-1',
      '3.11.2026 10:30',
    ])
      assert.equal(typeof read('en', text), 'string', text);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { loadDates, type CalendarDate } from '../../src/localization/dates.js';
import { locales } from '../../src/localization/locale.js';

const eu = await loadDates('eu');
const ka = await loadDates('ka');

/** 3 November 2026, a Tuesday, 14:05 in UTC. */
const INSTANT = new Date('2026-11-03T14:05:00Z');
const DAY = { year: 2026, month: 11, day: 3 };

/** Every day of 2028, a leap year. */
const days: CalendarDate[] = Array.from({ length: 366 }, (_, index) => {
  const date = new Date(Date.UTC(2028, 0, 1 + index));
  return { year: 2028, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});
const utc = ({ year, month, day }: CalendarDate) => new Date(Date.UTC(year, month - 1, day));

const OPTIONS = {
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  weekday: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  short: { year: 'numeric', month: 'numeric', day: 'numeric' },
} as const;
const STYLES = ['long', 'weekday', 'short'] as const;

describe('Basque dates (Euskaltzaindia, rule 37)', () => {
  // The numbers as they are said: the suffix is theirs.
  const UNITS = 'bat bi hiru lau bost sei zazpi zortzi bederatzi'.split(' ');
  const TEENS = 'hamar hamaika hamabi hamahiru hamalau hamabost hamasei hamazazpi hemezortzi hemeretzi'.split(
    ' ',
  );
  const TWENTIES = 'hogei berrogei hirurogei laurogei'.split(' ');
  const spoken = (n: number): string => {
    if (n < 10) return UNITS[n - 1]!;
    if (n < 20) return TEENS[n - 10]!;
    const twenty = TWENTIES[Math.floor(n / 20) - 1]!;
    return n % 20 ? `${twenty}ta ${spoken(n % 20)}` : twenty;
  };
  const MONTHS =
    'urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren azaroaren abenduaren'.split(
      ' ',
    );

  test('every day of a year takes -a, except the ones that already end in it', () => {
    for (const date of days) {
      const article = spoken(date.day).endsWith('a') ? '' : 'a';
      assert.equal(eu.date(date, 'long'), `2028ko ${MONTHS[date.month - 1]} ${date.day}${article}`);
    }
  });

  test('the years from 2000 to 2099 take -ko after a vowel and -eko after a consonant', () => {
    for (let year = 2000; year < 2100; year++) {
      const word = year === 2000 ? 'bi mila' : `bi mila eta ${spoken(year - 2000)}`;
      const suffix = /[aeiou]$/.test(word) ? 'ko' : 'eko';
      assert.equal(eu.date({ year, month: 1, day: 1 }, 'long'), `${year}${suffix} urtarrilaren 1a`);
    }
  });

  const known = [
    [{ year: 2026, month: 11, day: 3 }, '2026ko azaroaren 3a'],
    [{ year: 2025, month: 1, day: 1 }, '2025eko urtarrilaren 1a'],
    [{ year: 2016, month: 1, day: 11 }, '2016ko urtarrilaren 11'],
    [{ year: 2024, month: 5, day: 31 }, '2024ko maiatzaren 31'],
    [{ year: 2031, month: 2, day: 21 }, '2031ko otsailaren 21a'],
    [{ year: 1995, month: 3, day: 7 }, '1995eko martxoaren 7a'],
    [{ year: 1983, month: 3, day: 7 }, '1983ko martxoaren 7a'],
    [{ year: 1900, month: 12, day: 25 }, '1900eko abenduaren 25a'],
  ] as const;
  for (const [date, expected] of known) {
    test(expected, () => assert.equal(eu.date(date, 'long'), expected));
  }

  test('the weekday follows', () => {
    assert.equal(eu.date(DAY, 'weekday'), '2026ko azaroaren 3a, asteartea');
  });
});

describe('the tables', () => {
  test('are what CLDR gives', () => {
    execFileSync(process.execPath, ['.build/cldr.mjs', '--check'], { stdio: 'pipe' });
  });

  test('write Georgian as an engine with all data does, every day of a year', () => {
    for (const style of STYLES) {
      const intl = new Intl.DateTimeFormat('ka', { ...OPTIONS[style], timeZone: 'UTC' });
      for (const date of days) assert.equal(ka.date(date, style), intl.format(utc(date)));
    }
  });

  test('write Basque as an engine with all data does, but for the suffixes that it leaves open', () => {
    for (const style of STYLES) {
      const intl = new Intl.DateTimeFormat('eu', { ...OPTIONS[style], timeZone: 'UTC' });
      for (const date of days) {
        const closed = intl
          .format(utc(date))
          .replace('(e)', '')
          .replace('(a)', [11, 31].includes(date.day) ? '' : 'a');
        assert.equal(eu.date(date, style), closed);
      }
    }
  });

  for (const [locale, dates] of [
    ['eu', eu],
    ['ka', ka],
  ] as const) {
    test(`name days and months as an engine with all data does: ${locale}`, () => {
      for (let month = 1; month <= 12; month++) {
        const intl = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
        assert.equal(dates.monthName(month), intl.format(utc({ year: 2026, month, day: 1 })));
      }
      for (const width of ['long', 'short'] as const) {
        const intl = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
        for (let weekday = 1; weekday <= 7; weekday++) {
          // 1 June 2026 is a Monday.
          assert.equal(
            dates.weekdayName(weekday, width),
            intl.format(utc({ year: 2026, month: 6, day: weekday })),
          );
        }
      }
    });
  }
});

describe('each language', () => {
  const expected = {
    eu: ['2026ko azaroaren 3a', '2026/11/3', '14:05', 'asteartea', 'ar.', 'azaroa'],
    ka: ['3 ნოემბერი, 2026', '3.11.2026', '14:05', 'სამშაბათი', 'სამ', 'ნოემბერი'],
    lv: ['2026. gada 3. novembris', '3.11.2026.', '14:05', 'Otrdiena', 'Otrd.', 'novembris'],
    en: ['November 3, 2026', '11/3/2026', '2:05 PM', 'Tuesday', 'Tue', 'November'],
    es: ['3 de noviembre de 2026', '3/11/2026', '14:05', 'martes', 'mar', 'noviembre'],
    fr: ['3 novembre 2026', '03/11/2026', '14:05', 'mardi', 'mar.', 'novembre'],
    de: ['3. November 2026', '3.11.2026', '14:05', 'Dienstag', 'Di', 'November'],
  };
  for (const locale of locales) {
    test(locale, async () => {
      const dates = await loadDates(locale);
      const written = [
        dates.date(DAY, 'long'),
        dates.date(DAY, 'short'),
        dates.time(INSTANT, 'UTC'),
        dates.weekdayName(2, 'long'),
        dates.weekdayName(2, 'short'),
        dates.monthName(11),
      ];
      // Engines differ in the kind of space before PM.
      assert.deepEqual(
        written.map((text) => text.replace(/[\u00a0\u202f]/g, ' ')),
        expected[locale],
      );
    });

    test(`${locale}: date and time stand together`, async () => {
      const dates = await loadDates(locale);
      const text = dates.dateTime(INSTANT, 'UTC');
      assert.ok(text.startsWith(dates.date(DAY, 'long')), text);
      assert.ok(text.includes(dates.time(INSTANT, 'UTC')), text);
    });

    test(`${locale}: a month is called the same in a date and alone`, async () => {
      const dates = await loadDates(locale);
      for (let month = 1; month <= 12; month++) {
        const text = dates.date({ year: 2026, month, day: 1 }, 'long');
        assert.ok(text.includes(dates.monthName(month)), text);
      }
    });
  }

  test('weeks begin on Monday and days have 24 hours, but for English', async () => {
    for (const locale of locales) {
      const { firstDayOfWeek, hourCycle } = await loadDates(locale);
      assert.deepEqual([firstDayOfWeek, hourCycle], locale === 'en' ? [7, 'h12'] : [1, 'h23'], locale);
      assert.equal(
        hourCycle,
        new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).resolvedOptions().hourCycle,
      );
    }
  });

  test('Latvian weekdays are small in a date and capital alone', async () => {
    const lv = await loadDates('lv');
    assert.equal(lv.date(DAY, 'weekday'), 'otrdiena, 2026. gada 3. novembris');
    assert.equal(lv.weekdayName(2, 'long'), 'Otrdiena');
  });
});

describe('an instant', () => {
  const lateEvening = new Date('2026-12-31T23:30:00Z');

  for (const [locale, expected] of [
    ['eu', ['2026ko abenduaren 31, osteguna', '2027ko urtarrilaren 1a, ostirala', '03:30']],
    ['lv', ['ceturtdiena, 2026. gada 31. decembris', 'piektdiena, 2027. gada 1. janvāris', '03:30']],
  ] as const) {
    test(`is shown on the calendar and clock of the time zone: ${locale}`, async () => {
      const dates = await loadDates(locale);
      assert.deepEqual(
        [
          dates.date(lateEvening, 'weekday', 'UTC'),
          dates.date(lateEvening, 'weekday', 'Asia/Tbilisi'),
          dates.time(lateEvening, 'Asia/Tbilisi'),
        ],
        expected,
      );
    });

    test(`is shown in the visitor's own zone where none is given: ${locale}`, async () => {
      const dates = await loadDates(locale);
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      assert.equal(dates.dateTime(INSTANT), dates.dateTime(INSTANT, timeZone));
    });

    test(`that is none is an error, and so is an unknown zone: ${locale}`, async () => {
      const dates = await loadDates(locale);
      assert.throws(() => dates.date(new Date(NaN), 'long'), RangeError);
      assert.throws(() => dates.time(INSTANT, 'Mars/Olympus'), RangeError);
    });
  }

  test('midnight is hour 00, not 24', () => {
    assert.equal(eu.time(new Date('2026-11-03T00:07:00Z'), 'UTC'), '00:07');
  });

  test('a calendar day is the same day in every time zone', async () => {
    for (const locale of locales) {
      const dates = await loadDates(locale);
      assert.equal(
        dates.date(DAY, 'long', 'Pacific/Kiritimati'),
        dates.date(DAY, 'long', 'Pacific/Pago_Pago'),
      );
    }
  });

  test('is written the same on a page that put formatting options on Object.prototype', async () => {
    const lv = await loadDates('lv');
    Object.defineProperty(Object.prototype, 'weekday', { value: 'long', configurable: true });
    try {
      assert.equal(lv.time(INSTANT, 'UTC'), '14:05');
      assert.equal(eu.time(INSTANT, 'UTC'), '14:05');
    } finally {
      delete (Object.prototype as { weekday?: unknown }).weekday;
    }
  });

  test('a year before 100 is that year', () => {
    assert.equal(eu.date({ year: 26, month: 11, day: 3 }, 'short'), '26/11/3');
  });
});

/** What is said of a company in Tbilisi to a visitor in Riga, at thirty moments of a year, in all languages. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { presenceAt } from '../../src/controllers/presence.js';
import { createDateFormatter } from '../../src/localization/date-formatter.js';
import { locales, type Locale } from '../../src/localization/locale.js';
import { Localization } from '../../src/localization/localization.js';
import { parseDayList } from '../../src/schedule/day-list.js';
import type { OpeningHours } from '../../src/schedule/opening-hours.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { TimeZone } from '../../src/schedule/time-zone.js';
import { presenceOf } from './catalogues.js';

const RIGA = new TimeZone('Europe/Riga');
const company: OpeningHours = {
  hours: parseHours('Mo-Fr 10:00-14:00,15:00-19:00; Sa 11:00-15:00; PH off'),
  timeZone: new TimeZone('Asia/Tbilisi'),
  // New Year, Christmas and Epiphany of Georgia, Independence Day.
  holidays: parseDayList('2026-01-01/2026-01-02, 2026-01-07, 2026-01-19, 2026-05-26'),
  closed: parseDayList('2026-08-10/2026-08-14'),
};

/**
 * Moments in Tbilisi (UTC+4 all year), whether somebody is there, and until when that holds: the wall time there, and in Riga,
 * two hours behind in winter and one in summer. Worked out by hand with a calendar.
 */
const MOMENTS: readonly (readonly [moment: string, isOpen: boolean, tbilisi: string, riga: string])[] = [
  ['2026-01-01T12:00', false, '2026-01-03T11:00', '09:00'],
  ['2026-01-03T10:59', false, '2026-01-03T11:00', '09:00'],
  ['2026-01-03T11:00', true, '2026-01-03T15:00', '13:00'],
  ['2026-01-03T15:00', false, '2026-01-05T10:00', '08:00'],
  ['2026-01-06T18:59', true, '2026-01-06T19:00', '17:00'],
  ['2026-01-06T19:00', false, '2026-01-08T10:00', '08:00'],
  ['2026-01-16T20:00', false, '2026-01-17T11:00', '09:00'],
  ['2026-01-17T16:00', false, '2026-01-20T10:00', '08:00'],
  ['2026-02-27T14:00', false, '2026-02-27T15:00', '13:00'],
  ['2026-02-28T14:59', true, '2026-02-28T15:00', '13:00'],
  ['2026-03-27T18:00', true, '2026-03-27T19:00', '17:00'],
  // Riga's clocks go forward on 29 March at 03:00: the same hour is an hour later there from then on.
  ['2026-03-28T16:00', false, '2026-03-30T10:00', '09:00'],
  ['2026-03-28T12:00', true, '2026-03-28T15:00', '13:00'],
  ['2026-03-29T04:59', false, '2026-03-30T10:00', '09:00'],
  ['2026-03-30T10:00', true, '2026-03-30T14:00', '13:00'],
  ['2026-04-15T14:30', false, '2026-04-15T15:00', '14:00'],
  ['2026-05-25T19:30', false, '2026-05-27T10:00', '09:00'],
  ['2026-05-26T12:00', false, '2026-05-27T10:00', '09:00'],
  ['2026-06-19T09:59', false, '2026-06-19T10:00', '09:00'],
  ['2026-07-04T11:30', true, '2026-07-04T15:00', '14:00'],
  ['2026-08-07T19:00', false, '2026-08-08T11:00', '10:00'],
  ['2026-08-08T15:30', false, '2026-08-15T11:00', '10:00'],
  ['2026-08-12T12:00', false, '2026-08-15T11:00', '10:00'],
  ['2026-09-30T13:00', true, '2026-09-30T14:00', '13:00'],
  ['2026-10-23T18:00', true, '2026-10-23T19:00', '18:00'],
  // And back on 25 October at 04:00.
  ['2026-10-24T15:00', false, '2026-10-26T10:00', '08:00'],
  ['2026-10-24T14:00', true, '2026-10-24T15:00', '14:00'],
  ['2026-10-26T09:00', false, '2026-10-26T10:00', '08:00'],
  ['2026-11-30T23:59', false, '2026-12-01T10:00', '08:00'],
  ['2026-12-31T19:00', false, '2027-01-01T10:00', '08:00'],
];

const instantOf = (tbilisi: string): number => Date.parse(`${tbilisi}:00+04:00`);

/** A time as the language writes it, found by another way than the one that is tested. */
const clock = (locale: Locale, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (locale !== 'en')
    return `${locale === 'es' ? hours : `${hours}`.padStart(2, '0')}:${`${minutes}`.padStart(2, '0')}`;
  return `${hours % 12 || 12}:${`${minutes}`.padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
};

/** The weekdays, Monday first, as each language writes them within a date. */
const WEEKDAYS: Readonly<Record<Locale, string>> = {
  eu: 'astelehena asteartea asteazkena osteguna ostirala larunbata igandea',
  ka: 'ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა',
  lv: 'pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena',
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  es: 'lunes martes miércoles jueves viernes sábado domingo',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  de: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
};

const parts = (message: string): readonly [string, string] =>
  message.replace('\u202f', ' ').split('{time}') as [string, string];

for (const locale of locales) {
  describe(`when somebody is there: ${locale}`, () => {
    const presence = presenceOf(locale);
    const words = new Localization(locale, presence as never);
    const dates = createDateFormatter(locale);
    for (const [moment, isOpen, next, riga] of MOMENTS) {
      test(`${moment} in Tbilisi`, () => {
        const found = presenceAt(company, words as never, dates, instantOf(moment), RIGA);
        // Which of the narrow spaces stands before AM and a colon is another matter.
        const said = { ...found, text: found.text.replaceAll('\u202f', ' ') };
        assert.equal(said.isOpen, isOpen);
        assert.equal(said.until, instantOf(next));
        const [before, after] = parts(isOpen ? presence.openUntil : presence.opensAt);
        assert.ok(said.text.startsWith(before) && said.text.endsWith(after), said.text);
        const time = said.text.slice(before.length, said.text.length - after.length);
        const own = presence.inYourTime.replace('\u202f', ' ').replace('{time}', clock(locale, riga));
        const there = clock(locale, next.slice(11));
        assert.ok(time.endsWith(`${there} (${own})`), time);
        const day = time.slice(0, -`${there} (${own})`.length);
        if (next.slice(0, 10) === moment.slice(0, 10)) assert.equal(day, '', 'today needs no date');
        else {
          const date = new Date(`${next.slice(0, 10)}T00:00:00Z`);
          const weekday = WEEKDAYS[locale].split(' ')[(date.getUTCDay() + 6) % 7]!;
          assert.ok(day.toLowerCase().includes(weekday.toLowerCase()), `${day}: ${weekday}`);
          assert.ok(day.includes(`${date.getUTCDate()}`) && day.includes(`${date.getUTCFullYear()}`), day);
        }
      });
    }
  });
}

test("the visitor's day is told where it is another than the company's", () => {
  const late: OpeningHours = {
    hours: parseHours('Mo-Fr 00:30-06:00'),
    timeZone: new TimeZone('Asia/Tbilisi'),
  };
  const words = { text: (key: string, values: object = {}) => `${key} ${Object.values(values).join()}` };
  const said = presenceAt(late, words, createDateFormatter('de'), instantOf('2026-11-23T20:00'), RIGA);
  assert.equal(
    said.text,
    'opensAt Dienstag, 24. November 2026, 00:30 (inYourTime Montag, 23. November 2026, 22:30)',
  );
});

test('where the clocks are alike, and where nobody ever closes, no more is said than needed', () => {
  const words = { text: (key: string, values: object = {}) => `${key} ${Object.values(values).join()}` };
  const now = instantOf('2026-11-24T12:00');
  const dates = createDateFormatter('de');
  assert.equal(presenceAt(company, words, dates, now, company.timeZone).text, 'openUntil 14:00');
  const always: OpeningHours = { hours: parseHours('24/7'), timeZone: RIGA };
  assert.equal(presenceAt(always, words, dates, now, RIGA).text, 'openNow ');
});

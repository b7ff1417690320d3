import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { loadCalendarWords } from '../../src/localization/calendar-words.js';
import { loadDates } from '../../src/localization/dates.js';
import { locales } from '../../src/localization/locale.js';
import { dayName, monthTitle } from '../../src/ui/calendar/days.js';

const cldr = createRequire(import.meta.url);
const gregorian = (locale: string) =>
  cldr(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars.gregorian;

for (const locale of locales) {
  const words = await loadCalendarWords(locale);
  const dates = await loadDates(locale);

  describe(`the calendar in ${locale}`, () => {
    test('heads its columns as CLDR does, with no two alike', () => {
      const { short } = gregorian(locale).days['stand-alone'];
      const bare = (text: string) => text.toLowerCase().replace('.', '');
      const expected = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => bare(short[day]));
      const heads = words.text('weekdays').split(' ');
      assert.deepEqual(heads.map(bare), expected);
      assert.equal(new Set(heads).size, 7);
    });

    test('writes a month as CLDR does', () => {
      const pattern: string = gregorian(locale).dateTimeFormats.availableFormats.yMMMM;
      for (let month = 1; month <= 12; month++) {
        const expected = pattern
          // CLDR's hint at the suffix, and "gada" cut short; the kit's own dates have them in full.
          .replace("y('e')'ko'", '2026ko')
          .replace("y. 'g'.", '2026. gada')
          .replace('y', '2026')
          .replace('MMMM', dates.monthName(month))
          .replaceAll("'", '');
        assert.equal(monthTitle(words, dates, { year: 2026, month }), expected);
      }
    });

    test('ends every name of a day with what there is to know, and no two alike', () => {
      const states = [undefined, 1, 4, 'closed', 'full', 'too-soon', 'too-far', 'past'] as const;
      const names = states.map((status) => dayName(words, 'DATE', status));
      assert.ok(names.every((name) => name.startsWith('DATE')));
      assert.equal(new Set(names).size, states.length);
      assert.equal(dayName(words, 'DATE', 'free'), 'DATE');
    });
  });
}

test('the Basque year has its suffix in the title', async () => {
  const [words, dates] = [await loadCalendarWords('eu'), await loadDates('eu')];
  assert.equal(monthTitle(words, dates, { year: 2025, month: 11 }), '2025eko azaroa');
  assert.equal(monthTitle(words, dates, { year: 2026, month: 11 }), '2026ko azaroa');
});

test("words of the owner's own take the place of the kit's", async () => {
  const words = await loadCalendarWords('en', { dayClosed: '{date}: we rest' });
  assert.equal(dayName(words, 'Sunday', 'closed'), 'Sunday: we rest');
  assert.equal(dayName(words, 'Sunday', 'full'), 'Sunday, fully booked');
});

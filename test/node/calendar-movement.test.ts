import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../../src/localization/dates.js';
import {
  addDays,
  compareDates,
  daysInMonth,
  isDate,
  monthNumber,
  weekdayOf,
  weeksOf,
} from '../../src/ui/calendar/calendar-date.js';
import { move, type MonthSpan } from '../../src/ui/calendar/movement.js';

const span = (first: string, last: string): MonthSpan => [
  monthNumber(Temporal.PlainYearMonth.from(first)),
  monthNumber(Temporal.PlainYearMonth.from(last)),
];
const EVER = span('0001-01', '9999-12');

const plain = ({ year, month, day }: CalendarDate) =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
const parse = (text: string): CalendarDate => {
  const { year, month, day } = Temporal.PlainDate.from(text);
  return { year, month, day };
};
const iso = (date: CalendarDate | undefined) => date && plain(date).toString();

interface Settings {
  readonly shiftKey?: boolean;
  readonly rtl?: boolean;
  readonly firstDayOfWeek?: number;
  readonly span?: MonthSpan;
}

const press = (
  from: string,
  key: string,
  { shiftKey = false, rtl = false, firstDayOfWeek = 1, span: within = EVER }: Settings = {},
) => iso(move(parse(from), { key, shiftKey, rtl, firstDayOfWeek, span: within }));

/** Any day between the years 2 and 9998, from where every key leads somewhere. */
const anyDay = fc
  .integer({ min: -718_000, max: 2_932_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));
const anyFirstDay = fc.integer({ min: 1, max: 7 });

describe('the keys of the date grid', () => {
  const table: [key: string, settings: Settings, lead: (day: Temporal.PlainDate) => Temporal.PlainDate][] = [
    ['ArrowLeft', {}, (day) => day.subtract({ days: 1 })],
    ['ArrowRight', {}, (day) => day.add({ days: 1 })],
    ['ArrowLeft', { rtl: true }, (day) => day.add({ days: 1 })],
    ['ArrowRight', { rtl: true }, (day) => day.subtract({ days: 1 })],
    ['ArrowUp', {}, (day) => day.subtract({ weeks: 1 })],
    ['ArrowDown', {}, (day) => day.add({ weeks: 1 })],
    ['ArrowUp', { rtl: true }, (day) => day.subtract({ weeks: 1 })],
    ['ArrowDown', { rtl: true }, (day) => day.add({ weeks: 1 })],
    ['PageUp', {}, (day) => day.subtract({ months: 1 })],
    ['PageDown', {}, (day) => day.add({ months: 1 })],
    ['PageUp', { shiftKey: true }, (day) => day.subtract({ years: 1 })],
    ['PageDown', { shiftKey: true }, (day) => day.add({ years: 1 })],
  ];
  for (const [key, settings, lead] of table) {
    test(`${settings.shiftKey ? 'Shift ' : ''}${key}${settings.rtl ? ', right to left' : ''}`, () => {
      fc.assert(
        fc.property(anyDay, (day) => {
          assert.equal(press(day.toString(), key, settings), lead(day).toString());
        }),
        { numRuns: 500 },
      );
    });
  }

  test('Home and End: the first and the last day of the week, wherever it begins', () => {
    fc.assert(
      fc.property(anyDay, anyFirstDay, fc.boolean(), (day, firstDayOfWeek, rtl) => {
        const place = (day.dayOfWeek - firstDayOfWeek + 7) % 7;
        const settings = { firstDayOfWeek, rtl };
        assert.equal(press(day.toString(), 'Home', settings), day.subtract({ days: place }).toString());
        assert.equal(press(day.toString(), 'End', settings), day.add({ days: 6 - place }).toString());
      }),
      { numRuns: 500 },
    );
  });

  test('a day that is missing in a month is its last', () => {
    assert.equal(press('2026-01-31', 'PageDown'), '2026-02-28');
    assert.equal(press('2028-01-31', 'PageDown'), '2028-02-29');
    assert.equal(press('2026-12-31', 'PageUp'), '2026-11-30');
    assert.equal(press('2028-02-29', 'PageDown', { shiftKey: true }), '2029-02-28');
    assert.equal(press('2028-02-29', 'PageUp', { shiftKey: true }), '2027-02-28');
  });

  test('a key that is none of these moves nothing', () => {
    for (const key of ['Tab', 'Escape', 'a', 'F6', 'Enter', ' ', 'constructor', '__proto__'])
      assert.equal(press('2026-11-03', key), undefined, key);
  });
});

describe('at the ends of the calendar', () => {
  const winter = span('2026-11', '2027-01');
  const cases: [from: string, key: string, expected: string, shiftKey?: boolean][] = [
    ['2026-11-01', 'ArrowLeft', '2026-11-01'],
    ['2026-11-05', 'ArrowUp', '2026-11-05'],
    ['2026-11-01', 'Home', '2026-11-01'],
    ['2026-11-20', 'PageUp', '2026-11-20'],
    ['2027-01-31', 'ArrowRight', '2027-01-31'],
    ['2027-01-28', 'ArrowDown', '2027-01-28'],
    ['2027-01-31', 'End', '2027-01-31'],
    ['2027-01-20', 'PageDown', '2027-01-20'],
    // A year is cut to what there is of it.
    ['2026-12-31', 'PageUp', '2026-11-30', true],
    ['2026-11-20', 'PageDown', '2027-01-20', true],
  ];
  for (const [from, key, expected, shiftKey = false] of cases) {
    test(`${shiftKey ? 'Shift ' : ''}${key} on ${from}`, () =>
      assert.equal(press(from, key, { span: winter, shiftKey }), expected));
  }

  test('no key leads out', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
    for (let days = 0; days < 92; days++) {
      const from = Temporal.PlainDate.from('2026-11-01').add({ days }).toString();
      for (const key of keys)
        for (const shiftKey of [false, true])
          for (const rtl of [false, true]) {
            const to = press(from, key, { span: winter, shiftKey, rtl })!;
            assert.ok(to >= '2026-11-01' && to <= '2027-01-31', `${key} on ${from}: ${to}`);
          }
    }
  });
});

describe('days', () => {
  test('weekdays, lengths of months and sums are those of the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        const date = parse(day.toString());
        assert.equal(weekdayOf(date), day.dayOfWeek);
        assert.equal(daysInMonth(date), day.daysInMonth);
        assert.equal(iso(addDays(date, days)), day.add({ days }).toString());
        assert.equal(compareDates(addDays(date, days), date), days);
      }),
      { numRuns: 500 },
    );
  });

  test('that do not exist are none', () => {
    for (const [year, month, day] of [
      [2026, 2, 29],
      [2026, 13, 1],
      [2026, 0, 1],
      [2026, 4, 31],
      [2026, 1, 0],
      [0, 1, 1],
      [10000, 1, 1],
      [2026, 1, 1.5],
      [NaN, 1, 1],
    ] as const)
      assert.equal(isDate({ year, month, day }), false, `${year}-${month}-${day}`);
    assert.equal(isDate({ year: 2028, month: 2, day: 29 }), true);
  });

  test('the weeks of a month hold each of its days once, under its weekday', () => {
    fc.assert(
      fc.property(anyDay, anyFirstDay, (day, firstDayOfWeek) => {
        const weeks = weeksOf(parse(day.toString()), firstDayOfWeek);
        assert.deepEqual(
          weeks.flat().flatMap((date) => date?.day ?? []),
          Array.from({ length: day.daysInMonth }, (_, index) => index + 1),
        );
        for (const week of weeks) {
          assert.equal(week.length, 7);
          assert.ok(week.some((date) => date));
          for (const [place, date] of week.entries())
            if (date) assert.equal((firstDayOfWeek - 1 + place) % 7, plain(date).dayOfWeek - 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

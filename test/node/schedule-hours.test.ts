import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDayList } from '../../src/schedule/day-list.js';
import { formatDay, parseDay, weekdayOf } from '../../src/schedule/day.js';
import { spansOn } from '../../src/schedule/hours.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { ScheduleSyntaxError } from '../../src/schedule/syntax-error.js';

const clock = (minutes: number) =>
  `${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`;

/** The hours that begin on a date, as they are written. */
const on = (hours: string, date: string, isHoliday = false) =>
  spansOn(parseHours(hours), parseDay(date)!, isHoliday)
    .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
    .join(',');

/** From Monday 2 to Sunday 8 November 2026. */
const WEEK = [2, 3, 4, 5, 6, 7, 8].map((day) => `2026-11-0${day}`);
const week = (hours: string) => WEEK.map((date) => on(hours, date) || '-').join(' ');

test('a day is a number and a text', () => {
  for (const [text, day] of [
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2026-11-03', 20760],
  ] as const) {
    assert.equal(parseDay(text), day);
    assert.equal(formatDay(day), text);
  }
  for (const none of ['2026-02-31', '2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', 'tomorrow', ''])
    assert.equal(parseDay(none), undefined, none);
  assert.deepEqual(
    [...WEEK, '1969-12-29'].map((date) => weekdayOf(parseDay(date)!)),
    [0, 1, 2, 3, 4, 5, 6, 0],
  );
});

test('weekdays, ranges of them, lists, and ranges over Sunday', () => {
  const expected: Record<string, string> = {
    'Mo-Fr 09:00-17:00': '09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 09:00-17:00 - -',
    'Mo 09:00-17:00': '09:00-17:00 - - - - - -',
    'Tu,Th 10:00-12:00': '- 10:00-12:00 - 10:00-12:00 - - -',
    'Mo,We-Th,Su 10:00-12:00': '10:00-12:00 - 10:00-12:00 10:00-12:00 - - 10:00-12:00',
    'Fr-Mo 10:00-12:00': '10:00-12:00 - - - 10:00-12:00 10:00-12:00 10:00-12:00',
    'Sa-Sa 10:00-12:00': '- - - - - 10:00-12:00 -',
    'Mo-Fr 09:00-13:00,15:00-18:00; Sa 10:00-13:00':
      '09:00-13:00,15:00-18:00 09:00-13:00,15:00-18:00 09:00-13:00,15:00-18:00 09:00-13:00,15:00-18:00 09:00-13:00,15:00-18:00 10:00-13:00 -',
  };
  for (const [hours, days] of Object.entries(expected)) assert.equal(week(hours), days, hours);
});

test('times: several a day in any order, to midnight and past it, all day where there are none', () => {
  const expected: Record<string, string> = {
    '10:00-12:00': '10:00-12:00',
    '15:00-18:00,09:00-13:00': '09:00-13:00,15:00-18:00',
    '09:00-13:00,13:00-18:00': '09:00-13:00,13:00-18:00',
    '00:00-24:00': '00:00-24:00',
    '22:00-02:00': '22:00-26:00',
    '22:00-26:00': '22:00-26:00',
    '22:00-00:00': '22:00-24:00',
    '18:00-12:00': '18:00-36:00',
    '24/7': '00:00-24:00',
    'Tu': '00:00-24:00',
    'off': '',
    'Mo-Su closed': '',
  };
  for (const [hours, spans] of Object.entries(expected)) assert.equal(on(hours, '2026-11-03'), spans, hours);
});

test('dates and ranges of them, of every year or of one', () => {
  const open = (dates: string, date: string) => on(`${dates} 10:00-12:00`, date) !== '';
  const expected: Record<string, readonly [inside: string[], outside: string[]]> = {
    'Dec 25': [
      ['2026-12-25', '2031-12-25'],
      ['2026-12-24', '2026-12-26'],
    ],
    'Dec 24,31': [
      ['2026-12-24', '2026-12-31'],
      ['2026-12-25', '2026-12-30'],
    ],
    'Dec 24-26,Jan 01': [
      ['2026-12-24', '2026-12-26', '2027-01-01'],
      ['2026-12-27', '2027-01-02'],
    ],
    'Aug 01-15': [
      ['2026-08-01', '2026-08-15'],
      ['2026-07-31', '2026-08-16'],
    ],
    'Aug 15-Sep 02': [
      ['2026-08-15', '2026-09-02'],
      ['2026-08-14', '2026-09-03'],
    ],
    'Dec 24-Jan 06': [
      ['2026-12-24', '2026-12-31', '2027-01-01', '2027-01-06'],
      ['2026-12-23', '2027-01-07'],
    ],
    'Jul-Aug': [
      ['2026-07-01', '2026-08-31'],
      ['2026-06-30', '2026-09-01'],
    ],
    'Nov-Feb': [
      ['2026-11-01', '2027-02-28', '2028-02-29'],
      ['2026-10-31', '2027-03-01'],
    ],
    'Feb': [
      ['2028-02-29', '2026-02-01'],
      ['2026-03-01', '2026-01-31'],
    ],
    'Feb 29': [['2028-02-29'], ['2026-02-28', '2026-03-01']],
    '2026 Dec 24': [['2026-12-24'], ['2027-12-24', '2025-12-24']],
    '2026 Dec 24-2027 Jan 06': [
      ['2026-12-24', '2027-01-06'],
      ['2025-12-24', '2027-01-07', '2027-12-30'],
    ],
    '2026 Dec 24-Jan 06': [
      ['2026-12-24', '2027-01-06'],
      ['2026-01-03', '2027-12-24'],
    ],
    '2026 Aug-2027 Feb': [
      ['2026-08-01', '2027-02-28'],
      ['2026-07-31', '2027-03-01'],
    ],
    'Aug 01-15 Mo-Fr': [['2026-08-03'], ['2026-08-01', '2026-11-03']],
    'Aug: Mo-Fr': [['2026-08-03'], ['2026-08-01', '2026-11-03']],
  };
  for (const [dates, [inside, outside]] of Object.entries(expected)) {
    for (const date of inside) assert.ok(open(dates, date), `${dates} is on ${date}`);
    for (const date of outside) assert.ok(!open(dates, date), `${dates} is not on ${date}`);
  }
});

test('a later rule takes the place of an earlier one for its whole day', () => {
  assert.equal(on('Mo-Fr 09:00-18:00; Tu 10:00-12:00', '2026-11-03'), '10:00-12:00');
  assert.equal(on('Tu 10:00-12:00; Mo-Fr 09:00-18:00', '2026-11-03'), '09:00-18:00');
  assert.equal(on('Mo-Fr 09:00-18:00; Tu off', '2026-11-03'), '');
  assert.equal(on('off; Nov 03 09:00-18:00', '2026-11-03'), '09:00-18:00');
  assert.equal(on('Mo-Fr 22:00-02:00; Nov 03 off', '2026-11-03'), '');
  assert.equal(on('Mo-Fr 22:00-02:00; Nov 03 off', '2026-11-02'), '22:00-26:00');
});

test('"off" with times takes these away only', () => {
  assert.equal(on('Mo-Fr 09:00-18:00; 13:00-14:00 off', '2026-11-03'), '09:00-13:00,14:00-18:00');
  assert.equal(on('09:00-18:00; 08:00-10:00,17:00-19:00 off', '2026-11-03'), '10:00-17:00');
  assert.equal(on('09:00-18:00; 09:00-18:00 off', '2026-11-03'), '');
  assert.equal(on('09:00-12:00,13:00-15:00; 11:00-14:00 off', '2026-11-03'), '09:00-11:00,14:00-15:00');
});

test('"PH" are the days that the owner lists', () => {
  const off = 'Mo-Fr 09:00-18:00; PH off';
  assert.equal(on(off, '2026-11-03', true), '');
  assert.equal(on(off, '2026-11-03', false), '09:00-18:00');
  assert.equal(on('Mo-Fr 09:00-18:00', '2026-11-03', true), '09:00-18:00');
  assert.equal(on('Sa,PH 10:00-12:00', '2026-11-03', true), '10:00-12:00');
  assert.equal(on('Sa,PH 10:00-12:00', '2026-11-03', false), '');
  assert.equal(on('Dec PH off', '2026-11-03', true), '');
  assert.equal(on('PH off; Mo-Fr 09:00-18:00', '2026-11-03', true), '09:00-18:00');
});

test('what people type is understood', () => {
  const plain = 'Mo-Fr 09:00-13:00,15:00-18:00; Sa 10:00-13:00; Dec 25 off';
  for (const typed of [
    'mo-fr 9:00-13:00, 15:00-18:00; sa 10:00-13:00; dec 25 OFF',
    '  Mo - Fr  09:00 – 13:00 , 15:00 – 18:00 ;Sa 10:00-13:00;Dec 25 closed; ',
    'MO-FR 09:00-13:00,15:00-18:00;\n\tSA 10:00-13:00;\n DEC 25 off;\n',
  ])
    assert.deepEqual(parseHours(typed), parseHours(plain), typed);
});

test('what is wrong is named with its place', () => {
  // The text, what is found there, and what the message says of it.
  const table: readonly (readonly [text: string, offset: number, found: string, expected: RegExp])[] = [
    ['', 0, '', /a weekday/],
    ['   ', 3, '', /a weekday/],
    ['Al-Or 09:00-17:00', 0, 'Al-Or', /a weekday/],
    ['Monday 09:00-17:00', 0, 'Monday', /a weekday/],
    ['Mo-Fr 9-17', 6, '9-17', /09:00/],
    ['Mo-Fr 09.00-17.00', 6, '09.00-17.00', /09:00/],
    ['Mo-Fr 9am-5pm', 6, '9am-5pm', /09:00/],
    ['Mo- 09:00-17:00', 4, '09:00-17:00', /a weekday/],
    ['Mo, 09:00-17:00', 4, '09:00-17:00', /a weekday/],
    ['Mo[1] 09:00-17:00', 2, '[1]', /09:00/],
    ['Mo-Fr 09:00', 11, '', /the time of closing/],
    ['Mo-Fr 09:00+', 11, '+', /the time of closing/],
    ['Mo-Fr 09:00-', 12, '', /09:00/],
    ['Mo-Fr 09:00-17:00,', 18, '', /09:00/],
    ['Mo 09:00-12:00, We 14:00-18:00', 16, 'We', /09:00/],
    ['Mo 25:00-26:00', 3, '25:00-26:00', /23:59/],
    ['Mo 24:00-26:00', 3, '24:00-26:00', /23:59/],
    ['Mo 20:00-49:00', 9, '49:00', /48:00/],
    ['Mo 10:00-36:00', 9, '36:00', /later time/],
    ['Mo 10:61-12:00', 3, '10:61-12:00', /09:00/],
    ['Mo-Fr 09:00-09:00', 12, '09:00', /later time/],
    ['Mo-Fr 18:00-13:00', 12, '13:00', /later time/],
    ['Mo-Fr 09:00-13:00,12:00-18:00', 18, '12:00-18:00', /overlap/],
    ['Mo-Fr 09:00-13:00,08:00-18:00', 18, '08:00-18:00', /overlap/],
    ['Mo-Fr 22:00-02:00,23:00-24:00', 18, '23:00-24:00', /overlap/],
    ['Feb 31 off', 4, '31', /from 1 to 29/],
    ['2026 Feb 29 off', 9, '29', /from 1 to 28/],
    ['Apr 31 off', 4, '31', /from 1 to 30/],
    ['Jan 00 off', 4, '00', /from 1 to 31/],
    ['Jan 01-32 off', 7, '32', /from 1 to 31/],
    ['Aug 15-01 off', 7, '01', /after the first/],
    ['Aug 15-Aug 01 off', 7, 'Aug', /after the first/],
    ['2027 Jan 06-2026 Dec 24 off', 12, '2026', /after the first/],
    ['2026 Aug 15-Aug 01 off', 12, 'Aug', /after the first/],
    ['Dec 24-2027 Jan 06 off', 7, '2027', /without a year/],
    ['Dec 24,PH off', 7, 'PH', /a month/],
    ['2026 09:00-17:00', 5, '09:00-17:00', /a month/],
    ['easter off', 0, 'easter', /a weekday/],
    ['SH off', 0, 'SH', /a weekday/],
    ['Mo-Fr sunrise-sunset', 6, 'sunrise-sunset', /09:00/],
    ['Mo-Fr 09:00-17:00 || off', 18, '||', /the end/],
    ['Mo-Fr 09:00-17:00 "by phone"', 18, '"by', /the end/],
    ['Mo-Fr off Sa off', 10, 'Sa', /the end/],
    ['; Mo-Fr 09:00-17:00', 0, ';', /a weekday/],
    ['Mo 09:00-17:00;; Tu 09:00-17:00', 15, ';', /a weekday/],
    ['24/70', 0, '24/70', /a weekday/],
    ['__proto__', 0, '__proto__', /a weekday/],
  ];
  for (const [text, offset, found, expected] of table) {
    assert.throws(
      () => parseHours(text),
      (error: unknown) => {
        assert.ok(error instanceof ScheduleSyntaxError, text);
        assert.deepEqual({ offset: error.offset, found: error.found }, { offset, found }, text);
        assert.match(error.expected, expected, text);
        assert.ok(error.message.includes(`at character ${offset + 1} of "${text}"`), error.message);
        assert.ok(error.message.includes(found ? `found "${found}"` : 'found the end'), error.message);
        return true;
      },
      text,
    );
  }
});

test('a huge text is read or refused in no time, and its message stays short', () => {
  const many = Array.from({ length: 50_000 }, () => 'Mo-Fr 09:00-17:00').join(';');
  const start = performance.now();
  assert.equal(parseHours(many).length, 50_000);
  assert.throws(
    () => parseHours(`Mo ${'x'.repeat(1_000_000)}`),
    (error: Error) => error.message.length < 400,
  );
  assert.throws(() => parseHours(' '.repeat(1_000_000)), ScheduleSyntaxError);
  // Quadratic time would be minutes.
  assert.ok(performance.now() - start < 10_000);
});

test('lists of days: dates and ranges, with commas or without', () => {
  const days = (text: string, ...dates: string[]) => dates.map((date) => parseDayList(text)(parseDay(date)!));
  assert.deepEqual(days('', '2026-12-24'), [false]);
  assert.deepEqual(days('2026-12-24', '2026-12-23', '2026-12-24', '2026-12-25'), [false, true, false]);
  for (const text of [
    '2026-08-15, 2026-12-24/2027-01-06',
    '2026-08-15 2026-12-24 / 2027-01-06,',
    '2026-12-24/2027-01-06\n2026-08-15',
  ])
    assert.deepEqual(
      days(text, '2026-08-15', '2026-12-23', '2026-12-24', '2027-01-06', '2027-01-07'),
      [true, false, true, true, false],
      text,
    );
  const table: readonly (readonly [text: string, offset: number, found: string])[] = [
    ['2026-02-31', 0, '2026-02-31'],
    ['2026-12-24, 31.12.2026', 12, '31.12.2026'],
    ['2026-12-24/', 11, ''],
    ['2027-01-06/2026-12-24', 11, '2026-12-24'],
    ['2026-12-24,,2026-12-25', 11, ','],
    ['Dec 24', 0, 'Dec'],
  ];
  for (const [text, offset, found] of table)
    assert.throws(() => parseDayList(text), { name: 'ScheduleSyntaxError', offset, found }, text);
});

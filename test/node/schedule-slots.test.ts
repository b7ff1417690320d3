import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatDateTime } from '../../src/schedule/date-time.js';
import { parseDayList } from '../../src/schedule/day-list.js';
import { DAY, formatDay, HOUR, MINUTE } from '../../src/schedule/day.js';
import type { OpeningHours } from '../../src/schedule/opening-hours.js';
import { openingAt } from '../../src/schedule/opening.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { Slots, type Slot, type SlotRules } from '../../src/schedule/slots.js';
import { TimeZone } from '../../src/schedule/time-zone.js';
import { zones } from './schedule-support.js';

const openingHours = (hours: string, name = 'Europe/Madrid', closed = '', holidays = ''): OpeningHours => ({
  hours: parseHours(hours),
  timeZone: new TimeZone(name),
  closed: parseDayList(closed),
  holidays: parseDayList(holidays),
});

const early = { noticeHours: 0, horizonDays: 1000 };

/** The slots of a day as `HH:MM+offset`, seen from ten days before. */
const slotsOn = (day: string, hours: string, name: string, rules: SlotRules = {}) => {
  const opening = openingHours(hours, name);
  const { slots } = new Slots(opening, { ...early, ...rules }).on(day, Date.parse(day) - 10 * DAY);
  return slots
    .map(({ start }) => formatDateTime(start, opening.timeZone).replace(/.*T(.....):00/, '$1'))
    .join(' ');
};

test('slots begin with the hours and end within them', () => {
  const on = (hours: string, rules: SlotRules) =>
    slotsOn('2026-11-03', hours, 'UTC', rules).replaceAll('+00:00', '');
  assert.equal(on('09:00-11:00', { slotMinutes: 30 }), '09:00 09:30 10:00 10:30');
  assert.equal(on('09:00-11:00', { slotMinutes: 45 }), '09:00 09:45');
  assert.equal(on('09:00-11:00', { slotMinutes: 30, bufferMinutes: 10 }), '09:00 09:40 10:20');
  assert.equal(on('09:00-11:00', { slotMinutes: 60, bufferMinutes: 60 }), '09:00');
  assert.equal(on('09:00-10:00,15:20-16:20', { slotMinutes: 60 }), '09:00 15:20');
  assert.equal(on('09:00-09:20', { slotMinutes: 30 }), '');
  assert.equal(on('24/7', { slotMinutes: 1440 }), '00:00');
});

test('slots past midnight are on the day on which they begin', () => {
  const hours = 'Mo 22:30-01:00';
  assert.equal(slotsOn('2026-11-02', hours, 'UTC', { slotMinutes: 45 }), '22:30+00:00 23:15+00:00');
  assert.equal(slotsOn('2026-11-03', hours, 'UTC', { slotMinutes: 45 }), '00:00+00:00');
  assert.equal(
    slotsOn('2026-11-03', 'Mo 22:00-02:00; Tu 00:30-03:00', 'UTC', { slotMinutes: 60 }),
    '00:00+00:00 01:00+00:00',
  );
  assert.equal(
    slotsOn('2026-11-03', 'Mo 22:00-02:00; Tu 00:30-04:00', 'UTC', { slotMinutes: 60 }),
    '00:00+00:00 01:00+00:00 02:30+00:00',
  );
});

test('where clocks go forward, what they skip is no slot', () => {
  for (const [name, day, hours, slots] of [
    ['Europe/Madrid', '2026-03-29', '01:00-04:00', '01:00+01:00 01:30+01:00 03:00+02:00 03:30+02:00'],
    ['Europe/Riga', '2026-03-29', '02:30-04:30', '02:30+02:00 04:00+03:00'],
    ['America/St_Johns', '2026-03-08', '01:30-03:30', '01:30-03:30 03:00-02:30'],
    ['Australia/Lord_Howe', '2026-10-04', '01:30-03:00', '01:30+10:30 02:30+11:00'],
    ['Pacific/Apia', '2011-12-30', '09:00-17:00', ''],
    ['Pacific/Apia', '2011-12-31', '09:00-10:00', '09:00+14:00 09:30+14:00'],
    ['Europe/Madrid', '2026-03-29', '02:00-03:00', ''],
  ] as const)
    assert.equal(slotsOn(day, hours, name), slots, `${name} ${day}`);
});

test('where clocks go back, both are slots that they show twice, told apart by their offset', () => {
  for (const [name, day, hours, slots] of [
    [
      'Europe/Madrid',
      '2026-10-25',
      '01:30-03:30',
      '01:30+02:00 02:00+02:00 02:30+02:00 02:00+01:00 02:30+01:00 03:00+01:00',
    ],
    [
      'America/St_Johns',
      '2026-11-01',
      '00:30-02:30',
      '00:30-02:30 01:00-02:30 01:30-02:30 01:00-03:30 01:30-03:30 02:00-03:30',
    ],
    ['Australia/Lord_Howe', '2026-04-05', '01:00-02:30', '01:00+11:00 01:30+11:00 01:30+10:30 02:00+10:30'],
  ] as const)
    assert.equal(slotsOn(day, hours, name), slots, `${name} ${day}`);

  const { slots } = new Slots(openingHours('01:30-03:30'), early).on('2026-10-25', Date.UTC(2026, 9, 20));
  assert.deepEqual(
    slots.map((slot) => slot.isRepeated),
    [false, true, true, true, true, false],
  );
  assert.deepEqual(
    slots.map((slot) => slot.minutes),
    [90, 120, 150, 120, 150, 180],
  );
  assert.deepEqual(
    slots.map((slot) => slot.offset / HOUR),
    [2, 2, 2, 1, 1, 1],
  );
});

test('no slot runs into the next one where clocks change', () => {
  assert.equal(
    slotsOn('2026-10-25', '00:00-06:00', 'Europe/Madrid', { slotMinutes: 120 }),
    '00:00+02:00 02:00+02:00 04:00+01:00',
  );
  assert.equal(
    slotsOn('2026-03-29', '00:00-07:30', 'Europe/Madrid', { slotMinutes: 90 }),
    '00:00+01:00 01:30+01:00 04:30+02:00 06:00+02:00',
  );
});

interface Shown {
  start: number;
  minutes: number;
  offset: number;
  isRepeated: boolean;
}

/** The same by Temporal, from the words of the documentation: all instants of each wall time, none over another. */
const reference = (
  name: string,
  date: Temporal.PlainDate,
  { from, to, length, buffer }: { from: number; to: number; length: number; buffer: number },
): Shown[] => {
  const wallOf = (minutes: number) => date.toPlainDateTime('00:00').add({ minutes });
  const instantsOf = (wall: Temporal.PlainDateTime) =>
    [
      ...new Set(
        (['earlier', 'later'] as const).map(
          (disambiguation) => wall.toZonedDateTime(name, { disambiguation }).epochMilliseconds,
        ),
      ),
    ]
      .map((instant) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name))
      .filter((zoned) => zoned.toPlainDateTime().equals(wall));
  const closing = wallOf(to);
  const end =
    instantsOf(closing)[0] ??
    closing.toZonedDateTime(name).add({ nanoseconds: 1 }).getTimeZoneTransition('previous')!;
  const candidates: Shown[] = [];
  for (let minutes = from; minutes < to; minutes += length + buffer) {
    const instants = instantsOf(wallOf(minutes));
    for (const zoned of instants)
      candidates.push({
        start: zoned.epochMilliseconds,
        minutes: zoned.hour * 60 + zoned.minute,
        offset: zoned.offsetNanoseconds / 1e6,
        isRepeated: instants.length > 1,
      });
  }
  let free = -Infinity;
  return candidates
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => {
      if (start < free || start + length * MINUTE > end.epochMilliseconds) return false;
      free = start + (length + buffer) * MINUTE;
      return true;
    });
};

test('slots are those that Temporal finds, in every zone, over 28 years', () => {
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([from, length]) => ({ from: from * 15, to: (from + length) * 15 }));
  const rules = fc.record({
    length: fc.constantFrom(10, 15, 30, 45, 60, 90, 120),
    buffer: fc.constantFrom(0, 0, 5, 15),
  });
  const days = fc.constantFrom(...zones.keys()).chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        fc.integer({ min: Date.UTC(2010, 0, 2) / DAY, max: Date.UTC(2037, 11, 30) / DAY }),
        fc
          .tuple(fc.constantFrom(...zones.get(name)!.changes), fc.integer({ min: -2, max: 1 }))
          .map(([change, offset]) => Math.floor(change / DAY) + offset),
      ),
    ),
  );
  const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${`${minutes % 60}`.padStart(2, '0')}`;

  fc.assert(
    fc.property(days, spans, rules, ([name, day], { from, to }, { length, buffer }) => {
      const date = Temporal.PlainDate.from(formatDay(day));
      const month = date.toLocaleString('en-US', { month: 'short' });
      const hours = `${date.year} ${month} ${date.day} ${clock(from)}-${clock(to)}`;
      const slots = new Slots(
        { hours: parseHours(hours), timeZone: zones.get(name)!.zone },
        {
          slotMinutes: length,
          bufferMinutes: buffer,
          ...early,
        },
      );
      const now = (day - 5) * DAY;
      const found = [day, day + 1].flatMap((each) => slots.on(formatDay(each), now).slots);
      const shown = found.map(({ start, minutes, offset, isRepeated }) => ({
        start,
        minutes,
        offset,
        isRepeated,
      }));
      assert.deepEqual(
        shown,
        reference(name, date, { from, to, length, buffer }),
        `${name} ${hours} ${length}`,
      );
      for (const slot of found) assert.equal(slot.end - slot.start, length * MINUTE);
    }),
    { numRuns: 1000 },
  );
});

test('every slot is open from its beginning to its end, and no two touch without their buffer', () => {
  const hours = fc.constantFrom(
    'Mo-Fr 09:00-13:00,15:00-18:00',
    '24/7; Th off',
    'Mo-Su 22:00-05:00',
    'Sa-Su 00:00-04:00,20:00-30:00; Mo 01:00-03:00',
  );
  fc.assert(
    fc.property(
      fc
        .constantFrom(...zones.keys())
        .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...zones.get(name)!.changes))),
      hours,
      fc.constantFrom(15, 40, 60),
      fc.constantFrom(0, 10),
      ([name, change], text, slotMinutes, bufferMinutes) => {
        const opening = { hours: parseHours(text), timeZone: zones.get(name)!.zone };
        const slots = new Slots(opening, { slotMinutes, bufferMinutes, noticeHours: 0, horizonDays: 4 });
        const found = slots.from(change - 2 * DAY, Infinity, change - 2 * DAY);
        let last: Slot | undefined;
        for (const slot of found) {
          const { isOpen, closes } = openingAt(opening, slot.start);
          assert.ok(isOpen && (closes === undefined || slot.end <= closes), `${name} ${text}`);
          if (last && !text.startsWith('24/7'))
            assert.ok(slot.start >= last.end + bufferMinutes * MINUTE, `${name} ${text}`);
          last = slot;
        }
      },
    ),
    // Where clocks went back at one minute past midnight.
    { numRuns: 150, examples: [[['America/St_Johns', 1289097060000], 'Mo-Su 22:00-05:00', 15, 0]] },
  );
});

test('notice, horizon and closed days say why there is no slot', () => {
  const holidays = '2026-12-08';
  const opening = openingHours(
    'Mo-Fr 09:00-12:00; PH off',
    'Europe/Madrid',
    '2026-11-11/2026-11-12',
    holidays,
  );
  const slots = new Slots(opening, { slotMinutes: 60, noticeHours: 24, horizonDays: 30 });
  // Tuesday, 10:30 in Madrid.
  const now = Date.UTC(2026, 10, 3, 9, 30);
  const reason = (day: string, at = now) => slots.on(day, at).reason ?? slots.on(day, at).slots.length;
  assert.deepEqual(slots.range(now), { first: '2026-11-03', last: '2026-12-03' });
  assert.equal(reason('2026-11-02'), 'past');
  assert.equal(reason('2026-11-03'), 'too-soon');
  assert.equal(reason('2026-11-03', now + 3 * HOUR), 'past');
  assert.equal(reason('2026-11-04'), 1);
  assert.equal(reason('2026-11-04', now - HOUR / 2), 2, 'just in time');
  assert.equal(reason('2026-11-05'), 3);
  assert.equal(reason('2026-11-07'), 'closed');
  assert.equal(reason('2026-11-11'), 'closed');
  assert.equal(reason('2026-12-03'), 3);
  assert.equal(reason('2026-12-04'), 'too-far');
  assert.equal(reason('2026-12-08', now + 10 * DAY), 'holiday');
  assert.deepEqual(
    slots.on('2026-11-04', now).slots.map((slot) => slot.minutes),
    [11 * 60],
  );
  for (const none of ['2026-02-31', '2026-11', '', '__proto__'])
    assert.throws(() => slots.on(none, now), RangeError);
});

test('the day of the company counts, not that of the visitor or of UTC', () => {
  const opening = openingHours('24/7', 'Pacific/Apia');
  const slots = new Slots(opening, { noticeHours: 0, horizonDays: 1 });
  const now = Date.UTC(2026, 10, 3, 12);
  assert.deepEqual(slots.range(now), { first: '2026-11-04', last: '2026-11-05' });
  assert.equal(slots.on('2026-11-03', now).reason, 'past');
});

test('the next slots, and the slot at an instant', () => {
  const slots = new Slots(openingHours('Mo-Fr 09:00-11:00'), {
    slotMinutes: 60,
    noticeHours: 24,
    horizonDays: 7,
  });
  const now = Date.UTC(2026, 10, 3, 9, 30);
  const starts = (from: number, maximum: number) =>
    slots.from(from, maximum, now).map((slot) => new Date(slot.start).toISOString().slice(5, 16));
  assert.deepEqual(starts(now, 3), ['11-05T08:00', '11-05T09:00', '11-06T08:00']);
  assert.deepEqual(starts(Date.UTC(2026, 10, 5, 8, 1), 2), ['11-05T09:00', '11-06T08:00']);
  assert.deepEqual(starts(0, 1), ['11-05T08:00']);
  assert.deepEqual(starts(Date.UTC(2026, 10, 10, 8), 9), ['11-10T08:00', '11-10T09:00']);
  assert.deepEqual(starts(now, 0), []);

  assert.equal(slots.at(Date.UTC(2026, 10, 5, 8), now)?.minutes, 540);
  for (const none of [now, Date.UTC(2026, 10, 5, 8, 30), Date.UTC(2026, 10, 20, 8), Date.UTC(2026, 10, 2, 8)])
    assert.equal(slots.at(none, now), undefined);
});

test('rules that make no sense are refused by name', () => {
  const opening = openingHours('24/7');
  for (const rules of [
    { slotMinutes: 0 },
    { slotMinutes: -1 },
    { slotMinutes: NaN },
    { slotMinutes: 7.5 },
    { slotMinutes: 1441 },
    { bufferMinutes: -1 },
    { noticeHours: Infinity },
    { horizonDays: 100_000 },
  ]) {
    const [[name, value]] = Object.entries(rules) as [[string, number]];
    assert.throws(
      () => new Slots(opening, rules),
      (error: Error) =>
        error instanceof RangeError &&
        error.message.startsWith(`${name} `) &&
        error.message.endsWith(`${value}`),
    );
  }
});

test('open now, until when, and from when on again', () => {
  const opening = openingHours(
    'Mo-Fr 09:00-13:00,15:00-18:00; PH off',
    'Europe/Madrid',
    '2026-11-06',
    '2026-11-09',
  );
  const at = (time: string) => {
    const { isOpen, opens, closes } = openingAt(opening, Date.parse(`${time}+01:00`));
    const text = (instant?: number) => instant && formatDateTime(instant, opening.timeZone).slice(5, 16);
    return [isOpen, text(opens), text(closes)];
  };
  assert.deepEqual(at('2026-11-03T08:59:59'), [false, '11-03T09:00', '11-03T13:00']);
  assert.deepEqual(at('2026-11-03T09:00:00'), [true, '11-03T15:00', '11-03T13:00']);
  assert.deepEqual(at('2026-11-03T13:00:00'), [false, '11-03T15:00', '11-03T18:00']);
  // A closed Friday, a weekend, and a holiday on Monday.
  assert.deepEqual(at('2026-11-05T17:00:00'), [true, '11-10T09:00', '11-05T18:00']);
  assert.deepEqual(at('2026-11-05T18:00:00'), [false, '11-10T09:00', '11-10T13:00']);
});

test('hours that touch or run over midnight are one opening', () => {
  const at = (hours: string, time: string) => {
    const { isOpen, opens, closes } = openingAt(openingHours(hours, 'UTC'), Date.parse(`${time}Z`));
    const text = (instant?: number) => instant && new Date(instant).toISOString().slice(5, 16);
    return [isOpen, text(opens), text(closes)];
  };
  assert.deepEqual(at('09:00-13:00,13:00-18:00', '2026-11-03T10:00'), [true, '11-04T09:00', '11-03T18:00']);
  assert.deepEqual(at('Fr 22:00-02:00', '2026-11-07T01:00'), [true, '11-13T22:00', '11-07T02:00']);
  assert.deepEqual(at('Mo-We', '2026-11-03T10:00'), [true, '11-09T00:00', '11-05T00:00']);
  assert.deepEqual(at('Mo 20:00-36:00; Tu 09:00-17:00', '2026-11-02T21:00'), [
    true,
    '11-09T20:00',
    '11-03T17:00',
  ]);
  assert.deepEqual(at('24/7', '2026-11-03T10:00'), [true, undefined, undefined]);
  assert.deepEqual(at('24/7; Dec 25 off', '2026-11-03T10:00'), [true, '12-26T00:00', '12-25T00:00']);
  assert.deepEqual(at('off', '2026-11-03T10:00'), [false, undefined, undefined]);
  assert.deepEqual(at('2026 Nov 03 09:00-17:00', '2026-11-03T10:00'), [true, undefined, '11-03T17:00']);
  assert.deepEqual(at('Jun 10:00-12:00', '2026-07-01T10:00'), [false, '06-01T10:00', '06-01T12:00']);
});

test('hours that clocks skip are no opening', () => {
  const opening = openingHours('Su 02:00-03:00; Mo 10:00-12:00');
  const { isOpen, opens } = openingAt(opening, Date.UTC(2026, 2, 29, 1));
  assert.deepEqual([isOpen, opens], [false, Date.UTC(2026, 2, 30, 8)]);
});

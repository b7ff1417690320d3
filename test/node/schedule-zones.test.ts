import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatDateTime, parseDateTime } from '../../src/schedule/date-time.js';
import { DAY, HOUR, MINUTE } from '../../src/schedule/day.js';
import { TimeZone } from '../../src/schedule/time-zone.js';
import { YEARS, zones } from './schedule-support.js';

const anyZone = fc.constantFrom(...zones.keys());
/** Half of them within two days of a change of clocks, where there is something to get wrong. */
const instantIn = (name: string) =>
  fc.oneof(
    fc.integer({ min: YEARS.start / MINUTE, max: YEARS.end / MINUTE }),
    fc
      .tuple(fc.constantFrom(...zones.get(name)!.changes), fc.integer({ min: -2 * 1440, max: 2 * 1440 }))
      .map(([change, minutes]) => change / MINUTE + minutes),
  );
const zoneAndInstant = anyZone.chain((name) =>
  fc.tuple(
    fc.constant(name),
    instantIn(name).map((minutes) => minutes * MINUTE),
  ),
);
const runs = { numRuns: 3000 };

const zoned = (instant: number, name: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
const plain = (wall: number) =>
  Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();

test('offsets are those of Temporal, at any instant of 28 years', () => {
  fc.assert(
    fc.property(zoneAndInstant, ([name, instant]) => {
      const zone = zones.get(name)!.zone;
      assert.equal(zone.offsetAt(instant), zoned(instant, name).offsetNanoseconds / 1e6);
    }),
    runs,
  );
});

test('clocks change at the very millisecond', () => {
  for (const [name, { zone, changes }] of zones)
    for (const change of changes)
      for (const instant of [change - 1, change])
        assert.equal(
          zone.offsetAt(instant),
          zoned(instant, name).offsetNanoseconds / 1e6,
          `${name} ${new Date(instant).toISOString()}`,
        );
});

test('a wall time is its first instant, and where clocks skip it the instant of the change', () => {
  fc.assert(
    fc.property(zoneAndInstant, ([name, instant]) => {
      const wall = plain(instant);
      const first = wall.toZonedDateTime(name, { disambiguation: 'compatible' });
      const expected = first.toPlainDateTime().equals(wall)
        ? first
        : first.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')!;
      assert.equal(
        zones.get(name)!.zone.instantOf(instant),
        expected.epochMilliseconds,
        `${wall.toString()} ${name}`,
      );
    }),
    runs,
  );
});

test('the day on the calendar is that of Temporal', () => {
  fc.assert(
    fc.property(zoneAndInstant, ([name, instant]) => {
      const date = zoned(instant, name).toPlainDate();
      const day = Temporal.PlainDate.from('1970-01-01').until(date).days;
      assert.equal(zones.get(name)!.zone.dayAt(instant), day);
    }),
    runs,
  );
});

test('every zone that the engine knows, through two years', () => {
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const zone = new TimeZone(name);
    for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 11 * DAY + 7 * HOUR)
      assert.equal(zone.offsetAt(instant), zoned(instant, name).offsetNanoseconds / 1e6, name);
  }
});

test('Samoa left out 30 December 2011', () => {
  const zone = zones.get('Pacific/Apia')!.zone;
  const change = Date.UTC(2011, 11, 30, 10);
  assert.equal(zone.dayAt(change - 1), Date.UTC(2011, 11, 29) / DAY);
  assert.equal(zone.dayAt(change), Date.UTC(2011, 11, 31) / DAY);
  assert.equal(zone.offsetAt(change) - zone.offsetAt(change - 1), 24 * HOUR);
  for (const hour of [0, 12, 23]) assert.equal(zone.instantOf(Date.UTC(2011, 11, 30, hour)), change);
  assert.equal(zone.instantOf(Date.UTC(2011, 11, 29, 23)), change - HOUR);
  assert.equal(zone.instantOf(Date.UTC(2011, 11, 31, 1)), change + HOUR);
});

test('an unknown zone is refused, and a page that meddles with Object.prototype is not heard', () => {
  for (const name of ['Europe/Bilbao', '', '__proto__', 'Europe/Madrid; DROP'])
    assert.throws(() => new TimeZone(name), RangeError, name);
  Object.assign(Object.prototype, {
    timeZoneName: 'long',
    weekday: 'long',
    hour12: true,
    numberingSystem: 'arab',
  });
  try {
    assert.equal(new TimeZone('Europe/Riga').offsetAt(Date.UTC(2026, 6, 1)), 3 * HOUR);
  } finally {
    for (const key of ['timeZoneName', 'weekday', 'hour12', 'numberingSystem'])
      delete (Object.prototype as Record<string, unknown>)[key];
  }
});

test('RFC 3339: what is written is what Temporal writes, and reads back as the same', () => {
  fc.assert(
    fc.property(zoneAndInstant, ([name, instant]) => {
      const zone = zones.get(name)!.zone;
      const text = formatDateTime(instant, zone);
      const options = { timeZoneName: 'never', smallestUnit: 'second' } as const;
      assert.equal(text, zoned(instant, name).toString(options));
      assert.deepEqual(parseDateTime(text), { instant, offset: zone.offsetAt(instant) });
    }),
    runs,
  );
  const written: Record<string, string> = {
    'Asia/Kathmandu': '2026-11-03T15:15:00+05:45',
    'America/St_Johns': '2026-11-03T06:00:00-03:30',
    'Europe/Madrid': '2026-11-03T10:30:00+01:00',
    'UTC': '2026-11-03T09:30:00+00:00',
  };
  for (const [name, text] of Object.entries(written))
    assert.equal(formatDateTime(Date.UTC(2026, 10, 3, 9, 30), new TimeZone(name)), text);
});

test('RFC 3339: other people’s forms are read, and what is none is refused', () => {
  const instant = Date.UTC(2026, 10, 3, 9, 30);
  for (const [text, expected] of [
    ['2026-11-03T09:30:00Z', { instant, offset: 0 }],
    ['2026-11-03t09:30:00z', { instant, offset: 0 }],
    ['2026-11-03T09:30:00-00:00', { instant, offset: 0 }],
    ['2026-11-03T10:30:00.5+01:00', { instant: instant + 500, offset: HOUR }],
    ['2026-11-03T10:30:00.123999999+01:00', { instant: instant + 123, offset: HOUR }],
    ['2026-11-03T06:00:00-03:30', { instant, offset: -3.5 * HOUR }],
    ['2024-02-29T00:00:00Z', { instant: Date.UTC(2024, 1, 29), offset: 0 }],
  ] as const) {
    const read = parseDateTime(text);
    // -0 is 0 here.
    assert.deepEqual(read && { instant: read.instant, offset: read.offset + 0 }, expected, text);
  }
  for (const none of [
    '',
    '2026-02-31T10:00:00Z',
    '2026-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-11-03T24:00:00Z',
    '2026-11-03T10:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-11-03T10:00:00',
    '2026-11-03T10:00Z',
    '2026-11-03 10:00:00Z',
    '2026-11-03T10:00:00+0100',
    '2026-11-03T10:00:00+24:00',
    '2026-11-03T10:00:00.Z',
    '2026-11-03',
    ' 2026-11-03T10:00:00Z',
    '2026-11-03T10:00:00Z\n',
    '+002026-11-03T10:00:00Z',
    '٢٠٢٦-11-03T10:00:00Z',
  ])
    assert.equal(parseDateTime(none), undefined, none);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayParts } from '../../src/schedule/day-parts.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { Slots } from '../../src/schedule/slots.js';
import { TimeZone } from '../../src/schedule/time-zone.js';

/** The first and the last time of each half of a Monday. */
const halvesOf = (hours: string): Record<string, string[]> => {
  const slots = new Slots(
    { hours: parseHours(hours), timeZone: new TimeZone('Asia/Tbilisi') },
    { noticeHours: 0 },
  );
  const parts = dayParts(slots.on('2026-11-30', Date.UTC(2026, 10, 26)).slots);
  const clock = (minutes: number): string =>
    `${Math.floor(minutes / 60)}:${`${minutes % 60}`.padStart(2, '0')}`;
  return Object.fromEntries(
    Object.entries(parts).map(([half, list]) => [
      half,
      [list[0], list.at(-1)].flatMap((slot) => (slot ? clock(slot.minutes) : [])),
    ]),
  );
};

test('half past twelve is morning where the company has its break at one', () => {
  assert.deepEqual(halvesOf('Mo 09:00-13:00,15:00-18:00'), {
    morning: ['9:00', '12:30'],
    afternoon: ['15:00', '17:30'],
  });
});

test('without a break the afternoon begins at noon', () => {
  assert.deepEqual(halvesOf('Mo 09:00-18:00'), { morning: ['9:00', '11:30'], afternoon: ['12:00', '17:30'] });
});

test('a company that opens at noon has no morning', () => {
  assert.deepEqual(halvesOf('Mo 12:00-15:00,18:00-20:00'), { morning: [], afternoon: ['12:00', '19:30'] });
});

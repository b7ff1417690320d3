import assert from 'node:assert/strict';
import test from 'node:test';
import { parseDayList } from '../../src/schedule/day-list.js';
import { callTimes } from '../../src/schedule/call-times.js';
import { DAY, HOUR, MINUTE } from '../../src/schedule/day.js';
import type { TimeWindow } from '../../src/schedule/day-parts.js';
import { openOn, type OpeningHours } from '../../src/schedule/opening-hours.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { TimeZone } from '../../src/schedule/time-zone.js';

const MADRID = new TimeZone('Europe/Madrid');
const TBILISI = new TimeZone('Asia/Tbilisi');
const RIGA = new TimeZone('Europe/Riga');

const shop: OpeningHours = {
  hours: parseHours('Mo-Fr 09:00-13:00,15:00-18:00; PH off'),
  timeZone: MADRID,
  holidays: parseDayList('2026-12-08'),
};
const at = (text: string): number => Date.parse(text);
const text = (window: TimeWindow | undefined): string | undefined =>
  window && `${new Date(window.start).toISOString()}/${new Date(window.end).toISOString()}`;

test('as soon as possible is from now until they close, also over the break of another day', () => {
  // A Tuesday, 10:07 in Madrid.
  const times = callTimes(shop, MADRID, at('2026-11-24T09:07:30Z'));
  assert.equal(text(times.soon), '2026-11-24T09:08:00.000Z/2026-11-24T12:00:00.000Z');
  assert.equal(text(times.today), '2026-11-24T09:08:00.000Z/2026-11-24T17:00:00.000Z');
  assert.equal(text(times.tomorrow), '2026-11-25T08:00:00.000Z/2026-11-25T17:00:00.000Z');
});

test('on the evening before a weekend and a holiday there is no today, and no tomorrow', () => {
  const times = callTimes(shop, MADRID, at('2026-12-04T19:00:00Z'));
  assert.equal(times.today, undefined);
  assert.equal(times.tomorrow, undefined);
  assert.equal(text(times.soon), '2026-12-07T08:00:00.000Z/2026-12-07T12:00:00.000Z');
  assert.ok(![...times.days.keys()].includes(at('2026-12-08T00:00:00Z') / DAY), 'the holiday');
});

test('a few minutes before they close nothing is promised for today', () => {
  assert.equal(callTimes(shop, MADRID, at('2026-11-24T16:50:00Z')).today, undefined);
});

test("days are the visitor's own", () => {
  const early: OpeningHours = { hours: parseHours('Mo-Su 00:30-02:30'), timeZone: TBILISI };
  // In Tbilisi it is the 25th already, in Riga 22:30 on the 24th.
  const times = callTimes(early, RIGA, at('2026-11-24T20:00:00Z'));
  assert.equal(text(times.today), '2026-11-24T20:30:00.000Z/2026-11-24T22:00:00.000Z');
  assert.equal(text(times.tomorrow), '2026-11-24T22:00:00.000Z/2026-11-24T22:30:00.000Z');
});

test('a company that never closes is asked day by day', () => {
  const always: OpeningHours = { hours: parseHours('24/7'), timeZone: MADRID };
  const times = callTimes(always, MADRID, at('2026-11-24T09:00:00Z'));
  assert.equal(text(times.soon), '2026-11-24T09:00:00.000Z/2026-11-24T23:00:00.000Z');
  assert.equal(text(times.tomorrow), '2026-11-24T23:00:00.000Z/2026-11-25T23:00:00.000Z');
  assert.equal(times.days.size, 14);
});

test('one that never opens offers nothing', () => {
  const never: OpeningHours = { hours: parseHours('Mo-Su off'), timeZone: MADRID };
  const times = callTimes(never, MADRID, at('2026-11-24T09:00:00Z'));
  assert.deepEqual(
    [times.soon, times.today, times.tomorrow, times.days.size],
    [undefined, undefined, undefined, 0],
  );
});

test('over a year, in any hour, every window to choose lies within the hours, ahead of now, and none is cut too short', () => {
  for (const visitor of [MADRID, RIGA, TBILISI, new TimeZone('America/Los_Angeles')]) {
    for (let now = at('2026-01-01T00:30:00Z'); now < at('2027-01-01T00:00:00Z'); now += 37 * HOUR) {
      const { days, soon, today, tomorrow } = callTimes(shop, visitor, now);
      for (const [day, windows] of days) {
        for (const { start, end } of windows) {
          assert.ok(start >= now && end > start && visitor.dayAt(start) === day);
          assert.ok(end - start >= 60 * MINUTE && end - start <= 180 * MINUTE, `${(end - start) / MINUTE}`);
          const companyDay = MADRID.dayAt(start);
          const within = openOn(shop, companyDay).some(({ from, to }) => {
            const [opens, closes] = [from, to].map((minutes) =>
              MADRID.instantOf(companyDay * DAY + minutes * MINUTE),
            );
            return opens! <= start && end <= closes!;
          });
          assert.ok(within, text({ start, end }));
        }
      }
      for (const window of [soon, today, tomorrow])
        if (window) assert.ok(window.end - window.start >= 15 * MINUTE);
    }
  }
});

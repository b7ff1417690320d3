import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AvailabilityError, KnownTimes, parseAvailability } from '../../src/schedule/availability.js';
import { formatDateTime } from '../../src/schedule/date-time.js';
import { dayParts, windowsOf } from '../../src/schedule/day-parts.js';
import { parseHours } from '../../src/schedule/parse-hours.js';
import { Slots } from '../../src/schedule/slots.js';
import { TimeZone } from '../../src/schedule/time-zone.js';

const madrid = new TimeZone('Europe/Madrid');
const NOW = Date.parse('2026-11-26T12:00:00Z');
const slot = (start: string, end: string) => ({ start, end });
const ANSWER = {
  timezone: 'Europe/Madrid',
  first: '2026-11-27',
  last: '2027-01-25',
  closed: ['2026-11-29'],
  slots: [
    slot('2026-11-27T10:00:00+01:00', '2026-11-27T10:30:00+01:00'),
    slot('2026-11-27T08:00:00Z', '2026-11-27T08:30:00Z'),
    slot('2026-11-30T23:30:00+01:00', '2026-12-01T00:00:00+01:00'),
  ],
};
const times = (hours: string, on: string, slotMinutes = 30) =>
  new Slots({ hours: parseHours(hours), timeZone: madrid }, { slotMinutes, noticeHours: 0 }).on(on, NOW)
    .slots;
const clock = (slots: readonly { start: number }[]) =>
  slots.map(({ start }) => formatDateTime(start, madrid).slice(11, 16)).join(' ');

describe('what a calendar server answers', () => {
  it('is the free times by their day in the zone of the company, in order', () => {
    const { slots, timeZone } = parseAvailability(ANSWER);
    assert.equal(timeZone.name, 'Europe/Madrid');
    assert.deepEqual([...slots.keys()], ['2026-11-27', '2026-11-30']);
    assert.equal(clock(slots.get('2026-11-27')!), '09:00 10:00');
    assert.equal(slots.get('2026-11-30')![0]!.minutes, 23 * 60 + 30);
  });

  it("is read in the owner's own zone where they name one", () => {
    const { slots } = parseAvailability(ANSWER, new TimeZone('Asia/Tbilisi'));
    // Half past eleven at night in Madrid is the next morning there.
    assert.deepEqual([...slots.keys()], ['2026-11-27', '2026-12-01']);
  });

  it('tells apart the hour that clocks show twice', () => {
    const twice = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', '2026-10-25T03:30:00+01:00'];
    const { slots } = parseAvailability({
      ...ANSWER,
      slots: twice.map((start) => slot(start, new Date(Date.parse(start) + 6e5).toISOString())),
    });
    assert.deepEqual(
      slots.get('2026-10-25')!.map(({ isRepeated, minutes }) => [isRepeated, minutes]),
      [
        [true, 150],
        [true, 150],
        [false, 210],
      ],
    );
  });

  for (const [what, answer, named] of [
    ['no object', 'busy', /"slots" is no list/],
    ['nothing', null, /"slots" is no list/],
    ['slots from a prototype', Object.create({ slots: [] }) as object, /"slots" is no list/],
    ['a page', '<html>', /"slots" is no list/],
    [
      'a time without an offset',
      { ...ANSWER, slots: [slot('2026-12-01T09:00', '2026-12-01T09:30')] },
      /item 1.*2026-12-01T09:00/,
    ],
    [
      'a day that does not exist',
      { ...ANSWER, slots: [slot('2026-02-31T09:00:00Z', '2026-02-31T10:00:00Z')] },
      /item 1/,
    ],
    [
      'an end before its start',
      { ...ANSWER, slots: [slot('2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z')] },
      /item 1/,
    ],
    ['a number for a time', { ...ANSWER, slots: [7] }, /item 1.*7/],
    ['no such zone', { ...ANSWER, timezone: 'Europe/Donostia' }, /"timezone".*Europe\/Donostia/],
    ['a first day that is none', { ...ANSWER, first: '2026-13-01' }, /"first".*2026-13-01/],
    ['closed days that are no list', { ...ANSWER, closed: '2026-12-24' }, /"closed" is no list/],
    ['a closed day that is none', { ...ANSWER, closed: ['Sunday'] }, /"closed".*Sunday/],
    ['more than anybody has', { slots: Array(20_001).fill(ANSWER.slots[0]) }, /more than 20000/],
  ] as const) {
    it(`is refused with a word on what is wrong: ${what}`, () => {
      assert.throws(
        () => parseAvailability(answer),
        (error: Error) => error instanceof AvailabilityError && named.test(error.message),
      );
    });
  }
});

describe('times that are known from a server', () => {
  const known = () => {
    const found = new KnownTimes(new TimeZone('UTC'));
    found.add('2026-11-26', '2026-12-05', parseAvailability(ANSWER));
    return found;
  };

  it('are those of the days that were asked for, and of no other', () => {
    const found = known();
    assert.equal(clock(found.on('2026-11-27', NOW)!.slots), '09:00 10:00');
    assert.equal(found.on('2026-12-06', NOW), undefined);
    assert.equal(found.at(Date.parse('2026-11-27T08:00:00Z'), NOW)!.minutes, 9 * 60);
    assert.equal(found.at(Date.parse('2026-11-27T08:15:00Z'), NOW), undefined);
    found.clear();
    assert.equal(found.on('2026-11-27', NOW), undefined);
  });

  it('say why a day has none: closed, taken, too soon, past, too far', () => {
    const found = known();
    const why = (day: string) => found.on(day, NOW)?.reason;
    assert.deepEqual(['2026-11-25', '2026-11-26', '2026-11-28', '2026-11-29', '2027-01-26'].map(why), [
      'past',
      'too-soon',
      'taken',
      'closed',
      'too-far',
    ]);
    const { closed: _closed, ...rest } = ANSWER;
    found.add('2026-11-28', '2026-11-28', parseAvailability(rest));
    assert.equal(why('2026-11-28'), 'none', 'where the server does not say which days are closed');
  });

  it('are gone when they are past', () => {
    const found = known();
    const later = Date.parse('2026-11-27T08:30:00Z');
    assert.equal(clock(found.on('2026-11-27', later)!.slots), '10:00');
    assert.deepEqual(found.on('2026-11-27', later + 36e5), { slots: [], reason: 'too-soon' });
  });
});

describe('the halves of a day', () => {
  const halves = (hours: string, slotMinutes?: number) => {
    const { morning, afternoon } = dayParts(times(hours, '2026-12-01', slotMinutes));
    return [clock(morning), clock(afternoon)];
  };

  it('are parted by the break of the company', () => {
    assert.deepEqual(halves('Mo-Fr 11:30-13:00,15:00-16:00'), ['11:30 12:00 12:30', '15:00 15:30']);
  });

  it('are parted at noon where there is no break', () => {
    assert.deepEqual(halves('Mo-Fr 11:00-13:00,13:00-16:00', 60), ['11:00', '12:00 13:00 14:00 15:00']);
  });

  it('are one morning where the company closes after it', () => {
    assert.deepEqual(halves('Tu 11:30-13:30', 60), ['11:30 12:30', '']);
  });

  it('take one slot that is taken for no break', () => {
    const all = times('Tu 11:00-16:00', '2026-12-01', 60);
    const { afternoon } = dayParts(all.filter((_, index) => index !== 2));
    assert.equal(clock(afternoon), '12:00 14:00 15:00');
  });
});

describe('the time that slots cover', () => {
  it('is one window for each stretch, whatever is kept free between slots', () => {
    const slots = new Slots(
      { hours: parseHours('Tu 09:00-12:00,15:00-17:00'), timeZone: madrid },
      { slotMinutes: 30, bufferMinutes: 15, noticeHours: 0 },
    ).on('2026-12-01', NOW).slots;
    const text = windowsOf(slots).map(({ start, end }) => clock([{ start }, { start: end }]));
    assert.deepEqual(text, ['09:00 11:45', '15:00 17:00']);
  });

  it('is cut by a time that somebody has', () => {
    const free = times('Tu 09:00-12:00', '2026-12-01', 60).filter((_, index) => index !== 1);
    assert.equal(windowsOf(free).length, 2);
    assert.deepEqual(windowsOf([]), []);
  });
});

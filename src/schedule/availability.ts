import { own } from '../submission/json.js';
import { parseDateTime } from './date-time.js';
import { DAY, formatDay, MINUTE, parseDay } from './day.js';
import type { FreeTimes } from './free-times.js';
import type { DaySlots, Slot } from './slots.js';
import { TimeZone } from './time-zone.js';

/** What a calendar server says of a range of days. */
export interface Availability {
  /** The company's. */
  readonly timeZone: TimeZone;
  /** The first and the last day that can be asked for at all, as `YYYY-MM-DD`, where the server says so. */
  readonly first?: string;
  readonly last?: string;
  /** Days on which the company is closed, where the server says so: others without a time are taken. */
  readonly closed?: ReadonlySet<string>;
  /** The free times, by the day on which they begin. */
  readonly slots: ReadonlyMap<string, readonly Slot[]>;
}

/** A server answered something else. The message names it, for the owner's console. */
export class AvailabilityError extends Error {
  override readonly name = 'AvailabilityError';
}

/** More than two months of five-minute slots, day and night. */
const MAX_SLOTS = 20_000;

/**
 * Reads the answer of an `availability` URL:
 * `{"timezone": "Europe/Madrid", "slots": [{"start": "2026-12-01T09:00:00+01:00", "end": "…"}], "first": "2026-11-27",
 * "last": "2027-01-25", "closed": ["2026-12-06"]}`. Only `slots` must be there; each begins and ends at a date and time
 * of RFC 3339. Days are those of the zone.
 *
 * @param zone the owner's own word, which wins over the server's
 * @throws AvailabilityError
 */
export const parseAvailability = (answer: unknown, zone?: TimeZone): Availability => {
  const list = own(answer, 'slots');
  if (!Array.isArray(list)) throw new AvailabilityError('"slots" is no list');
  if (list.length > MAX_SLOTS) throw new AvailabilityError(`"slots" has more than ${MAX_SLOTS}`);
  const field = (name: string): unknown => own(answer, name);
  const timeZone = zone ?? readZone(field('timezone'));
  const slots = new Map<string, Slot[]>();
  // Not by `entries()`: old libraries give it another meaning.
  let number = 0;
  for (const item of list as readonly unknown[]) {
    const slot = readSlot(item, ++number, timeZone);
    const day = formatDay(timeZone.dayAt(slot.start));
    const others = slots.get(day);
    if (others) others.push(slot);
    else slots.set(day, [slot]);
  }
  for (const each of slots.values()) each.sort((a, b) => a.start - b.start);
  const [first, last] = [readDay('first', field('first')), readDay('last', field('last'))];
  const closed = field('closed');
  if (closed !== undefined && !Array.isArray(closed)) throw new AvailabilityError('"closed" is no list');
  return {
    timeZone,
    slots,
    ...(first && { first }),
    ...(last && { last }),
    ...(closed && { closed: new Set(closed.map((day) => readDay('closed', day) ?? '')) }),
  };
};

const readZone = (name: unknown): TimeZone => {
  if (name === undefined) return new TimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  try {
    return new TimeZone(name as string);
  } catch {
    throw new AvailabilityError(`"timezone" is no time zone: ${shown(name)}`);
  }
};

const readSlot = (item: unknown, number: number, timeZone: TimeZone): Slot => {
  const text = (name: string): string => String(own(item, name));
  const start = parseDateTime(text('start'))?.instant;
  const end = parseDateTime(text('end'))?.instant;
  if (start === undefined || end === undefined || end <= start)
    throw new AvailabilityError(`"slots", item ${number}, has no start and end in RFC 3339: ${shown(item)}`);
  const offset = timeZone.offsetAt(start);
  const wall = start + offset;
  const isRepeated = timeZone
    .offsetsAround(wall, wall)
    .some((other) => other !== offset && timeZone.offsetAt(wall - other) === other);
  return { start, end, offset, isRepeated, minutes: (wall - Math.floor(wall / DAY) * DAY) / MINUTE };
};

const readDay = (name: string, day: unknown): string | undefined => {
  if (day === undefined) return undefined;
  if (typeof day === 'string' && parseDay(day) !== undefined) return day;
  throw new AvailabilityError(`"${name}" has no day such as 2026-12-24: ${shown(day)}`);
};

/** `undefined` has no JSON. */
const shown = (value: unknown): string => ((JSON.stringify(value) as string | undefined) ?? '').slice(0, 100);

/** Days beyond what a server has said: as far as `horizon-days` reach by default. */
const DEFAULT_HORIZON = 60;

/** The times that a calendar server has told of, so far. */
export class KnownTimes implements FreeTimes {
  timeZone: TimeZone;
  #first: string | undefined;
  #last: string | undefined;
  readonly #days = new Map<string, DaySlots>();

  constructor(timeZone: TimeZone) {
    this.timeZone = timeZone;
  }

  /** Takes over what was said of all days from `from` to `to`. */
  add(from: string, to: string, { timeZone, first, last, closed, slots }: Availability): void {
    this.timeZone = timeZone;
    this.#first = first ?? this.#first;
    this.#last = last ?? this.#last;
    const end = parseDay(to)!;
    for (let number = parseDay(from)!; number <= end; number++) {
      const day = formatDay(number);
      const free = slots.get(day) ?? [];
      this.#days.set(
        day,
        free.length > 0
          ? { slots: free }
          : { slots: free, reason: closed?.has(day) ? 'closed' : closed ? 'taken' : 'none' },
      );
    }
  }

  /** Forgets what was said, so that it is asked for again. */
  clear(): void {
    this.#days.clear();
  }

  range(now: number): { first: string; last: string } {
    const today = this.timeZone.dayAt(now);
    return {
      first: this.#first ?? formatDay(today),
      last: this.#last ?? formatDay(today + DEFAULT_HORIZON),
    };
  }

  on(day: string, now: number): DaySlots | undefined {
    const { first, last } = this.range(now);
    if (day < first)
      return { slots: [], reason: day < formatDay(this.timeZone.dayAt(now)) ? 'past' : 'too-soon' };
    if (day > last) return { slots: [], reason: 'too-far' };
    const known = this.#days.get(day);
    // What was free when it was asked for is past by now.
    const slots = known?.slots.filter(({ start }) => start > now);
    return known && slots!.length < known.slots.length
      ? { slots: slots!, ...(slots!.length === 0 && { reason: 'too-soon' as const }) }
      : known;
  }

  at(instant: number, now: number): Slot | undefined {
    return this.on(formatDay(this.timeZone.dayAt(instant)), now)?.slots.find(
      ({ start }) => start === instant,
    );
  }
}

import { DAY, formatDay, parseDay } from '../../../src/schedule/day.js';
import type { Slot, Slots } from '../../../src/schedule/slots.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { isFree, type AppointmentStore, type Wanted } from '../store/appointments.js';
import { storable } from '../store/storable-text.js';
import type { Fields } from '../store/store.js';
import { overlaps, periodOf, type Period } from './period.js';
import { requestOf } from './request.js';
import type { AppointmentSettings } from './settings.js';

/** How many free times are offered in place of one that can't be had. */
const OFFERED = 6;

/** The company's book: which times its hours allow, and which of them are still free. */
export class AppointmentBook {
  readonly timeZone: TimeZone;
  readonly slotMinutes: number;
  readonly atOnce: number;
  readonly #slots: Slots | undefined;
  readonly #store: AppointmentStore;
  readonly #now: () => number;

  /** @param now the receiver's clock; what a visitor's shows does not count */
  constructor(
    { timeZone, slots, slotMinutes, atOnce }: AppointmentSettings,
    store: AppointmentStore,
    now: () => number = () => Date.now(),
  ) {
    this.timeZone = timeZone;
    this.slotMinutes = slotMinutes;
    this.atOnce = atOnce;
    this.#slots = slots;
    this.#store = store;
    this.#now = now;
  }

  /** The days that can be asked for at all, as `YYYY-MM-DD`; `undefined` where the owner has set no hours. */
  range(): { first: string; last: string } | undefined {
    return this.#slots?.range(this.#now());
  }

  /**
   * Of the times that a request names, those that the hours allow now, in its order, to hold one of them; `undefined`
   * where there is nothing to hold: it names no time, or there are no hours.
   */
  wanted(fields: Fields): Wanted | undefined {
    const { times, namesTimes, staff } = requestOf(fields);
    const slots = this.#slots;
    if (!slots || !namesTimes) return undefined;
    const now = this.#now();
    const periods = times.flatMap(({ start, end, isOpen }) => {
      const slot = slots.at(Date.parse(start), now);
      return slot && (isOpen || slot.end === Date.parse(end)) ? [periodOf(slot)] : [];
    });
    return { periods, staff, atOnce: this.atOnce };
  }

  /** The free times from one day to another, both `YYYY-MM-DD` and included, in order. */
  async free(from: string, to: string, staff: string): Promise<readonly Period[]> {
    return this.#free(parseDay(from)!, parseDay(to)!, storable(staff.trim()));
  }

  /** Up to six free times, those nearest to the first that a request names, in order. */
  async nearby(fields: Fields): Promise<readonly Period[]> {
    const { times, staff } = requestOf(fields);
    const range = this.range();
    if (!range) return [];
    const [first, last] = [parseDay(range.first)!, parseDay(range.last)!];
    const wish = times[0] ? Date.parse(times[0].start) : this.#now();
    const day = Math.min(Math.max(this.timeZone.dayAt(wish), first), last);
    const found: Period[] = [];
    const before: Period[] = [];
    // A week at a time, in both directions, until there are enough on each side.
    for (let start = day; start <= last && found.length < OFFERED; start += 7)
      found.push(...(await this.#free(start, Math.min(start + 6, last), staff)));
    for (let end = day - 1; end >= first && before.length < OFFERED; end -= 7)
      before.unshift(...(await this.#free(Math.max(end - 6, first), end, staff)));
    const distance = ({ start }: Period) => Math.abs(Date.parse(start) - wish);
    return [...before, ...found]
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, OFFERED)
      .sort((a, b) => (a.start < b.start ? -1 : 1));
  }

  async #free(first: number, last: number, staff: string): Promise<readonly Period[]> {
    const slots = this.#slots;
    if (!slots) return [];
    const now = this.#now();
    // A day longer on both sides, since days begin at other instants in other zones, and hours run past midnight.
    const holds = await this.#store.holds(periodOf({ start: (first - 1) * DAY, end: (last + 3) * DAY }));
    const free: Period[] = [];
    for (let day = first; day <= last; day++) {
      const periods = slots.on(formatDay(day), now).slots.map((slot: Slot) => periodOf(slot));
      const [begins, ends] = [periods[0], periods.at(-1)];
      if (!begins || !ends) continue;
      const ofDay = holds.filter((hold) => overlaps(hold, { start: begins.start, end: ends.end }));
      free.push(...periods.filter((period) => isFree(period, staff, this.atOnce, ofDay)));
    }
    return free;
  }
}

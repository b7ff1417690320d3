import { DAY, type DayNumber } from './day.js';

/**
 * Clocks change at most once in one of these: since 2005, and as far as is known ahead, no zone of the tz database has
 * two changes within six days. What is between two equal offsets need then not be asked for.
 */
const CELL = 5 * DAY;

/**
 * The clock of an IANA time zone. Instants are milliseconds since 1970 in UTC, as of `Date.now()`. A *wall time* is
 * what clock and calendar show, in milliseconds as if they showed UTC. Offsets are milliseconds east of UTC: a wall
 * time is an instant and its offset.
 */
export class TimeZone {
  /** As given, for example `Europe/Madrid`. */
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  /** Offsets at the beginnings of cells. */
  readonly #offsets = new Map<number, number>();
  /** By cell: the instant from which on another offset holds. */
  readonly #changes = new Map<number, number>();

  /** @throws RangeError where the engine knows no such zone. */
  constructor(name: string) {
    this.name = name;
    const options = { timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric' } as const;
    const time = { day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    // Without a prototype: Intl would read what a page has put there.
    this.#format = new Intl.DateTimeFormat(
      'en-US',
      Object.assign(Object.create(null), options, time) as object,
    );
  }

  offsetAt(instant: number): number {
    const cell = Math.floor(instant / CELL);
    const before = this.#offsetOfCell(cell);
    const after = this.#offsetOfCell(cell + 1);
    return before === after || instant < this.#changeIn(cell) ? before : after;
  }

  /** The day on the zone's calendar. */
  dayAt(instant: number): DayNumber {
    return Math.floor((instant + this.offsetAt(instant)) / DAY);
  }

  /**
   * The offsets that wall times from `from` to `to` (two days at most) can have: one, or where clocks change nearby,
   * two in the order in which they hold. The instant of a wall time is `wall - offset` for each offset that holds then.
   */
  offsetsAround(from: number, to: number): readonly number[] {
    // No zone is a day away from UTC.
    const before = this.offsetAt(from - DAY);
    const after = this.offsetAt(to + DAY);
    return before === after ? [before] : [before, after];
  }

  /**
   * The instant of a wall time. Where clocks go back and show it twice, the first. Where they go forward and skip it,
   * the instant of the change.
   */
  instantOf(wall: number): number {
    const offsets = this.offsetsAround(wall, wall);
    for (const offset of offsets) if (this.offsetAt(wall - offset) === offset) return wall - offset;
    return this.#changeBetween(wall - offsets[1]!, wall - offsets[0]!);
  }

  #offsetOfCell(cell: number): number {
    let offset = this.#offsets.get(cell);
    if (offset === undefined) this.#offsets.set(cell, (offset = this.#ask(cell * CELL)));
    return offset;
  }

  #changeIn(cell: number): number {
    let change = this.#changes.get(cell);
    if (change === undefined)
      this.#changes.set(cell, (change = this.#changeBetween(cell * CELL, (cell + 1) * CELL)));
    return change;
  }

  /** The first instant with another offset than `from`. Both are whole seconds, as all changes are. */
  #changeBetween(from: number, to: number): number {
    const before = this.#ask(from);
    while (to - from > 1000) {
      const middle = Math.floor((from + to) / 2000) * 1000;
      if (this.#ask(middle) === before) from = middle;
      else to = middle;
    }
    return to;
  }

  /** @param instant whole seconds. */
  #ask(instant: number): number {
    const [month, day, year, hour, minute, second] = this.#format.format(instant).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - instant;
  }
}

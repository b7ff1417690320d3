import type { DaySlots, Slot } from './slots.js';
import type { TimeZone } from './time-zone.js';

/** The times that can be asked for: computed from opening hours ({@link Slots}), or known from a calendar server. */
export interface FreeTimes {
  /** The company's, in which its days are meant. */
  readonly timeZone: TimeZone;
  /** The first and the last day that can be asked for, as `YYYY-MM-DD`. */
  range(now: number): { readonly first: string; readonly last: string };
  /** The times of a day (`YYYY-MM-DD`); `undefined` where nobody has said yet. */
  on(day: string, now: number): DaySlots | undefined;
  /** The time that begins at an instant; `undefined` where none does that can be asked for. */
  at(instant: number, now: number): Slot | undefined;
}

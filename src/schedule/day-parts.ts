import { MINUTE } from './day.js';
import type { Slot } from './slots.js';

/** The slots of a day in its two halves. */
export interface DayParts {
  readonly morning: readonly Slot[];
  readonly afternoon: readonly Slot[];
}

/** Minutes after midnight. */
const NOON = 12 * 60;
const END_OF_LUNCH = 15 * 60;

/**
 * Where a day falls into morning and afternoon: at noon, or where the company has its break or closes, if that is
 * between noon and three. Where people work from 9 to 13 and from 15 to 18, nobody calls 12:30 the afternoon.
 */
export const dayParts = (slots: readonly Slot[]): DayParts => {
  const endOf = ({ start, end, minutes }: Slot): number => minutes + (end - start) / MINUTE;
  const last = slots.find((slot, index) => {
    const next = slots[index + 1];
    const end = endOf(slot);
    // A pause shorter than a slot is a buffer, or one slot that is taken.
    const isBreak = !next || next.minutes - end > end - slot.minutes;
    return isBreak && end >= NOON && end <= END_OF_LUNCH;
  });
  // Who opens at noon has no morning, however late the break.
  const noon = last && slots[0]!.minutes < NOON ? endOf(last) : NOON;
  return {
    morning: slots.filter(({ minutes }) => minutes < noon),
    afternoon: slots.filter(({ minutes }) => minutes >= noon),
  };
};

/** A time within which any suits. Instants. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

/** What slots in their order cover: those with less than a slot's length between them become one. */
export const windowsOf = (slots: readonly Slot[]): readonly TimeWindow[] => {
  const windows: TimeWindow[] = [];
  for (const { start, end } of slots) {
    const last = windows.at(-1);
    if (last && start - last.end < end - start) windows[windows.length - 1] = { start: last.start, end };
    else windows.push({ start, end });
  }
  return windows;
};

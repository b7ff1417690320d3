/** Milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A day on the calendar, in no time zone: days since 1970-01-01. The day after is one more. */
export type DayNumber = number;

/** The day that `YYYY-MM-DD` names; `undefined` where it names none (31 February). */
export const parseDay = (text: string): DayNumber | undefined =>
  dayOf(/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / DAY : NaN, text);

/** Engines read 31 February as 3 March, or not at all. */
const dayOf = (day: DayNumber, text: string): DayNumber | undefined =>
  !Number.isNaN(day) && formatDay(day) === text ? day : undefined;

/** `YYYY-MM-DD`. */
export const formatDay = (day: DayNumber): string => new Date(day * DAY).toISOString().slice(0, 10);

/** 0 is Monday, 6 Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

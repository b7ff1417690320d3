import { MINUTE, parseDay } from './day.js';
import type { TimeZone } from './time-zone.js';

/**
 * An instant as RFC 3339 writes it, with the wall time and the offset of a zone: `2026-11-03T10:30:00+01:00`. Whole
 * seconds; the offset in whole minutes, as all are since 1972.
 */
export const formatDateTime = (instant: number, timeZone: TimeZone): string => {
  const offset = timeZone.offsetAt(instant);
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / MINUTE;
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

const twoDigits = (number: number): string => `${number}`.padStart(2, '0');

/** What a text in RFC 3339 says. Both in milliseconds, the offset east of UTC. */
export interface DateTime {
  readonly instant: number;
  readonly offset: number;
}

const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/**
 * Reads a date and time as RFC 3339 §5.6 writes it. `undefined` where it is none, where its day doesn't exist (31
 * February), and for leap seconds, which no instant of JavaScript stands for. The offset may be another than that of
 * the company's zone, and a wall time that clocks skip there: compare it with `TimeZone.offsetAt`.
 */
export const parseDateTime = (text: string): DateTime | undefined => {
  const match = DATE_TIME.exec(text);
  if (!match || parseDay(match[1]!) === undefined) return undefined;
  const [, date, time, fraction = '', sign, hours = 0, minutes = 0] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
  const wall = Date.parse(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  return { instant: wall - offset, offset };
};

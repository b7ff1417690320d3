import { HOUR, MINUTE } from './day.js';
import type { TimeZone } from './time-zone.js';

/** `Europe/Madrid, UTC+1`: the same in every language and engine. */
export const zoneText = (timeZone: TimeZone, instant: number): string =>
  `${timeZone.name}, ${offsetText(timeZone.offsetAt(instant))}`;

/** `UTC+5:30`. @param offset milliseconds east of UTC */
export const offsetText = (offset: number): string => {
  const minutes = (Math.abs(offset) % HOUR) / MINUTE;
  const rest = minutes ? `:${`${minutes}`.padStart(2, '0')}` : '';
  return `UTC${offset < 0 ? '\u2212' : '+'}${Math.floor(Math.abs(offset) / HOUR)}${rest}`;
};

import { createDateFormatter } from '../../../src/localization/date-formatter.js';
import type { Locale } from '../../../src/localization/locale.js';
import { MINUTE } from '../../../src/schedule/day.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import type { Period } from './period.js';

/**
 * A period as people read it: weekday, date, hours, and the zone with its offset, without which a time that clocks
 * show twice could be either. The day of the end is said where it is another.
 */
export const periodText = ({ start, end }: Period, timeZone: TimeZone, locale: Locale): string => {
  const dates = createDateFormatter(locale);
  const { name } = timeZone;
  const [from, to] = [new Date(start), new Date(end)];
  const isSameDay = timeZone.dayAt(from.getTime()) === timeZone.dayAt(to.getTime());
  const between = isSameDay ? '–' : ` – ${dates.date(to, 'weekday', name)}, `;
  const zone = `${name}, ${offsetText(timeZone.offsetAt(from.getTime()))}`;
  return `${dates.date(from, 'weekday', name)}, ${dates.time(from, name)}${between}${dates.time(to, name)} (${zone})`;
};

/** `UTC+1`, `UTC−3:30`. */
const offsetText = (offset: number): string => {
  const minutes = Math.abs(offset) / MINUTE;
  const rest = minutes % 60 ? `:${`${minutes % 60}`.padStart(2, '0')}` : '';
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest}`;
};

import { TimeZone } from '../../../src/schedule/time-zone.js';
import { offsetText } from '../../../src/schedule/zone-text.js';
import type { Fields } from '../store/store.js';
import type { Period } from './period.js';

/** What periods are written with. */
export interface DateWriter {
  date(date: Date, style: 'weekday', timeZone: string): string;
  time(date: Date, timeZone: string): string;
}

/**
 * A period as people read it: weekday, date, hours, and the zone with its offset, without which a time that clocks
 * show twice could be either. The day of the end is said where it is another, and so is its offset.
 */
export const periodText = ({ start, end }: Period, timeZone: TimeZone, dates: DateWriter): string => {
  const { name } = timeZone;
  const [from, to] = [new Date(start), new Date(end)];
  const isSameDay = timeZone.dayAt(from.getTime()) === timeZone.dayAt(to.getTime());
  const between = isSameDay ? '–' : ` – ${dates.date(to, 'weekday', name)}, `;
  // A wish for a time may say only when it begins.
  const until = start === end ? '' : `${between}${dates.time(to, name)}`;
  const offsets = [from, to].map((date) => offsetText(timeZone.offsetAt(date.getTime())));
  const zone = `${name}, ${[...new Set(offsets)].join(' → ')}`;
  return `${dates.date(from, 'weekday', name)}, ${dates.time(from, name)}${until} (${zone})`;
};

/** The same in the visitor's zone, where clocks there show another time. */
export const visitorPeriodText = (
  period: Period,
  timeZone: TimeZone,
  fields: Fields,
  dates: DateWriter,
): string | undefined => {
  const zone = visitorZone(fields);
  const instant = Date.parse(period.start);
  return zone && zone.offsetAt(instant) !== timeZone.offsetAt(instant)
    ? periodText(period, zone, dates)
    : undefined;
};

const visitorZone = ({ visitor_timezone: name }: Fields): TimeZone | undefined => {
  try {
    return typeof name === 'string' && name ? new TimeZone(name) : undefined;
  } catch {
    return undefined;
  }
};

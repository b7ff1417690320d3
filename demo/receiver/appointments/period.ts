import { formatDateTime } from '../../../src/schedule/date-time.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';

/** From an instant up to another, both RFC 3339 in UTC with milliseconds, so that they compare as texts. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** @param start milliseconds since 1970, as `end` */
export const periodOf = ({ start, end }: { readonly start: number; readonly end: number }): Period => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});

/** As the wire has it: with the wall time and the offset of a zone. */
export const onTheWire = ({ start, end }: Period, timeZone: TimeZone): Period => ({
  start: formatDateTime(Date.parse(start), timeZone),
  end: formatDateTime(Date.parse(end), timeZone),
});

export const isSamePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;

export const overlaps = (a: Period, b: Period): boolean => a.start < b.end && b.start < a.end;

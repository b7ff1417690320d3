import { DAY, weekdayOf, type DayNumber } from './day.js';

/** A part of a day that is open, in minutes after its midnight. Past the next midnight, `to` is above 1440. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Days of the year, first and last included: as `month * 100 + day` for every year, which may run over the new
 * year (1224 to 106), or as `year * 10000 + month * 100 + day` for one time.
 */
export interface DateRange {
  readonly from: number;
  readonly to: number;
}

/** In `Rule.weekdays`, the bit beside those of Monday (1) to Sunday (64). */
export const PUBLIC_HOLIDAYS = 128;

/** What is between two semicolons. */
export interface Rule {
  /** Empty means every date. */
  readonly dates: readonly DateRange[];
  /** Bits of the weekdays; 0 means every day. */
  readonly weekdays: number;
  /** In order, none over another. */
  readonly spans: readonly Span[];
  /** The spans are closed, not open. */
  readonly off: boolean;
}

/** Opening hours as {@link parseHours} reads them. */
export type Hours = readonly Rule[];

/**
 * The hours that begin on a day. Later rules take the place of earlier ones for their whole day, but `off` with
 * times only takes these away (OpenStreetMap, *Key:opening_hours/specification*). Hours past midnight belong to
 * the day on which they begin, so that `PH off` doesn't end the evening before.
 */
export const spansOn = (hours: Hours, day: DayNumber, isHoliday: boolean): readonly Span[] => {
  const date = new Date(day * DAY);
  const monthDay = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const yearMonthDay = date.getUTCFullYear() * 10_000 + monthDay;
  const bits = (1 << weekdayOf(day)) | (isHoliday ? PUBLIC_HOLIDAYS : 0);

  const includes = ({ from, to }: DateRange): boolean => {
    const key = from < 10_000 ? monthDay : yearMonthDay;
    return from <= to ? from <= key && key <= to : from <= key || key <= to;
  };
  let spans: readonly Span[] = [];
  for (const rule of hours) {
    if (rule.weekdays && !(rule.weekdays & bits)) continue;
    if (rule.dates.length > 0 && !rule.dates.some(includes)) continue;
    spans = rule.off ? rule.spans.reduce(without, spans) : rule.spans;
  }
  return spans;
};

const without = (spans: readonly Span[], cut: Span): readonly Span[] =>
  spans
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, cut.from) },
      { from: Math.max(from, cut.to), to },
    ])
    .filter(({ from, to }) => from < to);

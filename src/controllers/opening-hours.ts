import { parseDayList, type DayList } from '../schedule/day-list.js';
import type { OpeningHours } from '../schedule/opening-hours.js';
import { parseHours } from '../schedule/parse-hours.js';
import { TimeZone } from '../schedule/time-zone.js';
import { complain } from './complain.js';

type Attribute = string | null | undefined;

/** When a company is open, as an owner writes it. */
export interface HoursHost extends HTMLElement {
  readonly hours?: Attribute;
  readonly closed?: Attribute;
  readonly holidays?: Attribute;
  readonly timezone?: Attribute;
}

export const visitorZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The owner's zone, if one is named that exists. */
export const readZone = (host: HoursHost): TimeZone | undefined =>
  readAttribute(
    host,
    'timezone',
    host.timezone,
    (name) => new TimeZone(name),
    undefined,
    "the visitor's own is used",
  );

/** Where none are given, or wrong ones: any time that people usually work can be asked for. */
const USUAL_HOURS = 'Mo-Fr 09:00-18:00';

/** Reads the attributes. One that makes no sense is told of, and its default stands in for it. */
export const readOpeningHours = (host: HoursHost): OpeningHours => {
  const days = (name: string, value: Attribute): DayList | undefined =>
    readAttribute(host, name, value, parseDayList, undefined, 'no day is closed for it');
  const closed = days('closed', host.closed);
  const holidays = days('holidays', host.holidays);
  return {
    hours: readAttribute(
      host,
      'hours',
      host.hours,
      parseHours,
      parseHours(USUAL_HOURS),
      `"${USUAL_HOURS}" is used`,
    ),
    timeZone: readZone(host) ?? new TimeZone(visitorZone()),
    ...(closed && { closed }),
    ...(holidays && { holidays }),
  };
};

/** Reads an attribute with what may throw; then its fallback is used, and the owner is told so. */
export const readAttribute = <T>(
  host: HTMLElement,
  name: string,
  value: Attribute,
  parse: (text: string) => T,
  fallback: T,
  instead: string,
): T => {
  if (typeof value !== 'string') return fallback;
  try {
    return parse(value);
  } catch (error) {
    complain(host, name, value, `${(error as Error).message}; ${instead}`);
    return fallback;
  }
};

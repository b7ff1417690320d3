import { complain } from '../../controllers/complain.js';
import { parseDayList, type DayList } from '../../schedule/day-list.js';
import type { OpeningHours } from '../../schedule/opening-hours.js';
import { parseHours } from '../../schedule/parse-hours.js';
import { Slots, type SlotRules } from '../../schedule/slots.js';
import { TimeZone } from '../../schedule/time-zone.js';

type Attribute = string | null | undefined;

/** What an owner says of the company's time, as it is written. */
export interface ScheduleHost extends HTMLElement {
  readonly hours?: Attribute;
  readonly closed?: Attribute;
  readonly holidays?: Attribute;
  readonly timezone?: Attribute;
  readonly slotMinutes?: Attribute;
  readonly bufferMinutes?: Attribute;
  readonly noticeHours?: Attribute;
  readonly horizonDays?: Attribute;
}

/** A request may ask for any time that people usually work. */
const USUAL_HOURS = 'Mo-Fr 09:00-18:00';

const visitorZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The owner's zone, if one is named that exists. */
export const readZone = (host: ScheduleHost): TimeZone | undefined =>
  read(host, 'timezone', host.timezone, (name) => new TimeZone(name), undefined, "the visitor's own is used");

/** Reads the attributes. One that makes no sense is told of, and its default stands in for it. */
export const readSlots = (host: ScheduleHost): Slots => {
  const days = (name: string, value: Attribute): DayList | undefined =>
    read(host, name, value, parseDayList, undefined, 'no day is closed for it');
  const closed = days('closed', host.closed);
  const holidays = days('holidays', host.holidays);
  const opening: OpeningHours = {
    hours: read(host, 'hours', host.hours, parseHours, parseHours(USUAL_HOURS), `"${USUAL_HOURS}" is used`),
    timeZone: readZone(host) ?? new TimeZone(visitorZone()),
    ...(closed && { closed }),
    ...(holidays && { holidays }),
  };
  let rules: SlotRules = {};
  const numbers = [
    ['slot-minutes', 'slotMinutes', host.slotMinutes],
    ['buffer-minutes', 'bufferMinutes', host.bufferMinutes],
    ['notice-hours', 'noticeHours', host.noticeHours],
    ['horizon-days', 'horizonDays', host.horizonDays],
  ] as const;
  for (const [name, key, value] of numbers) {
    const tryWith = (text: string): SlotRules => {
      const tried = { ...rules, [key]: text.trim() ? Number(text) : NaN };
      new Slots(opening, tried);
      return tried;
    };
    rules = read(host, name, value, tryWith, rules, 'the default is used');
  }
  return new Slots(opening, rules);
};

const read = <T>(
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

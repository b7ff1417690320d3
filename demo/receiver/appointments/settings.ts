import { parseDayList } from '../../../src/schedule/day-list.js';
import { parseHours } from '../../../src/schedule/parse-hours.js';
import { Slots } from '../../../src/schedule/slots.js';
import { TimeZone } from '../../../src/schedule/time-zone.js';
import type { SettingsReader } from '../settings-reader.js';

/** How a company gives out its time. */
export interface AppointmentSettings {
  /** The company's, in which its hours are meant. */
  readonly timeZone: TimeZone;
  /** What its hours allow. Without them any time can be asked for, and none is held for who asks. */
  readonly slots?: Slots | undefined;
  /** Length of an appointment of which nothing else is said. */
  readonly slotMinutes: number;
  /** How many appointments may overlap. */
  readonly atOnce: number;
  /** The company's name, in what is sent to visitors. */
  readonly companyName?: string | undefined;
}

/** Settings that say nothing where there are no hours. */
const OF_HOURS = [
  ...['CLOSED', 'HOLIDAYS', 'SLOT_MINUTES', 'BUFFER_MINUTES', 'NOTICE_HOURS', 'HORIZON_DAYS', 'AT_ONCE'],
];

const ZONE_WANTED = 'the IANA name of a time zone, like Europe/Madrid';

/** Reads `HOURS` and what belongs to them. The limits of the numbers are those of `SlotRules`. */
export const readAppointmentSettings = (reader: SettingsReader): AppointmentSettings => {
  for (const name of OF_HOURS) reader.needs(name, 'HOURS');
  const timeZone = reader.read('TIMEZONE', undefined, zoneOf, ZONE_WANTED) ?? serverZone();
  const hours = reader.read('HOURS', undefined, parseHours, '');
  const closed = reader.read('CLOSED', undefined, parseDayList, '');
  const holidays = reader.read('HOLIDAYS', undefined, parseDayList, '');
  const rules = {
    slotMinutes: reader.whole('SLOT_MINUTES', 30, 1, 1440),
    bufferMinutes: reader.whole('BUFFER_MINUTES', 0, 0, 1440),
    noticeHours: reader.whole('NOTICE_HOURS', 24, 0, 8784),
    horizonDays: reader.whole('HORIZON_DAYS', 60, 0, 1098),
  };
  const openingHours = hours && { hours, timeZone, ...(closed && { closed }), ...(holidays && { holidays }) };
  return {
    timeZone,
    slots: openingHours && new Slots(openingHours, rules),
    slotMinutes: rules.slotMinutes,
    atOnce: reader.whole('AT_ONCE', 1, 1, 1000),
    companyName: reader.read('COMPANY_NAME', undefined, shortLine, 'one line of at most 100 characters'),
  };
};

const shortLine = (text: string): string | undefined =>
  text.length <= 100 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text) ? text : undefined;

/** From the variable TZ, else the system's. */
const serverZone = (): TimeZone => new TimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Offsets such as `+01:00`, which engines take too, know nothing of summer time. */
const zoneOf = (text: string): TimeZone | undefined => {
  try {
    return /^[+-]/.test(text) ? undefined : new TimeZone(text);
  } catch {
    return undefined;
  }
};

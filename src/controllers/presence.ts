import type { DateFormatter } from '../localization/dates.js';
import { openingAt } from '../schedule/opening.js';
import type { OpeningHours } from '../schedule/opening-hours.js';
import { TimeZone } from '../schedule/time-zone.js';
import { readOpeningHours, visitorZone, type HoursHost } from './opening-hours.js';

/** What is said of it. */
export interface PresenceWords {
  text(
    key: 'openNow' | 'openUntil' | 'opensAt' | 'inYourTime',
    values?: Readonly<Record<string, string>>,
  ): string;
}

/** When somebody answers, in a sentence, and until when that is true. */
export interface Presence {
  /** Empty where nobody is there within the next year. */
  readonly text: string;
  readonly isOpen: boolean;
  /** The instant from which on something else is to be said. */
  readonly until: number | undefined;
}

/**
 * Until when somebody is there, or when they are back. The times are the company's, with the visitor's own behind them
 * where their clocks differ, and with its day where that is not today.
 */
export const presenceAt = (
  opening: OpeningHours,
  words: PresenceWords,
  dates: DateFormatter,
  now: number,
  visitor = new TimeZone(visitorZone()),
): Presence => {
  const { isOpen, opens, closes } = openingAt(opening, now);
  const until = isOpen ? closes : opens;
  if (until === undefined) return { text: isOpen ? words.text('openNow') : '', isOpen, until };
  const { timeZone } = opening;
  const at = new Date(until);
  const companyDay = timeZone.dayAt(until);
  const visitorDay = visitor.dayAt(until);
  const write = (zone: TimeZone, hasDay: boolean): string => {
    const time = dates.time(at, zone.name);
    return hasDay ? `${dates.date(at, 'weekday', zone.name)}, ${time}` : time;
  };
  let time = write(timeZone, companyDay !== timeZone.dayAt(now));
  if (timeZone.offsetAt(until) !== visitor.offsetAt(until))
    time += ` (${words.text('inYourTime', { time: write(visitor, visitorDay !== companyDay) })})`;
  return { text: words.text(isOpen ? 'openUntil' : 'opensAt', { time }), isOpen, until };
};

/** The sentence alone, as things stand now. */
export const presenceText = (host: HoursHost, words: PresenceWords, dates: DateFormatter): string =>
  presenceAt(readOpeningHours(host), words, dates, Date.now()).text;

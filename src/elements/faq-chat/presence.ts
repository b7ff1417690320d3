import { readOpeningHours, visitorZone, type HoursHost } from '../../controllers/opening-hours.js';
import type { DateFormatter } from '../../localization/dates.js';
import type { Localization } from '../../localization/localization.js';
import { openingAt } from '../../schedule/opening.js';

/** Hours that only stand in for others that were wrong. */
const USUAL_HOURS = 'Mo-Fr 09:00-18:00';

/**
 * When somebody answers, in a sentence: until when they are there, or when they are back. The times are the company's, with
 * the visitor's own behind them where their clocks differ.
 */
export const presenceText = (
  host: HoursHost,
  words: Localization<'faq-chat'>,
  dates: DateFormatter,
  now = Date.now(),
): string => {
  const opening = readOpeningHours(host, USUAL_HOURS);
  const { timeZone } = opening;
  const { isOpen, opens, closes } = openingAt(opening, now);
  const at = isOpen ? closes : opens;
  if (at === undefined) return isOpen ? words.text('openNow') : '';
  const isToday = timeZone.dayAt(at) === timeZone.dayAt(now);
  const write = (zone: string): string => {
    const time = dates.time(new Date(at), zone);
    return isToday ? time : `${dates.date(new Date(at), 'weekday', zone)}, ${time}`;
  };
  const company = write(timeZone.name);
  const visitor = write(visitorZone());
  const time = company === visitor ? company : `${company} (${words.text('inYourTime', { time: visitor })})`;
  return words.text(isOpen ? 'openUntil' : 'opensAt', { time });
};

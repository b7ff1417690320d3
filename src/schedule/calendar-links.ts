import { wellFormed } from '../submission/text.js';
import type { CalendarEvent } from './calendar-event.js';
import { utc } from './icalendar.js';

/** Characters. In Georgian each is nine signs of the address, which servers refuse from about 8,000 signs on. */
const LONGEST_DESCRIPTION = 500;

/**
 * The address at which Google Calendar offers to add an appointment. Google documents it no longer, and keeps it; the
 * parameters are those of its former "event publisher guide". A long description is cut.
 */
export const googleCalendarLink = ({ start, end, ...event }: CalendarEvent): string =>
  withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: event.summary,
    dates: `${utc(start)}/${utc(end)}`,
    details: cut(event.description),
    location: event.location,
  });

/**
 * The address at which Outlook.com offers to add an appointment. Microsoft never documented it; the parameters are those
 * of its own links. A long description is cut.
 */
export const outlookCalendarLink = ({ start, end, ...event }: CalendarEvent): string =>
  withQuery('https://outlook.live.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: event.summary,
    startdt: new Date(start).toISOString(),
    enddt: new Date(end).toISOString(),
    body: cut(event.description),
    location: event.location,
  });

/** Not by URLSearchParams: Outlook shows its `+` for a space as a plus sign. */
const withQuery = (address: string, query: Readonly<Record<string, string | undefined>>): string =>
  `${address}?${Object.entries(query)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value!))}`)
    .join('&')}`;

const cut = (text = ''): string => {
  const characters = Array.from(text);
  return characters.length > LONGEST_DESCRIPTION
    ? `${characters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`
    : text;
};

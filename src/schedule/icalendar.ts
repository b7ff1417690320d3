import { wellFormed } from '../submission/text.js';
import type { CalendarEvent } from './calendar-event.js';

/** What a file says of an appointment beyond what a link can say. */
export interface CalendarFileEvent extends CalendarEvent {
  /** The `submission_id`: a later file about the same appointment takes the place of this one in the calendar. */
  readonly id: string;
  /** The instant at which this was written. */
  readonly writtenAt: number;
  /** Default `tentative`: asked for, not agreed. */
  readonly status?: 'tentative' | 'confirmed' | 'cancelled';
  /** How many files about this appointment were sent before. Default 0. */
  readonly sequence?: number;
  /** The company. Left out, the visitor's calendar takes the appointment for their own and lets them change it. */
  readonly organizer?: { readonly name: string; readonly email: string };
  /**
   * Where the organizer sends it to somebody, so that calendars enter, change or delete the appointment by themselves
   * (RFC 5546 §3.2.2, §3.2.5). Needs `organizer`.
   */
  readonly message?: CalendarMessage;
}

/** What a calendar is asked to do. */
export interface CalendarMessage {
  /** `REQUEST`: enter it, or change it by the file with the higher `sequence`. `CANCEL`: it does not take place. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** Whom it is sent to. */
  readonly attendee: {
    readonly email: string;
    /** They have agreed to it already. */ readonly hasAccepted: boolean;
  };
}

/**
 * An iCalendar file (RFC 5545, RFC 7986; media type `text/calendar; charset=utf-8`) with one appointment. Times are in
 * UTC, so that no calendar has to know the zone. Without `message` there is no METHOD: the file is a snapshot to keep,
 * not a message that asks for something, and `PUBLISH` would need an organizer (RFC 5546 §3.2.1). No answer to a message
 * is expected (RSVP is FALSE where it is not said).
 */
export const calendarFile = (event: CalendarFileEvent): string => {
  const { id, writtenAt, start, end, status = 'tentative', sequence = 0 } = event;
  const { summary, description, location, organizer, message } = event;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Harreman//Appointment request//EN',
    ...(message ? [`METHOD:${message.method}`] : []),
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${utc(writtenAt)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(organizer ? [`ORGANIZER;CN="${parameter(organizer.name)}":${mailto(organizer.email)}`] : []),
    ...(message ? [attendeeLine(message)] : []),
    `STATUS:${status.toUpperCase()}`,
    `SEQUENCE:${sequence}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
};

/** A cancellation says nothing of what the attendee thinks of it. */
const attendeeLine = ({ method, attendee: { email, hasAccepted } }: CalendarMessage): string => {
  const status = method === 'CANCEL' ? '' : `;PARTSTAT=${hasAccepted ? 'ACCEPTED' : 'NEEDS-ACTION'}`;
  return `ATTENDEE${status}:${mailto(email)}`;
};

/** An instant as RFC 5545 §3.3.5 writes it in UTC: `20261103T093000Z`. */
export const utc = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** TEXT of RFC 5545 §3.3.11. Control characters, which may not be there, are left out. */
const escaped = (text: string): string =>
  wellFormed(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(LINE_BREAK, '\\n')
    .replace(CONTROLS, '');

/** The value of a parameter, with the escapes of RFC 6868. */
const parameter = (text: string): string =>
  wellFormed(text).replace(/\^/g, '^^').replace(/"/g, "^'").replace(LINE_BREAK, '^n').replace(CONTROLS, '');

const LINE_BREAK = /\r\n?|[\n\u2028\u2029]/g;
/** All but TAB. */
const CONTROLS = /(?!\t)\p{Control}/gu;

/** An e-mail address as an address of RFC 6068. Calendars compare it as it is, and would not know `ane%2Bweb` again. */
const mailto = (email: string): string =>
  `mailto:${encodeURIComponent(wellFormed(email)).replace(/%40|%2B/g, decodeURIComponent)}`;

/** RFC 5545 §3.1: lines of 75 octets at most, without their line break. None is broken within a character. */
const folded = (line: string): string => {
  let result = '';
  let length = 0;
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0)!);
    if (length + octets > 75) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
};

/** In UTF-8. */
const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

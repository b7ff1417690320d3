import { calendarFile } from '../../../src/schedule/icalendar.js';
import { createDateFormatter } from '../../../src/localization/date-formatter.js';
import type { Decision, DecisionKind } from '../store/appointments.js';
import type { StoredSubmission } from '../store/store.js';
import { addressInMail } from '../surveys/address-key.js';
import { periodText } from './period-text.js';
import type { AppointmentSettings } from './settings.js';
import { hasAskedFor, timeOf } from './standing.js';
import { facts, localeOf, text } from './visitor-text.js';
import { appointmentWords } from './words/index.js';

/** The name under which calendar files are sent and saved. */
export const FILE_NAME = 'appointment.ics';

/** By whom and to whom it is sent; see `CalendarMessage`. */
export interface Sending {
  readonly organizer: string;
  readonly attendee: string;
}

export interface VisitorFile {
  readonly content: string;
  readonly method: 'REQUEST' | 'CANCEL';
}

const STATUS = {
  confirmed: 'confirmed',
  proposed: 'tentative',
  declined: 'cancelled',
  cancelled: 'cancelled',
} as const;

const isEnd = (kind: DecisionKind): boolean => kind === 'declined' || kind === 'cancelled';

/**
 * The calendar file of an answer, the same each time it is made; `undefined` where no time was ever spoken of. All
 * answers to a request have one UID and a SEQUENCE that rises, so that calendars keep one entry and change it. iTIP has
 * no way to propose several times: the first stands for them, tentatively, and the others are in its description.
 *
 * @param sending where it goes out by mail; else the file is a snapshot to be handed on
 */
export const visitorFile = (
  submission: StoredSubmission,
  decision: Decision,
  { timeZone, slotMinutes, companyName }: AppointmentSettings,
  sending?: Sending,
): VisitorFile | undefined => {
  const { id, reference, fields } = submission;
  const { kind, sequence, times, decidedAt } = decision;
  const time = timeOf(submission, decision, slotMinutes);
  if (!time) return undefined;
  const locale = localeOf(fields);
  const words = appointmentWords[locale];
  const dates = createDateFormatter(locale);
  const [place, service] = [text(fields, 'place'), text(fields, 'service')];
  const proposals = times.map((each) => `${words.proposedTimes}: ${periodText(each, timeZone, dates)}`);
  const method = isEnd(kind) ? 'CANCEL' : 'REQUEST';
  const content = calendarFile({
    id,
    writtenAt: Date.parse(decidedAt),
    start: Date.parse(time.start),
    end: Date.parse(time.end),
    status: STATUS[kind],
    sequence,
    summary: [[words.summary, service].filter(Boolean).join(': '), companyName].filter(Boolean).join(' – '),
    description: [
      ...(times.length > 1 ? proposals : []),
      ...facts(fields, words),
      `${words.reference}: ${reference}`,
    ].join('\n'),
    ...(place && { location: place }),
    ...(sending && {
      organizer: { name: companyName ?? sending.organizer, email: addressInMail(sending.organizer) },
      message: {
        method,
        attendee: {
          email: addressInMail(sending.attendee),
          hasAccepted: hasAskedFor(fields, time, slotMinutes),
        },
      },
    }),
  });
  return { content, method };
};

import { requestOf } from '../appointments/request.js';
import { periodText, type DateWriter } from '../appointments/period-text.js';
import type { Period } from '../appointments/period.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import type { SubmissionEntry } from '../store/store.js';
import { PART_LABELS } from './labels.js';

/** Without the comma after the weekday, which some versions of CLDR write and others don't. */
const format = (options: Intl.DateTimeFormatOptions) => (date: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(date).replace(',', '');

const weekday = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const time = format({ hour: '2-digit', minute: '2-digit' });
const short = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** How the inbox writes times. */
export const inboxDates: DateWriter = { date: (date, _style, timeZone) => weekday(date, timeZone), time };

/** `Tuesday 1 December 2026, 09:00–09:30 (Europe/Madrid, UTC+1)`. */
export const fullPeriod = (period: Period, timeZone: TimeZone): string =>
  periodText(period, timeZone, inboxDates);

/** `Tue 1 Dec 2026, 09:00`. */
export const shortStart = ({ start }: Period, { name }: TimeZone): string => {
  const date = new Date(start);
  return `${short(date, name)}, ${time(date, name)}`;
};

/** When an appointment is, or is asked for, on one short line. */
export const shortWhen = (
  { fields, decision }: NonNullable<SubmissionEntry['appointment']>,
  timeZone: TimeZone,
): string => {
  const { times, windows, partOfDay } = requestOf(fields);
  const [first] = decision?.times.length ? decision.times : times;
  if (first) return shortStart(first, timeZone);
  const [window] = windows;
  if (!partOfDay) return 'As soon as possible';
  return `${PART_LABELS[partOfDay]}${window ? ` from ${short(new Date(window.start), timeZone.name)}` : ''}`;
};

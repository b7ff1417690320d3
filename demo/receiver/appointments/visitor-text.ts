import { createDateFormatter } from '../../../src/localization/date-formatter.js';
import { matchLocale, type Locale } from '../../../src/localization/locale.js';
import type { AppointmentMode } from '../../../src/submission/types.js';
import type { Decision } from '../store/appointments.js';
import { oneLine, plainText } from '../store/storable-text.js';
import type { Fields, StoredSubmission } from '../store/store.js';
import { textOf } from '../submissions/fields.js';
import { periodText, visitorPeriodText } from './period-text.js';
import type { AppointmentSettings } from './settings.js';
import { timeOf } from './standing.js';
import { appointmentWords } from './words/index.js';
import type { AppointmentWords } from './words/words.js';

/** How much of a line that a visitor wrote is repeated. */
const LINE_LENGTH = 300;

/** The visitor's language, as far as the kit has it. */
export const localeOf = ({ locale }: Fields): Locale => matchLocale([String(locale)]) ?? 'en';

/**
 * What an answer to a request says to the visitor, in their language. What the visitor wrote themselves stands behind
 * labels, on one line each; their name and their notes are left out.
 *
 * @param hasFile the calendar file goes along with it
 */
export const visitorText = (
  submission: StoredSubmission,
  decision: Decision,
  settings: AppointmentSettings,
  hasFile: boolean,
): { readonly subject: string; readonly text: string } => {
  const { reference, fields } = submission;
  const words = appointmentWords[localeOf(fields)];
  const { subject, text, answer, file } = words.decisions[decision.kind];
  const blocks = [
    [words.greeting],
    [text],
    ...timeBlocks(submission, decision, settings, words),
    facts(fields, words),
    [plainText(decision.sentence).trim()],
    [answer, ...(hasFile ? [file] : [])],
    [...(settings.companyName ? [settings.companyName] : []), `${words.reference}: ${reference}`],
  ];
  return {
    subject: `${subject} [${reference}]`,
    text: blocks
      .map((block) => block.filter(Boolean).join('\n'))
      .filter(Boolean)
      .join('\n\n'),
  };
};

const timeBlocks = (
  submission: StoredSubmission,
  decision: Decision,
  { timeZone, slotMinutes }: AppointmentSettings,
  words: AppointmentWords,
): string[][] => {
  const { fields } = submission;
  const dates = createDateFormatter(localeOf(fields));
  const inBothZones = (time: Parameters<typeof periodText>[0], label: string) => {
    const own = visitorPeriodText(time, timeZone, fields, dates);
    return [
      `${label}${periodText(time, timeZone, dates)}`,
      ...(own ? [`${words.yourTimeZone}: ${own}`] : []),
    ];
  };
  if (decision.kind === 'proposed' && decision.times.length > 1) {
    const list = decision.times.map((time, index) => inBothZones(time, `${index + 1}. `));
    return [[`${words.proposedTimes}:`], ...list];
  }
  const time = timeOf(submission, decision, slotMinutes);
  return time ? [inBothZones(time, `${words.time}: `)] : [];
};

/** What the appointment is, a line each. */
export const facts = (fields: Fields, words: AppointmentWords): string[] => {
  const { mode, people } = fields;
  const isMode = typeof mode === 'string' && Object.hasOwn(words.modes, mode);
  const lines = [
    [words.service, text(fields, 'service')],
    [words.staff, text(fields, 'staff')],
    [words.mode, isMode ? words.modes[mode as AppointmentMode] : ''],
    [words.place, text(fields, 'place')],
    [words.people, typeof people === 'number' ? `${people}` : ''],
  ];
  return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
};

/** On one line, without anything that begins another. */
export const text = (fields: Fields, name: string): string =>
  oneLine(plainText(textOf(fields, name)), LINE_LENGTH);

import { DAY, MINUTE, parseDay } from '../../../src/schedule/day.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import { plainText } from '../store/storable-text.js';
import type { StoredSubmission } from '../store/store.js';
import { isSamePeriod, periodOf, type Period } from './period.js';
import { requestOf } from './request.js';
import type { AppointmentSettings } from './settings.js';
import { offeredTimes, type DecisionAction } from './standing.js';

/** How many times can be proposed at once. */
export const MAX_PROPOSALS = 3;
/** Characters of the sentence to the visitor. */
export const MAX_SENTENCE = 1000;

/** What is wrong with a form, and in which of its fields. */
export interface FormProblem {
  readonly field: string;
  readonly problem: DecisionProblem;
  /** What was typed. */
  readonly value?: string | undefined;
}

export type DecisionProblem =
  | 'tooLong'
  | 'timeMissing'
  | 'dateMissing'
  | 'dateInvalid'
  | 'clockMissing'
  | 'clockInvalid'
  | 'minutesInvalid'
  | 'skipped'
  | 'past'
  | 'outside';

/** An answer as the owner has filled it in. */
export interface FilledDecision {
  readonly times: readonly Period[];
  readonly sentence: string;
  readonly problems: readonly FormProblem[];
}

/** A time as text, in forms. */
export const timeKey = ({ start, end }: Period): string => `${start}/${end}`;

/** Reads the form of an answer. @param now milliseconds since 1970 */
export const readDecision = (
  action: DecisionAction,
  form: URLSearchParams,
  submission: StoredSubmission,
  settings: AppointmentSettings,
  now: number,
): FilledDecision => {
  const sentence = plainText(form.get('sentence') ?? '').trim();
  const read = timesOf(action, form, submission, settings).map((entry) =>
    checked(entry, action, submission, now),
  );
  const times = read.flatMap(({ time }) => time ?? []);
  return {
    times: times.filter((time, index) => times.findIndex((other) => isSamePeriod(other, time)) === index),
    sentence,
    problems: [
      ...read.flatMap(({ problem }) => problem ?? []),
      ...(Array.from(sentence).length > MAX_SENTENCE
        ? [{ field: 'sentence', problem: 'tooLong' } as const]
        : []),
    ],
  };
};

/** A time, or what is wrong with it. @param field where it stands */
interface Entry {
  readonly field: string;
  readonly time?: Period;
  readonly problem?: FormProblem;
}

const refused = (field: string, problem: DecisionProblem, value?: string): Entry => ({
  field,
  problem: { field, problem, value },
});

const timesOf = (
  action: DecisionAction,
  form: URLSearchParams,
  submission: StoredSubmission,
  { slotMinutes, timeZone }: AppointmentSettings,
): Entry[] => {
  if (action === 'propose') {
    const rows = Array.from({ length: MAX_PROPOSALS }, (_, index) => index + 1);
    const filled = rows.filter((row) => form.get(`date-${row}`) || form.get(`clock-${row}`));
    return (filled.length ? filled : [1]).map((row) => typed(form, row, timeZone));
  }
  if (action !== 'confirm') return [];
  const chosen = form.get('time');
  if (chosen === 'other') return [typed(form, 1, timeZone)];
  const time = offeredTimes(submission, slotMinutes).find((offered) => timeKey(offered) === chosen);
  return [time ? { field: 'time', time } : refused('time', 'timeMissing')];
};

const typed = (form: URLSearchParams, row: number, timeZone: TimeZone): Entry => {
  const field = `date-${row}`;
  const [date = '', clock = '', length = ''] = [field, `clock-${row}`, 'minutes'].map(
    (name) => form.get(name) ?? '',
  );
  const day = parseDay(date);
  if (day === undefined) return refused(field, date ? 'dateInvalid' : 'dateMissing', date);
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(clock) ?? [];
  if (!hours) return refused(`clock-${row}`, clock ? 'clockInvalid' : 'clockMissing', clock);
  if (!/^\d{1,4}$/.test(length) || Number(length) < 1 || Number(length) > 1440)
    return refused('minutes', 'minutesInvalid', length);
  const wall = day * DAY + (Number(hours) * 60 + Number(minutes)) * MINUTE;
  // Of a time that clocks show twice, the first; the visitor is told the offset.
  const start = timeZone.instantOf(wall);
  if (start + timeZone.offsetAt(start) !== wall) return refused(`clock-${row}`, 'skipped', clock);
  return { field, time: periodOf({ start, end: start + Number(length) * MINUTE }) };
};

const checked = (entry: Entry, action: DecisionAction, { fields }: StoredSubmission, now: number): Entry => {
  const { field, time } = entry;
  if (!time) return entry;
  if (Date.parse(time.start) <= now) return refused(field, 'past');
  const { windows } = requestOf(fields);
  const isWithin = windows.some(({ start, end }) => start <= time.start && time.end <= end);
  return action === 'confirm' && windows.length && !isWithin ? refused(field, 'outside') : entry;
};

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
  readonly text: string;
}

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
  const problems: FormProblem[] = [];
  const sentence = plainText(form.get('sentence') ?? '').trim();
  if (Array.from(sentence).length > MAX_SENTENCE)
    problems.push({ field: 'sentence', text: `Write at most ${MAX_SENTENCE} characters.` });
  const fields = action === 'confirm' ? confirmed(form, submission, settings) : proposed(action, form);
  const times: Period[] = [];
  for (const { field, time } of fields) {
    const read = typeof time === 'function' ? time(settings.timeZone) : time;
    const problem = typeof read === 'string' ? read : problemOf(action, read, submission, now);
    if (problem) problems.push({ field, text: problem });
    else if (typeof read !== 'string' && !times.some((other) => isSamePeriod(other, read))) times.push(read);
  }
  return { times, sentence, problems };
};

/** A time that was chosen, or how one that was typed is read: a text says what is wrong. */
interface Entry {
  readonly field: string;
  readonly time: Period | string | ((timeZone: TimeZone) => Period | string);
}

const confirmed = (
  form: URLSearchParams,
  submission: StoredSubmission,
  { slotMinutes }: AppointmentSettings,
): Entry[] => {
  const chosen = form.get('time');
  if (chosen === 'other') return [{ field: 'date-1', time: typed(form, 1) }];
  const offered = offeredTimes(submission, slotMinutes).find((time) => timeKey(time) === chosen);
  return [{ field: 'time', time: offered ?? 'Choose a time.' }];
};

const proposed = (action: DecisionAction, form: URLSearchParams): Entry[] => {
  if (action !== 'propose') return [];
  const filled = [1, 2, 3]
    .slice(0, MAX_PROPOSALS)
    .filter((row) => form.get(`date-${row}`) || form.get(`clock-${row}`));
  return (filled.length ? filled : [1]).map((row) => ({ field: `date-${row}`, time: typed(form, row) }));
};

const typed = (form: URLSearchParams, row: number) => {
  const [date, clock] = [form.get(`date-${row}`) ?? '', form.get(`clock-${row}`) ?? ''];
  return (timeZone: TimeZone): Period | string => {
    const day = parseDay(date);
    if (day === undefined) return date ? `“${date}” is no date that exists.` : 'Choose a date.';
    const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(clock) ?? [];
    if (!hours) return clock ? `“${clock}” is no time of day, such as 09:30.` : 'Choose a time of day.';
    const length = form.get('minutes') ?? '';
    if (!/^\d{1,4}$/.test(length) || Number(length) < 1 || Number(length) > 1440)
      return `“${length}” is no length in minutes, from 1 to 1440.`;
    const wall = day * DAY + (Number(hours) * 60 + Number(minutes)) * MINUTE;
    // Of a time that clocks show twice, the first; the visitor is told the offset.
    const start = timeZone.instantOf(wall);
    if (start + timeZone.offsetAt(start) !== wall) return `Clocks go forward that day: there is no ${clock}.`;
    return periodOf({ start, end: start + Number(length) * MINUTE });
  };
};

const problemOf = (
  action: DecisionAction,
  { start, end }: Period,
  { fields }: StoredSubmission,
  now: number,
): string | undefined => {
  if (Date.parse(start) <= now) return 'This time is past.';
  const { windows } = requestOf(fields);
  const isWithin = windows.some((window) => window.start <= start && end <= window.end);
  return action === 'confirm' && windows.length && !isWithin
    ? 'This is outside the times within which any suits. Propose it instead.'
    : undefined;
};

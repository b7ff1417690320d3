import { requestOf } from '../appointments/request.js';
import type { TimeZone } from '../../../src/schedule/time-zone.js';
import type { SubmissionEntry } from '../store/store.js';
import type { InboxWords } from './words/words.js';

/** When an appointment is, or is asked for, on one short line. */
export const shortWhen = (
  words: InboxWords,
  { fields, decision }: NonNullable<SubmissionEntry['appointment']>,
  timeZone: TimeZone,
): string => {
  const { partsOfDay, partFrom, asSoonAsPossible } = words.text.labels;
  const { times, windows, partOfDay } = requestOf(fields);
  const [first] = decision?.times.length ? decision.times : times;
  if (first) return words.dates.start(first, timeZone);
  const [window] = windows;
  if (!partOfDay) return asSoonAsPossible;
  const part = partsOfDay[partOfDay];
  return window ? words.fill(partFrom, { part, day: words.dates.day(window.start, timeZone) }) : part;
};

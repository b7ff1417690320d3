import type { DayList } from './day-list.js';
import type { DayNumber } from './day.js';
import { spansOn, type Hours, type Span } from './hours.js';
import type { TimeZone } from './time-zone.js';

/** When a company is open. */
export interface OpeningHours {
  readonly hours: Hours;
  /** The zone of the company, in which `hours` are meant. */
  readonly timeZone: TimeZone;
  /** Days on which no hours begin, whatever `hours` say. */
  readonly closed?: DayList;
  /**
   * What `PH` means in `hours`. Nobody else knows the public holidays of a place: without this list a rule for `PH`
   * is never used.
   */
  readonly holidays?: DayList;
}

/** The hours that begin on a day, in order. */
export const openOn = ({ hours, closed, holidays }: OpeningHours, day: DayNumber): readonly Span[] =>
  closed?.(day) ? [] : spansOn(hours, day, holidays?.(day) ?? false);

import type { AppointmentMode } from '../../../../src/submission/types.js';
import type { DecisionKind } from '../../store/appointments.js';

/**
 * What the receiver says to visitors about appointments, in one language. Dates, names and numbers stand behind
 * "label: value", since languages would inflect them in a sentence.
 */
export interface AppointmentWords {
  /** What the first line of a calendar's entry says. */
  readonly summary: string;
  readonly greeting: string;
  /** By what was decided: the subject of the message, what has happened, and what the visitor can do. */
  readonly decisions: Readonly<Record<DecisionKind, DecisionWords>>;

  readonly time: string;
  readonly proposedTimes: string;
  readonly yourTimeZone: string;
  readonly service: string;
  readonly staff: string;
  readonly mode: string;
  readonly modes: Readonly<Record<AppointmentMode, string>>;
  readonly place: string;
  readonly people: string;
  readonly reference: string;

  /** On the pages of forms without a script. */
  readonly sentTitle: string;
  readonly nextStep: string;
  readonly slotTaken: string;
  readonly slotUnavailable: string;
  readonly nearby: string;
}

interface DecisionWords {
  readonly subject: string;
  readonly text: string;
  /** What the calendar file beside a mail does. */
  readonly file: string;
  readonly answer: string;
}

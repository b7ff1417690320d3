import type { OpenCall } from '../store/callbacks.js';

/** The parts of the list, in the order in which people are to be called. */
export const URGENCIES = ['overdue', 'now', 'soon', 'later', 'reached'] as const;
/**
 * `overdue`: what was promised is over. `now`: the promised time has begun. `soon`: as soon as possible. `later`: the
 * promised time, or that of the next try, is still to come. `reached`: somebody was spoken to, and it is not done yet.
 */
export type Urgency = (typeof URGENCIES)[number];

/**
 * A next try that is still to come goes before what was promised: who has just not been reached need not be called
 * again at once, however late it is.
 */
export const urgencyOf = (call: OpenCall, now: Date): Urgency => {
  const { window } = call;
  const instant = now.toISOString();
  if (call.state === 'reached') return 'reached';
  if (call.nextAt > instant) return 'later';
  if (!window) return call.nextAt ? 'now' : 'soon';
  if (window.end <= instant) return 'overdue';
  return window.start <= instant || call.nextAt ? 'now' : 'later';
};

/** What a call stands by within its part: the end of what was promised, when it is due, or when it was asked for. */
const placeOf = (call: OpenCall, urgency: Urgency): string => {
  switch (urgency) {
    case 'overdue':
      return call.window!.end;
    case 'now':
      return call.window?.end ?? call.nextAt;
    case 'later':
      return call.nextAt || call.window!.start;
    default:
      return call.askedAt;
  }
};

/** Calls by what is promised to whom. */
export const inOrder = (
  calls: readonly OpenCall[],
  now: Date,
): readonly (readonly [urgency: Urgency, calls: readonly OpenCall[]])[] =>
  URGENCIES.map((urgency) => {
    const key = (call: OpenCall) => `${placeOf(call, urgency)} ${call.askedAt} ${call.id}`;
    const part = calls.filter((call) => urgencyOf(call, now) === urgency);
    return [urgency, part.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))] as const;
  });

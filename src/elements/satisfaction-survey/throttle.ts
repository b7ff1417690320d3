import { complain } from '../../controllers/complain.js';

export interface ThrottledHost extends HTMLElement {
  readonly survey: string | undefined;
  readonly every: string | undefined;
  readonly openOn: string | undefined;
  readonly mayPersist: boolean;
}

const HOUR = 60 * 60 * 1000;
const UNITS = { h: HOUR, d: 24 * HOUR, w: 7 * 24 * HOUR } as const;
/** A panel comes by itself: who has closed it is not asked again for a while. */
const DEFAULT = 90 * UNITS.d;

/** What was answered or closed on this page, where nothing may be kept. */
const here = new Set<string>();

const key = ({ survey, id }: ThrottledHost): string =>
  `harreman:asked:${survey || `${location.pathname}#${id}`}`;

/** Milliseconds within which nobody is asked twice; `undefined` where that isn't wanted. */
const period = (host: ThrottledHost): number | undefined => {
  const { every, openOn } = host;
  if (typeof every !== 'string') return typeof openOn === 'string' ? DEFAULT : undefined;
  const [, count, unit] = /^\s*(\d{1,4})\s*([hdw])\s*$/.exec(every) ?? [];
  if (unit) return Number(count) * UNITS[unit as keyof typeof UNITS];
  complain(host, 'every', every, 'not a number of hours, days or weeks like "90d"; 90 days are used');
  return DEFAULT;
};

/** Somebody has answered, or closed the panel. */
export const noteAsked = (host: ThrottledHost): void => {
  if (period(host) === undefined) return;
  here.add(key(host));
  try {
    if (host.mayPersist) localStorage.setItem(key(host), `${Date.now()}`);
  } catch {
    // They may be asked again, on the next page.
  }
};

/** Whether somebody was asked a short time ago. A store that can't be read is no reason to be silent. */
export const wasAsked = (host: ThrottledHost): boolean => {
  const milliseconds = period(host);
  if (milliseconds === undefined) return false;
  if (here.has(key(host))) return true;
  try {
    const at = Number(localStorage.getItem(key(host)));
    // A clock that jumped back keeps nobody silent for ever.
    return at > 0 && Math.abs(Date.now() - at) < milliseconds;
  } catch {
    return false;
  }
};

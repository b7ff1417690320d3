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

/** How long what was kept without its period stays, and the most that any may. */
const LONGEST = 3 * 52 * UNITS.w;

const PREFIX = 'harreman:asked:';

/** What was answered or closed on this page, where nothing may be kept. */
const here = new Set<string>();

const key = ({ survey, id }: ThrottledHost): string => `${PREFIX}${survey || `${location.pathname}#${id}`}`;

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
  const milliseconds = period(host);
  if (milliseconds === undefined) return;
  here.add(key(host));
  try {
    if (!host.mayPersist) return;
    localStorage.setItem(key(host), `${Date.now()} ${milliseconds}`);
    forgetOld();
  } catch {
    // They may be asked again, on the next page.
  }
};

/** What counts no more, of this survey or another, goes. */
const forgetOld = (): void => {
  for (let place = localStorage.length - 1; place >= 0; place--) {
    const name = localStorage.key(place)!;
    if (!name.startsWith(PREFIX)) continue;
    const [at, kept = LONGEST] = numbersOf(name);
    if (!(Date.now() - at! < Math.min(kept, LONGEST))) localStorage.removeItem(name);
  }
};

/** When somebody was asked, and how long that was to count, in milliseconds. */
const numbersOf = (name: string): number[] => (localStorage.getItem(name) ?? '').split(' ').map(Number);

/** Whether somebody was asked a short time ago. A store that can't be read is no reason to be silent. */
export const wasAsked = (host: ThrottledHost): boolean => {
  const milliseconds = period(host);
  if (milliseconds === undefined) return false;
  if (here.has(key(host))) return true;
  try {
    const [at = 0] = numbersOf(key(host));
    // A clock that jumped back keeps nobody silent for ever.
    return at > 0 && Math.abs(Date.now() - at) < milliseconds;
  } catch {
    return false;
  }
};

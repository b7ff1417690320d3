import { MINUTE } from '../../schedule/day.js';

/** A request that was sent a moment ago. Nothing of what was written is kept of it. */
export interface Asked {
  readonly at: number;
  readonly reference: string;
}

const KEY = 'harreman:callback';
/** So long, another request is likely the same once more. */
const LATELY = 10 * MINUTE;

/** The request that was sent in this tab within the last ten minutes. */
export const askedLately = (now = Date.now()): Asked | undefined => {
  try {
    const { at, reference } = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Asked>;
    const isLately = typeof at === 'number' && now >= at && now - at < LATELY;
    return isLately && typeof reference === 'string' ? { at, reference } : undefined;
  } catch {
    return undefined;
  }
};

/** @param asked nothing: it was taken back */
export const rememberAsked = (asked: Asked | undefined): void => {
  try {
    if (asked) sessionStorage.setItem(KEY, JSON.stringify(asked));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Blocked: it is not told of, and that is all.
  }
};

import { MAX_AGE } from '../../delivery/states.js';
import { toJson } from '../../submission/json.js';
import { UNTOLD } from './kept-key.js';
import type { Asked, Report } from './reports.js';

/** A report that nothing was there to send yet. */
export interface Untold extends Asked {
  /** Absolute address of the endpoint that is to learn of it: no other does. */
  readonly to: string;
  readonly report: Report;
  /** When a page took it to tell it, in milliseconds since 1970. */
  readonly taken?: number;
}

/** A store of this device is not ours to fill. */
const MOST = 50;
/** Milliseconds after which one that was taken is told by another page: the one that took it was left before it could. */
const LEASE = 60_000;

/** Keeps a report on this device until it is told: it is there whatever becomes of the page and its tab. `false` where it can't. */
export const keepReport = (untold: Untold): boolean => {
  try {
    write([...readAll(), untold].slice(-MOST));
    return true;
  } catch {
    return false;
  }
};

/** What is to be told to this endpoint, and by no other page. */
export const untoldTo = (to: string): readonly Untold[] =>
  readAll().filter((each) => each.to === to && isFree(each));

/**
 * Takes one, to tell it. `false` where another page has done so. Tabs learn of one another's a moment late: two that
 * tell the same in that moment tell it by the same id.
 */
export const claim = ({ id }: Untold): boolean =>
  change((each) => (each.id === id && isFree(each) ? { ...each, taken: Date.now() } : each));

/** Removes those that have been told, or need not be. */
export const forget = (isTold: (untold: Untold) => boolean): boolean =>
  change((each) => (isTold(each) ? [] : each));

const isFree = ({ taken = 0 }: Untold): boolean => Math.abs(Date.now() - taken) > LEASE;

/** @returns whether anything is another now */
const change = (to: (untold: Untold) => Untold | readonly []): boolean => {
  const before = readAll();
  const after = before.flatMap(to);
  try {
    if (after.length < before.length || after.some((each, index) => each !== before[index])) {
      write(after);
      return true;
    }
  } catch {
    // Blocked or full.
  }
  return false;
};

const write = (all: readonly Untold[]): void => {
  if (all.length) localStorage.setItem(UNTOLD, toJson(all));
  else localStorage.removeItem(UNTOLD);
};

/** Those that are no older than an unsent submission may get. What another version wrote is passed over. */
const readAll = (): readonly Untold[] => {
  try {
    const kept = JSON.parse(localStorage.getItem(UNTOLD) ?? '') as unknown;
    return Array.isArray(kept) ? kept.filter(isUntold) : [];
  } catch {
    return [];
  }
};

const isUntold = (value: unknown): value is Untold => {
  const { id, at, to, locale, signs, report } = (value ?? {}) as Partial<Untold>;
  const { question, outcome } = (report ?? {}) as Partial<Report>;
  const isWhole = [id, to, locale, question].every((each) => typeof each === 'string');
  return (
    isWhole &&
    Boolean(signs) &&
    /^(answered|unanswered)$/.test(String(outcome)) &&
    Date.now() - Number(at) < MAX_AGE
  );
};

import { describeError, type Log } from '../log.js';
import type { SubmissionStore } from '../store/store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How often it is looked whether something has come of age. */
const PAUSE_MS = 6 * 60 * 60 * 1000;
/** Erased in one transaction, so that nobody who sends a message waits for long. */
const AT_ONCE = 200;

export interface RetentionOptions {
  readonly store: SubmissionStore;
  /** How long after an invitation has expired it is known to whom it went, in days. */
  readonly keptDays: number;
  readonly log: Log;
  readonly now?: () => Date;
}

/**
 * Erases whom invitations went to, so long after they have expired: at once, and then several times a day. Several receivers
 * of a database may do it side by side.
 * @returns what ends it; resolves when what has begun is done
 */
export const startRetention = (options: RetentionOptions): (() => Promise<void>) => {
  let isStopped = false;
  const run = async () => {
    try {
      const number = await eraseOld(options, () => isStopped);
      if (number) options.log.info('invitations erased', { number });
    } catch (error) {
      // It is tried again; nobody waits for it.
      options.log.warn('invitations not erased', describeError(error));
    }
  };
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, PAUSE_MS).unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
    return running;
  };
};

/** @returns how many */
const eraseOld = async (
  { store, keptDays, now = () => new Date() }: RetentionOptions,
  isStopped: () => boolean,
): Promise<number> => {
  let number = 0;
  while (!isStopped()) {
    const at = now();
    const before = new Date(at.getTime() - keptDays * DAY_MS);
    const erased = await store.surveys.eraseExpired(before, AT_ONCE, at);
    number += erased;
    if (erased < AT_ONCE) break;
  }
  return number;
};

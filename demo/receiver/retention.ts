import { describeError, type Log } from './log.js';
import type { SubmissionStore } from './store/store.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How often it is looked whether something has come of age. */
const PAUSE_MS = 6 * 60 * 60 * 1000;
/** Looked up at a time. Of invitations, erased in one transaction, so that nobody who sends a message waits for long. */
const AT_ONCE = 200;

export interface RetentionOptions {
  readonly store: SubmissionStore;
  /** How long messages are kept, in days since they came. Without, for ever. */
  readonly messagesKeptDays?: number | undefined;
  /** How long after an invitation has expired it is known to whom it went, in days. Without, for ever. */
  readonly invitationsKeptDays?: number | undefined;
  readonly log: Log;
  readonly now?: () => Date;
}

/**
 * Erases messages of that age, and whom invitations went to: at once, and then several times a day. Several receivers of a
 * database may do it side by side.
 * @returns what ends it; resolves when what has begun is done
 */
export const startRetention = (options: RetentionOptions): (() => Promise<void>) => {
  const { store, messagesKeptDays, invitationsKeptDays, log, now = () => new Date() } = options;
  let isStopped = false;
  const erase = async (
    what: string,
    days: number | undefined,
    eraseSome: (before: Date, limit: number, at: Date) => Promise<number>,
  ) => {
    if (days === undefined) return;
    let number = 0;
    try {
      for (let some = AT_ONCE; some >= AT_ONCE && !isStopped; number += some) {
        const at = now();
        some = await eraseSome(new Date(at.getTime() - days * DAY_MS), AT_ONCE, at);
      }
    } catch (error) {
      // It is tried again; nobody waits for it.
      log.warn(`${what} not erased`, describeError(error));
    }
    if (number) log.info(`${what} erased`, { number });
  };
  const run = async () => {
    await erase('messages', messagesKeptDays, (...some) => store.eraseOld(...some));
    await erase('invitations', invitationsKeptDays, (...some) => store.surveys.eraseExpired(...some));
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

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a PostgreSQL says that is about to be there: as a machine comes up, nobody listens yet, or its name or the network is
 * not known; then it recovers from its last end (57P03), or is just ending to start anew (57P01, 57P02).
 */
const NOT_YET: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  ...['57P01', '57P02', '57P03'],
]);

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** As long as a recovery usually takes. Whatever started the receiver may start it again. */
const PATIENCE_MS = 120_000;

/**
 * Tries until the database is there, after ever longer pauses, for two minutes. Any other failure is one at once.
 * @param onWait is told why, before each pause. Without it nobody waits.
 */
export const untilReady = async (
  attempt: () => Promise<void>,
  onWait: ((code: string) => void) | undefined,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<void> => {
  let waited = 0;
  for (let next = FIRST_PAUSE_MS; ; next = Math.min(2 * next, LONGEST_PAUSE_MS)) {
    try {
      await attempt();
      return;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (typeof code !== 'string' || !NOT_YET.has(code)) throw error;
      if (!onWait || waited >= PATIENCE_MS)
        throw new Error(`The database is not there (${code}). Is it running where DATABASE_URL says?`, {
          cause: error,
        });
      onWait(code);
      await pause(next);
      waited += next;
    }
  }
};

import { setTimeout as delay } from 'node:timers/promises';

/** What comes of a promise within so many milliseconds; `undefined` where that is nothing, or a failure. */
export const within = async <T>(
  milliseconds: number,
  promise: Promise<T> | undefined,
): Promise<T | undefined> => {
  const ending = new AbortController();
  try {
    return await Promise.race([promise, delay(milliseconds, undefined, { signal: ending.signal })]);
  } catch {
    return undefined;
  } finally {
    ending.abort();
  }
};

/** After the first failure; each further one may take twice as long. */
const BASE_MS = 10_000;
/** Never longer than this between two attempts, whatever the other side asks for. */
export const MAX_DELAY_MS = 4 * 60 * 60 * 1000;

/** Then a message is given up: after 28 to 57 hours, so that a broken mail server can be mended the next day. */
export const MAX_ATTEMPTS = 24;

/**
 * Milliseconds until the next attempt. Half of the time is chance, so that what failed together does not come back
 * together; the other half is not, so that a server in trouble is left alone for a while.
 *
 * @param attempts how many there have been
 * @param wanted the least that the other side asked for
 */
export const retryDelay = (attempts: number, wanted = 0, random: () => number = Math.random): number => {
  const longest = Math.min(MAX_DELAY_MS, BASE_MS * 2 ** (attempts - 1));
  return Math.min(MAX_DELAY_MS, Math.max(wanted, longest * (0.5 + random() / 2)));
};

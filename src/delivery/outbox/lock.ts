/**
 * Runs work that at most one page of this origin may run at a time; `isHeld: false` tells it that another one is.
 * `isAlone` where that is proven by a lock, and not only hoped.
 */
export type Lock = <T>(name: string, work: (isHeld: boolean, isAlone?: boolean) => Promise<T>) => Promise<T>;

/** A request that is never answered must not keep a submission from leaving. */
const PATIENCE = 3000;

/**
 * A Web Lock for the time of the work. Where there are none (plain HTTP, sandboxed frames) the lease in the entry
 * has to do. The lock is given back when the page is left, since a page that holds one may not be kept for
 * "back"; what is still under way there is covered by its lease.
 */
export const webLock: Lock = async (name, work) => {
  const { locks } = navigator as { locks?: LockManager };
  const ending = new AbortController();
  const { signal } = ending;
  let result: ReturnType<typeof work> | undefined;
  const begin = (isHeld: boolean, isAlone = false): ReturnType<typeof work> =>
    (result ??= work(isHeld, isAlone));
  const left = new Promise<void>((resolve) => addEventListener('pagehide', () => resolve(), { signal }));
  const unanswered = new Promise<void>((resolve) =>
    setTimeout(() => {
      if (!result) resolve();
    }, PATIENCE),
  );
  try {
    // No prototype: pages put things on Object.prototype, and `signal` or `steal` would be obeyed.
    const options = Object.assign(Object.create(null) as object, { ifAvailable: true });
    const held = locks?.request(`harreman-outbox:${name}`, options, (lock) =>
      Promise.race([begin(lock !== null, lock !== null), left]),
    );
    await Promise.race([held, unanswered]);
  } catch {
    // Locks are refused here; or the work itself failed, which shows below.
  }
  return begin(true).finally(() => ending.abort());
};

/** Work in small steps: it yields wherever it can wait, and returns what it was for. */
export type Steps<T> = Generator<undefined, T>;

/** When to pause, for those who must not block a page. */
export interface Pace {
  /** Resolves when the page had its turn: after a frame, a task, or idle time. */
  readonly pause: () => Promise<unknown>;
  /** Milliseconds since whenever, as `performance.now`. */
  readonly now: () => number;
  /** Milliseconds between pauses. */
  readonly slice: number;
}

/** Does it with a pause after each slice. A pause that is rejected ends it. */
export const inSlices = async <T>(steps: Steps<T>, { pause, now, slice }: Pace): Promise<T> => {
  for (let end = now() + slice; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() < end) continue;
    await pause();
    end = now() + slice;
  }
};

/** Does it without a pause. */
export const atOnce = <T>(steps: Steps<T>): T => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

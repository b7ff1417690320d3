import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds of work at a time: whoever sends a message meanwhile waits no longer than that. */
const SLICE = 10;

/** Does long work that pauses by itself, so that the process serves others in between. */
export const inSlices = async <T>(work: Generator<void, T>): Promise<T> => {
  for (let end = performance.now() + SLICE; ;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await turn();
    end = performance.now() + SLICE;
  }
};

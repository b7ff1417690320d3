import { setImmediate as turn } from 'node:timers/promises';
import { inSlices as inSlicesOf, type Pace, type Steps } from '../../../src/knowledge/slices.js';

/** Ten milliseconds of work at a time: whoever sends a message meanwhile waits no longer than that. */
const PACE: Pace = { pause: () => turn(), now: () => performance.now(), slice: 10 };

/** Does long work that pauses by itself, so that the process serves others in between. */
export const inSlices = <T>(work: Steps<T>): Promise<T> => inSlicesOf(work, PACE);

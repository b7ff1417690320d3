import type { Pace } from '../../knowledge/slices.js';

/** Whatever the page has to do comes first: a key, a frame. */
const breath = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** How what takes long with thousands of entries is done: a slow phone then loses no frame that anyone would notice. */
export const PACE: Pace = { pause: breath, now: () => performance.now(), slice: 8 };

import { setImmediate as turn } from 'node:timers/promises';
import type { StoredSubmission, SubmissionFilter, SubmissionStore } from '../store/store.js';

const BATCH = 50;

/**
 * All messages of a filter, newest first, a few at a time. Others are served in between: a database in a file keeps the
 * process from it while it reads.
 */
export async function* inBatches(
  store: SubmissionStore,
  filter: SubmissionFilter,
): AsyncGenerator<readonly StoredSubmission[], void> {
  for (let after; ;) {
    const { items, next } = await store.listFull(filter, BATCH, after);
    yield items;
    if (!next) return;
    after = next;
    await turn();
  }
}

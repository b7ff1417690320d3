import { it } from 'node:test';
import type { SubmissionStore } from '../../demo/receiver/store/store.js';

/**
 * Tests that get so many stores on one database, as as many receivers have them, and leave none of them open.
 * `open` gives one more each time it is called.
 */
export const itWithStores =
  (count: 1 | 2, open: () => Promise<SubmissionStore>) =>
  (title: string, work: (store: SubmissionStore, other: SubmissionStore) => Promise<void>): void =>
    void it(title, async () => {
      const store = await open();
      const other = count === 2 ? await open() : store;
      try {
        await work(store, other);
      } finally {
        await store.close();
        if (other !== store) await other.close();
      }
    });

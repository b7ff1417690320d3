import { ENTRY_VERSION, type EntryState, type OutboxEntry } from '../../src/delivery/outbox/entry.js';
import { PENDING } from '../../src/delivery/outbox/pending-key.js';
import { IndexedDbStore } from '../../src/delivery/outbox/store.js';
import { mintSubmissionId } from '../../src/submission/submission-id.js';
import { referenceOf } from '../../src/submission/reference.js';

const HOUR = 60 * 60 * 1000;

/** Puts messages into this device's outbox, in place of what is there, as if they had been written an hour ago. */
export const keepMessages = async (...states: readonly EntryState[]): Promise<void> => {
  await keepNothing();
  const store = new IndexedDbStore();
  for (const state of states) {
    const entry = message(state);
    await store.update(entry.id, () => entry);
  }
  localStorage.setItem(PENDING, `${states.length}`);
  dispatchEvent(new Event(PENDING));
};

/** Empties this device's outbox. */
export const keepNothing = async (): Promise<void> => {
  const store = new IndexedDbStore();
  for (const { id } of await store.all()) await store.update(id, () => null);
  dispatchEvent(new Event(PENDING));
};

const message = (state: EntryState): OutboxEntry => {
  const id = mintSubmissionId();
  const createdAt = Date.now() - HOUR;
  const isSent = state === 'sent';
  return {
    version: ENTRY_VERSION,
    id,
    state,
    lease: { owner: '', fence: 1, until: 0 },
    attempts: 3,
    arrived: state === 'unconfirmed' ? 'unknown' : 'no',
    // The story stands still: nothing is sent while somebody looks at it.
    nextAt: Date.now() + 48 * HOUR,
    notBefore: Date.now() + 48 * HOUR,
    createdAt,
    age: 0,
    seenAt: createdAt,
    widget: 'contact',
    reference: referenceOf(id),
    deduplicates: false,
    endpoint: 'https://example.com/messages',
    profile: 'json',
    place: 'another page',
    fingerprint: id,
    text: isSent ? '' : 'Message: Kaixo! When are you open?',
    record: { submission_id: id, widget: 'contact', message: 'Kaixo! When are you open?' },
    files: [],
    values: isSent ? [] : [['message', 'Kaixo! When are you open?']],
    errors:
      state === 'rejected' ? [{ field: 'email', message: 'We do not accept addresses of this domain.' }] : [],
    told: false,
  };
};

import type { WireRecord } from '../../submission/types.js';
import type { FieldError } from '../states.js';
import type { OutboxEntry } from './entry.js';

/** What has become of an entry on this page. */
export interface OutboxNews {
  readonly id: string;
  /** `deleted`: taken away by the visitor, here or on another page. */
  readonly state: OutboxEntry['state'] | 'deleted';
  readonly reference: string;
  readonly errors: readonly FieldError[];
  /** What was sent, where that was done here. */
  readonly record?: WireRecord;
}

/** Hears news where an entry has come to a new state, and `undefined` after every look at the list. */
export type OutboxListener = (news: OutboxNews | undefined) => void;

/** The entries as they were last seen, and who wants to hear what becomes of them. */
export class EntryList {
  entries: readonly OutboxEntry[] = [];

  #listeners = new Set<OutboxListener>();
  #warn: (message: string) => void;

  constructor(warn: (message: string) => void) {
    this.#warn = warn;
  }

  listen(listener: OutboxListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes note of one entry's new state. */
  noteOne(entry: OutboxEntry, record?: WireRecord): void {
    this.note(
      this.entries.map((known) => (known.id === entry.id ? entry : known)),
      record,
    );
  }

  /** Takes note of how things stand, and passes on what is new. `record` is what was sent. */
  note(entries: readonly OutboxEntry[], record?: WireRecord): void {
    const before = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.entries = entries;
    for (const entry of entries) {
      const earlier = before.get(entry.id);
      before.delete(entry.id);
      if (earlier && earlier.state !== entry.state)
        this.#announce({ ...newsOf(entry), ...(record && { record }) });
    }
    for (const gone of before.values()) {
      if (gone.state !== 'sent') this.#announce({ ...newsOf(gone), state: 'deleted' });
    }
    this.#announce(undefined);
  }

  #announce(news: OutboxNews | undefined): void {
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch (error) {
        this.#warn(String(error));
      }
    }
  }
}

const newsOf = ({ id, state, reference, errors }: OutboxEntry): OutboxNews => ({
  id,
  state,
  reference,
  errors,
});

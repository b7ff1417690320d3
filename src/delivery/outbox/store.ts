import type { OutboxEntry } from './entry.js';

/** What becomes of an entry: written in place of it, taken away (`null`), or left as it is (`undefined`). */
export type Change = OutboxEntry | null | undefined;

/** Where entries are kept. Whatever fails rejects; what has resolved is committed. */
export interface OutboxStore {
  all(): Promise<readonly OutboxEntry[]>;
  /**
   * Reads and writes in one transaction, which no other page comes between: compare and set.
   * @returns the entry as it stands afterwards
   */
  update(
    id: string,
    change: (entry: OutboxEntry | undefined, others: readonly OutboxEntry[]) => Change,
  ): Promise<OutboxEntry | undefined>;
}

/** All copies and versions of the kit on an origin share it, so neither name nor version ever changes. */
const DATABASE = 'harreman-outbox';
const ENTRIES = 'entries';

/** Some browsers have opened databases that never answered. Sending doesn't wait for longer. */
const PATIENCE = 3000;

/** Entries in IndexedDB, each change on the disk before it counts (`durability: 'strict'`). */
export class IndexedDbStore implements OutboxStore {
  #database: Promise<IDBDatabase> | undefined;

  all(): Promise<readonly OutboxEntry[]> {
    return this.#transact('readonly', (store, done) => {
      store.getAll().onsuccess = ({ target }) => done((target as IDBRequest<OutboxEntry[]>).result);
    });
  }

  update(
    id: string,
    change: (entry: OutboxEntry | undefined, others: readonly OutboxEntry[]) => Change,
  ): Promise<OutboxEntry | undefined> {
    return this.#transact('readwrite', (store, done) => {
      store.getAll().onsuccess = ({ target }) => {
        const entries = (target as IDBRequest<OutboxEntry[]>).result;
        const entry = entries.find((other) => other.id === id);
        const changed = change(
          entry,
          entries.filter((other) => other !== entry),
        );
        if (changed) store.put(changed);
        else if (changed === null) store.delete(id);
        done(changed === undefined ? entry : (changed ?? undefined));
      };
    });
  }

  /** A database handle may die with its process, or be closed for another page: it is opened anew, once. */
  async #transact<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, done: (result: T) => void) => void,
  ): Promise<T> {
    const open = this.#database;
    try {
      return await this.#once(mode, work);
    } catch (error) {
      if (!open || this.#database === open) throw error;
      return this.#once(mode, work);
    }
  }

  async #once<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, done: (result: T) => void) => void,
  ): Promise<T> {
    const database = await (this.#database ??= this.#open());
    return patiently((resolve, reject) => {
      let transaction: IDBTransaction;
      try {
        transaction = database.transaction(ENTRIES, mode, { durability: 'strict' });
      } catch (error) {
        this.#database = undefined;
        throw error;
      }
      let result: T;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error ?? new Error('transaction aborted'));
      work(transaction.objectStore(ENTRIES), (value) => (result = value));
      // What comes too late must not be written behind our back.
      return () => transaction.abort();
    });
  }

  #open(): Promise<IDBDatabase> {
    const opening = openDatabase();
    opening.then(
      (database) => {
        const forget = (): void => {
          database.close();
          this.#database = undefined;
        };
        database.onversionchange = database.onclose = forget;
      },
      () => (this.#database = undefined),
    );
    return opening;
  }
}

function openDatabase(version: number | undefined = 1): Promise<IDBDatabase> {
  return patiently<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, version);
    request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database was not opened'));
    return () => (request.onsuccess = () => request.result.close());
  }).catch((error: unknown) => {
    // A later kit may have raised it after all.
    if (version && (error as DOMException).name === 'VersionError') return openDatabase(undefined);
    throw error;
  });
}

/** A promise that rejects after {@link PATIENCE}; `start` returns how to give up. */
function patiently<T>(
  start: (resolve: (value: T) => void, reject: (error: Error) => void) => () => void,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<T>((resolve, reject) => {
    const giveUp = start(resolve, reject);
    timer = setTimeout(() => {
      reject(new Error('storage does not answer'));
      try {
        giveUp();
      } catch {
        // It was over, or is being committed: what comes of it shows the next time.
      }
    }, PATIENCE);
  }).finally(() => clearTimeout(timer));
}

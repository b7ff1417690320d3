import type { OutboxEntry } from './entry.js';

/** What becomes of an entry: written in place of it, taken away (`null`), or left as it is (`undefined`). */
export type Change = OutboxEntry | null | undefined;

/** Where entries are kept. Whatever fails rejects; what has resolved is committed. */
export interface OutboxStore {
  all(): Promise<readonly OutboxEntry[]>;
  /**
   * Reads and writes in one transaction, which no other page comes between: compare and set. `change` may be
   * called again where the first transaction came to nothing.
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
/** The name of the error that says so: what was to be written may have been, or may be yet. */
export const TIMEOUT = 'TimeoutError';
/** The name of the error that says that there is no database yet. */
const ABSENT = 'AbsentError';

type Work<T> = (store: IDBObjectStore, entries: readonly OutboxEntry[]) => T;

/** Entries in IndexedDB, each change on the disk before it counts (`durability: 'strict'`). */
export class IndexedDbStore implements OutboxStore {
  #database: Promise<IDBDatabase> | undefined;

  /** Reading makes no database: a page on which nobody sends anything leaves nothing on the visitor's device. */
  async all(): Promise<readonly OutboxEntry[]> {
    try {
      return await this.#transact('readonly', (_store, entries) => entries);
    } catch (error) {
      if ((error as Error).name === ABSENT) return [];
      throw error;
    }
  }

  update(
    id: string,
    change: (entry: OutboxEntry | undefined, others: readonly OutboxEntry[]) => Change,
  ): Promise<OutboxEntry | undefined> {
    return this.#transact('readwrite', (store, entries) => {
      const entry = entries.find((other) => other.id === id);
      const others = entries.filter((other) => other !== entry);
      const changed = change(entry, others);
      if (changed) store.put(changed);
      else if (changed === null) store.delete(id);
      return changed === undefined ? entry : (changed ?? undefined);
    });
  }

  /**
   * A handle may die, with the browser's process for it or on a phone that slept, and is closed for a later version
   * of the database: it is opened anew, once.
   */
  async #transact<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> {
    try {
      return await this.#tryOnce(mode, work);
    } catch (error) {
      if ((error as Error).name === TIMEOUT) throw error;
      return this.#tryOnce(mode, work);
    }
  }

  async #tryOnce<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> {
    const opening = this.#database ?? openDatabase(mode === 'readwrite', 1);
    // A reader may find nothing to open; a writer must not be told so.
    if (mode === 'readwrite') this.#database = opening;
    try {
      const database = await opening;
      this.#database ??= opening;
      return await transact(database, mode, work);
    } catch (error) {
      if (this.#database === opening) this.#database = undefined;
      void opening.then(
        (database) => database.close(),
        () => undefined,
      );
      throw error;
    }
  }
}

function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, work: Work<T>): Promise<T> {
  return patiently((resolve, reject) => {
    const transaction = database.transaction(ENTRIES, mode, { durability: 'strict' });
    const store = transaction.objectStore(ENTRIES);
    const reading = store.getAll() as IDBRequest<OutboxEntry[]>;
    let result: T;
    reading.onsuccess = () => {
      try {
        result = work(store, reading.result);
      } catch (error) {
        reject(error as Error);
        transaction.abort();
      }
    };
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
    // What comes too late must not be written behind our back.
    return () => transaction.abort();
  });
}

/** `version` is `undefined` for whichever there is. */
function openDatabase(create: boolean, version: number | undefined): Promise<IDBDatabase> {
  return patiently<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, version);
    request.onupgradeneeded = () => {
      if (create) request.result.createObjectStore(ENTRIES, { keyPath: 'id' });
      else {
        reject(new DOMException('there is no database', ABSENT));
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new Error('the database was not opened'));
    return () => (request.onsuccess = () => request.result.close());
  }).catch((error: unknown) => {
    // A later kit may have raised it after all.
    if (version && (error as Error).name === 'VersionError') return openDatabase(create, undefined);
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
      reject(new DOMException('storage does not answer', TIMEOUT));
      try {
        giveUp();
      } catch {
        // It was over, or is being committed: what comes of it shows the next time.
      }
    }, PATIENCE);
  }).finally(() => clearTimeout(timer));
}

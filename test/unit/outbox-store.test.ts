import { assert } from '@open-wc/testing';
import { ENTRY_VERSION, type OutboxEntry } from '../../src/delivery/outbox/entry.js';
import { IndexedDbStore } from '../../src/delivery/outbox/store.js';

const DATABASE = 'harreman-outbox';

const entry = (changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  version: ENTRY_VERSION,
  id: 'a',
  state: 'saved',
  lease: { owner: '', fence: 0, until: 0 },
  attempts: 0,
  arrived: 'no',
  nextAt: 0,
  notBefore: 0,
  createdAt: 0,
  age: 0,
  seenAt: 0,
  widget: 'contact',
  reference: 'REF',
  deduplicates: true,
  endpoint: 'https://shop.example/',
  profile: 'json',
  place: '/#form',
  fingerprint: 'of a',
  text: 'Kaixo!',
  record: { submission_id: 'a', message: 'გამარჯობა' },
  files: [],
  values: [],
  errors: [],
  told: false,
  ...changes,
});

const ids = async (store: IndexedDbStore): Promise<string[]> => (await store.all()).map(({ id }) => id);
const put = (store: IndexedDbStore, changes: Partial<OutboxEntry> = {}) =>
  store.update(changes.id ?? 'a', () => entry(changes));

async function rejection(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  assert.instanceOf(outcome, Error, 'it was not refused');
  return outcome;
}

const done = (request: IDBRequest): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** Puts something in place of what the browser offers, until the test has ended. */
const undo: (() => void)[] = [];
function replace<T extends object, K extends keyof T & string>(target: T, name: K, value: T[K]): void {
  const before = target[name];
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  undo.push(() => Object.defineProperty(target, name, { configurable: true, writable: true, value: before }));
}

/** The handles that are opened from now on. */
function watchHandles(): IDBDatabase[] {
  const handles: IDBDatabase[] = [];
  const { open } = IDBFactory.prototype;
  replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...parts) {
    const request = open.apply(this, parts);
    request.addEventListener('success', () => handles.push(request.result));
    return request;
  });
  return handles;
}

beforeEach(() => done(indexedDB.deleteDatabase(DATABASE)));
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

describe('the store of the outbox', () => {
  it('keeps what was committed, for every instance', async () => {
    const store = new IndexedDbStore();
    assert.deepEqual(await put(store), entry());
    await put(store, { id: 'b' });
    const other = new IndexedDbStore();
    assert.deepEqual(await ids(other), ['a', 'b']);
    assert.deepEqual((await other.all())[0], entry());
    assert.isUndefined(await other.update('a', () => null));
    assert.deepEqual(await ids(store), ['b']);
    assert.deepEqual(await store.update('b', () => undefined), entry({ id: 'b' }), 'left as it is');
    assert.isUndefined(await store.update('nobody', () => undefined));
  });

  it('shows a change the entry and the others', async () => {
    const store = new IndexedDbStore();
    for (const id of ['a', 'b', 'c']) await put(store, { id });
    await store.update('b', (found, others) => {
      assert.equal(found?.id, 'b');
      assert.deepEqual(
        others.map(({ id }) => id),
        ['a', 'c'],
      );
      return undefined;
    });
  });

  it('writes to the disk before it counts', async () => {
    const asked: unknown[] = [];
    let isComplete = false;
    const { transaction } = IDBDatabase.prototype;
    replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...parts) {
      const made = transaction.apply(this, parts);
      asked.push([made.mode, made.durability]);
      made.addEventListener('complete', () => (isComplete = true));
      return made;
    });
    await put(new IndexedDbStore());
    assert.isTrue(isComplete, 'resolved before it was committed');
    assert.deepEqual(asked, [['readwrite', 'strict']]);
  });

  it('compares and sets: of two pages that want one thing, one gets it', async () => {
    const pages = Array.from({ length: 6 }, () => new IndexedDbStore());
    await put(pages[0]!);
    const winners: number[] = [];
    await Promise.all(
      pages.map(async (page, number) => {
        let mine = false;
        await page.update('a', (found) => {
          mine = found!.lease.fence === 0;
          return mine ? { ...found!, lease: { owner: `${number}`, fence: 1, until: 1 } } : undefined;
        });
        if (mine) winners.push(number);
      }),
    );
    assert.lengthOf(winners, 1);
    const counting = Array.from({ length: 30 }, (_, number) =>
      pages[number % 6]!.update('a', (found) => ({ ...found!, attempts: found!.attempts + 1 })),
    );
    await Promise.all(counting);
    assert.equal((await pages[0]!.all())[0]!.attempts, 30);
  });

  it('gives files back byte for byte', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const made = new File([bytes], 'Å ქ.bin', { type: 'application/x-thing', lastModified: 1234 });
    await put(new IndexedDbStore(), {
      files: [
        { field: 'attachment', file: made },
        { field: 'other', file: new File([], 'empty') },
      ],
    });
    const { files } = (await new IndexedDbStore().all())[0]!;
    const [{ field, file }, empty] = [files[0]!, files[1]!];
    assert.deepEqual(
      [field, file.name, file.type, file.lastModified, file.size],
      ['attachment', 'Å ქ.bin', 'application/x-thing', 1234, 60_000],
    );
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
    assert.equal(empty.file.size, 0);
  });

  it('makes no database by reading', async () => {
    assert.isEmpty(await new IndexedDbStore().all());
    assert.isEmpty(await indexedDB.databases());
  });

  it('keeps what is sent while others read for the first time', async () => {
    const store = new IndexedDbStore();
    const reading = [store.all(), store.all()];
    const writing = put(store);
    reading.push(store.all(), new IndexedDbStore().all());
    await Promise.all([...reading, writing]);
    assert.deepEqual(await ids(store), ['a']);
  });

  it('opens a handle that has died anew, once', async () => {
    const handles = watchHandles();
    const store = new IndexedDbStore();
    await put(store);
    handles[0]!.close();
    await put(store, { id: 'b' });
    assert.deepEqual(await ids(store), ['a', 'b']);
    assert.lengthOf(handles, 2);

    // Where it stays dead, that is an error, and soon.
    let attempts = 0;
    replace(IDBDatabase.prototype, 'transaction', () => {
      attempts += 1;
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    });
    assert.equal((await rejection(put(store))).name, 'UnknownError');
    assert.equal(attempts, 2);
  });

  it('stands in nobody’s way who has a newer version of the database, and reads that too', async () => {
    const store = new IndexedDbStore();
    await put(store);
    const request = indexedDB.open(DATABASE, 7);
    request.onblocked = () => assert.fail('blocked by the store');
    await done(request);
    request.result.close();
    await put(store, { id: 'b' });
    assert.deepEqual(await ids(store), ['a', 'b']);
    assert.deepEqual(await ids(new IndexedDbStore()), ['a', 'b']);
  });

  it('does not wait for a database that never opens, and closes it if it does', async function () {
    this.timeout(15_000);
    const real = indexedDB.open.bind(indexedDB);
    const fake = { onsuccess: () => {} } as unknown as IDBOpenDBRequest;
    replace(IDBFactory.prototype, 'open', () => fake);
    const store = new IndexedDbStore();
    const start = performance.now();
    assert.equal((await rejection(put(store))).name, 'TimeoutError');
    assert.isBelow(performance.now() - start, 3500);
    let isClosed = false;
    Object.defineProperty(fake, 'result', { value: { close: () => (isClosed = true) } });
    fake.onsuccess!(new Event('success'));
    assert.isTrue(isClosed);
    // And tries again the next time.
    replace(IDBFactory.prototype, 'open', real);
    await put(store);
    assert.deepEqual(await ids(store), ['a']);
  });

  it('does not wait for a transaction that hangs, and nothing of it is written later', async function () {
    this.timeout(15_000);
    const store = new IndexedDbStore();
    await put(store, { id: 'before' });
    // Another page that keeps the store busy.
    const request = indexedDB.open(DATABASE);
    await done(request);
    const busy = request.result.transaction('entries', 'readwrite').objectStore('entries');
    let isBusy = true;
    const spin = (): void => {
      busy.get('x').onsuccess = () => isBusy && spin();
    };
    spin();
    const start = performance.now();
    assert.equal((await rejection(put(store))).name, 'TimeoutError');
    assert.isBelow(performance.now() - start, 3700);
    isBusy = false;
    await new Promise((resolve) => (busy.transaction.oncomplete = resolve));
    request.result.close();
    assert.deepEqual(await ids(store), ['before']);
  });

  it('tells of a full disk, of what can’t be kept and of a store that is blocked, and changes nothing', async () => {
    const store = new IndexedDbStore();
    await put(store);
    const makePut = IDBObjectStore.prototype.put;
    replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...parts) {
      const putting = makePut.apply(this, parts);
      this.transaction.abort();
      return putting;
    });
    await rejection(put(store, { text: 'new' }));
    undo.pop()!();
    replace(IDBObjectStore.prototype, 'put', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    assert.equal((await rejection(put(store, { text: 'new' }))).name, 'QuotaExceededError');
    undo.pop()!();
    const odd = { submission_id: 'a', oops: (() => {}) as unknown as string };
    assert.equal((await rejection(put(store, { record: odd }))).name, 'DataCloneError');
    const thrown = await rejection(
      store.update('a', () => {
        throw new Error('from the change');
      }),
    );
    assert.equal(thrown.message, 'from the change');
    assert.deepEqual(await store.all(), [entry()]);

    replace(IDBFactory.prototype, 'open', () => {
      throw new DOMException('blocked', 'SecurityError');
    });
    assert.equal((await rejection(new IndexedDbStore().all())).name, 'SecurityError');
    assert.equal((await rejection(put(new IndexedDbStore()))).name, 'SecurityError');
  });

  it('keeps any name of a field, on a page that adds to what all objects have', async () => {
    const prototype = Object.prototype as Record<string, unknown>;
    Object.assign(prototype, { durability: 'relaxed', autoIncrement: true });
    undo.push(() =>
      ['durability', 'autoIncrement'].forEach((name) => Reflect.deleteProperty(prototype, name)),
    );
    const record = Object.assign(Object.create(null) as object, {
      ...{ submission_id: 'a', hasOwnProperty: 'x', constructor: 'y', toJSON: 'z', 10: 'ten' },
    }) as Record<string, string>;
    const store = new IndexedDbStore();
    await put(store, { record });
    const kept = (await store.all())[0]!.record;
    assert.deepEqual(Object.keys(kept), Object.keys(record));
    assert.deepEqual(Object.values(kept), Object.values(record));
  });
});

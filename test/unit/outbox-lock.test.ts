import { assert, fixture, html } from '@open-wc/testing';
import { webLock } from '../../src/delivery/outbox/lock.js';
import { PENDING } from '../../src/delivery/outbox/pending-key.js';
import { onChangeElsewhere, tellChange } from '../../src/delivery/outbox/pending.js';

type Page = Window & typeof globalThis;

/** Another page of this origin. */
async function otherPage(): Promise<Page> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="another page"></iframe>`);
  return frame.contentWindow as Page;
}

/** Work that ends when it is told to. */
function work() {
  let end!: (result: string) => void;
  const begun: boolean[] = [];
  const result = new Promise<string>((resolve) => (end = resolve));
  return {
    begun,
    end: () => end('done'),
    run: (isHeld: boolean): Promise<string> => {
      begun.push(isHeld);
      return result;
    },
  };
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const undo: (() => void)[] = [];
function setLocks(locks: unknown): void {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
  undo.push(() => Reflect.deleteProperty(navigator, 'locks'));
}
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

const isFree = (page: Page, name: string) =>
  page.navigator.locks.request<boolean>(`harreman-outbox:${name}`, { ifAvailable: true }, (lock) => !!lock);

describe('the lock of an attempt', () => {
  it('is had by one at a time, over all pages, and given back at the end', async () => {
    const page = await otherPage();
    const [first, second, third] = [work(), work(), work()];
    const attempt = webLock('one', first.run);
    await wait(50);
    const other = webLock('one', second.run);
    const elsewhere = webLock('two', third.run);
    await wait(50);
    assert.deepEqual([first.begun, second.begun, third.begun], [[true], [false], [true]]);
    assert.isFalse(await isFree(page, 'one'));
    for (const { end } of [first, second, third]) end();
    assert.deepEqual(await Promise.all([attempt, other, elsewhere]), ['done', 'done', 'done']);
    assert.isTrue(await isFree(page, 'one'));
  });

  it('is seen to be another page’s', async () => {
    const page = await otherPage();
    let release!: () => void;
    const held = page.navigator.locks.request(
      'harreman-outbox:one',
      () => new Promise<void>((resolve) => (release = resolve)),
    );
    await wait(50);
    const { begun, run, end } = work();
    end();
    await webLock('one', run);
    assert.deepEqual(begun, [false]);
    release();
    await held;
  });

  it('is given back as the page is left, and the work goes on, once', async () => {
    const page = await otherPage();
    const { begun, run, end } = work();
    const attempt = webLock('one', run);
    await wait(50);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await wait(50);
    assert.isTrue(await isFree(page, 'one'));
    end();
    assert.equal(await attempt, 'done');
    assert.deepEqual(begun, [true]);
  });

  it('leaves it to the lease where there are no locks, or they are refused', async () => {
    const refused = () => Promise.reject(new DOMException('sandboxed', 'SecurityError'));
    const thrown = () => {
      throw new DOMException('sandboxed', 'SecurityError');
    };
    for (const locks of [undefined, { request: refused }, { request: thrown }]) {
      setLocks(locks);
      const { begun, run, end } = work();
      end();
      assert.equal(await webLock('one', run), 'done');
      assert.deepEqual(begun, [true]);
    }
  });

  it('doesn’t wait for a browser that never answers', async () => {
    let late!: (lock: unknown) => Promise<unknown>;
    setLocks({
      request: (_name: string, _options: unknown, callback: typeof late) => {
        late = callback;
        return new Promise(() => undefined);
      },
    });
    const { begun, run, end } = work();
    end();
    const start = performance.now();
    assert.equal(await webLock('one', run), 'done');
    assert.isBelow(performance.now() - start, 3500);
    await late({});
    assert.deepEqual(begun, [true], 'begun once');
  });

  it('is held for as long as the work takes', async function () {
    this.timeout(8000);
    const { begun, run, end } = work();
    const attempt = webLock('one', run);
    const state = await Promise.race([attempt, wait(3500).then(() => 'still held')]);
    assert.equal(state, 'still held');
    assert.isFalse(await isFree(window, 'one'));
    end();
    assert.equal(await attempt, 'done');
    assert.deepEqual(begun, [true]);
  });

  it('passes on what the work throws', async () => {
    let times = 0;
    const failing = webLock('one', async () => {
      times += 1;
      throw new Error('broken');
    });
    assert.equal(await failing.catch(String), 'Error: broken');
    assert.equal(times, 1);
    assert.isTrue(await isFree(window, 'one'));
  });

  it('listens to the page only meanwhile', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const add = window.addEventListener;
    window.addEventListener = function (this: Window, ...[type, listener, options]: Parameters<typeof add>) {
      if (type === 'pagehide') signals.push((options as AddEventListenerOptions).signal);
      add.call(this, type, listener, options);
    } as typeof add;
    undo.push(() => (window.addEventListener = add));
    const { run, end } = work();
    const attempt = webLock('one', run);
    assert.deepEqual(
      signals.map((signal) => signal!.aborted),
      [false],
    );
    end();
    await attempt;
    assert.isTrue(signals[0]!.aborted);
  });
});

describe('the mark that something waits', () => {
  /** What was heard so far; there is no way to stop listening, since a page never does. */
  let heard = 0;
  before(() => onChangeElsewhere(() => (heard += 1)));
  beforeEach(() => (heard = 0));
  afterEach(() => localStorage.removeItem(PENDING));

  it('is there while something waits', () => {
    assert.isNull(localStorage.getItem(PENDING));
    tellChange(2);
    assert.match(localStorage.getItem(PENDING)!, /^2 /);
    tellChange(0);
    assert.isNull(localStorage.getItem(PENDING));
  });

  it('is heard by other pages at every change, and not by the page itself', async () => {
    const page = await otherPage();
    // What the test before has done is still being told.
    await wait(200);
    let events = 0;
    page.addEventListener('storage', ({ key }) => (events += key === PENDING ? 1 : 0));
    for (const waiting of [1, 1, 1, 0]) tellChange(waiting);
    await wait(200);
    assert.equal(events, 4);
    assert.equal(heard, 0);
  });

  it('is heard from other pages, also where they clear everything', async () => {
    const page = await otherPage();
    page.localStorage.setItem(PENDING, '1');
    await wait(200);
    assert.equal(heard, 1);
    page.localStorage.setItem('other', 'x');
    page.localStorage.removeItem('other');
    await wait(200);
    assert.equal(heard, 1);
    page.localStorage.clear();
    await wait(200);
    assert.equal(heard, 2);
  });

  it('is heard from another copy of the kit on this page', () => {
    dispatchEvent(new Event(PENDING));
    assert.equal(heard, 1);
  });

  it('costs nothing where storage is blocked', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    undo.push(() => (Storage.prototype.setItem = setItem));
    let copies = 0;
    addEventListener(PENDING, () => (copies += 1), { once: true });
    tellChange(1);
    assert.equal(copies, 1, 'other copies hear all the same');
  });
});

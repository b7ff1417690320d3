import { assert, fixtureCleanup } from '@open-wc/testing';
import { draftKey } from '../../src/controllers/draft-key.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, settled, words } from './support.js';

const HOUR = 60 * 60 * 1000;
const keysOf = (id: string): string[] => Object.keys(localStorage).filter((key) => key.includes(id));

/** What the visitor left, in a form that is there anew: the page was loaded again. */
const comeBack = (...parts: Parameters<typeof contactForm>) => {
  fixtureCleanup();
  return contactForm(...parts);
};

/** Another tab of the same page keeps what is being written there. */
const keepElsewhere = (element: HTMLElement, values: Readonly<Record<string, string>>): void =>
  localStorage.setItem(
    draftKey(element),
    JSON.stringify({ savedAt: Date.now(), values: JSON.stringify(values) }),
  );

/** Puts something in place of what the browser offers, until the test has ended. */
const undo: (() => void)[] = [];
const replace = <T extends object>(
  target: T,
  name: keyof T & string,
  descriptor: PropertyDescriptor,
): void => {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...descriptor });
  undo.push(() =>
    before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name),
  );
};
afterEach(() => {
  for (const step of undo.splice(0)) step();
  localStorage.clear();
});

describe('a draft', () => {
  listenToConsole();

  it('is not kept before somebody writes', async () => {
    const form = await contactForm('id="silent" prefill-name="Ane" topic="question"');
    form.control('name').focus();
    form.control('email').focus();
    await settled(form.element);
    window.dispatchEvent(new Event('pagehide'));
    assert.isEmpty(keysOf('silent'));
    assert.equal(document.cookie, '');
    assert.isEmpty(await indexedDB.databases());
  });

  it('nor is where the visit began, which remember-source asks for, where persist="off" forbids it', async () => {
    sessionStorage.clear();
    const form = await contactForm('persist="off" remember-source');
    await form.fillIn(ANSWERS);
    await form.send();
    assert.equal(sessionStorage.length, 0);
    await contactForm('remember-source');
    await waitUntil(() => sessionStorage.length === 1, 'it is kept where nothing forbids it');
    sessionStorage.clear();
  });

  it('is kept while the visitor writes, and is there when they come back', async () => {
    const form = await contactForm('id="kept"');
    await form.choose('topic', 'complaint');
    await form.choose('remedy', 'refund');
    await form.write('message', 'It broke.\nTwice.');
    await waitUntil(() => keysOf('kept').length === 1);

    const again = await comeBack('id="kept"');
    assert.equal(again.control('message').value, 'It broke.\nTwice.');
    assert.isTrue(again.get<HTMLInputElement>('[value=complaint]').checked);
    assert.isTrue(again.get<HTMLInputElement>('[value=refund]').checked);
    // Once, and all of it: what is said in two goes is heard twice.
    await waitUntil(() => again.announced !== '', 'nobody is told');
    assert.match(again.announced, /^We kept what you had written\. Saved on this device: .*\d/);
    assert.equal(again.focused, '', 'the focus is not taken');
  });

  it('is kept where an extension or a voice fills the form in, without a focus', async () => {
    const form = await contactForm('id="unfocused"');
    const control = form.control('message');
    control.value = 'Spoken';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await waitUntil(() => keysOf('unfocused').length === 1);
  });

  it('is complete when the page goes in the middle of a word', async () => {
    const form = await contactForm('id="hasty"');
    await form.type('message', 'It bro');
    window.dispatchEvent(new Event('pagehide'));
    assert.lengthOf(keysOf('hasty'), 1);
    assert.equal((await comeBack('id="hasty"')).control('message').value, 'It bro');
  });

  it('is complete when the element is taken away', async () => {
    const form = await contactForm('id="removed"');
    await form.type('message', 'It bro');
    assert.equal((await comeBack('id="removed"')).control('message').value, 'It bro');
  });

  it('may be cleared', async () => {
    await (await contactForm('id="cleared"')).type('message', 'Hello');
    const form = await comeBack('id="cleared"');
    form.button('Clear the form').click();
    await settled(form.element);
    assert.equal(form.control('message').value, '');
    assert.isEmpty(keysOf('cleared'));
    assert.include(form.announced, 'The form has been cleared');
    assert.equal(form.focused, 'topic');
    assert.equal((await comeBack('id="cleared"')).control('message').value, '');
  });

  it('is gone once it has been sent', async () => {
    const form = await contactForm('id="sent"');
    await form.fillIn();
    await waitUntil(() => keysOf('sent').length === 1);
    await form.send();
    assert.isEmpty(keysOf('sent'));
    window.dispatchEvent(new Event('pagehide'));
    assert.isEmpty(keysOf('sent'));
  });

  it('stays where sending failed', async () => {
    const form = await contactForm('id="failed"');
    form.answer = { state: 'failed', reason: 'network', arrived: 'unknown', diagnosis: 'cut' };
    await form.fillIn();
    await form.send();
    assert.equal((await comeBack('id="failed"')).control('message').value, ANSWERS.message);
  });

  it('holds neither consent nor hidden values', async () => {
    const hidden = '<input type="hidden" name="customer" value="one">';
    const form = await contactForm('id="consent" privacy-url="/p"', hidden);
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    const again = await comeBack('id="consent" privacy-url="/p"', hidden.replace('one', 'two'));
    assert.isFalse(again.control('consent').checked);
    await again.choose('consent', 'yes');
    await again.send();
    assert.equal(again.record['customer'], 'two');
  });

  it('is not kept where the owner or an erased form says so', async () => {
    const off = await contactForm('id="off" persist="off"');
    await off.type('message', 'Hello');
    window.dispatchEvent(new Event('pagehide'));
    assert.isEmpty(keysOf('off'));

    const form = await contactForm('id="erased"');
    await form.type('message', 'Hello');
    await form.type('message', '');
    window.dispatchEvent(new Event('pagehide'));
    assert.isEmpty(keysOf('erased'));
  });

  it('from before is not shown where the owner has turned it off, and is gone once something is sent', async () => {
    await (await contactForm('id="turned"')).type('message', 'Hello');
    const form = await comeBack('id="turned" persist="off"');
    assert.equal(form.control('message').value, '');
    assert.lengthOf(keysOf('turned'), 1);
    await form.fillIn(ANSWERS);
    await form.send();
    assert.isEmpty(keysOf('turned'));
  });

  it('is three days old at most', async () => {
    const { now } = Date;
    for (const [hours, text] of [
      [71, 'Hello'],
      [73, ''],
    ] as const) {
      replace(Date, 'now', { value: () => now() - hours * HOUR, writable: true });
      await (await contactForm('id="old"')).type('message', 'Hello');
      fixtureCleanup();
      undo.pop()!();
      assert.equal((await contactForm('id="old"')).control('message').value, text);
    }
    fixtureCleanup();
    assert.isEmpty(keysOf('old'));
  });

  it('of one form is not that of another on the page', async () => {
    const two = async () => {
      const first = await contactForm('id=""');
      const second = await contactForm('id=""');
      for (const { element } of [first, second]) element.removeAttribute('id');
      return [first, second] as const;
    };
    const [first, second] = await two();
    await second.type('message', 'Second');
    await first.type('message', 'First');
    window.dispatchEvent(new Event('pagehide'));
    fixtureCleanup();
    const again = await two();
    assert.deepEqual(
      again.map((form) => form.control('message').value),
      ['First', 'Second'],
    );
  });

  it('of another tab does not take the place of what is being written here', async () => {
    const form = await contactForm('id="two-tabs"');
    keepElsewhere(form.element, { name: 'Jon', message: 'Theirs' });
    await form.type('message', 'Mine');
    await waitUntil(() => form.control('name').value === 'Jon', 'the rest of it is offered');
    assert.equal(form.control('message').value, 'Mine');
  });

  it('of another tab stays there when this one is sent', async () => {
    const form = await contactForm('id="other-tab"');
    await form.fillIn();
    await waitUntil(() => keysOf('other-tab').length === 1);
    keepElsewhere(form.element, { message: 'Theirs' });
    await form.send();
    assert.isTrue(form.has('end'));
    assert.include(localStorage.getItem(draftKey(form.element)) ?? '', 'Theirs');
  });

  it('on a page with Prototype.js is right', async () => {
    const quote = function (this: unknown) {
      return `"${String(this)}"`;
    };
    for (const prototype of [Array.prototype, String.prototype, Object.prototype])
      replace(prototype as { toJSON?: unknown }, 'toJSON', {
        value: quote,
        writable: true,
        enumerable: false,
      });
    const form = await contactForm(
      'id="prototype"',
      '<input type="checkbox" name="days[]" value="mo"><input type="checkbox" name="days[]" value="tu">',
    );
    await form.fillIn();
    await form.choose('days[]', 'tu');
    const again = await comeBack(
      'id="prototype"',
      '<input type="checkbox" name="days[]" value="mo"><input type="checkbox" name="days[]" value="tu">',
    );
    assert.equal(again.control('message').value, ANSWERS.message);
    assert.isTrue(again.get<HTMLInputElement>('[value=tu]').checked);
  });

  const LEFT_BY_OTHERS = [
    '',
    'null',
    '[]',
    '{',
    '{"savedAt":1}',
    '{"savedAt":"x","values":7}',
    '{"values":[["message",{}],7,null]}',
  ];
  it('that makes no sense is passed over', async () => {
    await (await contactForm('id="garbage"')).type('message', 'Hello');
    fixtureCleanup();
    const [key] = keysOf('garbage');
    for (const text of LEFT_BY_OTHERS) {
      localStorage.setItem(key!, text);
      const form = await contactForm('id="garbage"');
      assert.equal(form.control('message').value, '', text);
      assert.notInclude(form.announced, 'We kept');
      fixtureCleanup();
    }
  });
});

describe('a device that keeps nothing', () => {
  const BROKEN: Readonly<Record<string, () => void>> = {
    'because storage is blocked': () =>
      replace(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      }),
    'because there is none': () => replace(window, 'localStorage', { value: null }),
    'because it is full': () =>
      replace(Storage.prototype, 'setItem', {
        value() {
          throw new DOMException('full', 'QuotaExceededError');
        },
      }),
  };
  for (const [why, breakStorage] of Object.entries(BROKEN)) {
    it(`${why} sends all the same`, async () => {
      breakStorage();
      const form = await contactForm();
      await form.fillIn();
      window.dispatchEvent(new Event('pagehide'));
      await form.send();
      assert.isTrue(form.has('end'));
      assert.equal(form.record['message'], ANSWERS.message);
      assert.notMatch(words(form.part('end')), /saved/i);
    });
  }
});

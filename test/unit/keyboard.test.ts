import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, settled, words } from './support.js';

const press = (...keys: string[]) =>
  keys.reduce<Promise<void>>((done, key) => done.then(() => sendKeys({ press: key })), Promise.resolve());

describe('with the keyboard', () => {
  it('nothing has the focus before somebody gives it', async () => {
    const form = await contactForm();
    assert.isTrue(document.activeElement === document.body);
    assert.isEmpty(form.all('[autofocus]'));
  });

  it('every control is reached in the order of the page, once', async () => {
    const form = await contactForm('privacy-url="/p" max-files="1"', '', {
      around: '<button id="before"></button>{form}<button id="after"></button>',
    });
    document.getElementById('before')!.focus();
    const order: string[] = [];
    for (let i = 0; i < 20; i++) {
      await press('Tab');
      if (document.activeElement?.id === 'after') break;
      order.push(form.focused);
    }
    assert.deepEqual(order, [
      ...['topic', 'name', 'email', 'phone', 'subject', 'message', 'attachment', 'consent'],
      ...['privacy policy (opens in a new tab)', 'Send'],
    ]);
    assert.equal(document.activeElement?.id, 'after');
  });

  it('a message is written and sent', async () => {
    const form = await contactForm('', '', { around: '<button id="start"></button>{form}' });
    document.getElementById('start')!.focus();
    await press('Tab', 'Space', 'Tab');
    await sendKeys({ type: 'Ane' });
    await press('Tab');
    await sendKeys({ type: 'ane@example.com' });
    await press('Tab', 'Tab', 'Tab');
    await sendKeys({ type: 'Kaixo /?# 1' });
    await press('Tab');
    assert.equal(form.focused, 'Send question');
    await press('Enter');
    await waitUntil(() => form.has('end'));
    assert.include(form.record, {
      topic: 'question',
      name: 'Ane',
      email: 'ane@example.com',
      message: 'Kaixo /?# 1',
    });
    await waitUntil(() => form.focused === 'end');
    await press('Tab');
    assert.equal(form.focused, 'Copy the reference number');
  });

  it('Enter in a line of text sends, in a text it begins a line', async () => {
    const form = await contactForm();
    await form.fillIn();
    form.control('message').focus();
    await press('Enter');
    await settled(form.element);
    assert.isEmpty(form.requests);
    assert.include(form.control('message').value, '\n');
    form.control('subject').focus();
    await press('Enter');
    await waitUntil(() => form.has('end'));
    assert.lengthOf(form.requests, 1);
  });

  it('Enter in an empty form leads to what is missing, and on to the first field', async () => {
    const form = await contactForm();
    form.control('name').focus();
    await press('Enter');
    await waitUntil(() => form.focused === 'error-summary');
    await press('Tab', 'Enter');
    await waitUntil(() => form.focused === 'topic');
  });

  it('Enter in the form does not send a form of the page around it', async () => {
    let submitted = 0;
    const form = await contactForm('', '', {
      around: '<form id="outer"><input name="outer">{form}<button></button></form>',
    });
    const outer = document.querySelector<HTMLFormElement>('#outer')!;
    outer.addEventListener('submit', (event) => {
      submitted++;
      event.preventDefault();
    });
    await form.fillIn(ANSWERS);
    form.control('subject').focus();
    await press('Enter');
    await waitUntil(() => form.has('end'));
    assert.equal(submitted, 0);
    assert.deepEqual([...new FormData(outer).keys()], ['outer']);
  });

  it('focus() leads to the first control, whatever is shown', async () => {
    const form = await contactForm();
    form.element.focus();
    assert.equal(form.focused, 'topic');
    const fixed = await contactForm('topic="question"');
    fixed.element.focus();
    assert.equal(fixed.focused, 'name');
    await fixed.fillIn();
    await fixed.send();
    (document.activeElement as HTMLElement | null)?.blur();
    fixed.element.focus();
    assert.equal(fixed.focused, 'end');
  });

  it('the focus is to be seen', async () => {
    const form = await contactForm('max-files="1"');
    form.control('name').focus();
    const rings: Record<string, string> = {};
    for (const name of ['email', 'attachment', 'Send']) {
      for (let i = 0; i < 8 && form.focused !== name; i++) await press('Tab');
      const active = form.root.activeElement!;
      const shown = active.matches('[type=file]') ? form.part('file-button') : active;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      rings[name] = `${outlineStyle} ${outlineWidth}`;
    }
    assert.deepEqual(rings, { email: 'solid 3px', attachment: 'solid 3px', Send: 'solid 3px' });
    await press('Tab');
    form.all('[name=topic]')[0]!.focus();
    await press('Space');
    const option = form.root.activeElement!.closest('label')!;
    assert.equal(getComputedStyle(option).outlineStyle, 'solid', words(option));
  });
});

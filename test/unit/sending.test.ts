import { aTimeout, assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DeliveryOutcome } from '../../src/delivery/states.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, SENT, settled, words, type FormPage } from './support.js';

/** A form whose endpoint takes its time; `finish` lets it answer. */
const slowForm = async (
  attributes = '',
): Promise<FormPage & { finish: (outcome?: DeliveryOutcome) => void }> => {
  const form = await contactForm(attributes);
  let finish: (outcome?: DeliveryOutcome) => void = () => assert.fail('nothing is being sent');
  form.answer = () => new Promise((resolve) => (finish = (outcome = SENT) => resolve(outcome)));
  await form.fillIn();
  return Object.assign(form, { finish: (outcome?: DeliveryOutcome) => finish(outcome) });
};

describe('while a message is sent', () => {
  listenToConsole();

  it('the button keeps its name and the focus, and says that it waits', async () => {
    const form = await slowForm();
    const { submitButton } = form;
    submitButton.focus();
    submitButton.click();
    await waitUntil(() => form.requests.length === 1);
    await settled(form.element);
    assert.isTrue(form.submitButton === submitButton);
    assert.equal(words(submitButton), 'Send question');
    assert.equal(submitButton.getAttribute('aria-disabled'), 'true');
    assert.isFalse(submitButton.disabled);
    assert.equal(form.focused, 'Send question');
    assert.equal(form.get('form').getAttribute('aria-busy'), 'true');
    assert.isTrue(form.element.matches(':state(busy)'));
    form.finish();
    await waitUntil(() => form.has('end'));
    assert.isFalse(form.element.matches(':state(busy)'));
    assert.isTrue(form.element.matches(':state(sent)'));
  });

  it('it is said after a moment, not at once', async () => {
    const form = await slowForm();
    form.submitButton.click();
    const status = form.part('status');
    assert.equal(status.getAttribute('role'), 'status');
    await aTimeout(150);
    assert.equal(words(status), '');
    await waitUntil(() => words(status) === 'Sending…');
    form.finish({ state: 'rejected', status: 422, errors: [{ message: 'No.' }] });
    await waitUntil(() => form.has('error-summary'));
    assert.equal(words(form.part('status')), '');
  });

  it('nothing is said of what takes no time', async () => {
    const form = await contactForm();
    await form.fillIn();
    const said = new Set<string>();
    const watch = new MutationObserver(() => said.add(words(form.part('base'))));
    watch.observe(form.root, { subtree: true, childList: true, characterData: true });
    await form.send();
    await aTimeout(450);
    watch.disconnect();
    assert.notInclude([...said].join(), 'Sending…');
  });

  it('a double click makes one request', async () => {
    const form = await slowForm();
    form.submitButton.click();
    form.submitButton.click();
    await waitUntil(() => form.requests.length > 0);
    form.submitButton.click();
    void form.element.submit();
    await settled(form.element);
    form.finish();
    await waitUntil(() => form.has('end'));
    void form.element.submit();
    await settled(form.element);
    assert.lengthOf(form.requests, 1);
  });

  it('Enter held down makes one request', async () => {
    const form = await slowForm();
    form.control('name').focus();
    for (let i = 0; i < 10; i++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    form.finish();
    await waitUntil(() => form.has('end'));
    assert.lengthOf(form.requests, 1);
  });

  it('it completes although the page takes the element away', async () => {
    const form = await slowForm();
    const sent: Event[] = [];
    form.element.addEventListener('harreman-sent', (event) => sent.push(event));
    form.submitButton.click();
    await waitUntil(() => form.requests.length === 1);
    const { parentElement } = form.element;
    form.element.remove();
    form.finish();
    await waitUntil(() => sent.length === 1);
    parentElement!.append(form.element);
    await waitUntil(() => form.has('end'));
    assert.lengthOf(form.requests, 1);
  });

  it('the method resolves when it is known how that ended', async () => {
    const form = await slowForm();
    let done = false;
    const end = form.element.submit().then(() => (done = true));
    await waitUntil(() => form.requests.length === 1);
    assert.isFalse(done);
    form.finish();
    await end;
    assert.isTrue(form.element.matches(':state(sent)'));
  });
});

describe('when a message has been sent', () => {
  const clipboard: string[] = [];
  const offerClipboard = (writeText: (text: string) => Promise<void>): void =>
    void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  /** Takes the place of the older command. */
  const answerCopy = (value: () => boolean): void =>
    void Object.defineProperty(document, 'execCommand', { configurable: true, value });
  beforeEach(() => {
    clipboard.length = 0;
    offerClipboard((text) => Promise.resolve(void clipboard.push(text)));
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });

  const sentForm = async (attributes = ''): Promise<FormPage> => {
    const form = await contactForm(attributes);
    await form.fillIn();
    await form.send();
    return form;
  };

  it('a heading says so and has the focus', async () => {
    const form = await sentForm('heading-level="3"');
    await waitUntil(() => form.focused === 'end');
    const heading = form.root.activeElement!;
    assert.equal(words(heading), 'Your question has been sent');
    assert.equal(heading.getAttribute('role'), 'heading');
    assert.equal(heading.getAttribute('aria-level'), '3');
    assert.isNull(form.find('form'));
    assert.include(form.text, 'A person will read your message and answer you.');
  });

  it('the reference number is there as text', async () => {
    const form = await sentForm();
    const reference = words(form.part('reference'));
    assert.match(reference, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    assert.equal(form.record['reference'], reference);
  });

  it("the endpoint's own reference number counts, as text", async () => {
    const form = await contactForm();
    form.answer = { state: 'sent', reference: '<b>T-77</b>' };
    await form.fillIn();
    await form.send();
    assert.equal(words(form.part('reference')), '<b>T-77</b>');
    assert.isNull(form.find('b'));
  });

  it('the reference number and the text can be copied', async () => {
    const form = await sentForm();
    form.button('Copy the reference number').click();
    await waitUntil(() => form.announced === 'Copied');
    form.button('Copy my message').click();
    await waitUntil(() => clipboard.length === 2);
    const reference = words(form.part('reference'));
    assert.equal(clipboard[0], reference);
    assert.equal(
      clipboard[1],
      [
        `Reference number: ${reference}`,
        'What is it about?: Question',
        `Your name: ${ANSWERS.name}`,
        `E-mail: ${ANSWERS.email}`,
        `Your question: ${ANSWERS.message}`,
      ].join('\n'),
    );
  });

  it('an older way of copying is tried where there is no clipboard', async () => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    const form = await sentForm();
    let copied = '';
    answerCopy(() => {
      const event = new ClipboardEvent('copy', { bubbles: true, clipboardData: new DataTransfer() });
      document.dispatchEvent(event);
      copied = event.clipboardData!.getData('text/plain');
      return true;
    });
    form.button('Copy the reference number').click();
    await waitUntil(() => form.announced === 'Copied');
    assert.equal(copied, words(form.part('reference')));
  });

  it('what cannot be copied stands there, selected', async () => {
    offerClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    answerCopy(() => false);
    const form = await sentForm();
    form.button('Copy my message').click();
    await waitUntil(() => form.find('textarea'));
    const text = form.get<HTMLTextAreaElement>('textarea');
    assert.match(words(text.labels[0]!), /^It could not be copied/);
    assert.isTrue(text.readOnly);
    await waitUntil(() => form.root.activeElement === text);
    assert.include(text.value, ANSWERS.message);
    assert.deepEqual([text.selectionStart, text.selectionEnd], [0, text.value.length]);
    assert.notInclude(form.announced, 'Copied');
  });

  it('another can be written: empty, from the first field, under another id', async () => {
    const form = await sentForm();
    form.button('Send another message').click();
    await waitUntil(() => form.focused === 'topic');
    for (const name of ['name', 'email', 'message']) assert.equal(form.control(name).value, '', name);
    assert.isEmpty(form.all(':checked'));
    assert.isFalse(form.element.matches(':state(sent)'));
    await form.fillIn();
    await form.send();
    const [first, second] = form.requests.map(({ record }) => record['submission_id']);
    assert.notEqual(first, second);
  });

  it('the method empties the form too', async () => {
    const form = await sentForm();
    form.element.reset();
    await form.ready();
    assert.equal(form.control('message').value, '');
  });

  it('what the owner promises is said again', async () => {
    const form = await sentForm('reply-within="3" topic="quote"');
    assert.include(form.text, 'We answer within 3 working days.');
    assert.include(form.text, 'Your request for a quote has been sent');
    assert.include(form.text, 'What happens next');
  });
});

describe('a message that is saved on the device', () => {
  it('is said to be saved, not sent', async () => {
    const form = await contactForm();
    const events: string[] = [];
    for (const type of ['harreman-saved', 'harreman-sent'] as const)
      form.element.addEventListener(type, () => events.push(type));
    form.answer = { state: 'saved' };
    await form.fillIn();
    await form.send();
    assert.equal(words(form.get('#end')), 'Saved on this device');
    assert.include(form.text, 'It will be sent when you open this site again.');
    assert.notMatch(form.text, /has been sent/);
    assert.isTrue(form.element.matches(':state(saved)'));
    assert.isFalse(form.element.matches(':state(sent)'));
    assert.deepEqual(events, ['harreman-saved']);
  });

  it("does not show the owner's thanks, which may say that it has arrived, before it has", async () => {
    const form = await contactForm('', '<p slot="thanks">We have your message.</p>');
    form.answer = { state: 'saved' };
    await form.fillIn();
    await form.send();
    assert.equal(words(form.get('#end')), 'Saved on this device');
    const thanks = form.element.querySelector('p')!;
    assert.isUndefined(thanks.assignedSlot?.name);
    assert.isFalse(thanks.checkVisibility());
  });
});

import { assert } from '@open-wc/testing';
import { ANSWERS, contactForm, FormPage, listenToConsole, settled } from './support.js';

/** Gives the page an address with these parameters, until the test has ended. */
const visit = (parameters: string): void => {
  const url = new URL(address);
  for (const [name, value] of new URLSearchParams(parameters)) url.searchParams.append(name, value);
  history.replaceState(null, '', url);
};
const address = location.href;
afterEach(() => history.replaceState(null, '', address));

describe('what the owner knows already', () => {
  const said = listenToConsole();

  it('is filled in from attributes', async () => {
    const form = await contactForm(
      'prefill-topic="complaint" prefill-name="Ane" prefill-order-number="A-17" prefill-message="Kaixo"',
    );
    assert.isTrue(form.get<HTMLInputElement>('[value=complaint]').checked);
    assert.equal(form.control('name').value, 'Ane');
    assert.equal(form.control('order_number').value, 'A-17');
    await form.fillIn({ email: 'ane@example.com' });
    await form.send();
    assert.include(form.record, { topic: 'complaint', name: 'Ane', order_number: 'A-17', message: 'Kaixo' });
  });

  it('is filled in from parameters of the address that are allowed, and no others', async () => {
    visit('topic=quote&name=Mallory&subject=Roof%20%26%20walls&message=Pay');
    const form = await contactForm('prefill-url="topic subject"');
    assert.isTrue(form.get<HTMLInputElement>('[value=quote]').checked);
    assert.equal(form.control('subject').value, 'Roof & walls');
    assert.equal(form.control('name').value, '');
    assert.equal(form.control('message').value, '');
  });

  it('is never read from the address unless the owner says so', async () => {
    visit('topic=quote&name=Mallory&subject=x&message=Pay');
    const form = await contactForm();
    assert.deepEqual(
      form
        .all<HTMLInputElement>('input,textarea')
        .filter(({ type, value, checked }) => (type === 'radio' ? checked : value)),
      [],
    );
  });

  it('in the address is text, whatever is in it', async () => {
    visit('subject=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&topic=%3Cscript%3E');
    const form = await contactForm('prefill-url="topic,subject"');
    assert.equal(form.control('subject').value, '<img src=x onerror=alert(1)>');
    assert.isEmpty(form.all('img, script'));
    assert.isEmpty(form.all('[name=topic]:checked'));
    await form.send();
    assert.equal(form.summary[0], 'Choose what it is about', 'a topic that is none was not chosen');
  });

  it('is filled in by the method, at any time', async () => {
    const form = await contactForm(
      '',
      '<label>Days <select name="days" multiple><option>mo<option>tu<option>we</select></label>',
    );
    form.element.prefill({ name: 'Ane', phone: 943123456, days: ['mo', 'we'], order_number: 'later' });
    await settled(form.element);
    assert.equal(form.control('name').value, 'Ane');
    assert.equal(form.control('phone').value, '943123456');
    assert.deepEqual(
      form.all<HTMLInputElement>('[name=days]:checked').map(({ value }) => value),
      ['mo', 'we'],
    );
    await form.choose('topic', 'complaint');
    assert.equal(form.control('order_number').value, 'later', 'a field that comes later has it too');
    assert.isEmpty(said);
  });

  it('is taken before the form is there', async () => {
    const form = new FormPage(document.createElement('harreman-contact-form'));
    form.element.transport = form.transport;
    form.element.prefill({ name: 'Ane' });
    document.body.append(form.element);
    await form.ready();
    assert.equal(form.control('name').value, 'Ane');
    form.element.remove();
  });

  it('never takes the place of what the visitor has written', async () => {
    const form = await contactForm();
    await form.write('name', 'Jon');
    form.element.prefill({ name: 'Ane', email: 'ane@example.com' });
    await settled(form.element);
    assert.equal(form.control('name').value, 'Jon');
    assert.equal(form.control('email').value, 'ane@example.com');
    await form.write('email', '');
    form.element.prefill({ email: 'again@example.com' });
    await settled(form.element);
    assert.equal(form.control('email').value, '', 'nor of what they have erased');
  });

  it('joins the submission that this one follows', async () => {
    const form = await contactForm();
    const regarding = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
    form.element.prefill({ regarding });
    await form.fillIn();
    await form.send();
    assert.equal(form.record['regarding'], regarding);
    form.button('Send another message').click();
    await form.ready();
    await form.fillIn();
    await form.send();
    assert.notProperty(form.record, 'regarding', 'the next one follows nothing');
  });

  it('is not a consent', async () => {
    visit('consent=yes');
    const form = await contactForm('privacy-url="/p" prefill-consent="yes" prefill-url="consent"');
    form.element.prefill({ consent: 'yes' });
    await settled(form.element);
    assert.isFalse(form.control('consent').checked);
    await form.fillIn();
    await form.send();
    assert.deepEqual(form.summary, ['Tick the box to agree to the privacy policy']);
  });

  it('that is no text is refused with its name, and the rest is taken', async () => {
    const form = await contactForm();
    form.element.prefill({
      name: { first: 'Ane' } as never,
      email: null,
      subject: undefined,
      message: 'Kaixo',
    });
    await settled(form.element);
    assert.match(said.join(), /prefill\.name.*text/);
    assert.lengthOf(said, 1);
    assert.equal(form.control('message').value, 'Kaixo');
  });

  it('is not counted as written by a person', async () => {
    const form = await contactForm('prefill-message="x" prefill-name="y" prefill-topic="question"');
    await form.fillIn({ email: ANSWERS.email });
    await form.send();
    assert.include(String(form.record['spam_signals']), 'untouched');
  });
});

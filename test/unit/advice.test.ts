import { aTimeout, assert } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { contactForm, settled, words, type FormPage } from './support.js';

/** What the counter beneath a field shows to the eye. */
const counter = (form: FormPage, name: string): string =>
  words(
    form.control(name).closest('[part~=field]')!.querySelector('[id$=-limit]') ?? document.createTextNode(''),
  );

describe('a field with a limit', () => {
  const field = '<label>Short <input name="short" maxlength="20"></label>';

  it('says what is left when little is, to the eye at once and to the ear in a pause', async () => {
    const form = await contactForm('', field);
    await form.type('short', 'x'.repeat(15));
    assert.equal(counter(form, 'short'), '');
    await form.type('short', 'x'.repeat(17));
    assert.equal(counter(form, 'short'), '3 characters left');
    assert.notInclude(form.announced, 'left', 'nothing is said while somebody types');
    await form.type('short', 'x'.repeat(19));
    assert.equal(counter(form, 'short'), '1 character left');
    await waitUntil(() => form.announced.includes('1 character left'), 'it is not said');
  });

  it('says in words that it is exceeded', async () => {
    const form = await contactForm('', field);
    await form.type('short', 'x'.repeat(22));
    assert.equal(counter(form, 'short'), '2 characters too many');
    assert.isEmpty(form.all('[part~=error]'), 'which is no error before the form is sent');
    assert.equal(form.control('short').value.length, 22);
  });

  it('says nothing more once there is room again', async () => {
    const form = await contactForm('', field);
    await form.type('short', 'x'.repeat(19));
    await form.type('short', 'x');
    assert.equal(counter(form, 'short'), '');
    await aTimeout(1200);
    assert.equal(form.announced, '');
  });

  it('counts an emoji once', async () => {
    const form = await contactForm('', field);
    await form.type('short', '\u{1F44B}'.repeat(18));
    assert.equal(counter(form, 'short'), '2 characters left');
  });
});

describe('an e-mail address with a slip', () => {
  const status = (form: FormPage): HTMLElement =>
    form.control('email').closest('[part~=field]')!.querySelector<HTMLElement>('[role=status]')!;

  it('is asked about when the visitor goes on, and is no error', async () => {
    const form = await contactForm();
    await form.type('email', 'ane@gmial.com');
    assert.equal(words(status(form)), '', 'the live region is there before, empty');
    form.leave('email');
    await waitUntil(() => words(status(form)).startsWith('Did you mean ane@gmail.com?'));
    assert.notEqual(form.control('email').ariaInvalid, 'true');
    assert.equal(form.control('email').value, 'ane@gmial.com');
  });

  it('is mended with a button, and the focus is in the field', async () => {
    const form = await contactForm();
    await form.write('email', 'ane@gmial.com');
    await waitUntil(() => words(status(form)) !== '');
    form.button('Yes, use this address').click();
    await settled(form.element);
    assert.equal(form.control('email').value, 'ane@gmail.com');
    assert.equal(form.focused, 'email');
    assert.equal(words(status(form)), '');
  });

  it('can be sent as it is', async () => {
    const form = await contactForm();
    await form.fillIn({ topic: 'question', name: 'Ane', email: 'ane@gmial.com', message: 'x' });
    await form.send();
    assert.equal(form.record['email'], 'ane@gmial.com');
  });

  it('is not asked about any more when it is right', async () => {
    const form = await contactForm();
    await form.write('email', 'ane@gmial.com');
    await waitUntil(() => words(status(form)) !== '');
    await form.write('email', 'ane@example.com');
    await waitUntil(() => words(status(form)) === '');
  });
});

import { assert } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, settled, words, type FormPage } from './support.js';

const ALL_MISSING = [
  'Choose what it is about',
  'Enter your name',
  'Enter your e-mail address',
  'Write your message',
  'Tick the box to agree to the privacy policy',
];

const described = (form: FormPage, name: string): string[] =>
  (form.control(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => words(form.root.getElementById(id) ?? document.createTextNode('')))
    .filter(Boolean);

describe('errors', () => {
  it('are listed in the order of the fields when an empty form is sent', async () => {
    const form = await contactForm('privacy-url="/privacy"');
    await form.send();
    assert.deepEqual(form.summary, ALL_MISSING);
    assert.isEmpty(form.requests);
  });

  // Heard in Orca with Firefox: of a box without a name it said nothing at all, nor of the alert within.
  it('stand above the fields, in a box that has the focus, a name, and a child that is heard besides', async () => {
    const form = await contactForm();
    await form.send();
    const summary = form.part('error-summary');
    assert.equal(form.focused, 'error-summary');
    assert.equal(summary.tabIndex, -1);
    assert.equal(summary.getAttribute('role'), 'group');
    const name = form.root.getElementById(summary.getAttribute('aria-labelledby') ?? '');
    assert.equal(words(name ?? summary), 'There is a problem');
    const alert = words(summary.querySelector('[role=alert]')!);
    assert.match(alert, /^4 things need your attention/, 'the name is not said twice');
    const order = summary.compareDocumentPosition(form.control('topic'));
    assert.equal(order, Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('are not counted where there is one', async () => {
    const form = await contactForm();
    await form.fillIn({ ...ANSWERS, name: '' });
    await form.send();
    assert.deepEqual(form.summary, ['Enter your name']);
    assert.notInclude(words(form.part('error-summary')), 'attention');
  });

  it('lead to their controls, labels in view', async () => {
    const form = await contactForm('', '', { around: '<div style="block-size: 200vh"></div>{form}' });
    await form.send();
    const links = form.all<HTMLAnchorElement>('[part~=error-summary] a');
    assert.lengthOf(links, 4);
    for (const [index, name] of ['topic', 'name', 'email', 'message'].entries()) {
      links[index]!.click();
      await settled(form.element);
      assert.equal(form.focused, name);
      const field = form.control(name).closest('[part~=field]')!;
      const { top, bottom } = field.querySelector('[part~=label]')!.getBoundingClientRect();
      assert.isTrue(top >= -1 && bottom <= innerHeight, `the label of ${name} is out of sight at ${top}`);
    }
    assert.equal(location.hash, '', "the page's address is its own");
  });

  it('are at the field too, in the same words, and describe the control', async () => {
    const form = await contactForm('privacy-url="/privacy"');
    await form.send();
    for (const [index, name] of ['topic', 'name', 'email', 'message', 'consent'].entries())
      assert.equal(form.errorAt(name), ALL_MISSING[index], name);
    for (const name of ['name', 'email', 'message', 'consent']) {
      assert.equal(form.control(name).getAttribute('aria-invalid'), 'true');
      assert.deepEqual(described(form, name), [`Error: ${form.errorAt(name)}`]);
    }
    const group = form.control('topic').closest('fieldset')!;
    assert.equal(
      words(form.root.getElementById(group.getAttribute('aria-describedby')!)!),
      'Error: Choose what it is about',
    );
    assert.notEqual(form.control('phone').ariaInvalid, 'true');
  });

  it('come after the hint and before the control', async () => {
    const form = await contactForm('topic="quote"');
    await form.send();
    const [hint, error] = described(form, 'message');
    assert.match(hint!, /^What, how much/);
    assert.equal(error, 'Error: Write your message');
    const field = form.control('message').closest('[part~=field]')!;
    const parts = ['label', 'hint', 'error', 'control'].map((part) =>
      field.querySelector(`[part~=${part}]`)!,
    );
    for (const [index, part] of parts.slice(1).entries())
      assert.equal(parts[index]!.compareDocumentPosition(part), Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('have a prefix that is heard and not seen', async () => {
    const form = await contactForm();
    await form.send();
    const prefix = form.part('error').querySelector('span')!;
    assert.equal(words(prefix), 'Error:');
    assert.isAtMost(prefix.getBoundingClientRect().width, 1);
  });

  it('are not shown before the form is sent', async () => {
    const form = await contactForm();
    await form.write('email', 'ane@');
    await form.write('name', '');
    await settled(form.element);
    assert.isEmpty(form.all('[part~=error]'));
    assert.isEmpty(form.all('[aria-invalid=true]'));
    assert.isFalse(form.element.matches(':state(invalid)'));
  });

  it('go when they are mended, while the visitor writes', async () => {
    const form = await contactForm();
    await form.send();
    await form.type('email', 'ane@example');
    assert.equal(
      form.errorAt('email'),
      'Enter your e-mail address',
      'nothing changes in the middle of a word',
    );
    await form.type('email', 'ane@example.com');
    assert.isUndefined(form.errorAt('email'));
    assert.equal(form.focused, 'email', 'the focus stays');
    assert.notEqual(form.control('email').ariaInvalid, 'true');
    assert.isEmpty(described(form, 'email'));
    assert.notInclude(form.summary.join(), 'e-mail');
    assert.lengthOf(form.summary, 3);
  });

  it('are not all read out anew as one of them is mended', async () => {
    const form = await contactForm();
    await form.send();
    // An alert is read as a whole at each change, unless it says that it is not (WAI-ARIA 1.2, aria-atomic).
    assert.equal(form.get('[part~=error-summary] [role=alert]').ariaAtomic, 'false');
  });

  it('come when the visitor leaves a field, once the form has been sent', async () => {
    const form = await contactForm();
    await form.fillIn({ ...ANSWERS, name: '' });
    await form.send();
    await form.type('email', 'ane@');
    assert.isUndefined(form.errorAt('email'), 'never on a key');
    form.leave('email');
    await waitUntil(() => form.errorAt('email'));
    assert.match(form.errorAt('email')!, /^Enter an e-mail address in the correct format/);
    assert.equal(form.focused, '');
  });

  it('say how it should be', async () => {
    const form = await contactForm('topic="complaint"');
    await form.fillIn({ ...ANSWERS, email: 'ane@', phone: '12', purchase_date: '9999-01-01' });
    await form.send();
    assert.deepEqual(form.summary, [
      'Enter a date that is not in the future',
      'Enter an e-mail address in the correct format, like name@example.com',
      'Enter a phone number, like +44 1632 960 001',
    ]);
  });

  it('never keep the button from being pressed', async () => {
    const form = await contactForm();
    const { submitButton } = form;
    await form.send();
    for (const button of [submitButton, form.submitButton]) {
      assert.isTrue(button === submitButton);
      assert.isFalse(button.disabled);
      assert.notEqual(button.getAttribute('aria-disabled'), 'true');
    }
  });

  it('leave the state when all is mended, and the message goes', async () => {
    const form = await contactForm();
    await form.send();
    assert.isTrue(form.element.matches(':state(invalid)'));
    await form.fillIn();
    assert.isFalse(form.has('error-summary'));
    assert.isFalse(form.element.matches(':state(invalid)'));
    await form.send();
    assert.isTrue(form.has('end'));
    assert.equal(form.record['message'], ANSWERS.message);
  });

  it('take the focus to the summary again at each try', async () => {
    const form = await contactForm();
    await form.send();
    form.control('name').focus();
    form.submitButton.click();
    await waitUntil(() => form.focused === 'error-summary');
  });

  it('say the same in every language that has them', async () => {
    const form = await contactForm('locale="ka"');
    await form.send();
    assert.lengthOf(form.summary, 4);
    for (const text of form.summary) assert.match(text, /^[\p{Script=Georgian}\s.,„“–-]+$/u);
    assert.match(words(form.part('error-summary')), /4/);
  });

  it('keep text that is too long, and say by how much', async () => {
    const form = await contactForm('topic="question"');
    const long = 'x'.repeat(20_003);
    await form.fillIn({ ...ANSWERS, message: long });
    await form.send();
    assert.deepEqual(form.summary, ['Shorten the text by 3 characters: Your question']);
    assert.equal(form.control('message').value, long);
    await form.type('message', long.slice(3));
    assert.isFalse(form.has('error-summary'));
  });

  it('do not miss half a date', async () => {
    const form = await contactForm('topic="complaint"');
    await form.fillIn(ANSWERS);
    const date = form.control('purchase_date');
    // What Chromium says of a date with a day and no year; a script can't write one.
    Object.defineProperty(date, 'validity', { value: { badInput: true } });
    date.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.send();
    assert.deepEqual(form.summary, ['Enter a valid date']);
  });
});

import { assert } from '@open-wc/testing';
import { ANSWERS, contactForm, settled, words } from './support.js';

describe('the fields of a contact form', () => {
  it('come in the order in which people answer', async () => {
    const form = await contactForm('max-files="2" privacy-url="/privacy"');
    assert.deepEqual(form.labels, [
      'What is it about?',
      'Your name',
      'E-mail',
      'Phone (optional)',
      'Subject (optional)',
      'Message',
      'Files (optional)',
      'I agree to the privacy policy (opens in a new tab).',
    ]);
    const last = form.all('button').pop();
    assert.isTrue(last === form.submitButton);
  });

  it('have a label each, in the same shadow root', async () => {
    const form = await contactForm(
      'topic="complaint" max-files="2" privacy-url="/privacy" reply-by="either"',
    );
    const controls = form.all<HTMLInputElement>('input,select,textarea');
    assert.isAbove(controls.length, 10);
    for (const control of controls) {
      const [label] = control.labels ?? [];
      assert.ok(label && words(label), `${control.name} has no label`);
      assert.isTrue(label.getRootNode() === form.root);
    }
  });

  it('keep what a script of the page has kept from us', async () => {
    const form = await contactForm();
    const message = form.control<HTMLTextAreaElement>('message');
    const hold = (event: Event): void => event.stopImmediatePropagation();
    addEventListener('input', hold, { capture: true });
    message.value = ANSWERS.message;
    message.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    removeEventListener('input', hold, { capture: true });
    form.element.requestUpdate();
    await settled(form.element);
    assert.equal(message.value, ANSWERS.message);
  });

  it('describe themselves within the shadow root only', async () => {
    const form = await contactForm(
      'topic="complaint" max-files="2" privacy-url="/privacy" reply-by="either"',
    );
    await form.send();
    let references = 0;
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'])
      for (const element of form.all(`[${attribute}]`))
        for (const id of element.getAttribute(attribute)!.split(' ')) {
          references++;
          assert.ok(form.root.getElementById(id), `${attribute}="${id}" leads nowhere`);
        }
    assert.isAbove(references, 10);
    const ids = form.all('[id]').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'an id is there twice');
  });

  it('tell browsers and keyboards what goes into them', async () => {
    const form = await contactForm('topic="question"');
    const attributes = (name: string, ...names: string[]) =>
      names.map((attribute) => form.control(name).getAttribute(attribute));
    assert.deepEqual(attributes('name', 'type', 'autocomplete'), ['text', 'name']);
    assert.deepEqual(
      attributes('email', 'type', 'autocomplete', 'inputmode', 'spellcheck', 'autocapitalize', 'dir'),
      [...['email', 'email', 'email', 'false', 'none', 'ltr']],
    );
    assert.deepEqual(attributes('phone', 'type', 'autocomplete', 'inputmode', 'dir'), [
      'tel',
      'tel',
      'tel',
      'ltr',
    ]);
    const message = form.control<HTMLTextAreaElement>('message');
    assert.equal(message.localName, 'textarea');
    assert.isAtLeast(message.rows, 5);
    assert.equal(getComputedStyle(message).resize, 'vertical');
  });

  it('are required, or say in words that they are optional', async () => {
    const form = await contactForm('max-files="1" topic="complaint"');
    for (const field of form.all('[part~=field]')) {
      const label = words(field.querySelector('[part~=label]')!);
      const required = field.querySelector('[name], [aria-required]')!.ariaRequired === 'true';
      assert.equal(label.endsWith('(optional)'), !required, label);
    }
  });

  it('are described by what is left of their limit, once little is', async () => {
    const form = await contactForm('', '<textarea name="message" maxlength="20" required></textarea>');
    const described = (): string =>
      (form.control('message').getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => form.root.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim();
    await form.type('message', 'Kaixo');
    assert.equal(described(), '');
    await form.type('message', 'x'.repeat(17));
    assert.equal(described(), '3 characters left');
    await form.type('message', 'x'.repeat(21));
    assert.equal(described(), '1 character too many');
  });

  it('have no placeholder for a label, and a limit that lets text be too long', async () => {
    const form = await contactForm();
    assert.isEmpty(form.all('[placeholder]'));
    assert.isEmpty(form.all('[maxlength]'), 'the browser would cut what is pasted');
    assert.isEmpty(form.all('[pattern]'));
  });

  it('stand in one native form that has the heading for its name', async () => {
    const form = await contactForm();
    assert.lengthOf(form.all('form'), 1);
    const native = form.get<HTMLFormElement>('form');
    assert.isTrue(native.noValidate);
    assert.equal(words(form.root.getElementById(native.getAttribute('aria-labelledby')!)!), 'Contact us');
    const heading = form.get('[role=heading]');
    assert.equal(words(heading), 'Contact us');
    assert.equal(heading.getAttribute('aria-level'), '2');
  });

  it('have the heading and the level that the owner gives', async () => {
    const form = await contactForm('heading="Idatzi" heading-level="4"');
    assert.equal(words(form.get('[role=heading]')), 'Idatzi');
    assert.equal(form.get('[role=heading]').getAttribute('aria-level'), '4');
    await form.send();
    assert.equal(form.get('[part~=error-summary] [role=heading]').getAttribute('aria-level'), '5');

    const none = await contactForm('heading=""');
    assert.isEmpty(none.all('[role=heading]'));
  });

  it('ask for an e-mail address, or a phone number, or either', async () => {
    const email = await contactForm('topic="question"');
    assert.isTrue(email.control('email').ariaRequired === 'true');
    assert.isFalse(email.control('phone').ariaRequired === 'true');

    const phone = await contactForm('topic="question" reply-by="phone"');
    assert.isTrue(phone.control('phone').ariaRequired === 'true');
    assert.isFalse(phone.control('email').ariaRequired === 'true');

    const either = await contactForm('topic="question" reply-by="either"');
    assert.isFalse(
      either.control('phone').ariaRequired === 'true' || either.control('email').ariaRequired === 'true',
    );
    const group = either.control('email').closest<HTMLElement>('[part~=group]')!;
    assert.isTrue(group.contains(either.control('phone')));
    assert.equal(words(group.querySelector('legend')!), 'How can we reach you?');
    assert.equal(
      words(either.root.getElementById(group.getAttribute('aria-describedby')!)!),
      'An e-mail address or a phone number is enough.',
    );
    assert.notInclude(either.labels.join(), 'E-mail (optional)');
  });

  it('with either of two ways to answer want one of them, and take one', async () => {
    const form = await contactForm('reply-by="either"');
    await form.fillIn({ ...ANSWERS, email: '' });
    await form.send();
    assert.deepEqual(form.summary, ['Enter an e-mail address or a phone number']);
    await form.write('phone', '943 12 34 56');
    await form.send();
    assert.equal(form.record['phone'], '943 12 34 56');
    assert.isUndefined(form.record['email']);
  });

  it('have a trap that no person finds', async () => {
    const form = await contactForm();
    const trap = form.get<HTMLInputElement>('[aria-hidden=true] input');
    assert.equal(trap.tabIndex, -1);
    assert.equal(trap.autocomplete, 'off');
    assert.match(words(trap.labels![0]!), /^Leave this field empty/);
    const { offsetWidth, offsetHeight } = trap.closest<HTMLElement>('[aria-hidden]')!;
    assert.isAtMost(offsetWidth * offsetHeight, 1);
    assert.isTrue(trap.checkVisibility(), 'machines know what display: none means');
    assert.isFalse(/name|mail|phone|url|address/.test(trap.name), 'browsers fill such names');
  });

  it('promise an answer only where the owner does', async () => {
    const form = await contactForm('reply-within="2"');
    assert.include(form.text, 'We answer within 2 working days.');
    form.element.replyWithin = '1';
    await settled(form.element);
    assert.include(form.text, 'We answer within 1 working day.');
    assert.notInclude((await contactForm()).text, 'We answer within');
  });
});

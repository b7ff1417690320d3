import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ANSWERS, contactForm, settled, words } from './support.js';

const COMPLAINT_FIELDS = ['order_number', 'purchase_date', 'remedy'];

describe('topics', () => {
  it('are radio buttons with a legend, none chosen', async () => {
    const form = await contactForm();
    const radios = form.all<HTMLInputElement>('[name=topic]');
    assert.deepEqual(
      radios.map(({ value, type, labels }) => [value, type, words(labels![0]!)]),
      [
        ['question', 'radio', 'Question'],
        ['suggestion', 'radio', 'Suggestion'],
        ['improvement', 'radio', 'Proposal for improvement'],
        ['complaint', 'radio', 'Complaint'],
        ['quote', 'radio', 'Request for a quote'],
      ],
    );
    assert.isTrue(radios.every(({ checked }) => !checked));
    assert.equal(words(radios[0]!.closest('fieldset')!.querySelector('legend')!), 'What is it about?');
  });

  it('are one stop of the Tab key, and arrows choose', async () => {
    const form = await contactForm();
    form.all('[name=topic]')[0]!.focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    const { value, checked } = form.root.activeElement as HTMLInputElement;
    assert.deepEqual([value, checked], ['improvement', true]);
    await sendKeys({ press: 'Tab' });
    assert.equal(form.focused, 'name');
    assert.isEmpty(form.requests);
  });

  it('change the fields without moving the focus or sending', async () => {
    const form = await contactForm();
    const complaint = form.get<HTMLInputElement>('[name=topic][value=complaint]');
    const { submitButton } = form;
    const name = form.control('name');
    complaint.focus();
    complaint.click();
    await settled(form.element);
    assert.isTrue(form.root.activeElement === complaint);
    assert.isTrue(form.control('name') === name, 'the controls around it stay the same nodes');
    assert.isTrue(form.submitButton === submitButton);
    for (const field of COMPLAINT_FIELDS) assert.ok(form.control(field));
    assert.isEmpty(form.requests);
    const order = complaint.compareDocumentPosition(form.control('order_number'));
    assert.equal(order, Node.DOCUMENT_POSITION_FOLLOWING);
    assert.isBelow(form.labels.indexOf('When did you buy it? (optional)'), form.labels.indexOf('Your name'));
  });

  it('change the words', async () => {
    const form = await contactForm();
    assert.equal(words(form.submitButton), 'Send');
    const seen: Record<string, string[]> = {};
    for (const topic of ['question', 'suggestion', 'improvement', 'complaint', 'quote']) {
      await form.choose('topic', topic);
      seen[topic] = [words(form.control('message').labels![0]!), words(form.submitButton)];
    }
    assert.deepEqual(seen, {
      question: ['Your question', 'Send question'],
      suggestion: ['Your suggestion', 'Send suggestion'],
      improvement: ['What would you improve?', 'Send proposal'],
      complaint: ['What went wrong?', 'Send complaint'],
      quote: ['What do you need?', 'Ask for a quote'],
    });
  });

  it('keep what was written', async () => {
    const form = await contactForm();
    await form.fillIn({ ...ANSWERS, topic: 'complaint' });
    await form.write('order_number', 'A-17');
    await form.choose('remedy', 'refund');
    await form.choose('topic', 'question');
    assert.isNull(form.find('[name=order_number]'));
    assert.equal(form.control('message').value, ANSWERS.message);
    await form.choose('topic', 'complaint');
    assert.equal(form.control('order_number').value, 'A-17');
    assert.isTrue(form.get<HTMLInputElement>('[name=remedy][value=refund]').checked);
  });

  it('send only what is shown', async () => {
    const form = await contactForm();
    await form.fillIn({ ...ANSWERS, topic: 'complaint' });
    await form.write('order_number', 'A-17');
    await form.write('purchase_date', '9999-12-31');
    await form.choose('topic', 'question');
    await form.send();
    assert.equal(form.record['topic'], 'question');
    for (const field of COMPLAINT_FIELDS) assert.notProperty(form.record, field);
  });

  it('of a complaint ask what was bought, when, and what would put it right', async () => {
    const form = await contactForm('topic="complaint"', '<p slot="rights">You have two years.</p>');
    assert.deepEqual(form.labels.slice(0, 3), [
      'What did you buy? Product or order number (optional)',
      'When did you buy it? (optional)',
      'What would put it right? (optional)',
    ]);
    const group = form.control('order_number').closest('[part~=group]')!;
    assert.equal(words(group.querySelector('legend')!), 'About your purchase');
    assert.include(words(group), 'We are sorry');
    assert.deepEqual(
      form.all<HTMLInputElement>('[name=remedy]').map(({ value }) => value),
      ['repair', 'replacement', 'price_reduction', 'refund', 'explanation'],
    );
    const rights = group.querySelector<HTMLSlotElement>('slot[name=rights]')!;
    assert.equal(words(rights.assignedElements()[0]!), 'You have two years.');

    await form.fillIn({ ...ANSWERS, order_number: 'A-17', purchase_date: '2026-01-02', remedy: 'repair' });
    await form.send();
    assert.include(form.record, {
      topic: 'complaint',
      order_number: 'A-17',
      purchase_date: '2026-01-02',
      remedy: 'repair',
    });
    assert.include(form.text, 'Keep the reference number.');
  });

  it('that the owner fixes are not asked for, and sent', async () => {
    const form = await contactForm('topic="suggestion"');
    assert.isNull(form.find('[name=topic]'));
    assert.equal(words(form.submitButton), 'Send suggestion');
    await form.fillIn();
    await form.send();
    assert.equal(form.record['topic'], 'suggestion');
    assert.include(form.text, 'Thank you for your suggestion');
  });

  it("may be a word of the owner's, with the kit's general words", async () => {
    const form = await contactForm('topic="warranty"');
    assert.equal(words(form.control('message').labels![0]!), 'Message');
    await form.fillIn();
    await form.send();
    assert.equal(form.record['topic'], 'warranty');
    assert.include(form.text, 'Your message has been sent');
  });

  it('named like what every object has are just words', async () => {
    for (const topic of ['constructor', '__proto__', 'toString']) {
      const form = await contactForm(`topic="${topic}"`);
      await form.fillIn();
      await form.send();
      assert.equal(form.record['topic'], topic);
      assert.notInclude(form.text, 'undefined');
      assert.notInclude(form.text, 'function');
    }
  });
});

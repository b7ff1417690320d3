import { assert } from '@open-wc/testing';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, settled, words, type FormPage } from './support.js';

const answers = (form: FormPage): string[] =>
  form
    .all('[part~=review] dl > div')
    .map((row) => `${words(row.querySelector('dt')!)}: ${words(row.querySelector('dd')!)}`);

describe('a form that shows the answers before it sends them', () => {
  const review = async (attributes = ''): Promise<FormPage> => {
    const form = await contactForm(`review ${attributes}`);
    await form.fillIn();
    await form.send();
    return form;
  };

  it('shows each with its label, from its heading on', async () => {
    const form = await review();
    assert.isEmpty(form.requests);
    assert.deepEqual(answers(form), [
      'What is it about?: Question',
      `Your name: ${ANSWERS.name}`,
      `E-mail: ${ANSWERS.email}`,
      'Phone: Not given',
      'Subject: Not given',
      `Your question: ${ANSWERS.message}`,
    ]);
    await waitUntil(() => form.focused === 'review');
    assert.equal(words(form.root.activeElement!), 'Check your answers before sending');
    assert.isNull(form.find('[name=message]'));
  });

  it('leads back to each answer, by a button that is named after it', async () => {
    const form = await review();
    const change = form.all<HTMLButtonElement>('[part~=review] dl button')[2]!;
    assert.equal(change.getAttribute('aria-label'), 'Change: E-mail');
    change.click();
    await waitUntil(() => form.focused === 'email');
    assert.equal(form.control('message').value, ANSWERS.message);
    form.submitButton.click();
    await waitUntil(() => form.has('review'));
    form.button('Back').click();
    await waitUntil(() => form.focused === 'topic');
  });

  it('sends what it shows', async () => {
    const form = await review();
    form.submitButton.click();
    await waitUntil(() => form.has('end'));
    assert.lengthOf(form.requests, 1);
    assert.include(form.record, ANSWERS);
  });

  it('sends the consent that was given before', async () => {
    const form = await contactForm('review privacy-url="/p"');
    await form.fillIn({ ...ANSWERS, consent: 'yes' });
    await form.send();
    form.submitButton.click();
    await waitUntil(() => form.has('end'));
    assert.equal(form.record['consent_text'], 'I agree to the privacy policy.');
  });

  it('shows the fields again where the endpoint finds something wrong', async () => {
    const form = await review();
    form.answer = { state: 'rejected', status: 422, errors: [{ field: 'email', message: 'No.' }] };
    form.submitButton.click();
    await waitUntil(() => form.has('error-summary'));
    assert.isFalse(form.has('review'));
    assert.equal(form.errorAt('email'), 'No.');
  });

  it('shows what was written as text', async () => {
    const form = await contactForm('review');
    await form.fillIn({ ...ANSWERS, message: '<b>bold</b>\nline' });
    await form.send();
    await settled(form.element);
    assert.isNull(form.find('[part~=review] b'));
    assert.include(answers(form).join(), '<b>bold</b> line');
  });
});

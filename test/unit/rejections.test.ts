import { assert } from '@open-wc/testing';
import type { FieldError } from '../../src/delivery/states.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, SENT, settled, words, type FormPage } from './support.js';

const rejected = async (errors: readonly FieldError[], inner = ''): Promise<FormPage> => {
  const form = await contactForm('', inner);
  form.answer = { state: 'rejected', status: 422, errors };
  await form.fillIn();
  await form.send();
  return form;
};

describe('what an endpoint finds wrong', () => {
  it('is said in the summary and at the fields, like any other error', async () => {
    const form = await rejected([
      { field: 'message', code: 'SPAM', message: 'We do not take offers.' },
      { field: 'email', message: 'This address does not exist.' },
    ]);
    assert.equal(form.focused, 'error-summary');
    assert.deepEqual(form.summary, ['This address does not exist.', 'We do not take offers.']);
    assert.equal(form.errorAt('email'), 'This address does not exist.');
    assert.equal(form.control('email').getAttribute('aria-invalid'), 'true');
    form.get('[part~=error-summary] a').click();
    await settled(form.element);
    assert.equal(form.focused, 'email');
  });

  it('of something that is no field here is said without a link', async () => {
    const form = await rejected([
      { field: 'ip_address', message: 'Blocked.' },
      { message: 'Try tomorrow.' },
      { field: '__proto__', message: 'Odd.' },
      { field: 'name', message: 'Too short.' },
    ]);
    assert.deepEqual(form.summary, ['Blocked.', 'Try tomorrow.', 'Odd.', 'Too short.']);
    assert.deepEqual(form.all('[part~=error-summary] a').map(words), ['Too short.']);
  });

  it('of something that a visitor may not be able to mend comes with the other ways to reach the owner', async () => {
    const ways = '<a href="tel:+34943123456">943 12 34 56</a>';
    const form = await rejected([{ message: 'No offers.' }], ways);
    assert.deepEqual(form.all('[part~=contacts] a').map(words), ['943 12 34 56']);
    const mended = await rejected([{ field: 'email', message: 'No.' }], ways);
    assert.isFalse(mended.has('contacts'));
  });

  it('without words gets general ones', async () => {
    const form = await rejected([{ field: 'email', code: 'E1' }]);
    assert.deepEqual(form.summary, ['Your message was not accepted. No reason was given.']);
  });

  it('is text, never HTML', async () => {
    const markup = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>';
    const form = await rejected([{ message: markup }, { field: 'name', message: markup }]);
    assert.deepEqual(form.summary, [markup, markup]);
    assert.isNull(form.find('img'));
    assert.isNull(form.find('a[href^="javascript"]'));
  });

  it('keeps every word that was written', async () => {
    const form = await rejected([{ field: 'email', message: 'No.' }]);
    for (const name of ['name', 'email', 'message'] as const)
      assert.equal(form.control(name).value, ANSWERS[name]);
    assert.isTrue(form.get<HTMLInputElement>('[value=question]').checked);
    assert.isTrue(form.element.matches(':state(invalid)'));
  });

  it('stays while the visitor only passes by', async () => {
    const form = await rejected([{ field: 'email', message: 'This address does not exist.' }]);
    form.control('email').focus();
    form.control('name').focus();
    await settled(form.element);
    assert.equal(form.errorAt('email'), 'This address does not exist.');
    assert.deepEqual(form.summary, ['This address does not exist.']);
  });

  it('goes when the field is changed, and the next try is another message', async () => {
    const form = await rejected([{ field: 'email', message: 'No.' }, { message: 'Sorry.' }]);
    await form.write('email', 'jon@example.com');
    assert.isUndefined(form.errorAt('email'));
    form.answer = SENT;
    form.submitButton.click();
    await waitUntil(() => form.has('end'));
    const [first, second] = form.requests;
    assert.notEqual(first!.record['submission_id'], second!.record['submission_id']);
    assert.equal(second!.record['email'], 'jon@example.com');
  });

  it('may be tried again as it is, under the same id', async () => {
    const form = await rejected([{ message: 'Try tomorrow.' }]);
    form.answer = SENT;
    form.submitButton.click();
    await waitUntil(() => form.has('end'));
    const [first, second] = form.requests;
    assert.equal(first!.record['submission_id'], second!.record['submission_id']);
  });

  it('is told to the page', async () => {
    const form = await contactForm();
    const details: unknown[] = [];
    form.element.addEventListener('harreman-rejected', ({ detail }) => details.push(detail.errors));
    const errors = [{ field: 'email', message: 'No.' }];
    form.answer = { state: 'rejected', status: 400, errors };
    await form.fillIn();
    await form.send();
    assert.deepEqual(details, [errors]);
  });
});

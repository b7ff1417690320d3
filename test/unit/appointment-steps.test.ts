import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { appointment, HOURS } from './appointment-support.js';
import { settled, words } from './support.js';
import { waitUntil } from './patience.js';

describe('a request for an appointment, step by step', () => {
  it('asks what, when and who, shows it all, and sends one request', async () => {
    const page = await appointment();
    assert.equal(page.steps, '[What] When Your details Check');
    assert.equal(page.place, 'Step 1 of 4');
    await page.goToWhen('visit');
    assert.equal(page.steps, 'What [When] Your details Check');
    assert.equal(page.place, 'Step 2 of 4');
    await page.goToDetails();
    assert.equal(page.step, 'Your details');
    await page.goToCheck();
    assert.equal(page.place, 'Step 4 of 4');
    assert.include(Object.keys(page.answers), 'Day and time');
    assert.equal(page.answers['Where?'], 'Kale Nagusia 1, Hernani');
    assert.lengthOf(page.requests, 0, 'nothing is sent before that');
    await page.send();
    assert.lengthOf(page.requests, 1);
    assert.equal(words(page.get('#end')), 'Your request has been sent');
    assert.include(page.text, 'This is a request, not yet an appointment.');
    assert.equal(page.focused, 'end');
    const { widget, mode, place, start, end, timezone, name } = page.record;
    assert.deepEqual(
      { widget, mode, place, timezone, name },
      {
        widget: 'appointment',
        mode: 'visit',
        place: 'Kale Nagusia 1, Hernani',
        timezone: 'Europe/Madrid',
        name: 'Ane Etxeberria',
      },
    );
    assert.match(String(start), /^\d{4}-\d\d-\d\dT09:00:00\+0[12]:00$/);
    assert.equal(Date.parse(String(end)) - Date.parse(String(start)), 30 * 60_000);
    for (const helper of ['when', 'wishes', 'week']) assert.notProperty(page.record, helper);
  });

  it('leads the focus to the heading of each step, and back with what was written', async () => {
    const page = await appointment();
    await page.goToWhen();
    assert.equal(page.focused, 'step-heading');
    await page.goToDetails();
    assert.equal(page.focused, 'step-heading');
    await page.fillIn({ name: 'Ane' });
    page.button('Back').click();
    await settled(page.element);
    assert.equal(page.step, 'When');
    assert.equal(page.focused, 'step-heading');
    assert.isTrue(page.times[0]!.checked);
    page.button('Back').click();
    await settled(page.element);
    assert.isTrue(
      page.control('mode').closest('fieldset')!.querySelector<HTMLInputElement>('[value=office]')!.checked,
    );
    assert.isFalse(page.has('back-button'), 'there is nothing before the first');
    await page.goOn();
    await page.goOn();
    assert.equal(page.control('name').value, 'Ane');
  });

  it('says what is missing in a step, and only of that step', async () => {
    const page = await appointment();
    await page.goOn();
    assert.deepEqual(page.summary, ['Choose an option: How shall we meet?']);
    assert.equal(page.focused, 'error-summary');
    await page.choose('mode', 'office');
    await page.goOn();
    assert.equal(page.step, 'When');
    assert.isFalse(page.has('error-summary'));
    await page.goOn();
    assert.deepEqual(page.summary, ['Enter a date']);
    await page.takeDay();
    await page.goOn();
    assert.deepEqual(page.summary, ['Choose a day and a time']);
    await page.takeTime();
    await page.goOn();
    assert.equal(page.step, 'Your details');
    assert.isFalse(page.has('error-summary'));
    await page.goOn();
    assert.deepEqual(page.summary, ['Enter your name', 'Enter your e-mail address']);
  });

  it('does not look for problems in a step that was only just reached', async () => {
    const page = await appointment();
    await page.goOn();
    await page.goToWhen();
    await page.goToDetails();
    await page.write('name', '');
    assert.isUndefined(page.errorAt('name'));
  });

  it('leads from an answer back to its step and control', async () => {
    const page = await appointment();
    await page.fillAll();
    page.button('Change: How shall we meet?').click();
    await settled(page.element);
    assert.equal(page.step, 'What');
    assert.equal(page.focused, 'mode');
    for (let i = 0; i < 3; i++) await page.goOn();
    page.button('Change: Day and time').click();
    await settled(page.element);
    assert.equal(page.step, 'When');
    assert.equal(page.focused, 'start');
    await page.goOn();
    await page.goOn();
    page.button('Back').click();
    await settled(page.element);
    assert.equal(page.step, 'Your details');
  });

  it('is filled in with the keyboard alone, Enter going on', async () => {
    const page = await appointment();
    page.element.focus();
    await sendKeys({ press: 'ArrowRight' });
    assert.equal(page.control('mode').name, 'mode');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.step === 'When');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    assert.equal(page.root.activeElement!.id, 'day');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.get<HTMLDialogElement>('dialog').open);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !page.get<HTMLDialogElement>('dialog').open);
    await waitUntil(() => page.root.activeElement!.id === 'day-button');
    await sendKeys({ press: 'Tab' });
    assert.equal(page.focused, 'start');
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.step === 'Your details');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Ane' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'ane@example.com' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.focused === 'review' || page.root.activeElement?.id === 'review');
    page.submitButton.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => page.has('end'));
    assert.lengthOf(page.requests, 1);
  });

  it('is sent by submit() where it is complete, and stops where it is not', async () => {
    const page = await appointment();
    await page.element.submit();
    await settled(page.element);
    assert.equal(page.step, 'What');
    assert.isTrue(page.has('error-summary'));
    const start = new Date(Date.now() + 10 * 864e5);
    start.setUTCHours(9, 0, 0, 0);
    page.element.prefill({
      mode: 'office',
      start: start.toISOString(),
      name: 'Ane',
      email: 'ane@example.com',
    });
    await page.element.submit();
    await waitUntil(() => page.has('end'));
    assert.lengthOf(page.requests, 1);
    assert.equal(Date.parse(String(page.record.start)), start.getTime());
    assert.match(String(page.record.start), /\+0[12]:00$/, 'it goes in the zone of the company');
  });

  it('begins anew with the first step', async () => {
    const page = await appointment();
    await page.fillAll();
    await page.send();
    page.button('Send another request').click();
    await settled(page.element);
    assert.equal(page.step, 'What');
    assert.equal(page.focused, 'mode');
    assert.isFalse(page.all<HTMLInputElement>('[name=mode]').some(({ checked }) => checked));
  });

  it('wants a number of who wants a call, and the place of who wants a visit', async () => {
    const page = await appointment();
    await page.choose('mode', 'visit');
    assert.isTrue(page.control('place').ariaRequired === 'true');
    await page.choose('mode', 'phone');
    assert.isNull(page.find('[name=place]'));
    await page.goOn();
    await page.goToDetails();
    await page.fillIn({ name: 'Ane', email: 'ane@example.com' });
    await page.goOn();
    assert.deepEqual(page.summary, ['Enter your phone number']);
  });

  it('leads to what an endpoint finds wrong, in its step', async () => {
    const page = await appointment();
    page.answer = {
      state: 'rejected',
      status: 422,
      errors: [{ field: 'place', message: 'Too far for us.' }],
    };
    await page.fillAll('visit');
    await page.send();
    assert.equal(page.step, 'What');
    assert.deepEqual(page.summary, ['Too far for us.']);
    assert.equal(page.errorAt('place'), 'Too far for us.');
  });

  it('keeps what was written and the step where sending fails', async () => {
    const page = await appointment(`${HOURS} persist="off"`);
    page.answer = { state: 'failed', reason: 'network', arrived: 'no', diagnosis: 'x' };
    await page.fillAll();
    await page.send();
    assert.isTrue(page.has('failure'));
    assert.equal(page.place, 'Step 4 of 4');
    assert.equal(page.answers['Your name'], 'Ane Etxeberria');
    page.answer = { state: 'sent' };
    page.button('Try again').click();
    await waitUntil(() => page.has('end'));
    assert.equal(page.requests[0]!.record.submission_id, page.requests[1]!.record.submission_id);
  });

  it('asks once for a double click', async () => {
    const page = await appointment();
    await page.fillAll();
    page.submitButton.click();
    page.submitButton.click();
    await waitUntil(() => page.has('end'));
    await settled(page.element);
    assert.lengthOf(page.requests, 1);
  });
});

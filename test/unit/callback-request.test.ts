import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ALWAYS, callback } from './callback-support.js';
import { listenToConsole, words } from './support.js';

const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

describe('a request to be called', () => {
  const said = listenToConsole();

  it('says back what the number was taken for, and sends that', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '943 000 000');
    const reading = page.part('reading');
    assert.equal(words(reading), 'We will call this number: +34 943 00 00 00');
    assert.equal(reading.querySelector('bdi')!.dir, 'ltr');
    assert.equal(page.control('phone').value, '943 000 000', 'what was written stays as it was');
    await page.send();
    assert.equal(page.record['widget'], 'callback');
    assert.equal(page.record['phone'], '+34943000000');
    assert.deepEqual(said, []);
  });

  it('says nothing back, and moves nothing, while somebody is writing when the rest of the form comes', async () => {
    const page = await callback();
    await page.open();
    // At once, before anything that is fetched at the first touch.
    const phone = page.control('phone');
    phone.focus();
    phone.value = '943 000 000';
    phone.dispatchEvent(new Event('input', { bubbles: true }));
    await page.until(() => page.text.includes('example'), 'the rest does not come');
    await page.rest();
    assert.notInclude(page.text, 'We will call this number');
    await page.write('phone', '943 000 000');
    assert.equal(words(page.part('reading')), 'We will call this number: +34 943 00 00 00');
  });

  it('says nothing back, and moves nothing, when the rest of the form comes after the number was left', async () => {
    const page = await callback();
    await page.open();
    const phone = page.control('phone');
    phone.focus();
    phone.value = '943 000 000';
    phone.dispatchEvent(new Event('input', { bubbles: true }));
    page.control('topic').focus();
    await page.until(() => page.text.includes('example'), 'the rest does not come');
    await page.rest();
    assert.notInclude(page.text, 'We will call this number');
    page.control('name').focus();
    await page.rest();
    assert.equal(words(page.part('reading')), 'We will call this number: +34 943 00 00 00');
  });

  it('promises the window that is sent', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '943 000 000');
    await page.choose('when', 'tomorrow');
    await page.send();
    const { record } = page;
    assert.match(String(record['window_start']), UTC_TIME);
    assert.match(String(record['window_end']), UTC_TIME);
    assert.equal(record['timezone'], 'Europe/Madrid');
    const start = new Date(String(record['window_start']));
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(start);
    const told = page.all('[part=promise]').map(words);
    assert.equal(told[0], 'Number: +34 943 00 00 00');
    assert.include(told[1]!.replace(/\s/g, ' '), time.replace(/\s/g, ' '));
    assert.notProperty(record, 'when');
    assert.equal(page.focused, 'end');
  });

  it('a window within the hours can be chosen, by day', async () => {
    const page = await callback('hours="Mo-Su 09:00-13:00" timezone="UTC" country="ES"');
    await page.touch();
    await page.write('phone', '943 000 000');
    await page.choose('when', 'choose');
    const day = page.control<HTMLSelectElement>('day');
    await page.choose('day', day.options[2]!.value);
    const windows = page.all<HTMLInputElement>('[name=window]');
    assert.lengthOf(windows, 2, 'two windows of two hours');
    await page.choose('window', windows[1]!.value);
    await page.send();
    assert.match(String(page.record['window_start']), /T11:00:00\+00:00$/);
    assert.match(String(page.record['window_end']), /T13:00:00\+00:00$/);
  });

  it('without any hours, the soonest is all that is promised', async () => {
    const page = await callback('country="ES"');
    await page.touch();
    await page.write('phone', '943 000 000');
    await page.send();
    assert.notProperty(page.record, 'window_start');
    assert.include(page.text, 'When: As soon as possible');
  });

  it('a number that no plan has is doubted once, and then sent', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '123 45 67');
    await page.until(() => page.find('#country'), 'the country is not asked for');
    await page.send();
    assert.include(page.summary.join(), 'We do not know this number');
    page.submitButton.click();
    await page.until(() => page.requests.length > 0, 'it is not sent');
    assert.equal(page.record['phone'], '+341234567');
  });

  it('what is no number is refused with an example', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', 'mine');
    await page.send();
    assert.deepEqual(page.summary, ['Enter a phone number, for example 612 34 56 78']);
    assert.lengthOf(page.requests, 0);
  });

  it('the country is asked for where nobody says it, and can be another', async () => {
    const page = await callback('hours="24/7" country="ES"');
    await page.touch();
    await page.write('phone', '20 000 000');
    await page.until(() => page.find('#country option[value=LV]'), 'no countries');
    const country = page.get<HTMLSelectElement>('#country');
    assert.equal(country.autocomplete, 'tel-country-code');
    assert.include(words(country), 'Latvia (+371)');
    country.value = 'LV';
    country.dispatchEvent(new Event('change', { bubbles: true }));
    await page.rest();
    assert.include(words(page.part('reading')), '+371 20 000 000');
    await page.send();
    assert.equal(page.record['phone'], '+37120000000');
  });

  for (const [locale, name] of [
    ['eu', 'Letonia (+371)'],
    ['ka', 'ლატვია (+371)'],
  ] as const) {
    it(`countries have their names: ${locale}`, async () => {
      const page = await callback(`${ALWAYS} locale="${locale}"`);
      await page.open();
      page.control('phone').focus();
      await page.until(() => page.find('bdi, .hint'), 'nothing');
      await page.until(
        () => page.element.form.field('phone')?.hint?.includes('612'),
        'the engine does not come',
      );
      await page.write('phone', '123 45 67');
      await page.until(() => page.find('#country option[value=LV]'), 'no countries');
      assert.include(words(page.get('#country')), name);
    });
  }

  it('a request can be taken back, which whoever is to call learns', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '943 000 000');
    await page.send();
    const first = page.record;
    await page.press('Cancel this request');
    await page.until(() => page.requests.length === 2, 'nothing is sent');
    assert.equal(page.record['outcome'], 'cancelled');
    assert.equal(page.record['regarding'], first['submission_id']);
    assert.equal(page.record['phone'], first['phone']);
    assert.notEqual(page.record['submission_id'], first['submission_id']);
    await page.until(() => page.text.includes('Your cancellation has been sent.'), 'it is not told');
    assert.notInclude(page.text, 'A person will call you');
    assert.isFalse(page.has('cancel-button'));
  });

  it('what could not be taken back is told', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '943 000 000');
    await page.send();
    page.answer = { state: 'failed', reason: 'network', arrived: 'no', diagnosis: 'cut' };
    await page.press('Cancel this request');
    await page.until(() => page.text.includes('could not be sent'), 'it is not told');
    assert.include(page.text, '943 00 00 00');
    assert.include(page.text, 'We will call you');
    said.length = 0;
  });

  it('who asks again within minutes is told of the first request', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '943 000 000');
    await page.send();
    await page.press('Ask for another call');
    await page.until(() => page.has('notice'), 'nothing is told');
    assert.include(words(page.part('notice')), 'You have already asked for a call');
    assert.notInclude(sessionStorage.getItem('harreman:callback')!, '943');
  });

  it('Enter in the field sends', async () => {
    const page = await callback();
    await page.touch();
    await page.type('phone', '943 000 000');
    page.control('phone').focus();
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.requests.length > 0, 'it is not sent');
  });

  it('the name and the topic may be left out, and say so', async () => {
    const page = await callback();
    await page.touch();
    assert.include(page.labels.join(), 'What is it about? (optional)');
    assert.include(page.labels.join(), 'Your name (optional)');
  });

  it("an owner's list of topics takes the field's place", async () => {
    const page = await callback(
      ALWAYS,
      '<label>About <select name="topic"><option>Prices</option><option>Dates</option></select></label>',
    );
    await page.open();
    assert.include(page.labels.join(), 'About');
    await page.choose('topic', 'Dates');
    await page.write('phone', '943 000 000');
    await page.send();
    assert.equal(page.record['topic'], 'Dates');
  });

  it('is filled in by another widget, before it was opened, too', async () => {
    const page = await callback();
    page.element.prefill({
      question: 'Do you repair doors?',
      phone: '943 000 000',
      regarding: crypto.randomUUID(),
    });
    await page.touch();
    assert.equal(page.control('topic').value, 'Do you repair doors?');
    await page.send();
    assert.equal(page.record['topic'], 'Do you repair doors?');
    assert.property(page.record, 'regarding');
  });

  it('a second try a minute later is the same request', async () => {
    const page = await callback();
    await page.touch();
    await page.write('phone', '943 000 000');
    page.answer = { state: 'failed', reason: 'timeout', arrived: 'unknown', diagnosis: 'slow' };
    await page.send();
    const first = page.record;
    const { now } = Date;
    Date.now = () => now() + 90_000;
    page.answer = { state: 'sent' };
    await page.press('Try again');
    await page.until(() => page.requests.length === 2, 'nothing is sent');
    Date.now = now;
    assert.equal(page.record['submission_id'], first['submission_id']);
    assert.equal(page.record['window_start'], first['window_start']);
    said.length = 0;
  });

  it('is not offered where there is nowhere to send it', async () => {
    const page = await callback(ALWAYS, undefined, { mute: true });
    await page.open();
    assert.isNull(page.find('form'));
    assert.equal(words(page.launcher), 'Contact us');
    assert.isTrue(page.has('channel'));
  });

  for (const [attribute, value] of [
    ['country', 'Spain'],
    ['hours', 'always'],
    ['window-minutes', '7'],
    ['timezone', 'Mars/Olympus'],
  ] as const) {
    it(`an attribute that makes no sense is told once: ${attribute}="${value}"`, async () => {
      const page = await callback(`${attribute}="${value}" ${attribute === 'hours' ? '' : 'hours="24/7"'}`);
      await page.open();
      page.control('phone').focus();
      await page.until(() => said.length > 0, 'nothing is told');
      await page.rest();
      assert.lengthOf(said, 1);
      assert.include(said[0], `${attribute}="${value}"`);
      said.length = 0;
    });
  }
});

import { assert } from '@open-wc/testing';
import { configure } from '../../src/controllers/settings.js';
import type { DeliveryOutcome, FailureReason } from '../../src/delivery/states.js';
import { waitUntil } from './patience.js';
import { ANSWERS, contactForm, listenToConsole, SENT, settled, words, type FormPage } from './support.js';

type Failed = Extract<DeliveryOutcome, { state: 'failed' }>;
const failed = (reason: FailureReason, arrived: 'no' | 'unknown', more: Partial<Failed> = {}): Failed => ({
  state: 'failed',
  reason,
  arrived,
  diagnosis: `it was ${reason}`,
  ...more,
});

const NOT_SENT = 'Your message has not been sent';
const NOT_CONFIRMED = 'We could not confirm that your message arrived';
const REFUSED = 'The service takes no messages for several days';

const failedForm = async (answer: DeliveryOutcome, attributes = '', inner = ''): Promise<FormPage> => {
  const form = await contactForm(attributes, inner);
  form.answer = answer;
  await form.fillIn();
  await form.send();
  return form;
};
const retry = async (form: FormPage): Promise<void> => {
  const before = form.requests.length;
  form.button('Try again').click();
  await waitUntil(() => form.requests.length > before);
  await settled(form.element);
};
const ids = (form: FormPage) => form.requests.map(({ record }) => record['submission_id']);
const duplicates = (form: FormPage) => form.requests.map(({ record }) => record['possible_duplicate']);

describe('a message that was not sent', () => {
  const said = listenToConsole();

  const WORDS: readonly (readonly [FailureReason, 'no' | 'unknown', string, string])[] = [
    ['offline', 'no', NOT_SENT, 'Your device is offline.'],
    ['network', 'no', NOT_SENT, 'The connection failed.'],
    ['network', 'unknown', NOT_CONFIRMED, 'Your message may have arrived, or it may not.'],
    ['timeout', 'unknown', NOT_CONFIRMED, 'Your message may have arrived, or it may not.'],
    ['unreadable', 'unknown', NOT_CONFIRMED, 'Your message may have arrived, or it may not.'],
    ['busy', 'no', NOT_SENT, 'The service is busy'],
    ['busy', 'unknown', NOT_CONFIRMED, 'The service is busy'],
    ['refused', 'unknown', REFUSED, 'Copy my message'],
    ['blocked', 'no', NOT_SENT, 'It is not your fault.'],
    ['too-large', 'no', NOT_SENT, 'Your message is too large.'],
  ];
  for (const [reason, arrived, title, text] of WORDS) {
    it(`is told the truth about: ${reason}, arrived: ${arrived}`, async () => {
      const form = await failedForm(failed(reason, arrived, reason === 'too-large' ? { status: 413 } : {}));
      const panel = form.part('failure');
      assert.equal(words(panel.querySelector('[role=heading]')!), title);
      assert.include(words(panel), text);
      assert.include(words(panel), 'What you wrote is still here.');
      assert.equal(form.control('message').value, ANSWERS.message);
      assert.isFalse(form.has('end'));
      assert.notMatch(form.text, /Saved|has been sent(?! )/);
      assert.equal(form.focused, 'Try again');
      assert.match(said.join(), new RegExp(`it was ${reason}`), 'the owner is told why');
      assert.notInclude(form.text, 'it was', 'and the visitor is not');
    });
  }

  it('is heard with the button that takes the focus', async () => {
    const form = await failedForm(failed('network', 'unknown'));
    assert.equal(form.focused, 'Try again');
    const ids = form.button('Try again').getAttribute('aria-describedby')!.split(' ');
    const heard = ids.map((id) => words(form.find(`#${id}`) ?? document.createElement('p'))).join(' ');
    assert.match(
      heard,
      /^We could not confirm that your message arrived .* What you wrote is still here\. .*twice/,
    );
    await retry(form);
  });

  it('has one button that stands out: the one that tries again', async () => {
    const form = await failedForm(failed('network', 'no'));
    const colour = (button: HTMLElement) => getComputedStyle(button).backgroundColor;
    assert.notEqual(colour(form.button('Try again')), colour(form.button('Copy my message')));
    assert.equal(colour(form.submitButton), colour(form.button('Copy my message')));
    await retry(form);
  });

  it('tells the page what is known', async () => {
    const form = await contactForm();
    const details: unknown[] = [];
    form.element.addEventListener('harreman-unconfirmed', ({ detail }) =>
      details.push([detail.reason, detail.arrived]),
    );
    form.answer = failed('timeout', 'unknown');
    await form.fillIn();
    await form.send();
    assert.deepEqual(details, [['timeout', 'unknown']]);
  });

  it('is tried again under the same id', async () => {
    const form = await failedForm(failed('network', 'no'));
    await retry(form);
    form.answer = SENT;
    form.submitButton.click();
    await waitUntil(() => form.has('end'));
    assert.lengthOf(form.requests, 3);
    assert.equal(new Set(ids(form)).size, 1);
    assert.deepEqual(duplicates(form), [undefined, undefined, undefined], 'no try can have arrived');
    const created = form.requests.map(({ record }) => record['created_at']);
    assert.equal(new Set(created).size, 1);
  });

  it('is marked when an earlier try may have arrived, and the visitor is told before', async () => {
    const form = await failedForm(failed('network', 'unknown'));
    assert.include(form.text, 'we will get the message twice');
    form.answer = failed('busy', 'no');
    await retry(form);
    await waitUntil(() => form.has('failure'));
    form.answer = SENT;
    await retry(form);
    assert.deepEqual(duplicates(form), [undefined, true, true]);
    assert.equal(new Set(ids(form)).size, 1);
  });

  it('cannot arrive twice where the endpoint knows its id', async () => {
    const form = await failedForm(failed('network', 'unknown'), 'profile="harreman"');
    assert.notInclude(form.text, 'twice');
  });

  it('is another message after an edit', async () => {
    const form = await failedForm(failed('network', 'unknown'));
    await form.write('message', `${ANSWERS.message} Today?`);
    form.answer = SENT;
    await retry(form);
    const [first, second] = ids(form);
    assert.notEqual(first, second);
    assert.isUndefined(duplicates(form)[1]);
  });

  it('goes with what was written last', async () => {
    const form = await failedForm(failed('network', 'no'));
    await form.write('message', '');
    form.button('Try again').click();
    await waitUntil(() => form.has('error-summary'));
    assert.deepEqual(form.summary, ['Write your message']);
    assert.lengthOf(form.requests, 1);
  });

  it('can be copied', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const form = await failedForm(failed('network', 'no'));
    form.button('Copy my message').click();
    await waitUntil(() => form.announced.includes('Copied'));
    Reflect.deleteProperty(navigator, 'clipboard');
    assert.include(copied[0], ANSWERS.message);
    assert.include(copied[0], `E-mail: ${ANSWERS.email}`);
  });
});

describe('when the endpoint wants to be left alone for a while', () => {
  listenToConsole();

  it('the wait is said and counted, and then it can be tried again', async () => {
    const form = await failedForm(failed('busy', 'no', { retryAfter: 2000 }));
    assert.match(form.text, /You can try again in [12] seconds?\./);
    const button = form.button('Try again');
    assert.equal(button.getAttribute('aria-disabled'), 'true');
    assert.match(form.announced, /^You can try again in [12] seconds?\./);
    // What describes the button would be read out each time it changes.
    const description = form.root.getElementById(button.getAttribute('aria-describedby')!)!;
    assert.notMatch(words(description), /again in/);
    assert.equal(form.focused, 'Try again');
    button.click();
    void form.element.submit();
    await settled(form.element);
    assert.lengthOf(form.requests, 1);
    const panel = form.root.querySelector('[part=failure]')!;
    await waitUntil(() => words(panel).includes('in 1 second.'), 'it counts');
    await waitUntil(() => !words(panel).includes('You can try again in'), 'the wait ends');
    assert.notEqual(form.button('Try again').getAttribute('aria-disabled'), 'true');
    form.answer = SENT;
    await retry(form);
    assert.isTrue(form.has('end'));
    assert.equal(form.announced, '', 'it is not said of what has been sent');
  });

  it('a long wait is in minutes, and one that no visitor will sit out is none', async () => {
    const minutes = await failedForm(failed('busy', 'no', { retryAfter: 10 * 60 * 1000 }));
    assert.include(minutes.text, 'You can try again in 10 minutes.');
    const years = await failedForm(failed('busy', 'no', { retryAfter: 10 * 365 * 24 * 3600 * 1000 }));
    assert.notInclude(years.text, 'You can try again in');
    assert.notEqual(years.button('Try again').getAttribute('aria-disabled'), 'true');
  });

  it('the form can still be mended', async () => {
    const form = await failedForm(failed('busy', 'no', { retryAfter: 60_000 }));
    await form.write('message', 'Shorter');
    form.submitButton.click();
    await waitUntil(() => form.focused === 'Try again');
    assert.lengthOf(form.requests, 1);
    assert.equal(form.control('message').value, 'Shorter');
  });
});

describe('other ways to reach the owner', () => {
  listenToConsole();
  afterEach(() => configure({ phone: undefined, email: undefined }));

  const offered = (form: FormPage) =>
    form.all<HTMLAnchorElement>('[part~=contacts] a').map((link) => [link.getAttribute('href'), words(link)]);

  it("are the links in the owner's HTML", async () => {
    const form = await failedForm(
      failed('network', 'no'),
      '',
      '<p>Call <a href="tel:+34943123456">943 12 34 56</a> or <a href="MAILTO:info@txolarre.example">write</a> or see <a href="/map">the map</a></p>',
    );
    assert.deepEqual(offered(form), [
      ['tel:+34943123456', '943 12 34 56'],
      ['mailto:info@txolarre.example', 'write'],
    ]);
    assert.include(form.text, 'You can also reach us here');
  });

  it("are else the page's settings", async () => {
    configure({ phone: '+34 943 12 34 56', email: 'info@txolarre.example' });
    assert.deepEqual(offered(await failedForm(failed('blocked', 'no'))), [
      ['tel:+34943123456', '+34 943 12 34 56'],
      ['mailto:info@txolarre.example', 'info@txolarre.example'],
    ]);
  });

  it('are not spoken of where there are none', async () => {
    assert.notInclude((await failedForm(failed('network', 'no'))).text, 'You can also reach us here');
  });
});

import { assert, fixtureSync } from '@open-wc/testing';
import '../../src/define/appointment-request.js';
import type { HarremanContactForm } from '../../src/elements/contact-form/contact-form.js';
import { listenToConsole, words } from './support.js';
import { survey, type SurveyPage } from './survey-support.js';

const CONTACTS =
  '<p><a href="tel:+34943000000">943 00 00 00</a> <a href="mailto:kaixo@example.com">kaixo@example.com</a></p>';

const answer = async (page: SurveyPage, score: number): Promise<SurveyPage> => {
  await page.answerWith('score', `${score}`);
  await page.send();
  return page;
};
const title = (page: SurveyPage): string => words(page.get('#end'));

describe('after an answer', () => {
  const said = listenToConsole();

  const moods: [attributes: string, score: number, mood: RegExp][] = [
    ['', 1, /sorry/],
    ['', 2, /sorry/],
    ['', 3, /^Thank you for your answer/],
    ['', 4, /glad/],
    ['ask="nps"', 6, /sorry/],
    ['ask="nps"', 7, /^Thank you for your answer/],
    ['ask="nps"', 8, /^Thank you for your answer/],
    ['ask="nps"', 9, /glad/],
    ['ask="ces"', 3, /sorry/],
    ['ask="ces"', 4, /^Thank you for your answer/],
    ['ask="ces"', 5, /glad/],
    ['ask="expectation"', 2, /sorry/],
    ['ask="expectation"', 4, /glad/],
    ['ask="nps" low-score="4" high-score="10"', 5, /^Thank you for your answer/],
    ['ask="nps" low-score="4" high-score="10"', 4, /sorry/],
    ['ask="nps" low-score="4" high-score="10"', 10, /glad/],
  ];
  for (const [attributes, score, mood] of moods)
    it(`the words fit: ${attributes || 'csat'} ${score}`, async () => {
      const page = await answer(await survey(attributes), score);
      assert.match(title(page), mood);
      assert.equal(page.focused, 'end');
    });

  for (const [name, value] of [
    ['low-score', 'bad'],
    ['high-score', '6'],
    ['low-score', '2.5'],
    ['low-score', ''],
  ] as const)
    it(`a bound that is none is told: ${name}="${value}"`, async () => {
      await answer(await survey(`${name}="${value}"`), 1 + 4 * Number(name === 'high-score'));
      assert.lengthOf(said, 1);
      assert.include(said[0], `${name}="${value}"`);
    });

  it('a low one leads to the owner’s phone and e-mail, where nothing else does', async () => {
    const page = await answer(await survey('', CONTACTS), 1);
    assert.include(page.text, 'We would like to put it right.');
    assert.deepEqual(
      page.all<HTMLAnchorElement>('[part=contacts] a').map(({ href }) => href),
      ['tel:+34943000000', 'mailto:kaixo@example.com'],
    );
    assert.isNull((await answer(await survey('', CONTACTS), 4)).find('[part=contacts]'));
  });

  it('a low one leads to the owner’s complaint form, filled in and about the answer', async () => {
    const page = await survey(
      '',
      `<harreman-contact-form slot="low-score" topic="complaint"></harreman-contact-form>${CONTACTS}
      <input name="email" type="email" aria-label="E-mail"><input name="name" aria-label="Name">`,
    );
    const form = page.element.querySelector<HarremanContactForm>('harreman-contact-form')!;
    assert.isFalse(form.checkVisibility(), 'it is not there before');
    await page.answerWith('score', '2');
    await page.write('comment', 'They broke a window.');
    await page.write('email', 'ane@example.com');
    await page.write('name', 'Ane');
    await page.send();
    await page.until(
      () => form.shadowRoot?.querySelector<HTMLTextAreaElement>('[name=message]')?.value,
      'it is not filled in',
    );
    const valueOf = (name: string) =>
      form.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!.value;
    assert.isTrue(form.checkVisibility());
    assert.equal(valueOf('message'), 'They broke a window.');
    assert.equal(valueOf('email'), 'ane@example.com');
    assert.equal(valueOf('name'), 'Ane');
    assert.equal(form.regarding, page.record['submission_id'] as string);
    assert.isNull(page.find('[part=contacts]'), 'one way is enough');
  });

  it('a form of no topic becomes a complaint', async () => {
    const page = await answer(
      await survey('', '<div slot="low-score"><harreman-contact-form></harreman-contact-form></div>'),
      1,
    );
    const form = page.element.querySelector<HarremanContactForm>('harreman-contact-form')!;
    await page.until(() => form.shadowRoot?.querySelector('[name=remedy]'), 'no complaint');
  });

  it('the headings of what follows are below that of the end, or where their owner says', async () => {
    const page = await survey(
      'heading-level="3"',
      `<harreman-contact-form slot="low-score"></harreman-contact-form>
      <harreman-appointment-request slot="follow-up" heading-level="6"></harreman-appointment-request>`,
    );
    await answer(page, 1);
    const levelOf = (name: string): string | null | undefined =>
      page.element
        .querySelector(name)!
        .shadowRoot?.querySelector('[part=heading]')
        ?.getAttribute('aria-level');
    await page.until(() => levelOf('harreman-contact-form') === '4', 'it stands beside that of the end');
    assert.equal(page.get('#end').getAttribute('aria-level'), '3');
    await page.until(() => levelOf('harreman-appointment-request'), 'there is no heading');
    assert.equal(levelOf('harreman-appointment-request'), '6');
  });

  it('an appointment request follows any answer', async () => {
    const page = await survey(
      '',
      '<harreman-appointment-request slot="follow-up"></harreman-appointment-request>',
    );
    await answer(page, 3);
    const request = page.element.querySelector('harreman-appointment-request')!;
    await page.until(() => request.regarding, 'it is about nothing');
    assert.equal(request.regarding, page.record['submission_id'] as string);
    assert.isTrue(request.checkVisibility());
  });

  it('a high one leads to a review, and to share', async () => {
    const page = await answer(await survey('review-url="https://reviews.example/write" share-url=""'), 5);
    assert.equal(page.part<HTMLAnchorElement>('review-link').href, 'https://reviews.example/write');
    assert.include(words(page.part('review-link')), 'Write a review (opens in a new tab)');
    assert.isTrue(page.has('share-button'));
    const low = await answer(await survey('review-url="https://reviews.example/write" share-url=""'), 1);
    assert.isFalse(low.has('review-link'), 'nobody who is unhappy is asked for a review');
  });

  it('shares with the system’s own window, else copies the link', async () => {
    const shared: unknown[] = [];
    const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'share');
    const put = (value: unknown) => Object.defineProperty(navigator, 'share', { value, configurable: true });
    put(async (data: unknown) => void shared.push(data));
    const page = await answer(await survey('share-url="/shop"'), 5);
    await page.press('Share');
    assert.deepEqual(
      (shared as { url: string }[]).map(({ url }) => url),
      [`${location.origin}/shop`],
    );
    put(undefined);
    const copying = await answer(await survey('share-url="/shop"'), 5);
    assert.include(copying.text, 'Copy the link');
    Reflect.deleteProperty(navigator, 'share');
    assert.equal(Object.getOwnPropertyDescriptor(Navigator.prototype, 'share')?.value, original?.value);
  });

  it('an address that is none is no link, and is told', async () => {
    const page = await answer(await survey('review-url="javascript:alert(1)"'), 5);
    assert.isFalse(page.has('review-link'));
    assert.include(said[0], 'review-url="javascript:alert(1)"');
  });

  it('that is only saved, nothing else is claimed', async () => {
    const page = await survey('', '<p slot="thanks">We have your answer.</p>');
    page.answer = { state: 'saved' };
    await answer(page, 1);
    assert.equal(title(page), 'Saved on this device');
    assert.include(page.text, 'It will be sent when you open this site again.');
    assert.isUndefined(page.element.querySelector('p')!.assignedSlot?.name);
  });

  it('that failed, the answers stay and can be sent again', async () => {
    const page = await survey();
    page.answer = { state: 'failed', reason: 'network', arrived: 'no', diagnosis: 'a test' };
    await answer(page, 4);
    assert.include(words(page.part('failure')), 'Your message has not been sent');
    assert.equal(page.chosen, '4');
    page.answer = { state: 'sent' };
    page.part('retry-button').click();
    await page.until(() => page.has('end'), 'it is not sent again');
    assert.equal(page.requests[0]!.record['submission_id'], page.requests[1]!.record['submission_id']);
  });

  it('a survey that follows something says so', async () => {
    const page = await survey();
    page.element.prefill({ regarding: '0198c0de-0000-7000-8000-000000000000', comment: 'Given' });
    await page.rest();
    assert.equal(page.control<HTMLTextAreaElement>('comment').value, 'Given');
    await answer(page, 4);
    assert.equal(page.record['regarding'], '0198c0de-0000-7000-8000-000000000000');
  });
});

describe('a partial answer', () => {
  it('is still there when the page is opened again', async () => {
    const page = await survey('id="kept-answer"');
    await page.answerWith('score', '2');
    await page.write('comment', 'Not yet done');
    page.element.remove();
    const again = await survey('id="kept-answer"');
    await again.until(() => again.chosen, 'the answer is lost');
    assert.equal(again.chosen, '2');
    assert.equal(again.control<HTMLTextAreaElement>('comment').value, 'Not yet done');
    assert.include(again.announced, 'We kept what you had written.');
    await again.send();
  });

  it('is not kept where nothing may be', async () => {
    const page = await survey('id="unkept-answer" persist="off"');
    await page.answerWith('score', '2');
    page.element.remove();
    assert.isUndefined((await survey('id="unkept-answer" persist="off"')).chosen);
  });

  it('stays while its survey moves in the page', async () => {
    const page = await survey();
    await page.answerWith('score', '3');
    fixtureSync<HTMLElement>('<div></div>').append(page.element);
    await page.rest();
    assert.equal(page.chosen, '3');
  });
});

import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faqChat, PEOPLE, FAQ } from './faq-chat-support.js';
import { words } from './support.js';

describe('a question', () => {
  it('is answered with what the owner wrote, in its own nodes', async () => {
    const page = await faqChat();
    await page.ask('what time do you open');
    assert.include(page.last, 'From nine to six');
    assert.equal(page.shownAnswer.querySelector('b')?.textContent, 'nine');
    assert.equal(page.shownAnswer.querySelector('a')?.href, new URL('/hours', location.href).href);
    assert.equal(page.control('question').value, '');
    assert.equal(page.focused, 'question', 'the focus stays');
  });

  it('is found by another wording, with a typing error', async () => {
    const page = await faqChat();
    await page.ask('is there a car prak');
    assert.include(page.last, 'Behind the house.');
  });

  it('scrolls within the conversation, however much is said: the page gets no longer', async () => {
    const page = await faqChat();
    for (let asked = 0; asked < 8; asked++) await page.ask(`how long does delivery take ${asked}`);
    const { bottom } = page.element.getBoundingClientRect();
    assert.isAtMost(document.documentElement.scrollHeight, Math.max(innerHeight, bottom + scrollY + 40));
  });

  it('has its answer in view, however long it is itself, and so has what is said after a long answer', async () => {
    const long = `<details><summary>What is long?</summary>${'<p>A line</p>'.repeat(60)}</details>`;
    const page = await faqChat('', FAQ + long);
    const log = page.all('#log')[0]!;
    /** Where the last message begins: how far beneath the upper edge, as a share of the conversation's height. */
    const place = (): number => {
      const last = page.all('.message').at(-1)!;
      return (last.getBoundingClientRect().top - log.getBoundingClientRect().top) / log.clientHeight;
    };
    await page.ask('When are you open?');
    await page.ask(`When are you open? ${'I would like to know. '.repeat(80)}`);
    assert.isBelow(place(), 0.6, 'the answer to a long question');
    await page.ask('What is long?');
    assert.isBelow(place(), 0.6, 'a long answer');
    await page.press('No, this did not help: What is long?');
    assert.include(page.last, 'sorry');
    assert.isBelow(place(), 0.9, 'what is said after it');
    assert.isAtLeast(place(), 0);
  });

  it('that nobody can answer is told so, with a way to a person', async () => {
    const page = await faqChat('', FAQ + PEOPLE);
    await page.ask('quantum chromodynamics');
    assert.include(page.last, 'I do not know the answer to that.');
    assert.deepEqual(
      page.all<HTMLAnchorElement>('[part=channel]').map((link) => link.href.split('?')[0]),
      ['tel:+34943000000', 'mailto:kaixo@example.com', 'https://wa.me/34600000000'],
    );
  });

  it('leaves with Enter; Shift+Enter begins a new line', async () => {
    const page = await faqChat();
    page.control('question').focus();
    await sendKeys({ type: 'When are' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'you open' });
    assert.equal(page.control('question').value, 'When are\nyou open');
    await sendKeys({ press: 'Enter' });
    await page.until(() => page.messages.length === 3, 'nothing was answered');
    assert.include(page.last, 'From nine to six');
  });

  it('that is empty is asked for, once', async () => {
    const page = await faqChat();
    page.submitButton.click();
    await page.until(() => page.has('error'), 'nothing is said');
    assert.equal(words(page.part('error')), 'Write your question');
    assert.equal(page.control('question').getAttribute('aria-invalid'), 'true');
    assert.lengthOf(page.messages, 1);
  });

  it('that has no word in it is asked for like one that is empty, and nobody is told of it', async () => {
    const page = await faqChat();
    await page.type('question', ' ?! ');
    page.submitButton.click();
    await page.until(() => page.has('error'), 'nothing is said');
    assert.equal(words(page.part('error')), 'Write your question');
    assert.lengthOf(page.messages, 1);
    assert.lengthOf(page.requests, 0);
    assert.equal(page.control('question').value, ' ?! ', 'it stays');
  });
});

describe('a message that asks nothing', () => {
  it('is a greeting: it is greeted back, and nobody is told of it', async () => {
    const page = await faqChat('', FAQ + PEOPLE);
    await page.ask('Hello!');
    assert.equal(page.last, 'Hello! What would you like to know?');
    await page.ask('good morning, hi');
    assert.equal(page.last, 'Hello! What would you like to know?');
    assert.lengthOf(page.requests, 0);
    assert.isFalse(page.has('channel'), 'no person is called for it');
  });

  it('is thanks, after an answer: they are taken', async () => {
    const page = await faqChat();
    await page.ask('When are you open?');
    await page.ask('OK, thank you very much :)');
    assert.include(page.last, 'You are welcome.');
    assert.lengthOf(page.requests, 0);
  });

  it('is not what a person is to be told', async () => {
    const page = await faqChat('', FAQ + PEOPLE);
    await page.ask('quantum chromodynamics');
    await page.ask('thanks');
    await page.press('Talk to a person');
    await page.press('Leave your question');
    await page.until(() => page.control('question').value, 'nothing to be told');
    assert.equal(page.control('question').value, 'quantum chromodynamics');
  });

  it('has a question in it after all, and is answered or told like any other', async () => {
    const page = await faqChat();
    await page.ask('hello, when are you open');
    assert.include(page.last, 'From nine to six');
    await page.ask('hello quantum chromodynamics');
    assert.include(page.last, 'I do not know the answer to that.');
    assert.lengthOf(page.requests, 1);
  });

  it('stays in the conversation on the next page', async () => {
    const page = await faqChat('id="greeted"');
    await page.ask('hi');
    page.element.remove();
    const next = await faqChat('id="greeted"');
    await next.until(() => next.messages.length === 3, 'the conversation is gone');
    assert.equal(next.last, 'Hello! What would you like to know?');
  });
});

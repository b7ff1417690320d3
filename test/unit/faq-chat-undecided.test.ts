import { assert } from '@open-wc/testing';
import type { HarremanQuestionEvent } from '../../src/elements/faq-chat/events.js';
import { faqChat, type ChatPage } from './faq-chat-support.js';

const ALIKE =
  '<details id="card"><summary>Can I pay by card?</summary>Yes, always.</details>' +
  '<details id="cash"><summary>Can I pay by cash?</summary>No, never.</details>';

/** The visitor is asked which of two they meant. */
const undecided = async (attributes = ''): Promise<ChatPage> => {
  const page = await faqChat(attributes, ALIKE);
  await page.ask('can I pay by');
  // Fetched while somebody writes, which tests do faster than people.
  await import('../../src/elements/faq-chat/reports.js');
  await page.rest();
  assert.include(page.last, 'Did you mean');
  assert.lengthOf(page.requests, 0, 'nothing is known yet');
  return page;
};

const posted = (page: ChatPage): unknown[] =>
  page.requests.map(({ record }) => [record['question'], record['outcome']]);

const ONCE = [['can I pay by', 'unanswered']];

describe('"did you mean" that nobody presses', () => {
  it('is no answer once something else is asked, and the owner learns of it, once', async () => {
    const page = await undecided();
    const events: HarremanQuestionEvent[] = [];
    page.chat.addEventListener('harreman-question', (event) => events.push(event));
    await page.ask('can I pay by card');
    await page.until(() => page.requests.length > 0, 'nothing is posted');
    await page.ask('can I pay by cash');
    assert.deepEqual(posted(page), ONCE);
    assert.deepEqual(
      events.map(({ detail }) => [detail.question, detail.outcome]),
      [['can I pay by', 'unanswered'], ['can I pay by card', 'answered'], ['can I pay by cash', 'answered']],
    );
  }); // prettier-ignore

  it('is no answer once the page is left, which the next page does not tell again', async () => {
    const page = await undecided('id="kept"');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await page.until(() => page.requests.length > 0, 'nothing is posted');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    page.chat.remove();
    const next = await faqChat('id="kept"', ALIKE);
    await next.ask('can I pay by card');
    await page.rest();
    assert.deepEqual(posted(page), ONCE);
    assert.deepEqual(posted(next), []);
  });

  it('is no answer once the chat is taken out of the page, and a chat that is only moved waits', async () => {
    const page = await undecided();
    const { chat } = page;
    chat.parentElement!.prepend(chat);
    await page.rest();
    assert.deepEqual(posted(page), []);
    chat.remove();
    await page.until(() => page.requests.length > 0, 'nothing is posted');
    assert.deepEqual(posted(page), ONCE);
  });

  it('can still be answered, and none of them is not told twice', async () => {
    const page = await undecided();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await page.until(() => page.requests.length > 0, 'nothing is posted');
    await page.press('None of these');
    assert.include(page.last, 'I do not know');
    await page.rest();
    assert.deepEqual(posted(page), ONCE);
  });

  it('is not posted where the owner cancels it, nor where one was pressed', async () => {
    const page = await undecided();
    page.chat.addEventListener('harreman-question', (event) => event.preventDefault());
    await page.ask('can I pay by card');
    const other = await undecided();
    await other.press('Can I pay by cash?');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await other.rest();
    assert.deepEqual([posted(page), posted(other)], [[], []]);
  });
});

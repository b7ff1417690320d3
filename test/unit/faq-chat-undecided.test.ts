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
    page.element.addEventListener('harreman-question', (event) => events.push(event));
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
    page.element.remove();
    const next = await faqChat('id="kept"', ALIKE);
    await next.ask('can I pay by card');
    await page.rest();
    assert.deepEqual(posted(page), ONCE);
    assert.deepEqual(posted(next), []);
  });

  it('is no answer once the chat is taken out of the page, and a chat that is only moved waits', async () => {
    const page = await undecided();
    const { element: chat } = page;
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
    page.element.addEventListener('harreman-question', (event) => event.preventDefault());
    await page.ask('can I pay by card');
    const other = await undecided();
    await other.press('Can I pay by cash?');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await other.rest();
    assert.deepEqual([posted(page), posted(other)], [[], []]);
  });
});

describe('a question that a later one takes the place of before it is answered', () => {
  const { fetch: original } = window;
  afterEach(() => (window.fetch = original));

  /** The FAQ comes when the test says so. */
  const asked = async (): Promise<{ page: ChatPage; arrive: () => void }> => {
    let arrive!: () => void;
    const entries = [{ question: 'When are you open?', answer: 'From nine to six.' }];
    window.fetch = () =>
      new Promise((resolve) => (arrive = () => resolve(new Response(JSON.stringify({ entries })))));
    const page = await faqChat('src="/faq.json"', '');
    await page.type('question', 'Do you sell vouchers?');
    page.submitButton.click();
    await page.until(() => page.messages.length === 2, 'it is not asked');
    await import('../../src/elements/faq-chat/reports.js');
    await page.rest();
    return { page, arrive };
  };
  const LOST = [['Do you sell vouchers?', 'unanswered']];

  it('had no answer, and the owner learns of it, once', async () => {
    const { page, arrive } = await asked();
    const events: HarremanQuestionEvent[] = [];
    page.element.addEventListener('harreman-question', (event) => events.push(event));
    await page.type('question', 'When are you open?');
    page.submitButton.click();
    await page.until(() => page.requests.length > 0, 'nothing is posted');
    arrive();
    await page.until(() => page.last.includes('nine'), 'the later one is not answered');
    await page.rest();
    assert.deepEqual(posted(page), LOST);
    assert.deepEqual(
      events.map(({ detail }) => [detail.question, detail.outcome]),
      [['Do you sell vouchers?', 'unanswered'], ['When are you open?', 'answered']],
    );
  }); // prettier-ignore

  it('had none where the conversation is ended either', async () => {
    const { page } = await asked();
    page.element.reset();
    await page.until(() => page.requests.length > 0, 'nothing is posted');
    assert.deepEqual(posted(page), LOST);
  });

  it('is told at the next visit where the page was left meanwhile, and not by this one too', async () => {
    const { page } = await asked();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    page.element.reset();
    await page.rest();
    assert.deepEqual(posted(page), []);
    localStorage.removeItem('harreman:untold');
  });
});

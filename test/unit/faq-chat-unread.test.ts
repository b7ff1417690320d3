import { assert } from '@open-wc/testing';
import { FAQ, faqChat, type ChatPage } from './faq-chat-support.js';
import { words } from './support.js';

/** What the button that opens the chat is called by those who see it, and by those who hear it. */
const launcher = (page: ChatPage): string => words(page.part('launcher'));
const spoken = (page: ChatPage): string => page.all('[role=status]').map(words).filter(Boolean).join();

describe('an answer that comes while the chat is closed', () => {
  const { fetch: original } = window;
  let answer: (text: string) => void;
  beforeEach(() => {
    const reply = new Promise<Response>((resolve) => {
      answer = (text) => resolve(new Response(JSON.stringify({ answer: text })));
    });
    window.fetch = () => reply;
  });
  afterEach(() => {
    window.fetch = original;
  });

  /** Asked, and closed before there is an answer. */
  const closed = async (attributes = ''): Promise<ChatPage> => {
    const page = await faqChat(`floating answers="/answers" ${attributes}`);
    page.part('launcher').click();
    await page.rest();
    await page.type('question', 'quantum chromodynamics');
    page.submitButton.click();
    await page.until(() => page.messages.length === 2, 'it is not asked');
    page.part('close-button').click();
    await page.rest();
    return page;
  };

  it('is counted on its button, said once, and counted no more once the chat is open', async () => {
    const page = await closed();
    assert.equal(launcher(page), 'Chat with us');
    answer('From the server');
    await page.until(() => page.has('unread'), 'it is not counted');
    assert.equal(launcher(page), 'Chat with us 1 1 new message');
    assert.equal(page.part('unread').ariaHidden, 'true');
    assert.equal(spoken(page), '1 new message');
    page.part('launcher').click();
    await page.rest();
    assert.equal(launcher(page), 'Chat with us');
    assert.equal(spoken(page), '');
  });

  it('is still counted on the next page, without being said again', async () => {
    const page = await closed('id="kept"');
    answer('From the server');
    await page.until(() => page.has('unread'), 'it is not counted');
    page.element.remove();
    const next = await faqChat('id="kept" floating locale="lv"');
    await next.until(() => next.has('unread'), 'it is forgotten');
    assert.include(launcher(next), '1 jauns ziņojums');
    assert.equal(spoken(next), '');
  });

  it('of a page that was left before is found on the next', async () => {
    const page = await closed('id="kept"');
    page.element.remove();
    const next = await faqChat('id="kept" floating', FAQ);
    await next.until(() => next.has('unread'), 'the question is forgotten');
    assert.include(next.last, 'I do not know');
    assert.equal(next.messages.filter((text) => text === 'quantum chromodynamics').length, 1);
  });
});

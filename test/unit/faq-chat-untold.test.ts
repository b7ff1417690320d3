import { assert } from '@open-wc/testing';
import { faqChat, type ChatPage } from './faq-chat-support.js';

const KEY = 'harreman:untold';
const kept = (): { readonly report: { readonly question: string } }[] =>
  JSON.parse(localStorage.getItem(KEY) ?? '[]') as [];
const keptQuestions = (): string[] => kept().map(({ report }) => report.question);
const posted = (page: ChatPage): unknown[] =>
  page.requests.map(({ record }) => [record['question'], record['outcome']]);

/** As an earlier page has left it; owners' own transports have no address. */
const report = (question: string, more: object = {}): object => ({
  ...{ id: crypto.randomUUID(), at: Date.now(), to: '', locale: 'en', report: { question, outcome: 'unanswered' } },
  ...{ signs: { honeypot: '', elapsed: 9000, touched: true }, ...more },
}); // prettier-ignore
const keep = (...all: readonly object[]): void => localStorage.setItem(KEY, JSON.stringify(all));

afterEach(() => localStorage.removeItem(KEY));

describe('what is still to be told', () => {
  it('is kept until it has been told: while the owner is reached by nothing, on the next page too', async () => {
    const page = await faqChat('', undefined, { mute: true });
    keep(report('gift vouchers'));
    page.answer = () => {
      assert.deepEqual(keptQuestions(), ['gift vouchers'], 'a tab that is closed now loses nothing');
      return { state: 'failed', reason: 'offline', arrived: 'no', diagnosis: '' };
    };
    page.element.transport = page.transport;
    await page.type('question', 'a');
    await page.until(() => page.requests.length === 1, 'it is not told');
    await page.rest();
    assert.deepEqual(keptQuestions(), ['gift vouchers']);
  });

  it('is not told by two pages at once, and by another where the first was left before it could', async () => {
    keep(report('being told', { taken: Date.now() - 1000 }), report('left', { taken: Date.now() - 120_000 }));
    const page = await faqChat();
    await page.until(() => page.requests.length === 1, 'it is not told');
    await page.rest();
    assert.deepEqual(posted(page), [['left', 'unanswered']]);
    assert.isTrue(page.record['possible_duplicate'], 'nobody knows whether the first has sent it');
    assert.deepEqual(keptQuestions(), ['being told']);
  });
});

describe('a question whose answer is still looked for when the page is left', () => {
  const { fetch: original } = window;
  afterEach(() => (window.fetch = original));

  /** The FAQ never comes. */
  const searching = async (): Promise<ChatPage> => {
    window.fetch = () => new Promise(() => undefined);
    const page = await faqChat('id="searching" src="/faq.json"', '');
    await page.type('question', 'When are you open?');
    page.submitButton.click();
    await page.until(() => page.messages.length === 2, 'it is not asked');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    assert.deepEqual(keptQuestions(), ['When are you open?'], 'once, however often');
    assert.deepEqual(posted(page), []);
    return page;
  };

  it('is answered on the next page of the tab, and the owner has nothing to learn', async () => {
    (await searching()).element.remove();
    const next = await faqChat('id="searching"');
    await next.until(() => next.last.includes('nine'), 'it is not answered');
    await next.rest();
    assert.deepEqual(keptQuestions(), []);
    assert.deepEqual(posted(next), []);
  });

  it('is told at the next visit where the tab was closed', async () => {
    (await searching()).element.remove();
    sessionStorage.clear();
    const next = await faqChat('id="searching"');
    await next.until(() => next.requests.length > 0, 'it is not told');
    assert.deepEqual(posted(next), [['When are you open?', 'unanswered']]);
    await next.until(() => keptQuestions().length === 0, 'it is still kept');
  });

  it('is not kept where the owner cancels it', async () => {
    window.fetch = () => new Promise(() => undefined);
    const page = await faqChat('src="/faq.json"', '');
    page.element.addEventListener('harreman-question', (event) => event.preventDefault());
    await page.type('question', 'When are you open?');
    page.submitButton.click();
    await page.until(() => page.messages.length === 2, 'it is not asked');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    assert.deepEqual(keptQuestions(), []);
  });
});

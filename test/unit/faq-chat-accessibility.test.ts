import { assert } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { FAQ, faqChat, PEOPLE, type ChatPage } from './faq-chat-support.js';
import { itIsForEveryone, takeBackLooks, violations } from './looks.js';
import { waitUntil } from './patience.js';
import { listenToConsole, words } from './support.js';

/** Where a chat can stand, and how it gets there, whatever the language of its buttons. */
const STATES: Readonly<Record<string, (attributes: string) => Promise<ChatPage>>> = {
  'at the start': (attributes) => faqChat(attributes),
  'with nothing written': async (attributes) => {
    const page = await faqChat(attributes);
    page.submitButton.click();
    await page.until(() => page.has('error'), 'nothing is said');
    return page;
  },
  'with suggestions': async (attributes) => {
    const page = await faqChat(attributes);
    page.control('question').focus();
    await page.type('question', 'when are you');
    await page.until(() => page.get('textarea').ariaExpanded === 'true', 'nothing is suggested');
    await sendKeys({ press: 'ArrowDown' });
    await page.rest();
    return page;
  },
  'with an answer': async (attributes) => {
    const page = await faqChat(attributes);
    await page.ask('when are you open');
    page.part('feedback').querySelector('button')!.click();
    await page.rest();
    return page;
  },
  'unsure': async (attributes) => {
    const page = await faqChat(
      attributes,
      '<details><summary>Can I pay by card?</summary>1</details><details><summary>Can I pay by cash?</summary>2</details>',
    );
    await page.ask('can I pay by');
    return page;
  },
  'without an answer': async (attributes) => {
    const page = await faqChat(attributes, FAQ + PEOPLE);
    await page.ask('quantum chromodynamics');
    return page;
  },
  'leaving a question': async (attributes) => {
    const page = await faqChat(`${attributes} privacy-url="/p"`);
    await page.ask('quantum chromodynamics');
    page.part('leave-button').click();
    await page.until(() => page.find('[name=email]'), 'the form does not come');
    page.submitButton.click();
    await page.until(() => page.has('error-summary'), 'nothing is missing');
    return page;
  },
  'floating': async (attributes) => {
    const page = await faqChat(`${attributes} floating`);
    page.part('launcher').click();
    await page.rest();
    await page.ask('when are you open');
    page.part('end-button').click();
    await page.rest();
    return page;
  },
};

describe('everyone can use the chat', () => {
  listenToConsole();
  const root = document.documentElement;
  takeBackLooks();

  itIsForEveryone(STATES);

  it('an answer in a language of the other direction begins where that begins', async () => {
    root.dir = 'rtl';
    const page = await faqChat('locale="en"');
    await page.ask('How long does delivery take?');
    const item = page.get('[part=answer] li');
    const text = document.createRange();
    text.selectNodeContents(item);
    assert.closeTo(text.getBoundingClientRect().left, item.getBoundingClientRect().left, 1);
  });

  it('in a page from right to left, the visitor is at the end of the line, and each question has its own direction', async () => {
    root.dir = 'rtl';
    const page = await faqChat('locale="en"');
    const directions = (selector: string): string[] => page.all(selector).map((element) => getComputedStyle(element).direction); // prettier-ignore
    assert.include(directions('[part=suggestion]'), 'ltr');
    assert.notInclude(directions('[part=suggestion]'), 'rtl');
    await page.ask('كم يستغرق التوصيل؟');
    const [log, said] = [page.get('#log'), page.get('.visitor')].map((element) =>
      element.getBoundingClientRect(),
    );
    assert.isBelow(said!.left - log!.left, 10, 'at the left');
    assert.deepEqual(directions('.visitor .said'), ['rtl']);
    await page.ask('How long does delivery take?');
    assert.equal(directions('.visitor .said').at(-1), 'ltr');
  });

  it('where it is narrow: nothing is cut, nothing scrolls sideways', async () => {
    await setViewport({ width: 320, height: 640 });
    for (const [state, reach] of Object.entries(STATES)) {
      const page = await reach('locale="ka"');
      assert.isAtMost(root.scrollWidth, 320, state);
      const log = page.get('#log');
      assert.isAtMost(log.scrollWidth, log.clientWidth, state);
      page.element.remove();
    }
  }).timeout(40_000);

  it('what is wide in an answer scrolls by itself, and words of a table stay whole', async () => {
    await setViewport({ width: 320, height: 640 });
    const row = (tag: string, ...texts: string[]): string =>
      `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
    const table = `<table>${row('th', 'Country', 'Days', 'Price', 'Frequency', 'Remarks')}${row('td', 'Georgia', '12', '14.50', 'weekly', 'registered')}</table>`;
    const page = await faqChat(
      '',
      `<details><summary>What does delivery cost?</summary>${table}</details>
       <details><summary>How is the code written?</summary><pre>${'harreman-'.repeat(12)}</pre></details>`,
    );
    await page.ask('what does delivery cost');
    await page.ask('how is the code written');
    const log = page.get('#log');
    assert.isAtMost(log.scrollWidth, log.clientWidth, 'the conversation');
    const cell = page.get('.answer td');
    assert.isBelow(cell.clientHeight, 40, 'a word is broken');
    for (const wide of page.all('.answer :is(table, pre)')) {
      assert.isAbove(wide.scrollWidth, wide.clientWidth);
      assert.equal(wide.tabIndex, 0, 'keys scroll it, in every browser');
    }
    assert.deepEqual(await violations(page), []);
  });

  for (const height of [640, 400])
    it(`of a chat in its place in the page, an answer begins in sight: ${height} px`, async () => {
      await setViewport({ width: 360, height });
      const page = await faqChat(
        '',
        `${FAQ}<details><summary>What are your terms?</summary>${'<p>They are long, and longer.</p>'.repeat(30)}</details>`,
        { around: '<div style="block-size:500px"></div>{chat}<div style="block-size:900px"></div>' },
      );
      for (const question of ['when are you open', 'what are your terms']) {
        page.control('question').focus();
        await page.ask(question);
        const { top } = page.all('.visitor').at(-1)!.getBoundingClientRect();
        assert.isAtLeast(Math.round(top), 0, `${question}: the question`);
        const seen = page.shownAnswer.getBoundingClientRect().top;
        assert.isBelow(seen, height - 40, question);
        const field = page.control('question').getBoundingClientRect();
        assert.isAtMost(field.bottom, height, 'the field stays in sight');
      }
    });

  it('by the ways to a person, where whoever has pressed for one then is', async () => {
    const page = await faqChat('', FAQ + PEOPLE);
    for (const question of ['when are you open', 'how long does delivery take']) await page.ask(question);
    const log = page.get('#log');
    log.scrollTop = 0;
    page.part('person-button').click();
    await page.until(() => page.has('handover'), 'nobody is offered');
    assert.isTrue(page.part('handover').matches(':focus'));
    assert.equal(page.part('handover').ariaLabel, 'Talk to a person');
    const [box, way] = [log, page.part('channel')].map((element) => element.getBoundingClientRect());
    assert.isAtLeast(way!.top, box!.top);
    assert.isAtMost(way!.bottom, box!.bottom);
    assert.notInclude(page.text, 'New messages');
  });

  it('by what is said of questions that match, until one is asked', async () => {
    const page = await faqChat();
    page.control('question').focus();
    await page.type('question', 'when are you');
    const status = page.all('[role=status]').at(-1)!;
    await page.until(() => words(status) === '1 matching question', 'it is not said');
    await page.ask('when are you open');
    assert.equal(words(status), '');
  });

  it('by what is heard: each message once, as a whole, and by whom', async () => {
    const page = await faqChat();
    const log = page.get('[role=log]');
    assert.equal(log.ariaLabel, 'Conversation');
    const added: string[] = [];
    const removed: Node[] = [];
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        for (const node of addedNodes) if (words(node)) added.push(words(node));
        for (const node of removedNodes) if (words(node)) removed.push(node);
      }
    }).observe(log.querySelector('ol')!, { childList: true });
    await page.ask('when are you open');
    await page.ask('where can I park');
    assert.deepEqual(added.map((text) => text.replace(/:.*/, '')), ['You said', 'Assistant said', 'You said', 'Assistant said']);
    assert.lengthOf(removed, 0);
    assert.equal(page.focused, 'question');
  }); // prettier-ignore

  it('by the way to a person, which is one step from the field', async () => {
    const page = await faqChat();
    const all = page.all('textarea, button, a').filter((element) => element.tabIndex === 0);
    const field = all.findIndex(({ localName }) => localName === 'textarea');
    assert.isTrue(all[field + 1]?.part.contains('person-button'));
    assert.include(page.text, 'automatic assistant');
  });

  it('with 10,000 questions while typing goes on', async function () {
    this.timeout(60_000);
    const page = await faqChat();
    const random = (n: number): string => Math.imul(n + 1, 2654435761).toString(36).replace(/[-\d]/g, 'a');
    page.element.entries = Array.from({ length: 10_000 }, (_, n) => ({
      question: `How do I ${random(n)} the ${random(n * 7)} of my ${random(n * 13)}?`,
      answer: `Answer ${n}`,
    }));
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    await page.rest();
    long.length = 0;
    await page.type('question', page.element.entries[7777]!.question);
    page.submitButton.click();
    await waitUntil(() => page.messages.length === 3, 'there is no answer', { timeout: 40_000 });
    observer.disconnect();
    assert.include(page.last, 'Answer 7777');
    assert.isBelow(Math.max(0, ...long), 400, 'a busy machine: without slices it is seconds');
  }); // prettier-ignore
});

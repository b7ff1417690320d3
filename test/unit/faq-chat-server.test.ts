import { assert } from '@open-wc/testing';
import type { HarremanQuestionEvent } from '../../src/elements/faq-chat/events.js';
import { faqChat } from './faq-chat-support.js';
import { listenToConsole } from './support.js';

const stream = (...events: string[]): Response =>
  new Response(events.join(''), { headers: { 'Content-Type': 'text/event-stream' } });

describe('a server that answers', () => {
  const said = listenToConsole();
  const { fetch: original } = window;
  const asked: { url: string; body: Record<string, unknown> }[] = [];
  let answer: (signal: AbortSignal) => Response | Promise<Response>;
  beforeEach(() => {
    asked.length = 0;
    window.fetch = async (url, init) => {
      asked.push({ url: url as string, body: JSON.parse(init!.body as string) as Record<string, unknown> });
      return answer(init!.signal!);
    };
  });
  afterEach(() => {
    window.fetch = original;
  });

  it('is asked what the entries do not know, with the nearest of them, and its text is text', async () => {
    answer = () => new Response('{"answer":"**Yes** <img src=x onerror=alert(1)> [x](javascript:alert(1))"}');
    const page = await faqChat('answers="/answers"');
    const events: HarremanQuestionEvent[] = [];
    page.element.addEventListener('harreman-question', (event) => events.push(event));
    await page.ask('quantum chromodynamics of parking');
    assert.equal(page.shownAnswer.querySelector('strong')?.textContent, 'Yes');
    assert.isNull(page.shownAnswer.querySelector('img, a'));
    assert.equal(asked[0]!.url, new URL('/answers', location.href).href);
    assert.equal(asked[0]!.body['question'], 'quantum chromodynamics of parking');
    assert.equal(asked[0]!.body['locale'], 'en');
    assert.isArray(asked[0]!.body['entries']);
    assert.deepEqual(events.map(({ detail }) => [detail.outcome, detail.source]), [['answered', 'server']]);
  }); // prettier-ignore

  it('is not asked where an entry is sure to be meant, unless the owner wants it', async () => {
    answer = () => new Response('{"answer":"From the server"}');
    const page = await faqChat('answers="/answers"');
    await page.ask('when are you open');
    assert.lengthOf(asked, 0);
    page.element.answersFirst = true;
    await page.ask('when are you open');
    assert.include(page.last, 'From the server');
  });

  it('may stream, is heard when it is whole, and may name an entry', async () => {
    answer = () => stream('data: One\n\n', 'data: {"delta":" two"}\n\n', 'data: [DONE]\n\n');
    const page = await faqChat('answers="/answers"');
    await page.ask('quantum chromodynamics');
    assert.include(page.last, 'One two');
    answer = () => stream('data: {"entry":"return"}\n\n');
    await page.ask('string theory');
    assert.include(page.last, 'Send it back within 30 days.');
    assert.deepEqual(said, []);
    answer = () => stream('data: {"entry":"refunds"}\n\n');
    await page.ask('quantum chromodynamics');
    assert.include(page.last, 'I do not know');
    assert.include(said[0], 'answers="/answers": there is no entry "refunds"');
  });

  it('may take its time: what it says is in view at its end, unless the visitor has scrolled up', async () => {
    const page = await faqChat('answers="/answers"');
    for (let asked = 0; asked < 6; asked++) await page.ask('how long does delivery take');
    const unseen = (): boolean => page.text.includes('New messages');
    const asks = async (text: string, meanwhile: () => void): Promise<void> => {
      let reply!: (response: Response) => void;
      answer = () => new Promise((resolve) => (reply = resolve));
      const before = page.messages.length;
      await page.type('question', text);
      page.submitButton.click();
      await page.until(() => page.text.includes('Looking for an answer'), 'nobody is told to wait');
      meanwhile();
      await page.rest();
      reply(new Response('{"answer":"From the server"}'));
      await page.until(() => page.messages.length >= before + 2, 'there is no answer');
    };
    await asks('quantum chromodynamics', () => undefined);
    assert.isFalse(unseen(), 'the visitor has not moved');
    const log = page.get('#log').getBoundingClientRect();
    assert.isAtLeast(page.all('.visitor').at(-1)!.getBoundingClientRect().top, log.top - 1);
    await asks('string theory', () => page.get('#log').scrollTo(0, 0));
    assert.isTrue(unseen());
    assert.equal(page.get('#log').scrollTop, 0);
    await page.press('New messages');
    assert.isFalse(unseen());
    assert.isTrue(
      page.get('[role=log]').matches(':focus'),
      'what was pressed is gone, and the focus with it',
    );
  });

  it('that can’t be had costs nothing: the entries answer, and the owner is told', async () => {
    const page = await faqChat('answers="/answers"');
    for (const broken of [
      () => new Response('', { status: 500 }),
      () => new Response('<html>'),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => stream(`data: ${'x'.repeat(100_001)}\n\n`),
    ]) {
      answer = broken;
      await page.ask('quantum chromodynamics');
      assert.include(page.last, 'I do not know the answer to that.');
    }
    assert.lengthOf(said, 4);
    assert.match(said.join('\n'), /answers="\/answers".*500/);
  });

  it('that breaks off to say that something is wrong has not answered: the entries do, and the owner reads what it was', async () => {
    const page = await faqChat('answers="/answers"');
    for (const broken of [
      () => stream('data: We are\n\n', 'event: error\ndata: the model is overloaded\n\n'),
      () => stream('data: We are\n\n', 'data: {"message":"the model is overloaded"}\nevent:error\n\n'),
      () => stream('data: We are\n\n', 'data: {"error":{"message":"the model is overloaded"}}\n\n'),
      () => new Response('{"answer":"We are","error":"the model is overloaded"}'),
    ]) {
      answer = broken;
      await page.ask('quantum chromodynamics');
      assert.include(page.last, 'I do not know the answer to that.');
    }
    assert.lengthOf(said, 4);
    for (const line of said) assert.include(line, 'the model is overloaded');
  }); // prettier-ignore

  it('whose JSON has neither an answer nor an entry is told of; one that says that it has none is not', async () => {
    const page = await faqChat('answers="/answers"');
    for (const nothing of ['{"answer":null}', '{"answer":""}', '{"reply":"Yes"}']) {
      assert.deepEqual(said, []);
      answer = () => new Response(nothing);
      await page.ask('quantum chromodynamics');
      assert.include(page.last, 'I do not know the answer to that.');
    }
    assert.lengthOf(said, 1);
  });

  it('streams with fields of its own and remarks, of which only data is the answer', async () => {
    answer = () => stream(': hello\n\n', 'id: 7\ndatabase: x\nretry: 9\ndata: One\n\n', 'data\n\n', 'data: \r\ndata: two\r\n\r\n');
    const page = await faqChat('answers="/answers"');
    await page.ask('quantum chromodynamics');
    assert.include(page.last, 'One');
    assert.include(page.last, 'two');
    assert.notInclude(page.last, 'base');
  }); // prettier-ignore

  it('is left alone when the visitor asks something else meanwhile', async () => {
    let aborted = false;
    answer = (signal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new DOMException('', 'AbortError'));
        }),
      );
    const page = await faqChat('answers="/answers"');
    await page.type('question', 'quantum chromodynamics');
    page.submitButton.click();
    await page.until(() => asked.length > 0, 'it is not asked');
    await page.ask('when are you open');
    assert.isTrue(aborted);
    assert.lengthOf(page.messages, 4, 'nothing is said to the first');
    assert.include(page.last, 'From nine to six');
    assert.deepEqual(said, []);
  });

  it('at no address is told of once', async () => {
    const page = await faqChat('answers="javascript:x"');
    await page.ask('quantum chromodynamics');
    await page.ask('string theory');
    assert.lengthOf(said, 1);
    assert.include(said[0], 'answers="javascript:x"');
    assert.lengthOf(asked, 0);
  });
});

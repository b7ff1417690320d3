import { assert } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { HarremanFeedbackEvent, HarremanQuestionEvent } from '../../src/elements/faq-chat/events.js';
import { FAQ, faqChat, PEOPLE, type ChatPage } from './faq-chat-support.js';
import { linesUnder, listenToConsole, words } from './support.js';

const reported = (page: ChatPage): Promise<void> =>
  page.until(() => page.requests.length > 0, 'nothing is posted');

describe('where the chat has no answer', () => {
  const said = listenToConsole();

  it('the owner learns of the question, without anybody’s name', async () => {
    const page = await faqChat('privacy-url="/p"');
    const events: HarremanQuestionEvent[] = [];
    page.element.addEventListener('harreman-question', (event) => events.push(event));
    await page.ask('quantum chromodynamics');
    await reported(page);
    const { record } = page;
    assert.equal(record['widget'], 'question');
    assert.equal(record['question'], 'quantum chromodynamics');
    assert.equal(record['outcome'], 'unanswered');
    assert.notProperty(record, 'consent_text', 'nobody has agreed to anything');
    assert.deepEqual(
      events.map(({ detail }) => [detail.outcome, detail.source]),
      [['unanswered', 'entries']],
    );
  });

  it('nothing is posted where the owner cancels it, and the visitor is told all the same', async () => {
    const page = await faqChat();
    page.element.addEventListener('harreman-question', (event) => event.preventDefault());
    await page.ask('quantum chromodynamics');
    await page.rest();
    assert.include(page.last, 'I do not know');
    assert.lengthOf(page.requests, 0);
  });

  it('nothing is posted, and no form is offered, where there is no endpoint', async () => {
    const page = await faqChat('', FAQ + PEOPLE, { mute: true });
    assert.notInclude(page.text, 'passed on');
    await page.ask('quantum chromodynamics');
    assert.isFalse(page.has('leave-button'));
    assert.isTrue(page.has('channel'));
    assert.deepEqual(said, []);
  });

  it('nobody is promised where the owner has given no way to a person, and the owner is told', async () => {
    const page = await faqChat('', FAQ, { mute: true });
    assert.notInclude(page.text, 'person');
    for (const question of ['quantum chromodynamics', 'string theory']) {
      await page.ask(question);
      assert.include(page.last, 'Put it in other words.');
    }
    assert.notInclude(page.text, 'person');
    assert.isFalse(page.has('channel') || page.has('leave-button'));
    await page.until(() => said.length > 0, 'the owner is not told');
    assert.lengthOf(said, 1, 'once');
    assert.include(said[0], 'endpoint="": no way to a person');
  });

  it('a way to a person that comes late, as a framework adds it, is all that was missing', async () => {
    const page = await faqChat('', FAQ, { mute: true });
    page.element.addEventListener('harreman-question', () => {
      page.element.insertAdjacentHTML('beforeend', PEOPLE);
    });
    await page.ask('quantum chromodynamics');
    await page.until(() => page.has('channel'), 'the links do not come');
    assert.include(page.text, 'For anything else, I lead you to a person.');
    assert.isTrue(page.has('person-button'));
    assert.deepEqual(said, []);
  });

  it('where nothing can be passed on, the owner is told why, once', async () => {
    const page = await faqChat('endpoint="htp://example.com/f"', FAQ + PEOPLE, { mute: true });
    for (const question of ['quantum chromodynamics', 'string theory']) {
      await page.ask(question);
      await page.until(() => said.length > 0, 'the owner is not told');
      await page.rest();
    }
    assert.lengthOf(said, 1);
    assert.include(said[0], 'endpoint="htp://example.com/f" must be an http or https address');
  });

  it('a question is left for a person, with what was said before', async () => {
    const page = await faqChat('reply-within="2"');
    await page.ask('when are you open');
    await page.ask('quantum chromodynamics');
    await reported(page);
    const first = page.record['submission_id'];
    await page.press('Leave your question');
    await page.until(() => page.find('[name=email]'), 'the form does not come');
    assert.equal(page.control('question').value, 'quantum chromodynamics');
    assert.equal(page.focused, 'question');
    await page.press('Send question');
    await page.until(() => page.has('error-summary'), 'nothing is missing');
    await page.write('name', 'Ane');
    await page.write('email', 'ane@example.com');
    await page.press('Send question');
    await page.until(() => page.has('end'), 'it is not sent');
    assert.include(page.text, 'Your question has been sent');
    assert.include(page.text, 'We answer within 2 working days.');
    const { record } = page;
    assert.equal(record['outcome'], 'handover');
    assert.equal(record['email'], 'ane@example.com');
    assert.equal(record['regarding'], first);
    assert.match(String(record['transcript']), /^Me: when are you open\nAssistant: From nine to six/);
    assert.equal(page.control('question').value, '', 'the chat goes on');
    let copied = '';
    navigator.clipboard.writeText = async (text) => void (copied = text);
    await page.press('Copy my message');
    delete (navigator.clipboard as Partial<Clipboard>).writeText;
    assert.include(copied, `Reference number: ${String(record['reference'])}`);
    assert.include(copied, 'Your question: quantum chromodynamics');
    await page.ask('when are you open');
    assert.include(page.last, 'From nine to six');
  });

  it('the form to leave a question is there without the network; else that is said, and it comes once there is one', async () => {
    const page = await faqChat('', FAQ);
    const { element: chat } = page;
    const { importLetters } = chat;
    let asked = 0;
    chat.importLetters = () => Promise.reject(new Error(`no network ${++asked}`));
    await page.ask('gift vouchers');
    assert.equal(asked, 1, 'fetched while there is time');
    await page.press('Leave your question');
    assert.include(page.text, 'The connection failed.');
    assert.equal(page.part('failure').role, 'alert');
    assert.isFalse(page.has('back-button'));
    chat.importLetters = importLetters;
    page.button('Leave your question').click();
    await page.until(() => page.has('back-button'), 'there is no form');
    assert.isFalse(page.has('failure'));
  });

  it('a slotted widget is filled in with the question and what was said', async () => {
    const values: Record<string, string>[] = [];
    if (!customElements.get('harreman-test-person'))
      customElements.define(
        'harreman-test-person',
        class extends HTMLElement {
          prefill(given: Record<string, string>): void {
            values.push(given);
          }
        },
      );
    const page = await faqChat(
      '',
      `${FAQ}<div slot="handover"><harreman-test-person></harreman-test-person></div>`,
    );
    await page.ask('quantum chromodynamics');
    await page.until(() => values.length > 1, 'it is not filled in');
    assert.equal(values[0]!['question'], 'quantum chromodynamics');
    assert.match(values[0]!['transcript']!, /Me: quantum/);
    assert.equal(values.at(-1)!['regarding'], page.record['submission_id']);
    assert.isFalse(page.has('leave-button'));
  });

  it('WhatsApp has the question written in', async () => {
    const page = await faqChat('', FAQ + PEOPLE);
    await page.ask('quantum chromodynamics & <more>');
    const link = page.all<HTMLAnchorElement>('[part=channel]').at(-1)!;
    const text = new URL(link.href).searchParams.get('text')!;
    assert.match(text, /^quantum chromodynamics & <more>/);
    assert.isAtMost(link.href.length, 2000);
  });

  it('it is said when somebody answers', async () => {
    const page = await faqChat('hours="24/7" timezone="Europe/Madrid"', FAQ + PEOPLE);
    await page.press('Talk to a person');
    await page.until(() => page.has('presence'), 'nothing is said of it');
    assert.equal(words(page.part('presence')), 'Somebody is here now.');
  });

  for (const [attribute, value] of [
    ['hours', 'always'],
    ['timezone', 'Mars/Olympus'],
    ['closed', '2026-02-31'],
  ]) {
    it(`an attribute that makes no sense is told once: ${attribute}="${value}"`, async () => {
      const page = await faqChat(
        `hours="24/7" ${attribute}="${value}"`.replace(/hours="24\/7" (?=hours)/, ''),
        FAQ,
      );
      await page.press('Talk to a person');
      await page.until(() => said.length > 0, 'nothing is told');
      page.element.requestUpdate();
      await page.rest();
      assert.lengthOf(said, 1);
      assert.include(said[0], `${attribute}="${value}"`);
    });
  }
});

describe('an answer', () => {
  it('that helped is told to the owner, once', async () => {
    const page = await faqChat();
    const events: HarremanFeedbackEvent[] = [];
    page.element.addEventListener('harreman-feedback', (event) => events.push(event));
    await page.ask('when are you open');
    await page.press('Yes, this helped: When are you open?');
    await page.press('Yes, this helped: When are you open?');
    await reported(page);
    assert.lengthOf(events, 1);
    assert.lengthOf(page.requests, 1);
    assert.equal(page.record['helpful'], true);
    assert.equal(page.record['entry'], 'hours');
    assert.include(page.last, 'Thank you');
  });

  it('that did not help leads to a person', async () => {
    const page = await faqChat('', FAQ + PEOPLE);
    await page.ask('when are you open');
    await page.press('No, this did not help: When are you open?');
    assert.include(page.last, 'A person may.');
    assert.isTrue(page.has('channel'));
  });
});

describe('the floating chat', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  const launcher = (page: ChatPage): HTMLButtonElement => page.part<HTMLButtonElement>('launcher');

  it('opens with its button, takes the focus, and gives it back with Escape', async () => {
    const page = await faqChat('floating');
    const events: string[] = [];
    for (const type of ['harreman-open', 'harreman-close'])
      page.element.addEventListener(type, () => events.push(type));
    assert.equal(launcher(page).ariaExpanded, 'false');
    launcher(page).click();
    await page.rest();
    assert.isTrue(page.get('#panel').matches(':popover-open'));
    assert.equal(page.get('#panel').ariaModal, 'false', 'the page can be reached');
    assert.equal(page.focused, 'question');
    assert.equal(launcher(page).ariaExpanded, 'true');
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.isFalse(page.get('#panel').checkVisibility());
    assert.equal(page.root.activeElement, launcher(page));
    assert.deepEqual(events, ['harreman-open', 'harreman-close']);
  });

  it('is modal where there is little room, and still closes with Escape', async () => {
    await setViewport({ width: 320, height: 480 });
    const page = await faqChat('floating');
    launcher(page).click();
    await page.rest();
    assert.isTrue(page.get('#panel').matches(':modal'));
    assert.isNull(page.get('#panel').ariaModal);
    assert.isAtMost(page.get('#panel').scrollWidth, 320);
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.isFalse(page.get('#panel').checkVisibility());
    assert.equal(page.root.activeElement, launcher(page));
  });

  it('has its heading clear of the button that closes it, with large text too', async () => {
    await setViewport({ width: 320, height: 480 });
    const page = await faqChat(
      'floating heading="Questions, wishes and ideas" style="--harreman-font-size: 32px"',
    );
    launcher(page).click();
    await page.rest();
    assert.equal(linesUnder(page.part('close-button'), page.part('heading')), 0);
  });

  it('with a keyboard on a small screen shows what was said last above the field and its buttons', async () => {
    await setViewport({ width: 320, height: 256 });
    const page = await faqChat('floating', FAQ);
    launcher(page).click();
    await page.until(() => page.has('log'), 'it is not open');
    await page.ask('When are you open? '.repeat(12));
    const seen = (element: Element): boolean => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    for (const name of ['question', 'submit-button', 'person-button'])
      assert.isTrue(seen(name === 'question' ? page.control(name) : page.part(name)), name);
    const answer = page.shownAnswer.getBoundingClientRect();
    const log = page.all('#log')[0]!.getBoundingClientRect();
    assert.isAtLeast(answer.top, log.top);
    assert.isAtMost(answer.top + 20, log.bottom, 'its first line');
    assert.isAtLeast(Math.round(page.part('panel').getBoundingClientRect().height), 256);
  });

  it('comes along to the next page, without taking the focus', async () => {
    const page = await faqChat('id="kept" floating');
    assert.lengthOf(sessionStorage, 0, 'nothing is kept before anything was said');
    launcher(page).click();
    await page.ask('when are you open');
    page.element.remove();
    const next = await faqChat('id="kept" floating');
    assert.include(next.messages.join(), 'From nine to six');
    assert.isTrue(next.get('#panel').checkVisibility());
    assert.notEqual(next.focused, 'question');
  });

  it('keeps nothing with persist="off"', async () => {
    const page = await faqChat('persist="off"');
    await page.ask('when are you open');
    assert.lengthOf(sessionStorage, 0);
  });

  it('is closed and ended by different buttons, and asks before it deletes', async () => {
    const page = await faqChat('floating');
    launcher(page).click();
    await page.ask('when are you open');
    await page.press('End conversation');
    assert.equal(page.focused, 'Keep it');
    await sendKeys({ press: 'Escape' });
    await page.rest();
    assert.isTrue(page.get('#panel').checkVisibility(), 'Escape answers the question first');
    await page.press('End conversation');
    await page.press('End and delete');
    assert.lengthOf(page.messages, 1);
    assert.lengthOf(sessionStorage, 0);
  });
});

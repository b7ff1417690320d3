import { fixtureSync, nextFrame } from '@open-wc/testing';
import '../../src/define/faq-chat.js';
import type { HarremanFaqChat } from '../../src/elements/faq-chat/faq-chat.js';
import { FormPage, words } from './support.js';
import { waitUntil } from './patience.js';

/** A shop's questions, in two categories. */
export const FAQ = `
  <h3>Opening</h3>
  <details id="hours"><summary>When are you open?</summary><p>From <b>nine</b> to six, see <a href="/hours">our hours</a>.</p></details>
  <details id="parking" data-ask="Where can I leave my car?\nIs there a car park?"><summary>Can I park near the shop?</summary><p>Behind the house.</p></details>
  <section><h3>Orders</h3>
    <details id="return"><summary>How do I return something that I bought?</summary><p>Send it back within 30 days.</p></details>
    <details id="delivery"><summary>How long does delivery take?</summary><ul><li>Two days in town</li><li>Five days elsewhere</li></ul></details>
    <details id="invoice"><summary>Can I get an invoice for my company?</summary><p>Yes, write your tax number.</p></details>
  </section>`;

/** Links to a person, as an owner writes them. */
export const PEOPLE = `<p><a href="tel:+34943000000">943 00 00 00</a>
  <a href="mailto:kaixo@example.com">kaixo@example.com</a> <a href="https://wa.me/34600000000">WhatsApp</a></p>`;

let count = 0;

/** A chat as a visitor meets it. */
export class ChatPage extends FormPage<HarremanFaqChat> {
  /** What was said, one text a message, without the time and who said it. */
  get messages(): string[] {
    return this.all('.message').map((message) => {
      const copy = message.cloneNode(true) as Element;
      copy.querySelectorAll('time, .visually-hidden').forEach((element) => element.remove());
      return words(copy);
    });
  }

  get last(): string {
    return this.messages.at(-1) ?? '';
  }

  /** The last answer's own nodes. */
  get shownAnswer(): HTMLElement {
    return this.all('[part=answer]').at(-1)!;
  }

  /** Everything that has been set off comes to rest. */
  async rest(): Promise<void> {
    await import('../../src/elements/faq-chat/chat-engine.js');
    for (let i = 0; i < 4; i++) {
      await this.element.updateComplete;
      await nextFrame();
    }
  }

  /** Writes a question and sends it. */
  async ask(question: string): Promise<void> {
    const before = this.messages.length;
    await this.type('question', question);
    this.submitButton.click();
    await this.until(() => this.messages.length >= before + 2, `no answer to "${question}"`);
  }

  /** Presses a button by what it is called. */
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.rest();
  }

  async until(condition: () => unknown, message: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 });
    await this.rest();
  }
}

interface Setting {
  /** Sends nothing and has nowhere to. */
  readonly mute?: boolean;
  /** HTML around the chat, which stands in place of `{chat}`. */
  readonly around?: string;
}

/** A chat in the page, once it can be used. */
export async function faqChat(
  attributes = '',
  inner = FAQ,
  { mute = false, around = '{chat}' }: Setting = {},
): Promise<ChatPage> {
  const id = /(?:^|\s)id=/.test(attributes) ? '' : `id="chat-${++count}-${crypto.randomUUID()}"`;
  const tag = `<harreman-faq-chat ${id} ${attributes}>${inner}</harreman-faq-chat>`;
  const wrapper = fixtureSync<HTMLElement>(`<div>${around.replace('{chat}', tag)}</div>`);
  const page = new ChatPage(wrapper.querySelector('harreman-faq-chat')!);
  if (!mute) page.element.transport = page.transport;
  await page.ready();
  return page;
}

afterEach(() => sessionStorage.clear());

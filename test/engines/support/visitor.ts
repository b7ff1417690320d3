import assert from 'node:assert/strict';
import type { Key, Tab } from './browser.js';

/** What a person does with the widget of a page, with the keyboard and the pointer that the browser gives them. */
export class Visitor {
  #tab: Pick<Tab, 'evaluate' | 'type' | 'press' | 'click'>;
  #tag: string;

  constructor(tab: Pick<Tab, 'evaluate' | 'type' | 'press' | 'click'>, tag = 'harreman-contact-form') {
    this.#tab = tab;
    this.#tag = tag;
  }

  /** Waits until an expression about the form's shadow root holds. */
  async sees(selector: string, text = ''): Promise<void> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const shown = await this.text(selector);
      if (shown?.includes(text)) return;
      if (Date.now() > deadline)
        assert.fail(
          `Waited in vain for ${selector} with "${text}"; the form says: ${await this.text('.root')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The text of what is shown in the form, or `null` where there is no such thing. */
  text(selector: string): Promise<string | null> {
    return this.#tab.evaluate(
      (inner, tag) => {
        const root = document.querySelector(tag)?.shadowRoot;
        const element = root?.querySelector<HTMLElement>(inner);
        if (!element || element.getClientRects().length === 0) return null;
        return element.innerText.replace(/\s+/g, ' ').trim();
      },
      selector,
      this.#tag,
    );
  }

  /** An attribute, or a property where there is no such attribute. */
  value(name: string): Promise<string> {
    return this.#tab.evaluate(
      (field, tag) => {
        const root = document.querySelector(tag)!.shadowRoot!;
        return root.querySelector<HTMLInputElement>(`:is(input, textarea)[name="${field}"]`)!.value;
      },
      name,
      this.#tag,
    );
  }

  /** Name, id or part of what has the focus inside the form. */
  focused(): Promise<string> {
    return this.#tab.evaluate((tag) => {
      const element = document.querySelector(tag)?.shadowRoot?.activeElement;
      return element?.getAttribute('name') ?? (element?.id || (element?.getAttribute('part') ?? ''));
    }, this.#tag);
  }

  /** Clicks on something in the form, with the pointer. */
  async click(selector: string): Promise<void> {
    await this.sees(selector);
    const [x, y] = await this.#tab.evaluate(
      (inner, tag) => {
        const root = document.querySelector(tag)!.shadowRoot!;
        const element = root.querySelector(inner)!;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      },
      selector,
      this.#tag,
    );
    await this.#tab.click(x, y);
  }

  /** Writes into controls with the keyboard, each by its wire name. */
  async write(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(texts)) {
      await this.click(`:is(input, textarea)[name="${name}"]`);
      await this.#tab.type(text);
      assert.equal(await this.value(name), text, name);
    }
  }

  /** Writes something else into a control. */
  async replace(name: string, text: string): Promise<void> {
    await this.click(`:is(input, textarea)[name="${name}"]`);
    for (let length = (await this.value(name)).length; length > 0; length--) await this.press('Backspace');
    await this.write({ [name]: text });
  }

  press(key: Key): Promise<void> {
    return this.#tab.press(key);
  }

  chooseTopic(topic: string): Promise<void> {
    return this.click(`[name="topic"][value="${topic}"]`);
  }
}

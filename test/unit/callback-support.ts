import { fixtureSync, nextFrame } from '@open-wc/testing';
import '../../src/define/callback-button.js';
import type { HarremanCallbackButton } from '../../src/elements/callback-button/callback-button.js';
import { waitUntil } from './patience.js';
import { FormPage, settled, words } from './support.js';

/** Open day and night, so that no test depends on when it runs. */
export const ALWAYS = 'hours="24/7" timezone="Europe/Madrid" country="ES"';

/** Links to a person, as an owner writes them. */
export const LINKS = `<a href="tel:+34 943 00 00 00">943 00 00 00</a>
  <a href="mailto:kaixo@example.com">kaixo@example.com</a>
  <a href="https://wa.me/34600000000">600 00 00 00</a>
  <a href="https://t.me/example">Telegram</a>`;

let count = 0;

/** A callback button as a visitor meets it. */
export class CallbackPage extends FormPage<HarremanCallbackButton> {
  get launcher(): HTMLButtonElement {
    return this.part<HTMLButtonElement>('launcher');
  }

  get panel(): HTMLDialogElement {
    return this.get<HTMLDialogElement>('#panel');
  }

  /** Everything that is read in the panel, spaces tidied. */
  override get text(): string {
    return words(this.panel);
  }

  /** Opens the panel as a visitor does. */
  async open(): Promise<void> {
    this.launcher.click();
    await this.until(() => this.find('#panel')?.checkVisibility(), 'the panel does not open');
    await this.until(() => !this.find('[aria-busy=true]'), 'the form does not come');
  }

  /** Comes to the form with everything that it needs. */
  async touch(): Promise<void> {
    await this.open();
    await this.element.updateComplete;
    this.control('phone').focus();
    await import('../../src/elements/callback-button/callback-engine.js');
    await this.until(() => this.text.includes('example'), 'the engine does not come');
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.rest();
  }

  async rest(): Promise<void> {
    for (let i = 0; i < 3; i++) {
      await settled(this.element);
      await nextFrame();
    }
  }

  async until(condition: () => unknown, message: string): Promise<void> {
    await waitUntil(condition, message, { timeout: 8000 });
    await this.rest();
  }
}

/** A button in the page, once it can be pressed. */
export async function callback(
  attributes = ALWAYS,
  inner = LINKS,
  { mute = false, around = '{button}' } = {},
): Promise<CallbackPage> {
  const id = /(?:^|\s)id=/.test(attributes) ? '' : `id="call-${++count}-${crypto.randomUUID()}"`;
  const tag = `<harreman-callback-button ${id} ${attributes}>${inner}</harreman-callback-button>`;
  const wrapper = fixtureSync<HTMLElement>(`<div>${around.replace('{button}', tag)}</div>`);
  const page = new CallbackPage(wrapper.querySelector('harreman-callback-button')!);
  if (!mute) page.element.transport = page.transport;
  await waitUntil(() => page.has('launcher'), 'the button does not appear', { timeout: 8000 });
  await page.rest();
  return page;
}

afterEach(() => sessionStorage.clear());

import { assert, fixtureSync, nextFrame } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import type { Transport } from '../../src/controllers/sending.js';
import type { DeliveryRequest } from '../../src/delivery/deliver.js';
import { PENDING } from '../../src/delivery/outbox/pending-key.js';
import type { DeliveryOutcome } from '../../src/delivery/states.js';
import type { HarremanContactForm } from '../../src/elements/contact-form/contact-form.js';
import type { FormWidget } from '../../src/ui/form-widget.js';
import { waitUntil } from './patience.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** What an endpoint answers; a function is asked at each request. */
type Answer = DeliveryOutcome | ((request: DeliveryRequest) => DeliveryOutcome | Promise<DeliveryOutcome>);

/** What these tests need of a widget that is a form. */
type FormElement = HTMLElement & Pick<FormWidget, 'transport' | 'updateComplete'>;

export const SENT: DeliveryOutcome = { state: 'sent' };

/** Answers to the fields of a plain form. */
export const ANSWERS = {
  topic: 'question',
  name: 'Ane Etxeberria',
  email: 'ane@example.com',
  message: 'Kaixo! When are you open?',
} as const;

/** What one test has kept on the device is not for the next. */
afterEach(async () => {
  try {
    localStorage.removeItem(PENDING);
  } catch {
    // A test has blocked it.
  }
  const request = indexedDB.deleteDatabase('harreman-outbox');
  await new Promise((resolve) => (request.onsuccess = request.onerror = resolve));
  dispatchEvent(new Event(PENDING));
});

/** Drafts are kept by page and id, and test files may share a browser's storage. */
const session = crypto.randomUUID();
let count = 0;

/** A form as a visitor meets it: its controls by name, its words by what they are for. */
export class FormPage<E extends FormElement = HarremanContactForm> {
  readonly element: E;
  /** What has reached the endpoint. */
  readonly requests: DeliveryRequest[] = [];
  answer: Answer = SENT;

  constructor(element: E) {
    this.element = element;
  }

  /** Takes the endpoint's place. */
  readonly transport: Transport = async (request) => {
    this.requests.push(request);
    return typeof this.answer === 'function' ? this.answer(request) : this.answer;
  };

  /** Until the form is there. */
  async ready(): Promise<void> {
    await waitUntil(() => this.find('[part~=submit-button]'), 'the form does not appear');
    await settled(this.element);
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** The last record that has reached the endpoint. */
  get record(): Record<string, unknown> {
    const request = this.requests[this.requests.length - 1];
    assert.ok(request, 'nothing was sent');
    return { ...request.record };
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.root.querySelector<E>(selector);
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  get<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.find<E>(selector);
    assert.ok(element, `there is no ${selector}`);
    return element;
  }

  /** The first element of a part. */
  part<E extends HTMLElement = HTMLElement>(name: string): E {
    return this.get<E>(`[part~="${name}"]`);
  }

  has(part: string): boolean {
    return this.find(`[part~="${part}"]`) !== null;
  }

  control<E extends Control = HTMLInputElement>(name: string): E {
    return this.get<E>(`[name="${name}"]`);
  }

  /** The control with a label. */
  labelled<E extends Control = HTMLInputElement>(label: string): E {
    const found = this.all<E>('input,select,textarea').find(
      ({ labels }) => labels?.[0] && words(labels[0]) === label,
    );
    assert.ok(found, `nothing is labelled "${label}"; there are: ${this.labels.join(', ')}`);
    return found;
  }

  /** The labels of all controls that a visitor sees, in their order; a group's legend stands for it. */
  get labels(): string[] {
    return this.all('[part~=field] > [part~=label], .tick > [part~=label]').map((label) => words(label));
  }

  /** A button by what it is called. */
  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((button) => nameOf(button) === name);
    assert.ok(found, `there is no button "${name}"`);
    return found;
  }

  get submitButton(): HTMLButtonElement {
    return this.part<HTMLButtonElement>('submit-button');
  }

  /** What has the focus: a control by its wire name, a button by what it is called, else by part or id. */
  get focused(): string {
    const active = this.root.activeElement as HTMLInputElement | null;
    if (!active) return '';
    return active.name || (active.matches('button,a') ? nameOf(active) : (active.part.item(0) ?? active.id));
  }

  /** Everything that is read, spaces tidied. */
  get text(): string {
    return words(this.root.querySelector('[part~=base]') ?? this.root);
  }

  /** The texts of the error summary, in their order. */
  get summary(): string[] {
    return this.all('[part~=error-summary] li').map(words);
  }

  /** The error at a control, as it describes it. */
  errorAt(name: string): string | undefined {
    const [first] = this.all<Control>(`[name="${name}"]`);
    const error = first?.closest('[part~=field]')?.querySelector('[part~=error]');
    return error ? words(error).replace(/^Error: /, '') : undefined;
  }

  /** What a live region says now. */
  get announced(): string {
    return this.all('[role=status]').map(words).filter(Boolean).join(' | ');
  }

  /** Writes into a control as a visitor does: focus, a text, and on to the next. */
  async write(name: string, text: string): Promise<void> {
    await this.type(name, text);
    this.leave(name);
    await settled(this.element);
  }

  /** Writes into a control and stays there. */
  async type(name: string, text: string): Promise<void> {
    this.#enter(name, text);
    await settled(this.element);
  }

  #enter(name: string, text: string): void {
    const control = this.control(name);
    control.focus();
    control.value = text;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  leave(name: string): void {
    const control = this.control(name);
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.blur();
  }

  /** Chooses an option, or ticks a box. */
  async choose(name: string, value: string): Promise<void> {
    const control = this.get<Control>(`[name="${name}"]`);
    if (control instanceof HTMLSelectElement) {
      control.value = value;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else this.get<HTMLInputElement>(`[name="${name}"][value="${value}"]`).click();
    await settled(this.element);
  }

  /** Answers what a plain form asks for; others are left out, or changed. */
  async fillIn(answers: Readonly<Partial<Record<string, string>>> = ANSWERS): Promise<void> {
    for (const [name, value = ''] of Object.entries(answers)) {
      const control = this.find<HTMLInputElement>(`[name="${name}"]`);
      if (!control) continue;
      if (/^(radio|checkbox|select)/.test(control.type)) await this.choose(name, value);
      else {
        this.#enter(name, value);
        this.leave(name);
      }
    }
    await settled(this.element);
  }

  /** Presses the button that sends. */
  async send(timeout = 5000): Promise<void> {
    this.submitButton.click();
    await waitUntil(
      () => this.has('end') || this.has('failure') || this.has('error-summary') || this.has('review'),
      'the form does not say how sending ended',
      { timeout },
    );
    await settled(this.element);
  }
}

/** What else a form in a test may have. */
interface Surroundings {
  /** HTML around the form, which stands in place of `{form}`. */
  readonly around?: string;
  /** Sends over the network, to its `endpoint`, instead of to {@link FormPage.requests}. */
  readonly network?: boolean;
}

/** Puts a contact form into the page, and leaves it to itself. */
export function place(
  attributes = '',
  inner = '',
  { around = '{form}', network }: Surroundings = {},
): FormPage {
  const tag = /(?:^|\s)id=/.test(attributes) ? attributes : `id="${newId()}" ${attributes}`;
  const form = `<harreman-contact-form ${tag}>${inner}</harreman-contact-form>`;
  const wrapper = fixtureSync<HTMLElement>(`<div>${around.replace('{form}', form)}</div>`);
  const page = new FormPage(wrapper.querySelector('harreman-contact-form')!);
  if (!network) page.element.transport = page.transport;
  return page;
}

/** An id that no other form of the session has: drafts are kept by it. */
export const newId = (): string => `form-${++count}-${session}`;

/** A contact form in the page, once it can be used. */
export async function contactForm(...parts: Parameters<typeof place>): Promise<FormPage> {
  const page = place(...parts);
  await page.ready();
  return page;
}

/** Lets an element, and what it has set off, come to rest. */
export async function settled(element: FormElement): Promise<void> {
  // A form that has just been touched waits for this too.
  await import('../../src/ui/form-engine.js');
  await element.updateComplete;
  await nextFrame();
  await element.updateComplete;
}

/** What an element says, white space tidied. */
export const words = (element: Node): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What a button or link is called, for those who listen. */
const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? words(element);

/** What a page's owner reads in the console while a test runs. */
export function listenToConsole(level: 'error' | 'warn' = 'error'): string[] {
  const said: string[] = [];
  const original = console[level];
  beforeEach(() => {
    said.length = 0;
    console[level] = (...args: unknown[]) => {
      const text = args.map(String).join(' ');
      // Lit's development build gives hints of its own, once a page, whenever it comes to them.
      if (!text.includes('https://lit.dev/msg/')) said.push(text);
    };
  });
  afterEach(() => {
    console[level] = original;
  });
  return said;
}

// The browser's own language must not decide what a test sees.
document.documentElement.lang = 'en';

// What a form fetches at its first touch is there from now on, so that no test waits for it.
before(async function () {
  this.timeout(30_000);
  const page = await contactForm();
  await page.send(20_000);
  page.element.remove();
});

/** How many lines of a text run beneath what stands in the upper corner at their end. */
export const linesUnder = (corner: Element, text: Element): number => {
  const { bottom, left } = corner.getBoundingClientRect();
  const lines = document.createRange();
  lines.selectNodeContents(text);
  return [...lines.getClientRects()].filter((line) => line.top < bottom && line.right > left).length;
};

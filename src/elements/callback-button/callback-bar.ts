/** What the button shows, in words and places. */
export interface BarView {
  readonly lang: string;
  readonly dir: string;
  /** What is on the button. */
  readonly name: string;
  /** Whether the button floats at the corner; else it stands in the page, with the owner's links. */
  readonly floats: boolean;
  /** When somebody is there; empty until it is known, `undefined` where nothing is said of it. */
  readonly presence: string | undefined;
}

/** What the bar needs of what opens the panel. */
interface Launcher {
  readonly open: boolean;
  readonly failed: boolean;
  readonly press: () => void;
  readonly prepare: () => void;
}

/**
 * The button, and what stands beside it before anybody has pressed it. Drawn by hand: what renders templates is a fifth of
 * what a button would cost, and comes with the panel. Takes over what a server has rendered.
 */
export class CallbackBar {
  /** Around all of it; the panel is rendered into this, behind the button. */
  readonly around: HTMLElement;

  readonly #root: ShadowRoot;
  readonly #launcher: Launcher;
  readonly #frame: HTMLElement;
  readonly #button: HTMLElement;
  readonly #slot: HTMLElement;
  readonly #presence: HTMLElement;
  #floats: boolean | undefined;

  constructor(root: ShadowRoot, launcher: Launcher) {
    const own = (tag: string): HTMLElement =>
      root.querySelector<HTMLElement>(tag) ?? root.ownerDocument.createElement(tag);
    this.#root = root;
    this.#launcher = launcher;
    this.around = own('div');
    this.#frame = this.around.querySelector('div') ?? root.ownerDocument.createElement('div');
    this.#button = own('button');
    this.#slot = own('slot');
    this.#presence = own('p');
    for (const type of ['pointerover', 'focusin']) this.around.addEventListener(type, launcher.prepare);
    this.#button.addEventListener('click', launcher.press);
  }

  /** @param view none until there are words, and where there is nothing to lead to: the owner's own HTML is what people see */
  show(view: BarView | false | undefined): void {
    const { around } = this;
    const root = this.#root;
    const frame = this.#frame;
    const button = this.#button;
    const slot = this.#slot;
    if (!view) {
      place(root, slot);
      return;
    }
    const { lang, dir, name, floats, presence } = view;
    const { open, failed } = this.#launcher;
    write(around, { lang, dir });
    write(button, {
      'type': 'button',
      'class': 'primary',
      'id': 'launcher',
      'part': 'launcher',
      'aria-expanded': `${open}`,
      'aria-controls': 'panel',
    });
    say(button, name);
    write(this.#presence, { part: 'presence', role: 'status' });
    say(this.#presence, presence ?? '');
    // Only then: where it floats, the corner writes classes of its own.
    if (this.#floats !== floats) {
      this.#floats = floats;
      write(frame, {
        class: floats ? 'root dock' : 'root bar',
        id: floats ? 'dock' : undefined,
        popover: floats ? 'manual' : undefined,
        part: floats ? undefined : 'base',
      });
    }
    if (floats) place(frame, button);
    else if (presence === undefined) place(frame, button, slot);
    else place(frame, button, slot, this.#presence);
    if (frame.parentNode !== around) around.prepend(frame);
    // Where the panel can't be had, the owner's links are what helps.
    if (floats && failed) place(root, around, slot);
    else place(root, around);
  }
}

/** Puts these elements into a parent, and none but these, unless they are there: what is moved loses the focus. */
const place = (parent: ParentNode, ...wanted: readonly Element[]): void => {
  const { children } = parent;
  if (children.length !== wanted.length || wanted.some((element, index) => children[index] !== element))
    parent.replaceChildren(...wanted);
};

const write = (element: Element, attributes: Readonly<Record<string, string | undefined>>): void => {
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
};

const say = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

import { css } from 'lit';
import { isolate } from '../../controllers/isolation.js';
import type { Floating } from './corner.js';

/** Unseen but for its focus, which has two colours, so that one of them stands out on any page. */
const styles = css`
  :host {
    all: initial !important;
    position: fixed !important;
    inset: 0 !important;
    display: block !important;
    pointer-events: none !important;
  }
  button {
    all: unset;
    position: fixed;
    pointer-events: auto;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid #000;
    outline-offset: 3px;
    box-shadow: 0 0 0 3px #fff;
  }
  @media (forced-colors: active) {
    button:focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;

/**
 * While the page shows a modal dialog of its own, all outside that is inert (HTML, "blocked by a modal dialog"): what floats
 * above it is seen, and neither reached by keys nor heard. So each button has a stand-in at the end of that dialog, in the
 * same place and under the same name. They are gone when the dialog is.
 */
export class StandIns {
  readonly host = document.createElement('div');
  readonly #root = this.host.attachShadow({ mode: 'open' });
  readonly #buttons = new Map<Floating, HTMLButtonElement>();

  constructor() {
    this.host.popover = 'manual';
    const { styleSheet } = styles;
    if (styleSheet) this.#root.adoptedStyleSheets = [styleSheet];
    isolate(this.#root);
  }

  /**
   * @param modal the page's, where it shows one
   * @param shown whose buttons are seen, in their order
   * @param raised whether these have come to the top since
   */
  follow(modal: Element | undefined, shown: readonly Floating[], raised = false): void {
    if (!modal || !shown.length) {
      this.host.remove();
      return;
    }
    const buttons = shown.map((member) => this.#place(member));
    // Not the same ones again: who has the focus would lose it.
    if (buttons.length !== this.#root.childElementCount || buttons.some((button) => !button.isConnected))
      this.#root.replaceChildren(...buttons);
    if (this.host.parentNode !== modal) modal.append(this.host);
    if (!('showPopover' in this.host)) return;
    const isShown = this.host.matches(':popover-open');
    if (isShown && !raised) return;
    const focused = this.#root.activeElement as HTMLElement | null;
    if (isShown) this.host.hidePopover();
    this.host.showPopover();
    focused?.focus({ preventScroll: true });
  }

  #place(member: Floating): HTMLButtonElement {
    const button = this.#buttons.get(member) ?? document.createElement('button');
    if (!this.#buttons.has(member)) {
      this.#buttons.set(member, button);
      button.type = 'button';
      button.addEventListener('click', () => member.press());
    }
    const own = member.dock?.querySelector('button');
    if (!own) return button;
    const named = own.closest<HTMLElement>('[lang]');
    button.lang = named?.lang ?? '';
    const name = own.textContent.trim();
    if (button.ariaLabel !== name) button.ariaLabel = name;
    button.ariaExpanded = `${member.open}`;
    const { left, top, width, height } = own.getBoundingClientRect();
    const look = { left, top, width, height };
    for (const side of Object.keys(look) as (keyof typeof look)[])
      button.style.setProperty(side, `${look[side]}px`);
    button.style.setProperty('border-radius', getComputedStyle(own).borderRadius);
    return button;
  }
}

import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { HarremanCloseEvent, HarremanOpenEvent } from '../../controllers/panel-events.js';
import { arrange, closeOthers, isBehindModal, isInside, join, leave, type Floating } from './corner.js';
import { showDock } from './launcher.js';

export { panelStyles } from './panel.styles.js';

export interface PanelView {
  /** Name of the button that closes it. */
  readonly close: string;
  readonly content: unknown;
}

export interface PanelOptions {
  /** Whether it floats at the corner; else it is a dialog in the middle of the window. */
  readonly floats: () => boolean;
  /** Whether a press beside it may close it: not where something was written. */
  readonly mayDismiss: () => boolean;
  /** Opens it with everything that is in it. */
  readonly ask: () => void;
  /** Whether it takes all of a small window, and the page is inert then: not where nobody has asked for it. */
  readonly fillsSmall: () => boolean;
  /** Whether it is out of the way for a moment. */
  readonly isAside: () => boolean;
  /** It was closed. */
  readonly closed: () => void;
}

/** Where there is too little room beside the page, the panel takes all of it and the page is inert. */
const SMALL = '(max-width:30em),(max-height:30em)';

/**
 * A panel over the page: at the corner beside its button, or a dialog in the middle. Both are in the top layer, where neither
 * a transform nor a z-index of the page reaches them (any-page, 12). Where at the corner, `corner.ts` says.
 */
export class PanelController implements ReactiveController, Floating {
  open = false;

  readonly host: ReactiveControllerHost & HTMLElement;
  readonly #options: PanelOptions;
  #wantsFocus = false;
  /** What had the focus when it was opened. */
  #opener: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Partial<PanelOptions> = {}) {
    this.host = host;
    this.#options = {
      floats: () => true,
      mayDismiss: () => false,
      ask: () => this.show(),
      fillsSmall: () => true,
      isAside: () => false,
      closed: () => undefined,
      ...options,
    };
    host.addController(this);
  }

  get dock(): HTMLElement | null {
    return this.host.shadowRoot?.getElementById('dock') ?? null;
  }

  get panel(): HTMLDialogElement | null {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('#panel') ?? null;
  }

  /**
   * @param focus whether the visitor has asked for it
   * @param opener what they have pressed, where that may not have the focus
   */
  show(focus = true, opener = focusedElement()): void {
    if (this.open || (!focus && this.#isModal)) return;
    this.open = true;
    this.#wantsFocus = focus;
    this.#opener = opener;
    closeOthers(this);
    this.host.requestUpdate();
    this.host.dispatchEvent(new HarremanOpenEvent());
  }

  close(): void {
    if (!this.open) return;
    const { panel } = this;
    const root = this.host.shadowRoot;
    const focused = focusedElement();
    const hadFocus = panel !== null && focused !== undefined && isInside(focused, panel);
    this.open = false;
    this.#toTopLayer();
    this.host.requestUpdate();
    const opener = this.#opener;
    this.#opener = undefined;
    if (hadFocus) (opener?.isConnected ? opener : root?.getElementById('launcher'))?.focus();
    this.#options.closed();
    this.host.dispatchEvent(new HarremanCloseEvent());
  }

  /** Steps aside, or comes back: see {@link PanelOptions.isAside}. */
  settle(): void {
    this.#toTopLayer();
  }

  /** The same as pressing the button; where the page's own modal dialog is above the panel, the panel comes above that. */
  press(): void {
    if (!this.open) this.#options.ask();
    else if (isBehindModal() && !this.panel?.matches(':modal')) this.#raise();
    else this.close();
  }

  template({ close, content }: PanelView): TemplateResult {
    const place = this.#options.floats() ? '' : 'middle';
    return html`<dialog class="root panel ${place} ${this.open ? '' : 'closed'}" id="panel" part="panel"
      popover=${place ? nothing : 'manual'} aria-labelledby="heading end" tabindex="-1"
      @keydown=${this.#onKey} @click=${this.#onClick} @close=${() => this.close()}>
      <button type="button" class="close" part="close-button" aria-label=${close} @click=${() => this.close()}><span aria-hidden="true">✕</span></button>
      ${content}
    </dialog>`;
  } // prettier-ignore

  hostConnected(): void {
    if (this.#options.floats()) join(this);
  }

  hostDisconnected(): void {
    leave(this);
  }

  hostUpdated(): void {
    if (this.#options.floats()) join(this);
    this.#toTopLayer();
    if (!this.open || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.host.focus();
  }

  get #isModal(): boolean {
    const { floats, fillsSmall } = this.#options;
    return !floats() || (fillsSmall() && matchMedia(SMALL).matches) || isBehindModal();
  }

  #toTopLayer(): void {
    const { panel } = this;
    showDock(this.host.shadowRoot);
    if (!panel?.isConnected) return;
    const isPopover = 'showPopover' in panel && panel.matches(':popover-open');
    const shall = this.open && !this.#options.isAside();
    if (shall === (panel.open || isPopover)) return;
    arrange();
    if (!shall) {
      if (panel.open) panel.close();
      else panel.hidePopover();
    } else if (this.#isModal || !('showPopover' in panel)) this.#showModal(panel);
    else {
      // Chromium takes any dialog in the top layer for a modal one, and tells screen readers so.
      panel.ariaModal = 'false';
      // A dialog takes the focus as it is shown (HTML, "popover focusing steps"), unless nothing in it can have it.
      panel.inert = !this.#wantsFocus;
      panel.showPopover();
      panel.inert = false;
    }
  }

  #raise(): void {
    const { panel } = this;
    if (panel?.matches(':popover-open')) panel.hidePopover();
    if (panel) this.#showModal(panel);
    this.host.focus();
  }

  #showModal(panel: HTMLDialogElement): void {
    panel.ariaModal = null;
    panel.showModal();
  }

  /** Escape closes what is open; a question within the panel has stopped it before. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  /** A press on the page that shows beside a modal panel. */
  readonly #onClick = (event: MouseEvent): void => {
    const { panel } = this;
    if (event.target !== panel || !panel?.matches(':modal') || !this.#options.mayDismiss()) return;
    const { left, right, top, bottom } = panel.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.close();
  };
}

/** What has the focus, within all shadow roots; nothing where that is the page as a whole. */
const focusedElement = (): HTMLElement | undefined => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
};

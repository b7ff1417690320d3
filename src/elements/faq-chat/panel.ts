import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { HarremanCloseEvent, HarremanOpenEvent } from '../../controllers/panel-events.js';

export interface PanelView {
  readonly lang: string;
  readonly dir: string;
  /** Name of the button that opens it, and of the one in it that closes it. */
  readonly launcher: string;
  readonly close: string;
  readonly content: TemplateResult;
}

/** Where there is too little room beside the page, the panel takes all of it and the page is inert. */
const SMALL = '(max-width: 30em), (max-height: 30em)';

/**
 * A panel that floats over the page, and the button that opens it. Both are in the top layer, where neither a transform
 * nor a z-index of the page reaches them (any-page, 12).
 */
export class PanelController implements ReactiveController {
  open = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #wantsFocus = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** @param focus whether the visitor has asked for it */
  show(focus = true): void {
    if (this.open || (!focus && matchMedia(SMALL).matches)) return;
    this.open = true;
    this.#wantsFocus = focus;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new HarremanOpenEvent());
  }

  close(): void {
    if (!this.open) return;
    const hadFocus = this.#panel?.contains(this.#host.shadowRoot?.activeElement ?? null);
    this.open = false;
    this.#toTopLayer();
    this.#host.requestUpdate();
    if (hadFocus) this.#host.shadowRoot?.getElementById('launcher')?.focus();
    this.#host.dispatchEvent(new HarremanCloseEvent());
  }

  template({ lang, dir, launcher, close, content }: PanelView): TemplateResult {
    return html`<div lang=${lang} dir=${dir}><div class="root dock" id="dock" popover="manual">
        <button type="button" class="primary" id="launcher" part="launcher" aria-expanded=${this.open} aria-controls="panel"
          @click=${() => (this.open ? this.close() : this.show())}>${launcher}</button>
      </div>
      <dialog class="root panel ${this.open ? '' : 'closed'}" id="panel" part="panel" popover="manual" aria-labelledby="heading"
        @keydown=${this.#onKey} @close=${() => this.close()}>
        <button type="button" class="close" part="close-button" aria-label=${close} @click=${() => this.close()}><span aria-hidden="true">✕</span></button>
        ${content}
      </dialog></div>`;
  } // prettier-ignore

  hostConnected(): void {
    document.addEventListener('focusin', this.#uncover);
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#uncover);
  }

  hostUpdated(): void {
    this.#toTopLayer();
    if (!this.open || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.#host.focus();
  }

  get #panel(): HTMLDialogElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('#panel');
  }

  #toTopLayer(): void {
    const dock = this.#host.shadowRoot?.getElementById('dock');
    const panel = this.#panel;
    // Older browsers have no popovers: there, both are fixed, and that is all that is lost.
    if (!dock || !panel || !('showPopover' in dock)) return;
    if (!dock.matches(':popover-open')) dock.showPopover();
    const isShown = panel.open || panel.matches(':popover-open');
    if (this.open === isShown) return;
    if (!this.open) {
      if (panel.open) panel.close();
      else panel.hidePopover();
    } else if (matchMedia(SMALL).matches) panel.showModal();
    else panel.showPopover();
  }

  /** Escape closes what is open; a question within the panel has stopped it before. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  };

  /** What has the focus in the page is not hidden behind the button (WCAG 2.2, 2.4.11). */
  readonly #uncover = ({ target }: Event): void => {
    const dock = this.#host.shadowRoot?.getElementById('launcher')?.getBoundingClientRect();
    if (!dock || !(target instanceof Element) || target === this.#host) return;
    const { left, right, top, bottom, height } = target.getBoundingClientRect();
    const isCovered = left < dock.right && right > dock.left && top < dock.bottom && bottom > dock.top;
    if (isCovered && height < dock.top) scrollBy(0, bottom - dock.top + 8);
  };
}

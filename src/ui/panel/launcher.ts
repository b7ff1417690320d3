import {
  html,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { once } from '../once.js';
import type { PanelController, PanelOptions, PanelView } from './panel.js';

export interface LauncherHost extends ReactiveControllerHost, HTMLElement {
  addStyles(styles: CSSResult): void;
}

export interface LauncherOptions extends Partial<Omit<PanelOptions, 'ask'>> {
  /** Fetches what is in the panel, where that is not there yet. */
  readonly prepare?: () => Promise<unknown>;
}

export interface LauncherView {
  readonly lang: string;
  readonly dir: string;
  /** What is on the button: its name. */
  readonly launcher: unknown;
  /** What is said beside it, whether or not the panel is open. */
  readonly news?: unknown;
  /** The panel; only asked for once it is there. */
  readonly panel: () => PanelView | undefined;
  /** What stands around the button where it does not float. */
  readonly around?: (button: TemplateResult) => TemplateResult;
}

/**
 * The button that opens a panel. The panel is fetched when somebody is about to press it; where the button floats, while
 * the browser has nothing else to do, since all that float must know of each other.
 */
export class LauncherController implements ReactiveController {
  /** The panel could not be fetched when it was wanted. */
  failed = false;

  readonly #host: LauncherHost;
  readonly #options: LauncherOptions;
  #panel: PanelController | undefined;
  #isAsked = false;
  readonly #load = once(async () => {
    const { PanelController: Panel, panelStyles } = await import('./panel.js');
    this.#host.addStyles(panelStyles);
    this.#panel ??= new Panel(this.#host, { ...this.#options, ask: () => void this.show() });
    this.#host.requestUpdate();
    return this.#panel;
  });

  constructor(host: LauncherHost, options: LauncherOptions = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.#panel?.open ?? false;
  }

  /**
   * Opens the panel. Resolves when it is open, or could not be fetched.
   * @param focus whether the visitor has asked for it
   */
  async show(focus = true): Promise<void> {
    try {
      const [panel] = await Promise.all([this.#load(), this.#options.prepare?.()]);
      this.failed = false;
      panel.show(focus);
    } catch (error) {
      console.error(`<${this.#host.localName}>: the panel could not be loaded.`, error);
      this.failed = true;
      this.#host.requestUpdate();
    }
  }

  close(): void {
    this.#panel?.close();
  }

  template(view: LauncherView): TemplateResult {
    const { lang, dir, launcher, news, around } = view;
    const panel = this.#panel && view.panel();
    const button = html`<button type="button" class="primary" id="launcher" part="launcher" aria-expanded=${this.open}
      aria-controls="panel" @click=${this.#press}>${launcher}</button>`;
    return html`<div lang=${lang} dir=${dir} @pointerover=${this.#prepare} @focusin=${this.#prepare}>
      ${around?.(button) ?? html`<div class="root dock" id="dock" popover="manual">${button}</div>`}
      ${news} ${panel && this.#panel?.template(panel)}
    </div>`;
  } // prettier-ignore

  hostUpdated(): void {
    showDock(this.#host.shadowRoot);
    if (this.#isAsked || !this.#host.shadowRoot?.getElementById('dock')) return;
    this.#isAsked = true;
    whenIdle(() => void this.#load().catch(() => undefined));
  }

  readonly #press = (): void => {
    if (this.#panel?.open) this.#panel.press();
    else void this.show();
  };

  readonly #prepare = (): void => {
    Promise.all([this.#load(), this.#options.prepare?.()]).catch(() => undefined);
  };
}

/**
 * Puts the button into the top layer, where neither a transform nor a z-index of the page reaches it (any-page, 12).
 * Older browsers have no popovers: there it is fixed, and that is all that is lost.
 */
export const showDock = (root: ShadowRoot | null): void => {
  const dock = root?.getElementById('dock');
  // A page that takes the element away while it renders has no place for it.
  if (dock?.isConnected && 'showPopover' in dock && !dock.matches(':popover-open')) dock.showPopover();
};

/** Acts while the browser has nothing else to do. */
export const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 3000 });
  else setTimeout(act, 300);
};

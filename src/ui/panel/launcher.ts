import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { once } from '../once.js';
import type { PanelController, PanelOptions } from './panel.js';

export interface LauncherHost extends ReactiveControllerHost, HTMLElement {
  addStyles(styles: CSSResult): void;
}

export interface LauncherOptions extends Partial<Omit<PanelOptions, 'ask'>> {
  /** Fetches what is in the panel, where that is not there yet. */
  readonly prepare?: () => Promise<unknown>;
}

/**
 * The button that opens a panel. The panel is fetched when somebody is about to press it; where the button floats, while
 * the browser has nothing else to do, since all that float must know of each other.
 */
export class LauncherController implements ReactiveController {
  /** The panel could not be fetched when it was wanted. */
  failed = false;
  /** The panel, once it was fetched. */
  panel: PanelController | undefined;

  readonly #host: LauncherHost;
  readonly #options: LauncherOptions;
  #isAsked = false;
  readonly #load = once(async () => {
    const { PanelController: Panel, panelStyles } = await import('./panel.js');
    this.#host.addStyles(panelStyles);
    this.panel ??= new Panel(this.#host, { ...this.#options, ask: () => void this.show() });
    this.#host.requestUpdate();
    return this.panel;
  });

  constructor(host: LauncherHost, options: LauncherOptions = {}) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.panel?.open ?? false;
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
      console.error(`<${this.#host.localName}>: not opened`, error);
      this.failed = true;
      this.#host.requestUpdate();
    }
  }

  close(): void {
    this.panel?.close();
  }

  hostUpdated(): void {
    showDock(this.#host.shadowRoot);
    if (this.#isAsked || !this.#host.shadowRoot?.getElementById('dock')) return;
    this.#isAsked = true;
    whenIdle(() => void this.#load().catch(() => undefined));
  }

  /** The button was pressed. */
  readonly press = (): void => {
    if (this.panel?.open) this.panel.press();
    else void this.show();
  };

  /** Somebody is about to press it. */
  readonly prepare = (): void => {
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

import {
  html,
  nothing,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { HarremanCloseEvent, HarremanOpenEvent } from '../../controllers/panel-events.js';
import type { Localization } from '../../localization/localization.js';
import type { Link } from './link.js';
import { panelStyles } from './panel.styles.js';
import { noteAsked, wasAsked, type ThrottledHost } from './throttle.js';
import { isTyping, watch } from './triggers.js';

export interface PresenceHost extends ReactiveControllerHost, ThrottledHost {
  readonly afterConsent: boolean;
  readonly link: Link | undefined;
  readonly language: {
    readonly current: Localization<'satisfaction-survey'> | undefined;
    readonly direction: 'ltr' | 'rtl';
  };
  addStyles(styles: CSSResult): void;
}

/** A pause after which somebody who has left a text field is taken to have done with it, in milliseconds. */
const PAUSE = 1000;

/** While the page shows a modal dialog, all else is inert: nobody could answer. */
const isModal = (): boolean => document.querySelector('dialog:modal') !== null;

/**
 * When and where a survey shows itself: not again to who was asked a short time ago; with `open-on` in a panel of the top
 * layer, that takes neither the focus nor the place of what somebody is writing.
 */
export class Presence implements ReactiveController {
  open = false;

  readonly #host: PresenceHost;
  /** Whether this visitor was asked before this page. */
  readonly #asked: boolean;
  /** What is to open it has happened, and something is still in the way. */
  #wanted = false;
  /** Out of the way while somebody writes beneath it. */
  #aside = false;
  #wantsFocus = false;
  #opener: Element | undefined;
  #stop: (() => void) | undefined;
  #watched: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PresenceHost) {
    this.#host = host;
    // Who follows an invitation was asked to.
    this.#asked = wasAsked(host) && !host.link;
    host.addStyles(panelStyles);
    this.#wanted = host.link !== undefined;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('focusin', this.#makeWay);
    document.addEventListener('focusout', this.#onFocusOut);
    this.#follow();
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#makeWay);
    document.removeEventListener('focusout', this.#onFocusOut);
    this.#stop?.();
    this.#stop = this.#watched = undefined;
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    this.#follow();
    this.#tryOpen();
    this.#toTopLayer();
    if (!this.open || !this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.#host.focus();
  }

  template(view: TemplateResult, words: Localization<'satisfaction-survey'>): TemplateResult | typeof nothing {
    if (typeof this.#host.openOn !== 'string') return this.#asked ? nothing : view;
    // An element without a panel is not in the page at all, so that nothing of it is read or reached.
    return html`<div lang=${words.locale} dir=${this.#host.language.direction}>
      <section class="root panel ${this.open ? '' : 'closed'}" id="panel" part="panel" popover="manual" aria-labelledby="heading" @keydown=${this.#onKey}>
        ${this.open ? html`<button type="button" class="close" part="close-button" aria-label=${words.text('closeSurvey')} @click=${() => this.close()}><span aria-hidden="true">✕</span></button>${view}` : nothing}
      </section>
    </div>`;
  } // prettier-ignore

  /** @param focus whether the visitor has asked for it */
  show(focus: boolean, opener?: Element): void {
    this.#wanted = false;
    if (this.open || typeof this.#host.openOn !== 'string') return;
    this.open = true;
    this.#wantsFocus = focus;
    this.#opener = opener;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new HarremanOpenEvent());
  }

  /** Who closes it is not asked again for a while. */
  close(): void {
    if (!this.open) return;
    const hadFocus = this.#panel?.contains(this.#host.shadowRoot?.activeElement ?? null);
    this.open = this.#aside = false;
    noteAsked(this.#host);
    this.#host.requestUpdate();
    if (hadFocus && this.#opener instanceof HTMLElement) this.#opener.focus();
    this.#host.dispatchEvent(new HarremanCloseEvent());
  }

  get #panel(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.getElementById('panel');
  }

  /** The attribute may change. */
  #follow(): void {
    const { openOn } = this.#host;
    if (openOn === this.#watched && this.#stop) return;
    this.#stop?.();
    this.#watched = openOn;
    this.#stop = watch(this.#host, openOn, {
      happened: () => {
        if (this.#asked || wasAsked(this.#host)) return;
        this.#wanted = true;
        this.#tryOpen();
      },
      pressed: (opener) => this.show(true, opener),
    });
  }

  #tryOpen(): void {
    if (!this.#wanted || this.open || !this.#host.language.current) return;
    const isFree = this.#host.link !== undefined || !this.#host.afterConsent;
    if (isFree && !isTyping() && !isModal()) this.show(false);
  }

  #toTopLayer(): void {
    const panel = this.#panel;
    // Older browsers have no popovers: there it is fixed, and that is all that is lost.
    if (!panel || !('showPopover' in panel)) return;
    const isShown = panel.matches(':popover-open');
    const shall = this.open && !this.#aside;
    if (shall && !isShown) panel.showPopover();
    else if (!shall && isShown) panel.hidePopover();
  }

  /** Somebody writes beneath the panel: it steps aside until they have done (WCAG 2.2, 2.4.11). */
  readonly #makeWay = ({ target }: Event): void => {
    const panel = this.#panel;
    if (!this.open || !panel || !(target instanceof Element) || target === this.#host || !isTyping()) return;
    const own = panel.getBoundingClientRect();
    const { left, right, top, bottom } = target.getBoundingClientRect();
    if (left >= own.right || right <= own.left || top >= own.bottom || bottom <= own.top) return;
    this.#aside = true;
    this.#toTopLayer();
  };

  readonly #onFocusOut = (): void => {
    if (!this.#aside && !this.#wanted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (isTyping()) return;
      this.#aside = false;
      this.#tryOpen();
      this.#toTopLayer();
    }, PAUSE);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  };
}

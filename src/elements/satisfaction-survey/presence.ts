import {
  html,
  nothing,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Localization } from '../../localization/localization.js';
import { isAnotherOpen, isBehindModal, isCovered } from '../../ui/panel/corner.js';
import { dockStyles } from '../../ui/panel/dock.styles.js';
import { PanelController, panelStyles } from '../../ui/panel/panel.js';
import type { Link } from './link.js';
import { surveyPanelStyles } from './panel.styles.js';
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

/**
 * When a survey shows itself: not again to who was asked a short time ago; with `open-on` in a panel that takes neither the
 * focus nor the place of what somebody is writing.
 */
export class Presence implements ReactiveController {
  readonly #host: PresenceHost;
  readonly #panel: PanelController;
  /** Whether this visitor was asked before this page. */
  readonly #asked: boolean;
  /** What is to open it has happened, and something is still in the way. */
  #wanted = false;
  /** Out of the way while somebody writes beneath it. */
  #aside = false;
  #stop: (() => void) | undefined;
  #watched: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PresenceHost) {
    this.#host = host;
    // Who follows an invitation was asked to.
    this.#asked = wasAsked(host) && !host.link;
    this.#wanted = host.link !== undefined;
    for (const styles of [dockStyles, panelStyles, surveyPanelStyles]) host.addStyles(styles);
    host.addController(this);
    this.#panel = new PanelController(host, {
      floats: () => this.#isPanel,
      fillsSmall: () => false,
      isAside: () => this.#aside,
      closed: () => {
        this.#aside = false;
        // Who closes it is not asked again for a while.
        noteAsked(host);
      },
    });
  }

  get open(): boolean {
    return this.#panel.open;
  }

  hostConnected(): void {
    document.addEventListener('focusin', this.#makeWay);
    for (const type of ['focusout', 'harreman-close']) document.addEventListener(type, this.#onPause);
    this.#follow();
  }

  hostDisconnected(): void {
    document.removeEventListener('focusin', this.#makeWay);
    for (const type of ['focusout', 'harreman-close']) document.removeEventListener(type, this.#onPause);
    this.#stop?.();
    this.#stop = this.#watched = undefined;
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    this.#follow();
    this.#tryOpen();
  }

  template(view: TemplateResult, words: Localization<'satisfaction-survey'>): TemplateResult | typeof nothing {
    if (!this.#isPanel) return this.#asked ? nothing : view;
    // What is in a panel that is closed is not in the page at all, so that nothing of it is read or reached.
    const panel = { close: words.text('closeSurvey'), content: this.open ? view : nothing };
    return html`<div lang=${words.locale} dir=${this.#host.language.direction}>${this.#panel.template(panel)}</div>`;
  } // prettier-ignore

  /** @param focus whether the visitor has asked for it */
  show(focus: boolean, opener?: HTMLElement): void {
    this.#wanted = false;
    if (this.#isPanel) this.#panel.show(focus, opener);
  }

  close(): void {
    this.#panel.close();
  }

  get #isPanel(): boolean {
    return typeof this.#host.openOn === 'string';
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
      pressed: (opener) => this.show(true, opener instanceof HTMLElement ? opener : undefined),
    });
  }

  /** By itself: not over what somebody is at. */
  #tryOpen(): void {
    if (!this.#wanted || this.open || !this.#host.language.current) return;
    const isFree = this.#host.link !== undefined || !this.#host.afterConsent;
    if (isFree && !isTyping() && !isBehindModal() && !isAnotherOpen(this.#panel)) this.show(false);
  }

  /** Somebody writes beneath the panel: it steps aside until they have done (WCAG 2.2, 2.4.11). */
  readonly #makeWay = ({ target }: Event): void => {
    const { panel } = this.#panel;
    if (!this.open || !panel || !(target instanceof Element) || target === this.#host || !isTyping()) return;
    if (!isCovered(target, panel)) return;
    this.#aside = true;
    this.#panel.settle();
  };

  readonly #onPause = (): void => {
    if (!this.#aside && !this.#wanted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (isTyping()) return;
      this.#aside = false;
      this.#tryOpen();
      this.#panel.settle();
    }, PAUSE);
  };
}

import { html, nothing, render, type TemplateResult } from 'lit';
import { complain } from '../../controllers/complain.js';
import { fieldStyles } from '../../ui/field.styles.js';
import type { PanelController } from '../../ui/panel/panel.js';
import type { HarremanCallbackButton } from './callback-button.js';
import { readCard, writeCard } from './contact-card.js';
import { hoursTemplate } from './hours-table.js';
import { Opening } from './opening.js';
import { callbackPanelStyles } from './panel.styles.js';
import { RequestForm } from './request-form.js';
import { Ways } from './ways.js';

/** What the panel shows: all ways to a person, the form for a call, or a widget of the owner's. */
type View = 'all' | 'request' | HTMLElement;

/** The panel that the button opens, with all that is in it. It comes when somebody is about to press the button. */
export class CallbackPanel {
  readonly opening: Opening;
  readonly request: RequestForm;

  readonly #host: HarremanCallbackButton;
  readonly #ways: Ways;
  #view: View = 'all';
  /** What was hidden of the owner's, since another is shown. */
  readonly #hidden = new Set<HTMLElement>();
  #focusNext: string | undefined;
  #card: { readonly text: string; readonly url: string } | undefined;

  constructor(host: HarremanCallbackButton) {
    this.#host = host;
    for (const styles of [fieldStyles, callbackPanelStyles]) host.addStyles(styles);
    this.opening = new Opening(host);
    this.request = new RequestForm(host, this.opening);
    this.#ways = new Ways(host);
    host.addController({ hostDisconnected: () => this.#release() });
  }

  /** The owner's widgets, one of which is shown at a time. */
  get slotted(): readonly HTMLElement[] {
    return [...this.#host.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child.slot === 'panel',
    );
  }

  /** Before each rendering. */
  update(): void {
    void this.opening.load();
    if (this.#view instanceof HTMLElement && !this.slotted.includes(this.#view)) this.#view = 'all';
    this.request.update();
  }

  /** After each rendering. */
  updated(): void {
    for (const child of this.slotted) this.#hide(child, child !== this.#view);
    if (this.#focusNext === undefined) return;
    this.#host.shadowRoot?.getElementById(this.#focusNext)?.focus();
    this.#focusNext = undefined;
  }

  /** Shows one of the owner's widgets, or the form: the panel is named after it, and takes the focus. */
  go(view: View): void {
    const before = this.#view;
    this.#view = view;
    // Its heading is below the panel's, unless the owner says a level.
    if (view instanceof HTMLElement && 'headingLevel' in view && !view.hasAttribute('heading-level'))
      view.headingLevel = `${Math.min(this.#host.level + 1, 6)}`;
    this.#focusNext = view === 'all' ? `to-${this.#indexOf(before)}` : 'panel';
    this.#host.requestUpdate();
  }

  /**
   * Draws the panel, once what it consists of is there.
   * @param close name of the button that closes it
   */
  draw(around: HTMLElement, panel: PanelController | undefined, close: string): void {
    if (panel) render(panel.template({ close, content: this.#template() }), around, { host: this.#host });
  }

  #template(): TemplateResult {
    const { request } = this;
    const view = this.#view;
    if (view instanceof HTMLElement) return this.#slottedTemplate(view);
    if (view === 'request' || (this.slotted.length === 0 && request.isOffered)) {
      const isAlone = view !== 'request';
      return html`<div class="root" part="base">
        ${request.template(isAlone ? this.#waysTemplate() : html``, isAlone ? nothing : this.#backTemplate())}
      </div>`;
    }
    return this.#menuTemplate();
  }

  /** Everything that leads to a person. */
  #menuTemplate(): TemplateResult {
    const host = this.#host;
    const words = host.language.current!;
    const asks = this.request.isOffered;
    return html`<div class="root" part="base">
      <div class="view">
        ${this.#headingTemplate(host.heading ?? words.text('launcherAll'))}
        <slot name="intro"></slot>
        ${this.#waysTemplate()}
        ${
          asks || this.slotted.length
            ? html`<ul class="menu" part="menu">
                ${asks ? this.#itemTemplate(words.text('launcher'), 'request') : nothing}
                ${this.slotted.map((child) => this.#itemTemplate(this.#titleOf(child), child))}
              </ul>`
            : nothing
        }
      </div>
    </div>`;
  }

  #itemTemplate(label: string, view: View): TemplateResult {
    return html`<li><button type="button" part="menu-button" id="to-${this.#indexOf(view)}" @click=${() => this.go(view)}>${label}</button></li>`;
  } // prettier-ignore

  /** The owner's own widget has a heading of its own; ours names the panel. */
  #slottedTemplate(child: HTMLElement): TemplateResult {
    return html`<div class="root slotted" part="base">
      <div class="view">
        ${this.#headingTemplate(this.#titleOf(child))}
        <div>${this.#backTemplate()}</div>
        <slot name="panel"></slot>
      </div>
    </div>`;
  }

  #headingTemplate(text: string): TemplateResult {
    return html`<div class="heading" id="heading">
      <slot name="heading"
        ><span role="heading" aria-level=${this.#host.level} part="heading">${text}</span></slot
      >
    </div>`;
  }

  #backTemplate(): TemplateResult {
    return html`<button type="button" part="back-button" @click=${() => this.go('all')}>
      ${this.#host.language.current!.text('backToAll')}
    </button>`;
  }

  /** When somebody is there, the links, the representative and the hours. */
  #waysTemplate(): TemplateResult {
    const words = this.#host.language.current!;
    const { dates, hours } = this.opening;
    const now = Date.now();
    const presence = this.opening.presence(now);
    return html`${this.opening.isTold ? html`<p class="presence" part="presence" role="status">${presence?.text}</p>` : nothing}
      <slot name="representative"></slot>
      ${this.#cardTemplate()} ${this.#ways.template(presence?.isOpen)}
      ${this.opening.isTold && dates && hours ? hoursTemplate(hours, words, dates, now) : nothing}`;
  } // prettier-ignore

  /** The representative for the visitor's own address book. */
  #cardTemplate(): TemplateResult | typeof nothing {
    const element = this.#host.querySelector(':scope > [slot=representative]');
    const card = element && readCard(element);
    if (!card) return nothing;
    const text = writeCard(card);
    if (this.#card?.text !== text) {
      this.#releaseCard();
      this.#card = { text, url: URL.createObjectURL(new Blob([text], { type: 'text/vcard;charset=utf-8' })) };
    }
    const file = `${card.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.vcf`;
    return html`<p><a href=${this.#card.url} download=${file} type="text/vcard" part="contact-card">${this.#host.language.current!.text('saveContact')}</a></p>`;
  } // prettier-ignore

  #titleOf(child: HTMLElement): string {
    const title =
      child.dataset['title'] ??
      child.getAttribute('aria-label') ??
      child.getAttribute('heading') ??
      child.title;
    if (title) return title;
    complain(child, 'data-title', '', 'missing in the slot "panel"; the tag is shown');
    return child.localName;
  }

  #indexOf(view: View): number {
    return view instanceof HTMLElement ? this.slotted.indexOf(view) + 1 : 0;
  }

  #hide(child: HTMLElement, hides: boolean): void {
    if (child.hidden === hides) return;
    if (!hides && !this.#hidden.has(child)) return;
    child.hidden = hides;
    if (hides) this.#hidden.add(child);
    else this.#hidden.delete(child);
  }

  #release(): void {
    for (const child of this.#hidden) child.hidden = false;
    this.#hidden.clear();
    this.#releaseCard();
  }

  #releaseCard(): void {
    if (this.#card) URL.revokeObjectURL(this.#card.url);
    this.#card = undefined;
  }
}

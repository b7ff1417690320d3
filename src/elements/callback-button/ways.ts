import { html, nothing, type TemplateResult } from 'lit';
import { channelsOf, type Channel } from '../../controllers/channels.js';
import { whatsAppLink } from '../../controllers/whatsapp.js';
import { colonOf } from '../../localization/colon.js';
import type { Localization } from '../../localization/localization.js';
import { pageContext } from '../../submission/context.js';
import type { HarremanCallbackButton } from './callback-button.js';
import { HarremanChannelEvent } from './events.js';

/** A device that one calls with has no mouse; one that has shows a code for the phone beside it. */
const isPhone = (): boolean => !matchMedia('(hover: hover) and (pointer: fine)').matches;

/**
 * The owner's links in the order in which they help: where somebody is there, on a phone the call comes first; where nobody
 * is, it comes last.
 */
export const orderedChannels = (host: Element, isOpen: boolean | undefined): readonly Channel[] => {
  const channels = channelsOf(host);
  const calls = channels.filter(({ kind }) => kind === 'phone');
  const others = channels.filter(({ kind }) => kind !== 'phone');
  if (isOpen === false) return [...others, ...calls];
  return isPhone() ? [...calls, ...others] : channels;
};

/** The links, and codes for those who read this on another screen than that of their phone. */
export class Ways {
  readonly #host: HarremanCallbackButton;
  /** The number whose code is shown. */
  #coded: string | undefined;
  #code: TemplateResult | undefined;

  constructor(host: HarremanCallbackButton) {
    this.#host = host;
  }

  template(isOpen: boolean | undefined): TemplateResult | typeof nothing {
    const channels = orderedChannels(this.#host, isOpen);
    if (channels.length === 0) return nothing;
    const words = this.#host.language.current!;
    return html`<ul class="ways" part="channels" aria-label=${words.text('ways')}>
      ${channels.map((channel) => html`<li>${this.#linkTemplate(channel)}${this.#codeTemplate(channel)}</li>`)}
    </ul>`;
  }

  #linkTemplate(channel: Channel): TemplateResult {
    const { href, text, kind, app } = channel;
    const words = this.#host.language.current!;
    const follow = (): unknown => this.#host.dispatchEvent(new HarremanChannelEvent({ kind, href }));
    if (!/^https?:/.test(href))
      return html`<a class="button" part="channel" href=${href} @click=${follow}>${nameOf(text, app, words)}</a>`;
    const address = kind === 'whatsapp' ? whatsAppLink(href, this.#message, '') : href;
    return html`<a class="button" part="channel" href=${address} target="_blank" rel="noopener" @click=${follow}
      >${nameOf(text, app, words)} <span class="visually-hidden">${words.text('newTab')}</span></a>`;
  } // prettier-ignore

  #codeTemplate({ kind, href, text }: Channel): TemplateResult | typeof nothing {
    if (kind !== 'phone' || isPhone()) return nothing;
    const words = this.#host.language.current!;
    const isShown = this.#coded === href;
    return html`<button type="button" class="link" part="qr-button" aria-expanded=${isShown}
        @click=${() => void this.#toggle(href, text)}>${words.text('showQr')}</button>
      ${isShown && this.#code ? html`<div class="code">${this.#code}<p class="hint">${words.text('qrHint', { number: text })}</p></div>` : nothing}`;
  } // prettier-ignore

  async #toggle(href: string, text: string): Promise<void> {
    const host = this.#host;
    if (this.#coded === href) {
      this.#coded = this.#code = undefined;
    } else {
      this.#coded = href;
      try {
        const { qrTemplate } = await import('./qr-code.js');
        this.#code = qrTemplate(href, host.language.current!.text('qrHint', { number: text }));
      } catch (error) {
        console.error(`<${host.localName}>: the QR code could not be loaded.`, error);
        this.#coded = undefined;
      }
    }
    host.requestUpdate();
  }

  /** What is written for the visitor: the owner's text, and the page that it is about. */
  get #message(): string {
    const { page_title: title, page_url: url } = pageContext({ href: location.href, title: document.title, referrer: '' });
    return [this.#host.whatsappText, title, url].filter(Boolean).join('\n');
  } // prettier-ignore
}

/** An app's name is in what its link is called; a number or an address stands apart from the text around it. */
const nameOf = (
  text: string,
  app: string | undefined,
  words: Localization<'callback-button'>,
): TemplateResult =>
  app === undefined || text.toLowerCase().includes(app.toLowerCase())
    ? html`<bdi>${text}</bdi>`
    : html`${app}${colonOf(words)}<bdi>${text}</bdi>`;

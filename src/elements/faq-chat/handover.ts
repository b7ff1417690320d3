import { html, nothing, type TemplateResult } from 'lit';
import { channelsOf, type Channel } from '../../controllers/channels.js';
import { complain } from '../../controllers/complain.js';
import { whatsAppLink } from '../../controllers/whatsapp.js';
import type { DateFormatter } from '../../localization/dates.js';
import type { ChatEngine } from './chat-engine.js';
import type { ChatHost } from './chat-host.js';
import type { PersonMessage } from './conversation.js';

/** A slotted widget, if it is one of the kit's. */
type Widget = Element & {
  headingLevel?: string;
  prefill?: (values: Readonly<Record<string, string>>) => void;
};

/** Leads from the chat to a person: the owner's links, a slotted widget, or a form of the chat's own. */
export class Handover {
  readonly #chat: ChatEngine;
  readonly #host: ChatHost;
  #offered: PersonMessage | undefined;
  #presence: ((dates: DateFormatter) => string) | undefined;
  /** The submission that a later one follows. */
  #regarding: string | undefined;
  /** The form to leave a question could not be fetched when it was wanted. */
  #isStranded = false;

  constructor(chat: ChatEngine, host: ChatHost) {
    this.#chat = chat;
    this.#host = host;
  }

  get regarding(): string | undefined {
    return this.#regarding;
  }

  /** What the person is told about, if one is offered. */
  get about(): PersonMessage | undefined {
    return this.#offered;
  }

  offer(message: PersonMessage): void {
    this.#offered = message;
    this.#regarding = undefined;
    this.#isStranded = false;
    // By then a framework has put in what it shows for a question without an answer.
    setTimeout(() => {
      const why =
        'no way to a person: set it, or put in links (tel:, mailto:, https://wa.me/…) or a widget with slot="handover"';
      if (!this.#host.leadsOn) complain(this.#host, 'endpoint', '', why);
    });
    void this.#fetchPresence();
    this.#fillIn();
    // While there is a network.
    if (this.#isForm) void this.#host.importLetters().catch(() => undefined);
  }

  /** After a change of page: the slotted widget is another one. */
  restore(): void {
    const { open } = this.#chat.conversation;
    if (open) this.offer(open);
  }

  close(): void {
    this.#offered = this.#regarding = undefined;
  }

  /** The endpoint knows the question by this `submission_id`. */
  follows(id: string): void {
    this.#regarding = id;
    this.#fillIn();
  }

  template(): TemplateResult | typeof nothing {
    const { words } = this.#chat;
    if (!this.#offered) return nothing;
    const channels = channelsOf(this.#host);
    const { dates } = this.#chat;
    const presence = dates && this.#presence?.(dates);
    return html`<div class="handover ${this.#slotted.length ? 'slotted' : ''}" id="handover" part="handover" role="group" aria-label=${words.text('toPerson')} tabindex="-1">
      ${presence ? html`<p part="presence">${presence}</p>` : nothing}
      ${channels.length ? html`<ul class="choices">${channels.map((channel) => html`<li>${this.#channelTemplate(channel)}</li>`)}</ul>` : nothing}
      <slot name="handover"></slot>
      ${this.#isForm ? html`<p><button type="button" part="leave-button" @click=${this.#leave}>${words.text('leaveQuestion')}</button></p>` : nothing}
      ${this.#isStranded ? html`<p class="failure" part="failure" role="alert">${words.text('stranded')}</p>` : nothing}
    </div>`;
  } // prettier-ignore

  #channelTemplate({ href, text, kind }: Channel): TemplateResult {
    const { words } = this.#chat;
    if (kind !== 'whatsapp' && kind !== 'other') return html`<a class="button" part="channel" href=${href}><bdi>${text}</bdi></a>`;
    const isWhatsApp = kind === 'whatsapp';
    const address = isWhatsApp ? whatsAppLink(href, this.#offered?.asked ?? '', this.#chat.transcript) : href;
    const label = isWhatsApp ? words.text('continueOn', { channel: 'WhatsApp' }) : text;
    return html`<a class="button" part="channel" href=${address} target="_blank" rel="noopener">${label} <span class="visually-hidden">${words.text('newTab')}</span></a>`;
  } // prettier-ignore

  async #fetchPresence(): Promise<void> {
    if (typeof this.#host.hours !== 'string' || this.#presence) return;
    try {
      const { presenceText } = await this.#host.importPresence();
      this.#presence = (dates) => presenceText(this.#host, this.#chat.words, dates);
      this.#host.requestUpdate();
    } catch {
      // When people answer is not said.
    }
  }

  /** Whether the chat's own form leads to a person. */
  get #isForm(): boolean {
    return this.#slotted.length === 0 && this.#host.canSend;
  }

  readonly #leave = async (): Promise<void> => {
    this.#isStranded = false;
    try {
      await this.#chat.leave();
    } catch {
      this.#isStranded = true;
    }
    this.#host.requestUpdate();
  };

  get #slotted(): readonly Element[] {
    return [...this.#host.querySelectorAll(':scope > [slot=handover]')];
  }

  /**
   * Hands what was said to the slotted widgets, now or when they are defined. What the visitor has written there stays. Their
   * headings are below the chat's, unless the owner says a level.
   */
  #fillIn(): void {
    const asked = this.#offered?.asked ?? '';
    const { transcript } = this.#chat;
    const message = transcript.includes('\n') ? `${asked}\n\n${transcript}`.trim() : asked;
    const values = {
      ...{ question: asked, message, notes: message, transcript },
      ...(this.#regarding && { regarding: this.#regarding }),
    };
    for (const slotted of this.#slotted) {
      for (const element of [slotted, ...slotted.querySelectorAll('*')]) {
        if (!element.localName.startsWith('harreman-')) continue;
        void customElements.whenDefined(element.localName).then(() => {
          const widget: Widget = element;
          if (!element.hasAttribute('heading-level'))
            widget.headingLevel = `${Math.min(this.#host.level + 1, 6)}`;
          widget.prefill?.(values);
        });
      }
    }
  }
}

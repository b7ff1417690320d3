import { html, type TemplateResult } from 'lit';
import type { FormEntry } from '../../controllers/field.js';
import { readReplyBy, readReplyWithin } from '../../controllers/reply.js';
import { contactPlaces, nameField } from '../../ui/contact-fields.js';
import type { ChatEngine } from './chat-engine.js';
import type { ChatHost } from './chat-host.js';
import { questionField } from './fields.js';

/** The form that leaves a question for a person, in place of the field that asks. */
export class LeavingForm {
  readonly #host: ChatHost;
  readonly #chat: ChatEngine;

  constructor(host: ChatHost, chat: ChatEngine) {
    this.#host = host;
    this.#chat = chat;
  }

  get fields(): readonly FormEntry[] {
    const { words } = this.#chat;
    const replyBy = readReplyBy(this.#host, this.#host.replyBy);
    return [{ ...questionField(words), rows: 3 }, nameField(words), ...contactPlaces(words, replyBy)];
  }

  /** By when it is answered; empty where that is not said. */
  get promise(): string {
    const days = readReplyWithin(this.#host, this.#host.replyWithin);
    return days === undefined ? '' : this.#chat.words.plural('replyWithin', days);
  }

  get backButton(): TemplateResult {
    const back = (): void => this.#chat.back();
    return html`<button type="button" part="back-button" @click=${back}>${this.#chat.words.text('backToChat')}</button>`;
  } // prettier-ignore
}

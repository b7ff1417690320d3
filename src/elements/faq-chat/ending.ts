import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';

/** What ending a conversation needs of the chat. */
interface EndingChat {
  readonly words: Localization<'faq-chat'>;
  focus(id: string): void;
  /** Forgets what was said. */
  end(): void;
}

/** Ends the conversation, which is another thing than closing the panel; what is deleted is asked about before. */
export class Ending {
  #asking = false;
  readonly #chat: EndingChat;

  constructor(chat: EndingChat) {
    this.#chat = chat;
  }

  template(): TemplateResult {
    const { words } = this.#chat;
    if (!this.#asking)
      return html`<p><button type="button" class="link" id="end-button" part="end-button" @click=${() => this.#ask(true)}>${words.text('endConversation')}</button></p>`;
    return html`<div class="notice" role="alertdialog" aria-labelledby="ending" @keydown=${this.#onKey}>
      <p id="ending">${words.text('endConfirm')}</p>
      <p class="actions">
        <button type="button" @click=${() => this.#end()}>${words.text('endYes')}</button>
        <button type="button" id="keep-button" @click=${() => this.#ask(false)}>${words.text('endNo')}</button>
      </p>
    </div>`;
  } // prettier-ignore

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.#chat.focus(asking ? 'keep-button' : 'end-button');
  }

  #end(): void {
    this.#asking = false;
    this.#chat.end();
  }

  /** Escape answers this question first, and closes the panel only then. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.#ask(false);
  };
}

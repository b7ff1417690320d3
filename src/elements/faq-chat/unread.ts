import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';
import type { Message } from './conversation.js';

/** Answers that came while the floating panel was closed: a number on its button, and a sentence for those who listen. */
export class Unread {
  /** What was said until then has been seen, in milliseconds since 1970. */
  seenAt: number;
  count = 0;
  /** Whether it should be said. */
  #isNews = false;

  constructor(seenAt = Date.now()) {
    this.seenAt = seenAt;
  }

  /** @param isOpen whether the visitor sees what is said */
  follow(messages: readonly Message[], isOpen: boolean): void {
    if (isOpen) this.seenAt = Date.now();
    const { count } = this;
    this.count = messages.filter(({ kind, at }) => kind !== 'visitor' && at > this.seenAt).length;
    // What came with the visitor from another page was said there.
    if (this.count !== count) this.#isNews = this.count > count;
  }

  /** The number, as part of the name of the button. */
  badge(words: Localization<'faq-chat'>): TemplateResult | typeof nothing {
    if (this.count === 0) return nothing;
    return html`<span class="badge" part="unread" aria-hidden="true">${words.number(this.count)}</span>
      <span class="visually-hidden">${this.#text(words)}</span>`;
  } // prettier-ignore

  news(words: Localization<'faq-chat'>): string {
    return this.#isNews ? this.#text(words) : '';
  }

  /** After a change of page: what is unread is no news. */
  restore(messages: readonly Message[]): void {
    this.follow(messages, false);
    this.#isNews = false;
  }

  #text(words: Localization<'faq-chat'>): string {
    return words.plural('unreadMessages', this.count);
  }
}

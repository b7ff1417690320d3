import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';
import type { ChatHost } from './chat-host.js';
import type { Choice } from './conversation.js';
import type { EntryFinder } from './entry-finder.js';

/** What suggesting needs of the chat. */
interface SuggestingChat {
  readonly words: Localization<'faq-chat'>;
  /** Whether a question is being left for a person, in whose words nobody meddles. */
  readonly leaving: boolean;
  readonly finder: Pick<EntryFinder, 'suggest'>;
  choose(choice: Choice): Promise<void>;
  announce(text: string): void;
}

/** Characters: what is shorter may become anything. */
const SHORTEST = 3;
/** A pause in typing after which there is time to look, in milliseconds. */
const PAUSE = 150;
/** And after which it is said how many there are, to those who listen (as GOV.UK's autocomplete waits). */
const SAY_PAUSE = 900;

const ATTRIBUTES = ['role', 'aria-autocomplete', 'aria-controls', 'aria-expanded', 'aria-activedescendant'];

const idOf = (index: number): string => `suggestion-${index}`;

/**
 * Questions of the owner's that fit what is being written, in a list above the field: a combobox with a list
 * (WAI-ARIA Authoring Practices, Combobox, list autocomplete with manual selection). The focus stays in the field; what
 * is written stays until one is chosen.
 *
 * ARIA in HTML gives a `<textarea>` no other role, and screen readers tell of a list only at a combobox. So it is one from
 * the first list until the question is asked, and the text field that it is at all other times.
 */
export class Suggestions implements ReactiveController {
  readonly #chat: SuggestingChat;
  readonly #host: ChatHost;
  #choices: readonly Choice[] = [];
  #open = false;
  /** Which one the arrow keys have come to; -1 is the field itself. */
  #active = -1;
  #isCombobox = false;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(chat: SuggestingChat, host: ChatHost) {
    this.#chat = chat;
    this.#host = host;
    const root = host.renderRoot;
    // Before the keys mean anything else: Enter would ask, Escape would close the panel.
    root.addEventListener('keydown', this.#onKey as EventListener, true);
    root.addEventListener('focusout', () => this.close());
    host.addController(this);
  }

  /** The visitor has written something. */
  typed(): void {
    clearTimeout(this.#looking);
    this.#active = -1;
    const text = this.#control?.value ?? '';
    if (text.trim().length < SHORTEST || text.includes('\n')) this.#show([]);
    else this.#looking = setTimeout(() => void this.#look(text), PAUSE);
  }

  close(): void {
    clearTimeout(this.#looking);
    clearTimeout(this.#saying);
    this.#active = -1;
    if (!this.#open) return;
    this.#open = false;
    this.#host.requestUpdate();
  }

  template(): TemplateResult {
    const { words } = this.#chat;
    return html`<ul class="suggestions" id="suggestions" part="suggestions" role="listbox" aria-label=${words.text('matching')}
      ?hidden=${!this.#open} @mousedown=${keepFocus}>
      ${this.#choices.map(
        (choice, index) =>
          // eslint-disable-next-line lit-a11y/click-events-have-key-events -- its keys are those of the field
          html`<li role="option" id=${idOf(index)} part="matching-question" lang=${choice.lang ?? nothing} dir="auto" aria-selected=${index === this.#active} @click=${() => this.#choose(choice)}>${choice.question}</li>`,
      )}
    </ul>`;
  } // prettier-ignore

  hostUpdated(): void {
    const control = this.#control;
    const list = this.#list;
    if (!control?.value || !list || this.#chat.leaving) {
      for (const name of this.#isCombobox ? ATTRIBUTES : []) control?.removeAttribute(name);
      this.#isCombobox = false;
      return;
    }
    if (this.#open) this.#fit(control, list);
    this.#isCombobox ||= this.#open;
    if (!this.#isCombobox) return;
    const values = ['combobox', 'list', list.id, String(this.#open), this.#active < 0 ? undefined : idOf(this.#active)];
    for (const [index, name] of ATTRIBUTES.entries()) {
      const value = values[index];
      if (value === undefined) control.removeAttribute(name);
      else if (control.getAttribute(name) !== value) control.setAttribute(name, value);
    }
  } // prettier-ignore

  get #control(): HTMLTextAreaElement | undefined {
    return this.#host.form.control('question') as HTMLTextAreaElement | undefined;
  }

  get #list(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.getElementById('suggestions');
  }

  async #look(text: string): Promise<void> {
    // The visitor goes on meanwhile, or into the list, which then stays as it is.
    const isWanted = (): boolean => {
      const control = this.#control;
      const isThere = control?.value === text && control === this.#host.shadowRoot?.activeElement;
      return this.#active < 0 && isThere && !this.#chat.leaving;
    };
    const choices = await this.#chat.finder.suggest(text, isWanted);
    if (isWanted()) this.#show(choices);
  }

  #show(choices: readonly Choice[]): void {
    this.#choices = choices;
    if (!choices.length && !this.#open) return;
    this.#active = -1;
    this.#open = choices.length > 0;
    this.#host.requestUpdate();
    clearTimeout(this.#saying);
    const { words } = this.#chat;
    const text = words.plural('matchingCount', choices.length);
    this.#saying = setTimeout(() => this.#chat.announce(text), SAY_PAUSE);
  }

  #choose(choice: Choice): void {
    this.close();
    this.#choices = [];
    this.#host.form.set('question', '', true);
    void this.#chat.choose(choice);
  }

  /** Goes round from the field through the list and back to the field. */
  #move(step: number): void {
    clearTimeout(this.#looking);
    const places = this.#choices.length + 1;
    this.#active = ((this.#active + 1 + step + places) % places) - 1;
    this.#host.requestUpdate();
  }

  /** The list has the room that there is above the field, in the panel or in the window. */
  #fit(control: HTMLElement, list: HTMLElement): void {
    const field = control.closest('.field')!.getBoundingClientRect();
    const panel = this.#host.panel.open ? control.closest('form')!.getBoundingClientRect().top : 0;
    list.style.setProperty('--_room', `${Math.floor(field.top - Math.max(panel, 0))}px`);
    const option = list.children[this.#active] as HTMLElement | undefined;
    if (!option) return;
    // Not `scrollIntoView`, which would move the page as well.
    const { offsetTop: top, offsetHeight: height } = option;
    list.scrollTop = Math.min(top, Math.max(list.scrollTop, top + height - list.clientHeight));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const control = this.#control;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    // A key that ends a composition has this code in Safari.
    // oxlint-disable-next-line typescript/no-deprecated -- and nothing else tells
    if (event.target !== control || event.isComposing || event.keyCode === 229 || ctrlKey || metaKey) return;
    if (this.#open ? this.#press(key, altKey, shiftKey) : this.#mayReopen(key, altKey)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  /** @returns whether the key was for the list */
  #press(key: string, altKey: boolean, shiftKey: boolean): boolean {
    const chosen = this.#choices[this.#active];
    switch (key) {
      case 'ArrowDown':
        this.#move(1);
        return true;
      case 'ArrowUp':
        if (altKey) this.close();
        else this.#move(-1);
        return true;
      case 'Escape':
        this.close();
        return true;
      case 'Enter':
        if (!chosen || shiftKey) return false;
        this.#choose(chosen);
        return true;
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        // Back to the text.
        this.#active = -1;
        this.#host.requestUpdate();
        return false;
      default:
        return false;
    }
  }

  /** Down at the end of the text, where it would do nothing else, shows a list again that was closed. */
  #mayReopen(key: string, altKey: boolean): boolean {
    const control = this.#control;
    const isAtEnd = control?.selectionStart === control?.value.length;
    if (key !== 'ArrowDown' || !this.#choices.length || !control?.value || !(altKey || isAtEnd)) return false;
    this.#open = true;
    this.#active = altKey ? -1 : 0;
    this.#host.requestUpdate();
    return true;
  }
}

/** A press on the list leaves the focus in the field. */
const keepFocus = (event: Event): void => event.preventDefault();

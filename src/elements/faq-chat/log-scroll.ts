import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pixels from the end that count as the end. */
const NEAR = 24;

/**
 * Brings what is new into view, beginning with the question that it answers, if that leaves it room. Not where the visitor
 * has scrolled up to read: then it only says that there is something new.
 */
export class LogScroll implements ReactiveController {
  /** There are messages further down that the visitor has not seen. */
  unseen = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #wasAtEnd = true;
  /** Where the log was left, by this or by a visitor at its end. */
  #top = 0;
  #count: number | undefined;
  /** The last question that is there. */
  #question: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    visualViewport?.addEventListener('resize', this.#fit);
  }

  hostDisconnected(): void {
    visualViewport?.removeEventListener('resize', this.#fit);
  }

  /** To the last message, at the visitor's wish. */
  toEnd(): void {
    const log = this.#log;
    if (log) log.scrollTop = log.scrollHeight;
    // What was pressed goes (WCAG 2.2, 2.4.3).
    log?.querySelector<HTMLElement>('[role=log]')?.focus({ preventScroll: true });
    this.unseen = false;
    this.#host.requestUpdate();
  }

  /** What comes next is what the visitor has asked for: it is shown, wherever they have scrolled to. */
  follow(): void {
    this.#top = 0;
  }

  hostUpdate(): void {
    const log = this.#log;
    if (!log) return;
    this.#wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (this.#wasAtEnd) this.#top = log.scrollTop;
  }

  hostUpdated(): void {
    const log = this.#log;
    const messages = log?.querySelectorAll<HTMLElement>('.message');
    if (!log || !messages) return;
    const isNew = this.#count !== undefined && messages.length > this.#count;
    const isFirst = this.#count === undefined;
    this.#count = messages.length;
    const question = [...messages].findLast((message) => message.classList.contains('visitor'));
    // Whoever has asked sees it, and then the answer. A panel is in view as a whole.
    if (isNew && question !== this.#question && !log.closest('dialog'))
      log.scrollIntoView({ block: 'nearest' });
    this.#question = question;
    if (isFirst) {
      log.scrollTop = messages.length > 1 ? log.scrollHeight : 0;
      this.#top = log.scrollTop;
    } else if (isNew) this.#show(log, [...messages], question);
    else if (this.unseen && this.#wasAtEnd) this.#say(false);
  }

  /** The floating panel stays above the keyboard of a phone, which covers the page without making it smaller. */
  readonly #fit = (): void => {
    const panel = this.#host.shadowRoot?.getElementById('panel');
    panel?.style.setProperty('--_height', `${Math.floor(visualViewport?.height ?? innerHeight)}px`);
  };

  #show(log: HTMLElement, messages: readonly HTMLElement[], question: HTMLElement | undefined): void {
    const last = messages.at(-1)!;
    // Whoever has not scrolled up is there still: what was written meanwhile ("Looking for an answer…") is no distance.
    // And what the visitor has just said themselves, they want to see.
    if (log.scrollTop < this.#top - NEAR && last !== question) {
      this.#say(true);
      return;
    }
    const isRoomy = question !== undefined && question.offsetHeight <= log.clientHeight / 2;
    const from = isRoomy && question === messages.at(-2) ? question : last;
    log.scrollTop += from.getBoundingClientRect().top - log.getBoundingClientRect().top;
    this.#top = log.scrollTop;
    this.#say(false);
  }

  #say(unseen: boolean): void {
    if (this.unseen === unseen) return;
    this.unseen = unseen;
    this.#host.requestUpdate();
  }

  get #log(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('#log');
  }
}

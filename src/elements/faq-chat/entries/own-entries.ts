import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatEntry } from './entry.js';
import { readDetails } from './read-details.js';

/** The entries of the light DOM, in step with it: frameworks and translators change it later. */
export class OwnEntries implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #entries: readonly ChatEntry[] | undefined;
  readonly #observer = new MutationObserver(() => {
    this.#entries = undefined;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The same list until something changes. */
  get current(): readonly ChatEntry[] {
    return (this.#entries ??= readDetails(this.#host));
  }

  hostConnected(): void {
    this.#entries = undefined;
    this.#observer.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['id', 'data-ask', 'data-suggested', 'slot'],
    });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}

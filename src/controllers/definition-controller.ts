import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readDefinition, type Definition } from './definition.js';

/** Keeps an element's {@link Definition} in step with its light DOM: frameworks and translators change it later. */
export class DefinitionController implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #definition: Definition | undefined;
  #observer = new MutationObserver((records) => {
    // The element's own attributes are its reactive properties, not its definition.
    if (records.every(({ type, target }) => type === 'attributes' && target === this.#host)) return;
    this.#definition = undefined;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The definition as the light DOM stands now. */
  get current(): Definition {
    return (this.#definition ??= readDefinition(this.#host));
  }

  hostConnected(): void {
    this.#definition = undefined;
    this.#observer.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}

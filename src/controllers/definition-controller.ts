import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Definition } from './definition.js';
import { onServer } from './on-server.js';

const NOTHING: Definition = { fields: [], hidden: [], contacts: [] };

/**
 * Keeps an element's {@link Definition} in step with its light DOM: frameworks and translators change it later.
 * How to read it comes with what is fetched at first use; an element whose HTML has controls asks for it at once.
 */
export class DefinitionController implements ReactiveController {
  /** Hears of each change of the light DOM, before the element is rendered anew. */
  onChange: (() => void) | undefined;
  #host: ReactiveControllerHost & Element;
  #read: ((host: Element) => Definition) | undefined;
  #definition: Definition | undefined;
  #observer = onServer
    ? undefined
    : new MutationObserver((records) => {
        // The element's own attributes are its reactive properties; and looks, which scripts may change with each frame, define nothing.
        const isNothing = ({ attributeName: name, target }: MutationRecord) =>
          name && (target === this.#host || /^(class|style|open)$/.test(name));
        if (!records.every(isNothing)) this.#forget();
      });

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The definition as the light DOM stands now; an empty one while nobody can read it. */
  get current(): Definition {
    if (!this.#read) return NOTHING;
    return (this.#definition ??= this.#read(this.#host));
  }

  set reader(read: (host: Element) => Definition) {
    this.#read = read;
    this.#definition = undefined;
  }

  hostConnected(): void {
    // What changed while the element was elsewhere was not observed.
    this.#forget();
    this.#observer?.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #forget(): void {
    this.#definition = undefined;
    this.onChange?.();
    this.#host.requestUpdate();
  }
}

import type { DefinitionController } from '../../../controllers/definition-controller.js';
import type { ChatEntry } from './entry.js';
import { readDetails } from './read-details.js';

/** The entries of the light DOM, in step with it: frameworks and translators change it later. */
export class OwnEntries {
  readonly #host: Element;
  #entries: readonly ChatEntry[] | undefined;

  constructor(host: Element & { readonly light: DefinitionController }) {
    this.#host = host;
    host.light.onChange = () => (this.#entries = undefined);
  }

  /** The same list until something changes. */
  get current(): readonly ChatEntry[] {
    return (this.#entries ??= readDetails(this.#host));
  }
}

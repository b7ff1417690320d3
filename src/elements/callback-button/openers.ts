import type { ReactiveController, ReactiveControllerHost } from 'lit';

const HASH = '#harreman-callback';

interface OpenedHost extends ReactiveControllerHost, HTMLElement {
  show(): Promise<void>;
}

/**
 * Opens a button's panel from the page: from links to `#harreman-callback`, from what has the class `harreman-callback`, and
 * where the page itself was reached by such a link. Of several buttons in a page, the first answers.
 */
export class OpenersController implements ReactiveController {
  readonly #host: OpenedHost;

  constructor(host: OpenedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('click', this.#onClick);
    if (location.hash === HASH) void this.#host.show();
  }

  hostDisconnected(): void {
    document.removeEventListener('click', this.#onClick);
  }

  readonly #onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    const isOpener = event
      .composedPath()
      .some(
        (node) =>
          node instanceof Element && node.matches(`a[href$="${HASH}"], .harreman-callback`) && isHere(node),
      );
    if (!isOpener) return;
    event.preventDefault();
    void this.#host.show();
  };
}

/** A link to another page opens it there. */
const isHere = (element: Element): boolean =>
  !(element instanceof HTMLAnchorElement) ||
  element.hash !== HASH ||
  (element.host === location.host && element.pathname === location.pathname);

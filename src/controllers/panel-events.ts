/** A floating panel has opened. */
export class HarremanOpenEvent extends CustomEvent<null> {
  constructor() {
    super('harreman-open', { bubbles: true, composed: true });
  }
}

/** A floating panel has closed. */
export class HarremanCloseEvent extends CustomEvent<null> {
  constructor() {
    super('harreman-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'harreman-open': HarremanOpenEvent;
    'harreman-close': HarremanCloseEvent;
  }
}

import type { Channel } from '../../controllers/channels.js';

/** Which way a visitor has taken; nothing of theirs is in it. */
export interface ChannelDetail {
  readonly kind: Channel['kind'];
  readonly href: string;
}

/** A link to a person was followed. */
export class HarremanChannelEvent extends CustomEvent<ChannelDetail> {
  constructor(detail: ChannelDetail) {
    super('harreman-channel', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'harreman-channel': HarremanChannelEvent;
  }
}

import type { InboxMessages } from '../catalogue.js';

export const outgoing = {} satisfies InboxMessages['outgoing'];

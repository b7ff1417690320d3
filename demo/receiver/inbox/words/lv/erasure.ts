import type { InboxMessages } from '../catalogue.js';

export const erasure = {} satisfies InboxMessages['erasure'];

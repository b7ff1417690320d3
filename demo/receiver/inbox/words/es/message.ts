import type { InboxMessages } from '../catalogue.js';

export const message = {} satisfies InboxMessages['message'];

import type { InboxMessages } from '../catalogue.js';

export const mail = {} satisfies InboxMessages['mail'];

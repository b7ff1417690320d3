import type { InboxMessages } from '../catalogue.js';

export const faq = {} satisfies InboxMessages['faq'];

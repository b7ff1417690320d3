import type { InboxMessages } from '../catalogue.js';

export const surveys = {} satisfies InboxMessages['surveys'];

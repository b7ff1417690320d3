import type { InboxMessages } from '../catalogue.js';

export const questions = {} satisfies InboxMessages['questions'];

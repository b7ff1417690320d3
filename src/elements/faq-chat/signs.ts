import type { SpamEvidence } from '../../submission/spam.js';
import { trapValue } from '../../ui/form-view.js';
import type { ChatHost } from './chat-host.js';

/** How it is being asked: what a report is scored by. */
export const signsOf = (host: ChatHost): SpamEvidence => ({
  honeypot: trapValue(host.renderRoot),
  elapsed: Date.now() - host.usableSince,
  touched: host.touched,
});

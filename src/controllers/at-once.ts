import { PENDING } from '../delivery/outbox/pending-key.js';
import { draftKey, isStored } from './draft-key.js';
import { REMEMBERED } from './remembered-key.js';

/** HTML that a widget must read before it can show its form. */
export const DEFINING = 'form,input,select,textarea,script[data-messages]';

/**
 * Whether an element is only whole with what others fetch at first use: its HTML defines fields, files can be
 * attached, values are given, questions are elsewhere, the visit is remembered, or a draft or an unsent message is waiting. The loader asks the same, to fetch it with the rest.
 */
export const needsAllAtOnce = (host: Element): boolean =>
  // What a button leads to is not there before it is pressed.
  !host.localName.endsWith('-button') &&
  ([...host.attributes].some(({ name }) =>
    /^(accept|max-file|modes$|src$|from$|remember|prefill-)/.test(name),
  ) ||
    host.querySelector(DEFINING) !== null ||
    (host.getAttribute('persist') !== 'off' && [PENDING, REMEMBERED, draftKey(host)].some(isStored)));

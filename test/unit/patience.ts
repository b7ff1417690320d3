import { waitUntil as openWcWaitUntil } from '@open-wc/testing';

/** As in `@open-wc/testing`, but patient: a busy machine may take longer than its second. */
export const waitUntil: typeof openWcWaitUntil = (predicate, message, options = {}) =>
  openWcWaitUntil(predicate, message, { timeout: 8000, ...options });

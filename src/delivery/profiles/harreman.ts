import { saysYes } from '../answer.js';
import { json } from './json.js';
import type { Profile } from './profile.js';

/**
 * The kit's receiver (`demo/receiver`), or another that keeps its contract: one `submission_id`, one submission. The
 * id goes into `Idempotency-Key` too (draft-ietf-httpapi-idempotency-key-header, a quoted string), for proxies.
 *
 * Only by name: no host tells it, and the header would cost the message at a stranger's endpoint, whose CORS rules
 * don't list it.
 */
export const harreman: Profile = {
  ...json,
  name: 'harreman',
  deduplicates: true,
  encode: (record, files) => {
    const { body, headers } = json.encode(record, files);
    return { body, headers: { ...headers, 'Idempotency-Key': `"${record['submission_id'] as string}"` } };
  },
  accepts: saysYes,
};

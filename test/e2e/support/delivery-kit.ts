/** What the pages of `delivery-transport.spec.ts` have as `kit`. */
export { deliver } from '../../../src/delivery/deliver.js';
export { buildRecord } from '../../../src/submission/record.js';
export { mintSubmissionId } from '../../../src/submission/submission-id.js';

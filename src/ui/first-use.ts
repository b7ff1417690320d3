/** What a form needs from the moment a visitor touches it: one chunk, fetched while they write. */
export * from '../controllers/sending.js';
export { suggestEmail } from '../validation/email-suggestion.js';
export { copyText } from './copy.js';
export { endTemplate, failureTemplate } from './outcome.js';
export { reviewTemplate } from './review.js';

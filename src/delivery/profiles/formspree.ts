import type { WireRecord } from '../../submission/types.js';
import { saysYes } from '../answer.js';
import { without } from '../encode.js';
import { json } from './json.js';
import type { Profile } from './profile.js';

/**
 * Formspree (formspree.io/f/{id}). Replies go to `email` by themselves; the visitor's `subject` becomes that of
 * the mail unless the owner has set `_subject`.
 */
export const formspree: Profile = {
  ...json,
  name: 'formspree',
  picks: ({ hostname }) => hostname === 'formspree.io',
  encode: (record, files) => json.encode(withSubject(record), files),
  // Its captcha page comes with status 200.
  accepts: saysYes,
  failures: [
    [/^(?:BLOCKED|INACTIVE|\w+_NOT_FOUND)\b/, 'blocked'],
    [/FILE/i, 'too-large'],
  ],
};

/** Without `_gotcha`, at which Formspree thanks and throws the message away; the kit only scores a honeypot. */
function withSubject(record: WireRecord): WireRecord {
  const fields = without(record, '_gotcha');
  const subject = fields['_subject'] ?? fields['subject'];
  return subject === undefined ? fields : Object.assign(fields, { _subject: subject });
}

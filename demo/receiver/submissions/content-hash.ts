import { createHash } from 'node:crypto';
import type { WireValue } from '../../../src/submission/types.js';
import type { Fields, NewFile } from '../store/store.js';

/**
 * Fields that tell of the sending and its surroundings, not of what the visitor wants. A second try may say them
 * differently (a page that has meanwhile changed its address or its title, a score that grew, another language),
 * and to answer it "other content" would tell a visitor that a message was refused that is here.
 */
const CIRCUMSTANCES: ReadonlySet<string> = new Set([
  'reference',
  'created_at',
  'consent_at',
  'possible_duplicate',
  'spam_score',
  'spam_signals',
  'locale',
  'page_url',
  'page_title',
  'referrer',
  'landing_page',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'gclid',
  'gbraid',
  'wbraid',
  'fbclid',
  'msclkid',
]);

/** Proofs of captchas are good for one try: the next one brings another. */
const PROOF = /captcha|turnstile|-response$/i;

/**
 * SHA-256 of what makes a submission what it is: every field but the circumstances, in an order of its own, and
 * each file's control, name and content, in the order sent. The encoding does not matter: the same message is the
 * same as JSON and as a form, which writes its line ends as CR LF.
 */
export const contentHash = (
  fields: Fields,
  files: readonly Pick<NewFile, 'field' | 'name' | 'sha256'>[],
): string => {
  const content = Object.keys(fields)
    .filter((name) => !CIRCUMSTANCES.has(name) && !PROOF.test(name))
    .sort()
    .map((name) => [name, withPlainLineEnds(fields[name])]);
  const attached = files.map(({ field, name, sha256 }) => [field, name, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([content, attached]))
    .digest('hex');
};

const withPlainLineEnds = (value: WireValue | undefined): unknown => {
  if (Array.isArray(value)) return value.map(withPlainLineEnds);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
};

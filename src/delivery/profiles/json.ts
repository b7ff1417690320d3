import { acceptsJson } from '../answer.js';
import { asJson, asMultipart } from '../encode.js';
import type { Profile } from './profile.js';

/**
 * Any endpoint that takes JSON: an n8n, Zapier-like or WordPress route, an API of one's own. The default for an
 * address that no other profile knows. Its answer is a JSON object that doesn't say no, or 204.
 */
export const json: Profile = {
  name: 'json',
  deduplicates: false,
  files: 'multipart',
  preflight: true,
  redirects: 'none',
  encode: (record, files) => (files.length ? asMultipart(record, files, 'repeat') : asJson(record)),
  accepts: acceptsJson,
};

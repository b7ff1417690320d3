import { asText } from '../encode.js';
import { json } from './json.js';
import type { Profile } from './profile.js';

/** JSON as `text/plain`, for endpoints on another origin that read JSON and answer no preflight. */
export const text: Profile = {
  ...json,
  name: 'text',
  files: 'none',
  preflight: false,
  encode: asText,
};

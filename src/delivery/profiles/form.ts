import { acceptsPage } from '../answer.js';
import { asMultipart, asUrlencoded } from '../encode.js';
import type { Profile } from './profile.js';

/**
 * What an HTML form sends: for PHP mail scripts, Zapier and Make web-hooks, and a `<form action>` that was taken
 * over. The answer may be JSON or a page; see {@link acceptsPage} for what a page can tell.
 */
export const form: Profile = {
  name: 'form',
  deduplicates: false,
  files: 'multipart',
  preflight: false,
  redirects: 'same-origin',
  encode: (record, files) =>
    files.length ? asMultipart(record, files, 'join') : asUrlencoded(record, 'join'),
  accepts: acceptsPage,
};

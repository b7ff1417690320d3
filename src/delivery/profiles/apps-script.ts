import { saysYes } from '../answer.js';
import { asUrlencoded } from '../encode.js';
import type { Profile } from './profile.js';

/**
 * A Google Apps Script web app (script.google.com/macros/s/…/exec). It can't answer a preflight and always has
 * status 200, so its `doPost(e)` must answer JSON that says `{ok: true}`, or `{ok: false, errors: …}`.
 *
 * Urlencoded, because the script then has each field as `e.parameter.message`, and scripts that were written for
 * HTML forms work unchanged. One that wants JSON in `e.postData.contents` is reached with `profile="text"`.
 */
export const appsScript: Profile = {
  name: 'apps-script',
  picks: ({ hostname, pathname }) => hostname === 'script.google.com' && pathname.includes('/macros/'),
  deduplicates: false,
  files: 'none',
  preflight: false,
  // The answer is fetched from script.googleusercontent.com.
  redirects: 'any',
  encode: (record) => asUrlencoded(record, 'join-all'),
  accepts: saysYes,
};

import { saysYes } from '../answer.js';
import { asJson, asMultipart, without } from '../encode.js';
import { json } from './json.js';
import type { Profile } from './profile.js';

/**
 * Web3Forms (api.web3forms.com/submit). Its field names `name`, `email` and `subject` are the kit's. Never
 * urlencoded: that is answered with a redirect that no script can read, although the mail goes out.
 */
export const web3forms: Profile = {
  ...json,
  name: 'web3forms',
  picks: ({ hostname }) => hostname === 'api.web3forms.com',
  missing: (record) =>
    record['access_key']
      ? undefined
      : 'profile "web3forms" needs your key: <input type="hidden" name="access_key" value="...">',
  encode: (record, files) => {
    // `redirect` would move the answer where no script can read it, `botcheck` discard the message.
    const fields = without(record, 'redirect', 'botcheck');
    return files.length ? asMultipart(fields, files, 'join') : asJson(fields);
  },
  accepts: saysYes,
  failures: [
    [/access.?key/i, 'blocked'],
    [/\bfiles?\b|attachment/i, 'too-large'],
  ],
};

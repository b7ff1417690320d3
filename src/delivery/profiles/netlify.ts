import { form } from './form.js';
import type { Profile } from './profile.js';

/**
 * Netlify Forms: urlencoded (multipart with files, one a field) to a path of the site itself. Netlify keeps only the
 * fields of a static form in the page whose name is in `form-name`, and drops others without a word.
 *
 * Without its name it is picked only for the root or the page's own path on a netlify.app host: other paths may
 * be functions.
 */
export const netlify: Profile = {
  ...form,
  name: 'netlify',
  picks: (endpoint, page) =>
    endpoint.origin === page.origin &&
    endpoint.hostname.endsWith('.netlify.app') &&
    (endpoint.pathname === '/' || endpoint.pathname === page.pathname),
  missing: (record, endpoint, page) => {
    if (endpoint.origin !== page.origin) {
      return `profile "netlify" sends to the site itself, not to ${endpoint.origin}: use a path, such as endpoint="/"`;
    }
    if (record['form-name']) return undefined;
    return 'profile "netlify" needs the name of a static form: <input type="hidden" name="form-name" value="...">';
  },
};

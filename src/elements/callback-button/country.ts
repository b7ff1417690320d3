import { complain } from '../../controllers/complain.js';
import { nearestAttribute } from '../../controllers/nearest.js';

export interface CountryHost extends HTMLElement {
  readonly country: string | undefined;
  readonly locale: string | undefined;
}

/**
 * Where a national number is taken to be from: the owner's `country`, else the region of the page's language, else of the
 * browser's. `undefined` where none of them says: then it is asked for.
 */
export const countryOf = (host: CountryHost): string | undefined => {
  const { country } = host;
  if (typeof country === 'string') {
    if (/^[a-z]{2}$/i.test(country)) return country.toUpperCase();
    complain(host, 'country', country, 'not a code of two letters, such as "ES"; the language says it');
  }
  const tags = [host.locale, nearestAttribute(host, 'lang', 'xml:lang'), ...navigator.languages];
  for (const tag of tags) {
    // BCP 47: the region follows language and script.
    const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})\b/i.exec(tag ?? '')?.[1];
    if (region) return region.toUpperCase();
  }
  return undefined;
};

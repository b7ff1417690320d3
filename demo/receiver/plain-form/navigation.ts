import { randomUUID } from 'node:crypto';
import { pageContext } from '../../../src/submission/context.js';
import { referenceOf } from '../../../src/submission/reference.js';
import { parseUrl } from '../../../src/submission/url.js';
import type { AllowedOrigins } from '../http/origin.js';
import { languageTag } from '../inbox/format.js';
import type { Fields } from '../store/store.js';
import type { ParsedBody } from '../submissions/parse-body.js';

/**
 * Whether a browser sent this by itself, as `<form method="post">`, and shows the answer as a page. Browsers say
 * so in `Sec-Fetch-Mode` (https://w3c.github.io/webappsec-fetch-metadata/), but not over plain HTTP; there,
 * a navigation asks for `text/html` before anything else. No form can send JSON.
 */
export const isFormNavigation = (headers: Headers): boolean => {
  if (/^\s*application\/json\b/i.test(headers.get('content-type') ?? '')) return false;
  const mode = headers.get('sec-fetch-mode');
  return mode ? mode === 'navigate' : /^\s*text\/html\b/i.test(headers.get('accept') ?? '');
};

/**
 * What the widget's script would have added to a form, for where the form itself says nothing of it.
 * The page's language and address are not known for certain: the visitor's first language, `und` (undetermined,
 * BCP 47) without one, and as much of the address as the browser tells.
 */
export const scriptFields = ({ values }: ParsedBody & { encoding: 'form' }, headers: Headers): Fields => {
  const id = values.get('submission_id')?.[0] || randomUUID();
  const origin = headers.get('origin') ?? '';
  const href = [headers.get('referer') ?? '', origin].find((address) => parseUrl(address)) ?? '';
  return {
    submission_id: id,
    reference: referenceOrNothing(id),
    widget: 'contact',
    created_at: new Date().toISOString(),
    locale: preferredLanguages(headers)[0] ?? 'und',
    ...pageContext({ href, title: '', referrer: '' }),
  };
};

/** The form's own id may be none; that is then said of the id, and not of the reference too. */
const referenceOrNothing = (id: string): string => {
  try {
    return referenceOf(id);
  } catch {
    return '';
  }
};

/** As many characters as `locale` may have. */
const MAX_TAG_LENGTH = 35;

/** The language tags of `Accept-Language` (RFC 9110 §12.5.4), the most wanted first; what is none is left out. */
export const preferredLanguages = (headers: Headers): string[] =>
  (headers.get('accept-language') ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', weight] = entry.split(/;\s*q=/i);
      return { tag: languageTag(tag.trim()), quality: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => (tag && tag.length <= MAX_TAG_LENGTH ? [tag] : []));

/** The page that the form stands on, where it is one of the receiver's own or of a site that may post. */
export const pageToReturnTo = (headers: Headers, allowed: AllowedOrigins): string | undefined => {
  const page = parseUrl(headers.get('referer') ?? '');
  if (!page || !/^https?:$/.test(page.protocol)) return undefined;
  const isKnown = allowed === '*' || allowed.has(page.origin) || page.host === headers.get('host');
  return isKnown ? page.href : undefined;
};

import { singleLine } from './text.js';
import type { SubmissionBase } from './types.js';
import { parseUrl } from './url.js';

/** Campaign parameters that are read from the page's address, in wire order. Any other parameter stays there. */
export const CAMPAIGN_FIELDS = [
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
] as const;

/** Where a submission comes from: the part of the record that is read from the page. */
export type PageContext = Pick<
  SubmissionBase,
  'page_url' | 'page_title' | 'referrer' | 'landing_page' | (typeof CAMPAIGN_FIELDS)[number]
>;

/**
 * What the page says of itself: `location.href`, `document.title`, `document.referrer`. An image or a form of the page
 * named "title" stands in front of `document.title`: what is no text counts as none.
 */
export interface PageFacts {
  readonly href: string;
  readonly title: unknown;
  readonly referrer: unknown;
}

/** The context of a page, personal data removed from its addresses. What would be empty is absent. */
export function pageContext({ href, title, referrer }: PageFacts): PageContext {
  const page = parseUrl(href);
  const context: PageContext = { page_url: withoutPersonalData(page) };
  if (title && typeof title === 'string') context.page_title = singleLine(title.slice(0, 500));
  if (referrer && typeof referrer === 'string') context.referrer = withoutPersonalData(parseUrl(referrer));
  for (const field of CAMPAIGN_FIELDS) {
    const value = page?.searchParams.get(field);
    if (value && !EMAIL.test(value)) context[field] = singleLine(value.slice(0, 300));
  }
  return context;
}

/**
 * Parameters whose name says that they hold something about a person, or a secret. Rather one too many: a
 * parameter that is left out costs the owner a detail, one that is kept may send a password to a mail service.
 */
const PERSONAL_NAME =
  /name|nombre|apellido|mail|correo|phone|telefon|mobile|address|token|passw|secret|auth|session|signature|birth|respondent|(?:^|[^a-z])(?:tel|pass|pwd|pin|otp|sid|key|code|sig|hash|jwt|user|dob|iban|nif|dni)(?:[^a-z]|$)/i;

const EMAIL = /[^\s@](?:@|%40)[^\s@]/i;

/** 8 to 15 digits (E.164), with or without separators and a plus, which reads as a space in a query. */
const PHONE = /^\+?(?:[\s()./-]*\d){8,15}$/;
const DATE = /^\d{4}-\d\d-\d\d/;

/**
 * The address without user, password, fragment, and whatever in it looks like personal data. What is kept stands
 * as the page has it. Of an address that is not http(s), such as `file:` with its path, only scheme and host.
 */
function withoutPersonalData(url: URL | undefined): string {
  if (!url) return '';
  if (!/^https?:$/.test(url.protocol)) return url.protocol + (url.host && `//${url.host}`);
  const segments = url.pathname.split('/').map((segment) => (EMAIL.test(segment) ? 'removed' : segment));
  const address = url.origin + segments.join('/');
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !isPersonal(pair))
    .join('&');
  return (query ? `${address}?${query}` : address).slice(0, 2048);
}

function isPersonal(pair: string): boolean {
  for (const [name, value] of new URLSearchParams(pair)) {
    if (name.startsWith('harreman-') || PERSONAL_NAME.test(name) || EMAIL.test(name) || EMAIL.test(value))
      return true;
    // Campaign numbers have as many digits as phone numbers.
    const isCampaign = (CAMPAIGN_FIELDS as readonly string[]).includes(name);
    if (!isCampaign && PHONE.test(value.trim()) && !DATE.test(value)) return true;
  }
  return false;
}

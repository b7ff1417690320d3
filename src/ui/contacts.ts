import { pageContacts } from '../controllers/settings.js';
import type { Contact } from './outcome.js';

/** The owner's phone and e-mail: links in the light DOM, else the page's settings. */
export const contactsOf = (links: readonly HTMLAnchorElement[]): readonly Contact[] =>
  links.length
    ? links.map(({ href, textContent }) => ({ href, text: textContent.trim() || href.replace(/^\w+:/, '') }))
    : pageContacts();

import { pageSettings } from '../controllers/settings.js';
import type { Contact } from './outcome.js';

/** The owner's phone and e-mail: links in the light DOM, else the page's settings. */
export const contactsOf = (links: readonly HTMLAnchorElement[]): readonly Contact[] => {
  if (links.length) {
    return links.map(({ href, textContent }) => ({
      href,
      text: textContent.trim() || href.replace(/^\w+:/, ''),
    }));
  }
  const { phone, email } = pageSettings();
  const contacts: Contact[] = [];
  if (phone) contacts.push({ href: `tel:${phone.replace(/[^\d+]/g, '')}`, text: phone });
  if (email) contacts.push({ href: `mailto:${encodeURIComponent(email).replace('%40', '@')}`, text: email });
  return contacts;
};

import { decoded } from '../../controllers/channels.js';

/** A person as their business card says. */
export interface ContactCard {
  readonly name: string;
  readonly role: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly organization: string;
}

/**
 * Reads a representative from the owner's HTML: the name from `itemprop="name"`, `.fn`, a heading or what is strong; the
 * role from `itemprop="jobTitle"` or `.role`; phone and e-mail from links. `undefined` without a name, or a way to reach it.
 */
export const readCard = (element: Element): ContactCard | undefined => {
  const text = (selector: string): string =>
    (element.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const links = (scheme: string): string[] =>
    [...element.querySelectorAll<HTMLAnchorElement>(`a[href^="${scheme}" i]`)].map(({ href }) =>
      decoded(href.slice(scheme.length).replace(/\?.*/s, '')),
    );
  const name = text('[itemprop=name]') || text('.fn') || text('h1,h2,h3,h4,h5,h6') || text('strong,b');
  const phones = links('tel:').map((phone) => phone.replace(/[^\d+]/g, ''));
  const emails = links('mailto:');
  if (!name || phones.length + emails.length === 0) return undefined;
  const role = text('[itemprop=jobTitle]') || text('.role');
  return { name, role, phones, emails, organization: text('[itemprop=worksFor]') || text('.org') };
};

/** A vCard 3.0 (RFC 2426), which every phone reads. */
export const writeCard = ({ name, role, phones, emails, organization }: ContactCard): string => {
  const words = name.split(' ');
  const last = words.length > 1 ? words.pop()! : '';
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name)}`,
    `N:${escaped(last)};${escaped(words.join(' '))};;;`,
    ...(role ? [`TITLE:${escaped(role)}`] : []),
    ...(organization ? [`ORG:${escaped(organization)}`] : []),
    ...phones.map((phone) => `TEL;TYPE=WORK,VOICE:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL;TYPE=INTERNET:${escaped(email)}`),
    'END:VCARD',
    '',
  ]
    .flatMap(folded)
    .join('\r\n');
};

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/[\r\n]+/g, '\\n');

/** 75 octets a line at most, never within a character; what goes on begins with a space. */
const folded = (line: string): readonly string[] => {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > 75) {
      lines.push(current);
      current = ' ';
      length = 1;
    }
    current += character;
    length += size;
  }
  return [...lines, current];
};

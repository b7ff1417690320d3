import { domainToASCII } from 'node:url';

/**
 * What makes two spellings one mailbox, as far as anybody but its own server can know: case, the forms of Unicode and of
 * domain names don't matter.
 */
export const addressKey = (email: string): string => {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  return `${local.normalize('NFC').toLowerCase()}@${domainToASCII(domain) || domain.toLowerCase()}`;
};

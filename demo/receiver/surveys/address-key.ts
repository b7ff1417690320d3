import { domainToASCII } from 'node:url';

/**
 * What makes two spellings one mailbox, as far as anybody but its own server can know: case, the forms of Unicode and of
 * domain names don't matter.
 */
export const addressKey = (email: string): string =>
  withAsciiDomain(email, (local) => local.normalize('NFC').toLowerCase());

/** An address as it stands in a mail: `nino@xn--lodamdjuvtg5b.xn--node` for `nino@საქართველო.გე`. */
export const addressInMail = (email: string): string => withAsciiDomain(email, (local) => local);

const withAsciiDomain = (email: string, local: (text: string) => string): string => {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  return `${local(email.slice(0, at))}@${domainToASCII(domain) || domain.toLowerCase()}`;
};

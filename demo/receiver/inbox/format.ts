import { oneLine, storable } from '../store/storable-text.js';
import type { Fields } from '../store/store.js';
import { inboxWords } from './words/words.js';

/** The value of a `lang` attribute, or nothing where the sender's tag is none (BCP 47). */
export const languageTag = (locale: unknown): string | undefined => {
  try {
    return typeof locale === 'string' ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
};

/** An address to link to: web pages only, never `javascript:` or `data:`. */
export const webUrl = (text: unknown): string | undefined => {
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
};

/**
 * Opens the owner's mail program with the reference in the subject (RFC 6068). Everything is percent-encoded, so
 * that neither an address nor a subject can add recipients, headers or a text. In the language of who gets it.
 */
export const replyUrl = (fields: Fields, reference: string): string | undefined => {
  const { email, subject, locale } = fields;
  if (typeof email !== 'string' || !email) return undefined;
  const about = typeof subject === 'string' ? oneLine(subject, 120) : '';
  const { message } = inboxWords([String(locale)]).text;
  const title = about ? `Re: ${about} [${reference}]` : `${message.replySubject} [${reference}]`;
  const address = storable(email).split('@').map(encodeURIComponent).join('@');
  return `mailto:${address}?subject=${encodeURIComponent(title)}`;
};

/** `tel:` with digits and a leading plus only (RFC 3966). */
export const callUrl = ({ phone }: Fields): string | undefined => {
  if (typeof phone !== 'string') return undefined;
  const number = phone.replace(/(?!^\+)\D/g, '');
  return number ? `tel:${number}` : undefined;
};

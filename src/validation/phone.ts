import { asciiDigits } from './text.js';

/** What goes over the wire has no more characters; a longer text is not looked into. */
const MAX_LENGTH = 60;

/**
 * Whether a text reads as a phone number, in any national form: 5 to 15 digits (ITU-T E.164 allows 15) with
 * the usual separators, an optional `+` or `00`, an optional extension.
 */
export const isPhone = (text: string): boolean => {
  if (text.length > MAX_LENGTH) return false;
  const [number = '', extension = ''] = splitExtension(text);
  const digits = number.replace(/\D/g, '');
  return (
    digits.length >= 5 &&
    digits.length <= 15 &&
    /^\+?[\d\s().\-/\u2010-\u2015\u00A0]+$/.test(number) &&
    extension.length <= 8
  );
};

/**
 * The number as it is sent: E.164 where it was written with its country (`+371 …`, `00371 …`), else as written
 * with ASCII digits, since a national number needs a country to be completed. So is `+44 (0)20 …`: the bracketed
 * zero is not dialled from abroad in most countries, and it is in Italy.
 */
export const normalizePhone = (text: string): string => {
  const [number = '', extension] = splitExtension(text);
  const international = /^(?:\+|00)/.test(number);
  if (!international || extension || number.includes('(0)')) return bare(text);
  return `+${number.replace(/^00/, '').replace(/\D/g, '')}`;
};

/**
 * The number alone, in ASCII digits: without the unseen marks of direction that contact lists put around it, without
 * `Tel.` or `tel:` before it, and with `(+34)` as `+34`.
 */
const bare = (text: string): string =>
  asciiDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel[.:]*\s*/i, '')
    .replace(/^\((\+\d+)\)/, '$1');

export const splitExtension = (text: string): string[] =>
  bare(text).split(/\s*(?:#|;?ext\.?=?|x)\s*(?=\d+$)/i);

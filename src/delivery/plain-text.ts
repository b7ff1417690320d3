import { wellFormed } from '../submission/text.js';

/**
 * A text from outside as it may be shown: no control characters, none that turn the direction of what follows
 * (U+202A–U+202E, U+2066–U+2069), and of bounded length. Anything but a text is ''.
 */
export function plainText(value: unknown, maxLength: number): string {
  if (typeof value !== 'string') return '';
  const visible = value.slice(0, 10_000).replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ');
  return wellFormed(visible.trim().slice(0, maxLength));
}

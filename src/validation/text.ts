/**
 * Whether a text has nothing to read in it: white space, zero-width and control characters only.
 * `\p{C}` holds the control, format (zero-width), surrogate and unassigned characters; U+2800 and the Hangul
 * fillers are symbols or letters to Unicode and blank to the eye.
 */
export const isBlank = (text: string): boolean => !/[^\s\p{C}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text);

/**
 * Characters as a person counts them for a limit: code points, with a line break as one.
 * `String#length` counts UTF-16 units, so an emoji would cost two.
 */
export const countCharacters = (text: string): number => {
  let count = 0;
  for (const character of text) if (character !== '\r') count++;
  return count;
};

/**
 * Full-width and Arabic-Indic digits as ASCII ones, so that a number typed on any keyboard is understood.
 * Each of the three blocks starts at a multiple of 16: the low four bits are the digit.
 */
export const asciiDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\uFF0B/g, '+');

/**
 * Text as both databases store it: without NUL (PostgreSQL refuses it, libsql ends the text there) and lone
 * surrogates. For columns that lists and searches read; the fields themselves are kept unchanged as JSON.
 */
export const storable = (text: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll('\0', '');

/** Without control characters, which terminals and some mail programs obey; lines end with LF. */
export const plainText = (text: string): string =>
  storable(text)
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');

/** One line of at most `length` characters, with an ellipsis where something was cut. */
export const oneLine = (text: string, length: number): string => {
  const line = storable(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
};

/**
 * Text as it is searched: no case, no accents, compatibility forms alike (`Ｓāpes` is found by `sapes`). Accents that
 * stand apart go first: to put tens of thousands of them in order would hold up the receiver for a minute.
 */
export const searchable = (text: string): string =>
  withoutAccents(withoutAccents(storable(text)).normalize('NFKD')).toLowerCase();

const withoutAccents = (text: string): string => text.replace(/\p{M}/gu, '');

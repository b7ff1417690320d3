/**
 * The end of a text within a number of characters, by whole characters as people see them, begun by an ellipsis where
 * something is missing.
 * @param lengthOf how long a text is where it goes
 */
export const lastPart = (text: string, most: number, lengthOf = (part: string) => part.length): string => {
  if (lengthOf(text) <= most) return text;
  const characters = graphemesOf(text);
  let from = characters.length;
  let length = lengthOf('…');
  while (from > 0) {
    length += lengthOf(characters[from - 1]!);
    if (length > most) break;
    from--;
  }
  return `…${characters.slice(from).join('')}`;
};

/** The beginning of a text, likewise. */
export const firstPart = (text: string, most: number, lengthOf = (part: string) => part.length): string => {
  if (lengthOf(text) <= most) return text;
  let part = '';
  let length = lengthOf('…');
  for (const character of graphemesOf(text)) {
    length += lengthOf(character);
    if (length > most) break;
    part += character;
  }
  return `${part}…`;
};

/** Characters as people see them (UAX #29); where the browser can't tell, code points. */
const graphemesOf = (text: string): readonly string[] => {
  const { Segmenter } = Intl as { Segmenter?: typeof Intl.Segmenter };
  return Segmenter ? Array.from(new Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
};

/**
 * UTF-16 units of one text that are read. More than any question or answer needs; the rest of a longer one is ignored,
 * so that whatever is pasted costs no more than this.
 */
const LONGEST_TEXT = 2000;

/** Letters that Unicode gives no decomposition (UAX #15), and as those write them whose keyboard lacks them. */
const UNDECOMPOSED = 'łđøħ';
const PLAIN = 'ldoh';

/**
 * Georgian letters by the national romanization (2002), without its apostrophes: whoever has no Georgian keyboard writes
 * so, and what differs by little more than how it is breathed is alike. Of the questions in Georgian, 1 in 100 more were
 * found by it.
 */
const GEORGIAN = 'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h'.split(' ');
const FIRST_GEORGIAN = 'ა'.charCodeAt(0);

/** Accents of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic, that people leave out. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/g;

/** Marks that are left are vowels, as in Devanagari: part of the word. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Runs of scripts that put no spaces between words; the sound marks of Japanese belong to two of them. */
const UNSPACED =
  /([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3099\u309A\u30FC\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+)/u;

/**
 * The words of a text in its order, alike however they are typed: compatibility forms such as full-width letters are
 * made plain (NFKD, UAX #15), case is folded (through capitals, so that ß is ss, ı is i and Georgian Mtavruli is
 * Mkhedruli), accents are gone, Georgian is written in Latin letters. A run of a script without spaces gives each two neighbouring characters, as CJK
 * analysers of search engines do. Reads the first 2,000 UTF-16 units; lone surrogates part words.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(/[łđøħ]/g, (letter) => PLAIN[UNDECOMPOSED.indexOf(letter)]!)
    .replace(/[ა-ჰ]/g, (letter) => GEORGIAN[letter.charCodeAt(0) - FIRST_GEORGIAN]!);
  const words: string[] = plain.match(WORD) ?? [];
  return UNSPACED.test(plain) ? words.flatMap(withoutSpaces) : words;
}

/** The runs are at the odd places, by the parentheses. */
const withoutSpaces = (word: string): string[] =>
  word.split(UNSPACED).flatMap((part, i) => (i % 2 === 1 ? pairs(part) : part || []));

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.length < 2 ? characters : characters.slice(1).map((next, i) => characters[i]! + next);
}

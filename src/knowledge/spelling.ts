import type { Vocabulary } from './vocabulary.js';

/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 5;

/**
 * The one word of the owner's that is a typing error away, or the word itself where the owner uses it, or where there is
 * none or more than one. An error leaves either the first two or the last two letters of such a word as they are, so
 * that few are compared.
 */
export function corrected(word: string, vocabulary: Vocabulary): string {
  if (word.length < SHORTEST || vocabulary.has(word)) return word;
  let found: string | undefined;
  for (const gram of [`^${word.slice(0, 2)}`, `${word.slice(-2)}$`]) {
    for (const { text } of vocabulary.gram(gram)?.words ?? []) {
      if (text === found || !isOneEditApart(word, text)) continue;
      if (found !== undefined) return word;
      found = text;
    }
  }
  return found ?? word;
}

/**
 * Whether one letter more, less or other, or two neighbours swapped, make one word of the other: the optimal string
 * alignment distance of 1 (Damerau 1964: four of five misspellings). In linear time: what is left between the longest
 * common start and end must be such an edit.
 */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length < 2 && right.length < 2) return true;
  return left.length === 2 && left === Array.from(right).reverse().join('');
}

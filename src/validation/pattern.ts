/**
 * Reads an HTML `pattern` (HTML Living Standard, §4.10.5.3.6: the whole value must match, `v` flag).
 *
 * Returns `undefined` for a pattern that no engine should be asked to run on a visitor's text: one that doesn't
 * parse, or one that repeats a part of varying length, as in `(a+)+$` and `(a|aa)+`, for which a backtracking
 * engine may take time exponential in the length of the text (CWE-1333).
 */
export const compilePattern = (source: string): RegExp | undefined => {
  if (hasNestedRepetition(source)) return undefined;
  // An older engine without the `v` flag reads nearly every pattern the same with `u`.
  for (const flag of ['v', 'u']) {
    try {
      return new RegExp(`^(?:${source})$`, flag);
    } catch {
      continue;
    }
  }
  return undefined;
};

/** A quantifier at the start of a text: `*`, `+`, `?`, `{2}`, `{2,}` or `{2,4}`. */
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/;

/** This often a part of varying length may be repeated: `(\d{1,3}\.){3}` is how people write an IP address. */
const FEW = 9;

/** How often at most the quantifier at the start of a text repeats, and whether it leaves a choice. */
const readQuantifier = (text: string): { readonly most: number; readonly varies: boolean } => {
  const [quantifier, least, comma, most] = QUANTIFIER.exec(text) ?? [];
  if (!quantifier) return { most: 1, varies: false };
  if (least === undefined) return { most: quantifier === '?' ? 1 : Infinity, varies: true };
  return { most: comma ? Number(most || Infinity) : Number(least), varies: comma !== '' && most !== least };
};

/** Walks the pattern once; each open group remembers whether it may match texts of several lengths. */
const hasNestedRepetition = (source: string): boolean => {
  const groups = [{ varies: false }];
  let inClass = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    const group = groups[groups.length - 1]!;
    if (character === '\\') i++;
    else if (character === '[') inClass++;
    else if (character === ']') inClass = Math.max(0, inClass - 1);
    else if (inClass) continue;
    else if (character === '|') group.varies = true;
    else if (character === '(') {
      groups.push({ varies: false });
      // The question mark of `(?:`, `(?=`, `(?<name>` repeats nothing.
      if (source[i + 1] === '?') i++;
    } else if (character === ')' && groups.length > 1) {
      groups.pop();
      const { most, varies } = readQuantifier(source.slice(i + 1));
      if (group.varies && most > FEW) return true;
      if (group.varies || varies) groups[groups.length - 1]!.varies = true;
    } else if (readQuantifier(source.slice(i)).varies) group.varies = true;
  }
  return false;
};

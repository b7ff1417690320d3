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

/** This often, over all groups around it, a part of varying length may be repeated: `(\d{1,3}\.){3}` is how people write an IP address. */
const FEW = 9;

/** How often at most the quantifier at the start of a text repeats, and whether it leaves a choice. */
const readQuantifier = (text: string): { readonly most: number; readonly varies: boolean } => {
  const [quantifier, least, comma, most] = QUANTIFIER.exec(text) ?? [];
  if (!quantifier) return { most: 1, varies: false };
  if (least === undefined) return { most: quantifier === '?' ? 1 : Infinity, varies: true };
  return { most: comma ? Number(most || Infinity) : Number(least), varies: comma !== '' && most !== least };
};

/**
 * Walks the pattern once. Of each open group it remembers how often what varies in it may be repeated; 0 where it
 * matches texts of one length. No class holds a group: with the flag `v`, parentheses in one are escaped.
 */
const hasNestedRepetition = (source: string): boolean => {
  const groups = [0];
  let isInClass = false;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    const last = groups.length - 1;
    if (character === '\\') i++;
    else if (isInClass) isInClass = character !== ']';
    else if (character === '[') isInClass = true;
    else if (character === '|') groups[last] ||= 1;
    else if (character === '(') {
      groups.push(0);
      // The question mark of `(?:`, `(?=`, `(?<name>` repeats nothing.
      if (source[i + 1] === '?') i++;
    } else if (character === ')' && last) {
      const { most, varies } = readQuantifier(source.slice(i + 1));
      const times = groups.pop()! * most || Number(varies);
      if (times > FEW) return true;
      groups[last - 1] = Math.max(groups[last - 1]!, times);
    } else if (readQuantifier(source.slice(i)).varies) groups[last] ||= 1;
  }
  return false;
};

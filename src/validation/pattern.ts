/**
 * Reads an HTML `pattern` (HTML Living Standard, §4.10.5.3.6: the whole value must match, `v` flag).
 *
 * Returns `undefined` for a pattern that no engine should be asked to run on a visitor's text: one that doesn't
 * parse, or one with an unbounded repetition inside an unbounded repetition, as in `(a+)+$`, for which a
 * backtracking engine may take time exponential in the length of the text (CWE-1333).
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

const UNBOUNDED = /^(?:[*+]|\{\d+,\})/;

/** Walks the pattern once; each open group remembers whether it holds an unbounded repetition or a choice. */
const hasNestedRepetition = (source: string): boolean => {
  const groups = [{ risky: false }];
  let inClass = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '[') inClass++;
    else if (character === ']') inClass = Math.max(0, inClass - 1);
    else if (inClass) continue;
    else if (character === '(') groups.push({ risky: false });
    else if (character === '|') groups[groups.length - 1]!.risky = true;
    else if (character === ')') {
      const group = groups.length > 1 ? groups.pop()! : { risky: false };
      const repeated = UNBOUNDED.test(source.slice(i + 1));
      if (repeated && group.risky) return true;
      if (repeated || group.risky) groups[groups.length - 1]!.risky = true;
    } else if (UNBOUNDED.test(source.slice(i))) groups[groups.length - 1]!.risky = true;
  }
  return false;
};

/** A language tag in its canonical form (BCP 47), or `undefined` where it is none. */
export const canonicalTag = (text: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(text.trim())[0];
  } catch {
    return undefined;
  }
};

/**
 * The list that is meant for a language, as RFC 4647 (section 3.4, lookup) finds it: that of the tag itself, else of
 * the tag without its last part, and so on: `es` for `es-MX`.
 */
export const lookup = (tag: string, available: readonly string[]): string | undefined => {
  for (let range = tag; range; range = range.replace(/(?:-[^-])?(?:^|-)[^-]*$/, '')) {
    const found = available.find((each) => each.toLowerCase() === range.toLowerCase());
    if (found) return found;
  }
  return undefined;
};

/** Of which language's FAQ a page in this language is: one that is there, else that of the language alone. */
export const faqLanguage = (tag: string, available: readonly string[]): string =>
  lookup(tag, available) ?? tag.split('-')[0]!;

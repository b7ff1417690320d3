/** The languages that the kit speaks, as BCP 47 primary language subtags. */
export const locales = ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'] as const;

/** One of the kit's languages. */
export type Locale = (typeof locales)[number];

/** A basic language range (RFC 4647 §2.1); systems also write `eu_ES`. */
const RANGE = /^\s*([a-z]{1,8})(?:[-_][a-z\d]{1,8})*\s*$/i;

/**
 * The language to show: the first of the requested language ranges that the kit has (RFC 4647 §3.4, Lookup).
 * The kit's own tags are bare languages, so shortening a range to what matches means reading its first subtag:
 * `eu-ES` and `EU_es` are `eu`. Whatever is no language range is passed over.
 * @returns `undefined` where none matches.
 */
export const matchLocale = (requested: readonly (string | null | undefined)[]): Locale | undefined => {
  for (const range of requested) {
    const language = RANGE.exec(range ?? '')?.[1]?.toLowerCase();
    const match = locales.find((locale) => locale === language);
    if (match) return match;
  }
  return undefined;
};

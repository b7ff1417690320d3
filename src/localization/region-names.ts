import type { Locale } from './locale.js';

/**
 * Names of regions (ISO 3166-1 alpha-2), in the language's order. Basque and Georgian from CLDR's own table, since
 * Chromium has none (see `dates.ts`), but for those that are the same in English.
 * @throws TypeError (rejects) where a table can't be fetched.
 */
export const loadRegionNames = async (
  locale: Locale,
  codes: readonly string[],
): Promise<readonly (readonly [code: string, name: string])[]> => {
  const table =
    locale === 'eu'
      ? (await import('./cldr/territories-eu.generated.js')).TERRITORIES
      : locale === 'ka'
        ? (await import('./cldr/territories-ka.generated.js')).TERRITORIES
        : undefined;
  const names = new Intl.DisplayNames([table ? 'en' : locale], { type: 'region' });
  const own = new Map(table?.split('\n').map((line) => line.split('\t') as [string, string]));
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((code) => [code, own.get(code) ?? names.of(code) ?? code] as const)
    .sort((a, b) => compare(a[1], b[1]));
};

/** One text for each plural category that the language has (CLDR plural rules); `other` is always there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

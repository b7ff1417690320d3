/** What a visitor has pressed before there was anybody to do it. */
export type Intent = { readonly kind: 'entry'; readonly id: string } | { readonly kind: 'person' };

import type { Locale } from './locale.js';

/** What parts a label from what it is the label of. French has a no-break space before it (Lexique de l'Imprimerie nationale). */
export const colonOf = ({ locale }: { readonly locale: Locale }): string =>
  locale === 'fr' ? '\u00a0: ' : ': ';

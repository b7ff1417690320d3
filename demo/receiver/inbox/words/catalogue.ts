import type { Plural } from '../../../../src/localization/plural.js';
import type { en } from './en/index.js';

/**
 * What the inbox says, as the English catalogue has it: another language has the same keys, or does not compile.
 *
 * - `{name}` stands for a value. Where a language would have to inflect it, that language says "label: value".
 * - What depends on a number has a text for each plural category of the language (CLDR plural rules).
 */
export type InboxMessages = Translated<typeof en>;

type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends { readonly one: string; readonly other: string }
      ? Plural
      : Translated<T[K]>;
};

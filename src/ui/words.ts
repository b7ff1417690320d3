import type { RequiredKey } from '../controllers/field.js';
import type { CommonMessages, InUseMessages } from '../localization/catalogue.js';
import type { Locale } from '../localization/locale.js';
import type { MessageValues } from '../localization/localization.js';
import type { Plural } from '../localization/plural.js';

type All = CommonMessages & InUseMessages;
type KeyOf<T, M = All> = { [K in keyof M]: M[K] extends T ? K : never }[keyof M];

/** The part of a localization that is the same for every widget: what shared templates may say. */
export interface Words {
  readonly locale: Locale;
  text(key: KeyOf<string> | RequiredKey, values?: MessageValues): string;
  plural(key: KeyOf<Plural>, count: number, values?: MessageValues): string;
  number(value: number, maximumFractionDigits?: number): string;
}

/** What can be said before anybody has used a widget. */
export interface FirstWords {
  text(key: KeyOf<string, CommonMessages>): string;
}

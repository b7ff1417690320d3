import type { RequiredKey } from '../controllers/field.js';
import type { CommonMessages, InUseMessages } from '../localization/catalogue.js';
import type { MessageValues } from '../localization/localization.js';
import type { Plural } from '../localization/plural.js';

type All = CommonMessages & InUseMessages;
type KeyOf<T> = { [K in keyof All]: All[K] extends T ? K : never }[keyof All];

/** The part of a localization that is the same for every widget: what shared templates may say. */
export interface Words {
  text(key: KeyOf<string> | RequiredKey, values?: MessageValues): string;
  plural(key: KeyOf<Plural>, count: number, values?: MessageValues): string;
  number(value: number): string;
  fileSize(bytes: number): string;
}

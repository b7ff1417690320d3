import type { CommonMessages } from '../localization/catalogue.js';
import type { MessageValues } from '../localization/localization.js';
import type { Plural } from '../localization/plural.js';

type KeyOf<T> = {
  [K in keyof CommonMessages]: CommonMessages[K] extends T ? K : never;
}[keyof CommonMessages];

/** The part of a localization that is the same for every widget: what shared templates may say. */
export interface Words {
  text(key: KeyOf<string>, values?: MessageValues): string;
  plural(key: KeyOf<Plural>, count: number, values?: MessageValues): string;
  fileSize(bytes: number): string;
}

import type { WireValue } from '../../../src/submission/types.js';
import type { Fields } from '../store/store.js';

/* How fields are read: anybody names them, `constructor` too, and fills them with whatever the schema lets through. */

/** What a field holds; `undefined` where there is none of this name. */
export const valueOf = (fields: Fields, name: string): WireValue | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** The text that a field holds; empty where it holds none. */
export const textOf = (fields: Fields, name: string): string => asText(valueOf(fields, name));

/** A text as it is; anything else (a list, a number, nothing) is no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

import type { MessageOverrides } from './catalogue.js';
import type { Plural } from './plural.js';

const CATEGORIES = /^(zero|one|two|few|many|other)$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlural = (value: unknown): value is Plural =>
  isRecord(value) &&
  Object.hasOwn(value, 'other') &&
  Object.keys(value).every((key) => CATEGORIES.test(key) && typeof value[key] === 'string');

const said = new Set<string>();

const describe = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.keys(value).join() : String(value);

/** Tells the owner once: the same words are read again with every language, and for every element. */
const ignore = (why: string, ...what: unknown[]): void => {
  const text = [why, ...what.map(describe)].join(' ');
  if (said.has(text)) return;
  said.add(text);
  console.warn(`harreman: these messages are ignored: ${why}:`, ...what);
};

/** An object whose keys are only its own: `__proto__` is a key like any other, and nothing is inherited. */
const bare = (): Record<string, string | Plural> => Object.create(null) as Record<string, string | Plural>;

/**
 * Reads an owner's messages from outside (a property, parsed JSON). Each is a text, or an object with a text
 * for each plural category and at least for `other`. Anything else is left out, with a warning in the console
 * that names it.
 */
export const checkOverrides = (value: unknown): MessageOverrides => {
  const overrides = bare();
  if (isRecord(value)) {
    for (const key of Object.keys(value)) {
      const message = value[key];
      if (typeof message === 'string' || isPlural(message)) overrides[key] = message;
      else ignore('neither a text nor plural forms with "other"', key, message);
    }
  } else if (value !== undefined && value !== null) {
    ignore('an object from keys to texts was expected', value);
  }
  return overrides;
};

/**
 * The messages with an owner's in their place. A key that the widget doesn't have, and plural forms where the
 * widget says one text, are left out with a warning.
 */
export const applyOverrides = <M extends object>(messages: M, overrides: MessageOverrides): M => {
  const applied: Record<string, unknown> = Object.assign(bare(), messages);
  const given = overrides as Readonly<Record<string, string | Plural>>;
  for (const key of Object.keys(given)) {
    const message = given[key];
    if (!Object.hasOwn(messages, key)) ignore('the widget has no such key', key, message);
    else if (typeof message !== 'string' && typeof applied[key] === 'string')
      ignore('this one has no plural forms', key, message);
    else applied[key] = message;
  }
  return applied as M;
};

/** The messages with an owner's words from JSON and, over them, from a property. */
export const withOverrides = <M extends object>(messages: M, json: string | undefined, given: unknown): M => {
  let parsed: unknown;
  try {
    parsed = json === undefined ? undefined : JSON.parse(json);
  } catch (error) {
    ignore(`data-messages is not JSON (${String(error)})`, json);
  }
  return applyOverrides(applyOverrides(messages, checkOverrides(parsed)), checkOverrides(given));
};

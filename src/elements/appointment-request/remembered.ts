import { toJson } from '../../submission/json.js';
import { REMEMBERED } from '../../controllers/remembered-key.js';

/** What a visitor chose last time, kept on this device because they wished it. */
export interface Remembered {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** By the names of the fields. */
  readonly values: ReadonlyMap<string, string>;
}

/** What is worth remembering: what was chosen and where, nothing of who. */
const NAMES = ['service', 'staff', 'mode', 'place', 'people'];

/** `undefined` where there is nothing, or it can't be read. */
export const recall = (): Remembered | undefined => {
  try {
    const stored = JSON.parse(localStorage.getItem(REMEMBERED) ?? '') as Readonly<Record<string, unknown>>;
    const values = new Map<string, string>();
    for (const name of NAMES) {
      const value = stored[name];
      if (Object.hasOwn(stored, name) && typeof value === 'string' && value) values.set(name, value);
    }
    const at = Number(stored['at']);
    return values.size > 0 && at > 0 ? { at, values } : undefined;
  } catch {
    return undefined;
  }
};

/** @returns whether it is kept now. */
export const remember = (textOf: (name: string) => string): boolean => {
  const record = Object.create(null) as Record<string, string | number>;
  record['at'] = Date.now();
  for (const name of NAMES) if (textOf(name)) record[name] = textOf(name);
  try {
    localStorage.setItem(REMEMBERED, toJson(record));
    return true;
  } catch {
    return false;
  }
};

export const forget = (): void => {
  try {
    localStorage.removeItem(REMEMBERED);
  } catch {
    // What can't be reached holds nothing of ours.
  }
};

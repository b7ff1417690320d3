import { setImmediate as turn } from 'node:timers/promises';
import type { SqlValue } from './database.js';

/** What one statement may name at a time: both databases take more parameters, but not any number. */
const AT_ONCE = 500;

/** `$1, $2, $3`: the places of so many values in a statement, from the `first` on. */
export const placesOf = (values: readonly unknown[], first = 1): string =>
  values.map((_, index) => `$${first + index}`).join(', ');

/** The parameters of a statement that is put together of parts. */
export class Parameters {
  readonly values: SqlValue[] = [];

  /** Adds one. @returns its place in the statement */
  place(value: SqlValue): string {
    return `$${this.values.push(value)}`;
  }
}

/** As many of a list as one statement may name, until all were there. Others are served in between. */
export async function* inParts<T>(list: readonly T[]): AsyncGenerator<readonly T[], void> {
  for (let from = 0; from < list.length; from += AT_ONCE) {
    if (from) await turn();
    yield list.slice(from, from + AT_ONCE);
  }
}

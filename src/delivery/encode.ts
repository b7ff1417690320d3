import { toJson } from '../submission/json.js';
import { wellFormed } from '../submission/text.js';
import type { AttachedFile, WireRecord } from '../submission/types.js';

/** A request's body, and the headers that go with it. `FormData` brings its own `Content-Type`. */
export interface EncodedBody {
  readonly body: string | FormData;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What a form encoding does with several values of one name.
 *
 * - `repeat`: each under the same name, as HTML forms do. For servers that read lists.
 * - `join`: a list as one text (`red, blue`), further files as `attachment_2`, `attachment_3`. PHP, Apps Script and
 *   form services keep only one of several values, silently. Names that end in `[]` are repeated all the same:
 *   that is how PHP is told of a list.
 * - `join-all`: the same, those too. For what knows nothing of PHP's names.
 */
export type Several = 'repeat' | 'join' | 'join-all';

export function asJson(record: WireRecord): EncodedBody {
  return { body: toJson(record), headers: { 'Content-Type': 'application/json' } };
}

/** JSON as `text/plain`, which a browser sends to another origin without asking first (no preflight). */
export function asText(record: WireRecord): EncodedBody {
  return { body: toJson(record), headers: {} }; // A text's type unless another is given.
}

export function asUrlencoded(record: WireRecord, several: Several): EncodedBody {
  const body = new URLSearchParams();
  for (const [name, value] of pairs(record, several)) body.append(name, value);
  return {
    body: body.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  };
}

export function asMultipart(
  record: WireRecord,
  files: readonly AttachedFile[],
  several: Several,
): EncodedBody {
  const body = new FormData();
  for (const [name, value] of pairs(record, several)) body.append(name, value);
  for (const { field, file } of files) {
    let name = field;
    if (several === 'join' && !field.endsWith('[]')) {
      for (let number = 2; body.has(name); number++) name = `${field}_${number}`;
    }
    body.append(name, file, fileName(file.name));
  }
  return { body, headers: {} };
}

/** The record without some names: those that a service would read as an order. */
export function without(record: WireRecord, ...names: readonly string[]): WireRecord {
  const rest = Object.assign(Object.create(null), record) as Record<string, WireRecord[string]>;
  for (const name of names) delete rest[name];
  return rest;
}

function pairs(record: WireRecord, several: Several): [name: string, value: string][] {
  const entries: [string, string][] = [];
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (value === undefined) continue;
    if (typeof value !== 'object') entries.push([name, `${value}`]);
    else if (several === 'join-all' || (several === 'join' && !name.endsWith('[]')))
      entries.push([name, value.join(', ')]);
    else for (const item of value) entries.push([name, item]);
  }
  return entries;
}

/** A file's name as it can stand in a part's header: no control characters, and 200 characters with its ending. */
function fileName(name: string): string {
  const clean = wellFormed(name).replace(/\p{Cc}/gu, '_');
  return clean.length > 200 ? wellFormed(clean.slice(0, 180) + clean.slice(-20)) : clean;
}

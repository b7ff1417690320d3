import type { IncomingMessage } from 'node:http';

/** A file as a stand-in got it. */
export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A request's body as its media type says. */
export interface ParsedBody {
  /** Media type without parameters. */
  readonly type: string;
  readonly text: string;
  /** Names and values in the order sent; of JSON, those of the object. */
  readonly entries: readonly (readonly [name: string, value: unknown])[];
  readonly files: readonly ReceivedFile[];
}

export async function parseBody(request: IncomingMessage): Promise<ParsedBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const text = bytes.toString('utf8');
  if (type === 'multipart/form-data') {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    const all = [...form];
    return {
      type,
      text,
      entries: all.filter(([, value]) => typeof value === 'string'),
      files: all.flatMap(([field, value]) =>
        typeof value === 'string' ? [] : [{ field, name: value.name, type: value.type, size: value.size }],
      ),
    };
  }
  if (type === 'application/x-www-form-urlencoded') {
    return { type, text, entries: [...new URLSearchParams(text)], files: [] };
  }
  return { type, text, entries: jsonEntries(text), files: [] };
}

function jsonEntries(text: string): [string, unknown][] {
  try {
    return Object.entries(JSON.parse(text) as object);
  } catch {
    return [];
  }
}

/** As Node and most services read a form: values of one name become a list. */
export function listed(entries: ParsedBody['entries']): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    fields[name] = name in fields ? [fields[name], value].flat() : value;
  }
  return fields;
}

/** As PHP fills `$_POST`: the last of several values wins, except under names that end in `[]`. */
export function phpPost(entries: ParsedBody['entries']): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = [fields[name.slice(0, -2)] ?? [], value].flat();
    else fields[name.replace(/[. ]/g, '_')] = value;
  }
  return fields;
}

/** As Apps Script fills `e.parameter`: the first of several values wins. */
export function appsScriptParameter(entries: ParsedBody['entries']): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of entries) fields[name] ??= value;
  return fields;
}

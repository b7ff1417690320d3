/**
 * The JSON of plain data, as of a record. `JSON.stringify` is only ever given single strings: for objects and lists it
 * would ask for a `toJSON`, which pages with Prototype.js have on every list and answer wrongly.
 */
export function toJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  if (typeof value !== 'object' || value === null) return String(value);
  const parts: string[] = [];
  if (Array.isArray(value)) {
    for (const item of value) parts.push(toJson(item));
    return `[${parts.join(',')}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(record))
    if (record[name] !== undefined) parts.push(`${JSON.stringify(name)}:${toJson(record[name])}`);
  return `{${parts.join(',')}}`;
}

/** A property of parsed JSON if the value is an object that has it itself, never one from a prototype. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

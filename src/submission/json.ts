import type { WireRecord, WireValue } from './types.js';

/**
 * The JSON of a record. `JSON.stringify` is only ever given single strings: for objects and lists it would ask
 * for a `toJSON`, which pages with Prototype.js have on every list and answer wrongly.
 */
export function toJson(record: WireRecord): string {
  const members: string[] = [];
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (value !== undefined) members.push(`${JSON.stringify(name)}:${valueToJson(value)}`);
  }
  return `{${members.join(',')}}`;
}

function valueToJson(value: WireValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return `${value}`;
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  const items: string[] = [];
  for (const item of value) items.push(JSON.stringify(item));
  return `[${items.join(',')}]`;
}

/** A property of parsed JSON if the value is an object that has it itself, never one from a prototype. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

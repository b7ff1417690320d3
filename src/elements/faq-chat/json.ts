/** `JSON.stringify` would ask lists for a `toJSON`, which pages with Prototype.js have on every list. */
export const jsonOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const members = Object.keys(record).filter((name) => record[name] !== undefined);
  return `{${members.map((name) => `${JSON.stringify(name)}:${jsonOf(record[name])}`).join(',')}}`;
};

import type { FieldError } from '../../../src/delivery/states.js';
import type { FieldKind } from './schemas.js';

/**
 * Gives the texts of a form the types that the schema asks for: `5` a number, `true` a flag, a repeated name a
 * list. What does not read as the type stays text, and the schema then refuses it. Only for form encodings:
 * JSON has types of its own, and `"5"` there is a text.
 */
export const typedValues = (
  values: ReadonlyMap<string, readonly string[]>,
  kinds: ReadonlyMap<string, FieldKind>,
): { readonly fields: Record<string, unknown>; readonly errors: readonly FieldError[] } => {
  const entries: [string, unknown][] = [];
  const errors: FieldError[] = [];
  for (const [name, texts] of values) {
    const kind = kinds.get(name);
    if (kind === 'list') {
      entries.push([name, texts]);
    } else if (texts.length > 1 && kind) {
      errors.push({ field: name, code: 'repeated', message: 'This field may be there once only.' });
    } else if (texts.length > 1) {
      entries.push([name, texts]); // The owner's own: several boxes of one name.
    } else if (texts[0] || !kind) {
      entries.push([name, typed(texts[0] ?? '', kind)]);
    } // Else an empty control of ours: a form has no other way to say "nothing".
  }
  // `fromEntries` defines own properties, whatever the name: `__proto__` is a field like any other.
  return { fields: Object.fromEntries(entries), errors };
};

const typed = (text: string, kind: FieldKind | undefined): unknown => {
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kind === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
};

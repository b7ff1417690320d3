import { complain } from '../../../controllers/complain.js';
import type { Field, FieldGroup } from '../../../controllers/field.js';
import type { FieldValue } from '../../../validation/field.js';
import { wireName, type Question } from './question.js';

/**
 * Which questions are asked now, in their order; one that isn't leaves its place empty. A condition looks at the answers of questions before it that are asked
 * themselves; one that names a later question, or none, is told to the owner and taken for unanswered.
 *
 * @param answer what stands in a field, asked or not
 * @param first the names that are asked before all of these
 */
export const askedNow = (
  questions: readonly Question[],
  answer: (field: Field) => FieldValue,
  first: readonly Field[],
  host: Element,
): readonly (Field | FieldGroup | undefined)[] => {
  const before = new Map<string, Field>(first.map((field) => [field.name, field]));
  // Asked or not: what a condition may name.
  const known = new Set(before.keys());
  const given = (name: string): FieldValue => {
    const field = before.get(wireName(name));
    return field ? answer(field) : '';
  };
  const isAsked = (when: Question['when']): boolean => {
    for (const name of when?.names ?? []) {
      if (!known.has(wireName(name))) complain(host, 'data-when', name, 'no question before this one has that name');
    }
    return when?.holds(given) ?? true;
  };
  return questions.map(({ entry, when, extras }) => {
    const all = 'fields' in entry ? entry.fields : [entry];
    const isOn = isAsked(when);
    const shown: Field[] = [];
    for (const field of all) {
      const isShown = isAsked(extras.get(field.name)?.when) && isOn;
      known.add(field.name);
      if (!isShown) continue;
      before.set(field.name, field);
      shown.push(field);
    }
    if (!shown.length) return undefined;
    return 'fields' in entry ? { ...entry, fields: shown } : shown[0];
  });
}; // prettier-ignore

import type { Definition } from './definition.js';
import type { Field, FormEntry, Option } from './field.js';

/** More choices than this are a list to open rather than radio buttons. */
const MAX_RADIOS = 6;

/**
 * Lays an owner's HTML over a widget's own fields. A control of the same name changes a field, a hidden one takes its
 * place; other controls are added before the field `extrasBefore`. A form that is taken over has its own fields and
 * no others.
 */
export const overlay = (
  entries: readonly FormEntry[],
  { form, fields: own, hidden }: Definition,
  extrasBefore: string,
): readonly FormEntry[] => {
  if (form) return own.map(named);
  const taken = new Set<string>();
  const replace = (field: Field): Field | undefined => {
    taken.add(field.name);
    if (hidden.some(([name]) => name === field.name)) return undefined;
    const given = own.find(({ name }) => name === field.name);
    return given ? merge(field, given) : field;
  };
  const laid = entries.map((entry): FormEntry => {
    if (!entry) return undefined;
    if (!('fields' in entry)) return replace(entry);
    return { ...entry, fields: entry.fields.map(replace).filter((field) => field !== undefined) };
  });
  const extras = own.filter(({ name }) => !taken.has(name)).map(named);
  const place = entries.findIndex((entry) => entry && 'name' in entry && entry.name === extrasBefore);
  return [...laid.slice(0, place), ...extras, ...laid.slice(place)];
};

/** Where an answer may be left out, what a list says first ("Whoever is free") is an answer of its own. */
const withNone = ({ options = [], placeholder = '', required }: Field): readonly Option[] =>
  required || !/\p{L}/u.test(placeholder) ? options : [{ value: '', label: placeholder }, ...options];

/** A field without a label has its name for one, which beats none. */
const named = (field: Field): Field => (field.label ? field : { ...field, label: field.name });

/** The owner's HTML wins in what it says; a label, type or limits that it leaves out are the widget's. */
const merge = (kit: Field, own: Field): Field => ({
  ...kit,
  ...own,
  label: own.label || kit.label,
  ...(own.options && {
    options: kit.type === 'radio' ? withNone(own) : own.options,
    type:
      own.options.length > MAX_RADIOS ? 'select' : own.type === 'select' && kit.options ? kit.type : own.type,
  }),
  ...(kit.files && { files: kit.files }),
});

import { complain } from '../../../controllers/complain.js';
import { readDefinition } from '../../../controllers/definition.js';
import type { Field, Option } from '../../../controllers/field.js';
import type { SurveyLook } from '../../../submission/survey-scales.js';
import { parseCondition, type Condition } from '../../../validation/condition.js';
import { wireName, type FieldExtras, type Question } from './question.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Reads an owner's questions: each outermost `<fieldset>`, and each control that stands alone. Of a `<fieldset>` with one
 * control, or that begins with a group of boxes, the legend is the question; with more of them it names their group. A
 * `<table>` of radio buttons is a group with a question for each row, its columns the answers.
 *
 * What no form has: `data-when` (see `parseCondition`) on a fieldset or a control, `data-max` and `data-min` for how many
 * boxes, `data-exclusive` on the box that goes with no other, `data-look` for a scale.
 */
export const readQuestions = (host: Element): readonly Question[] => {
  const controls = [...host.querySelectorAll<Control>('input,select,textarea')];
  const questions: Question[] = [];
  const groups = new Map<Element, { field: Field; control: Control }[]>();
  const order: ({ fieldset: Element } | { field: Field; control: Control })[] = [];
  for (const field of readDefinition(host).fields) {
    const control = controls.find(({ name }) => name === field.name);
    if (!control) continue;
    const fieldset = outermost(control, host);
    if (!fieldset) order.push({ field, control });
    else if (groups.has(fieldset)) groups.get(fieldset)!.push({ field, control });
    else {
      groups.set(fieldset, [{ field, control }]);
      order.push({ fieldset });
    }
  }
  for (const item of order) {
    if ('fieldset' in item) questions.push(questionOf(item.fieldset, groups.get(item.fieldset)!, controls));
    else {
      const { field, control } = item;
      questions.push({
        entry: named(field, field.label || field.name),
        when: undefined,
        extras: new Map([[wireName(field.name), extrasOf(control, [control])]]),
      });
    }
  }
  return questions;
};

const outermost = (control: Element, host: Element): Element | undefined => {
  let found: Element | undefined;
  for (let at = control.closest('fieldset'); at && host.contains(at); at = at.parentElement?.closest('fieldset') ?? null)
    found = at;
  return found;
}; // prettier-ignore

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Text of a legend or a cell without remarks and controls, and without the mark that forms have for what is required. */
const textOf = (element: Element | null | undefined): string => {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('small,input,select,textarea,script,style').forEach((child) => child.remove());
  return clean(copy.textContent).replace(/[\s*]+$/, '');
};

const questionOf = (
  fieldset: Element,
  members: readonly { field: Field; control: Control }[],
  controls: readonly Control[],
): Question => {
  const first = fieldset.querySelector('legend');
  const legend = textOf(first);
  const hint = clean(first?.querySelector('small')?.textContent);
  const extras = new Map<string, FieldExtras>();
  const fields = members.map(({ field, control }) => {
    const boxes = controls.filter(({ name }) => name === field.name);
    extras.set(wireName(field.name), extrasOf(control, boxes, members.length === 1 ? fieldset : control.closest('fieldset')));
    return field.type === 'radio' && isInTable(control, fieldset) ? rowOf(field, boxes) : field;
  });
  const [only, ...others] = fields;
  const isOne = others.length === 0 && !isInTable(members[0]!.control, fieldset) && (only!.options !== undefined || !only!.label || only!.label === only!.placeholder);
  const remark = hint && { hint };
  const own = (field: Field): Field => named(field, field.label || legend || field.name);
  const asked = (field: Field): Field => ({ ...named(field, legend || field.label || field.name), ...remark });
  return {
    entry: isOne
      ? asked(only!)
      : isNamedBy(fieldset, members[0]!)
        ? { legend, fields: [asked(only!), ...others.map(own)] }
        : { legend, ...remark, fields: fields.map(own) },
    when: conditionOf(fieldset),
    extras,
  };
}; // prettier-ignore

/** Whether a control is in a table of its question; the page's own may be around all of them. */
const isInTable = (control: Control, fieldset: Element): boolean =>
  fieldset.contains(control.closest('table'));

/** Whether a legend is that of these boxes: they are in no table, and in no fieldset of their own. */
const isNamedBy = (fieldset: Element, { field, control }: { field: Field; control: Control }): boolean =>
  /^(radio|checkboxes)$/.test(field.type) &&
  control.localName !== 'select' &&
  !isInTable(control, fieldset) &&
  control.closest('fieldset') === fieldset;

const named = (field: Field, label: string): Field => ({ ...field, name: wireName(field.name), label });

/** A row of a table: its header is the question, the headers of the columns are the answers. */
const rowOf = (field: Field, boxes: readonly Control[]): Field => {
  const row = boxes[0]!.closest('tr');
  const head = row?.closest('table')?.rows[0];
  const options = boxes.map((box): Option => {
    const label = field.options?.find(({ value }) => value === box.value)?.label ?? '';
    const column = textOf(head?.cells[box.closest('td')?.cellIndex ?? -1]);
    return { value: box.value, label: column || label || box.value };
  });
  return { ...field, label: textOf(row?.querySelector('th')) || field.label, options };
};

const LOOKS = ['faces', 'stars', 'numbers', 'words'];

const extrasOf = (control: Control, boxes: readonly Control[], group: Element | null = null): FieldExtras => {
  const attribute = (name: string): string | null | undefined =>
    control.getAttribute(name) ?? group?.getAttribute(name);
  const count = (name: string): number | undefined => {
    const value = attribute(name);
    if (value === null || value === undefined) return undefined;
    if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
    complain(group ?? control, name, value, 'not a number from 1; it is not used');
    return undefined;
  };
  const look = attribute('data-look');
  const isLook = typeof look === 'string' && LOOKS.includes(look) && (boxes.length === 5 || look !== 'faces');
  if (typeof look === 'string' && !isLook)
    complain(group ?? control, 'data-look', look, `not one of ${LOOKS.join(', ')}, or not for so many answers`);
  return {
    when: conditionOf(control),
    most: count('data-max'),
    least: count('data-min'),
    exclusive: boxes.filter((box) => box.hasAttribute('data-exclusive')).map(({ value }) => value),
    look: isLook ? (look as SurveyLook) : undefined,
  };
}; // prettier-ignore

/** One that can't be read costs nothing: the question is asked, and the owner is told. */
const conditionOf = (element: Element): Condition | undefined => {
  const text = element.getAttribute('data-when');
  if (text === null) return undefined;
  try {
    return parseCondition(text);
  } catch (error) {
    complain(element, 'data-when', text, `${(error as Error).message}; the question is always asked`);
    return undefined;
  }
};

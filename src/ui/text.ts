import type { Field } from '../controllers/field.js';
import type { ChosenFiles } from '../controllers/chosen-files.js';
import type { FormValues } from '../controllers/form-values.js';
import type { FieldProblem } from '../controllers/problems.js';
import type { Answer } from './review.js';
import type { Words } from './words.js';

/** A problem in the visitor's words: the same in the summary and at the field (GOV.UK, Error summary). */
export const problemText = (words: Words, field: Field, problem: FieldProblem): string => {
  if ('message' in problem) return problem.message;
  const { key, count } = problem;
  if (count !== undefined) return words.plural(key as 'textTooLong', count);
  if (/^(field|choice|tick)Required$/.test(key) && field.requiredKey) return words.text(field.requiredKey);
  const values: Record<string, string | number> = { label: field.label, ...problem.values };
  if (typeof values.size === 'number') values.size = words.fileSize(values.size);
  return words.text(key as 'fieldRequired', values);
};

/** What was answered to a field, as a person reads it: labels of options, names of files. */
const answerText = (field: Field, form: FormValues, files: ChosenFiles): string => {
  if (field.files)
    return files
      .of(field.name)
      .map(({ name }) => name)
      .join('\n');
  const value = form.value(field);
  const labelOf = (text: string): string =>
    field.options?.find((option) => option.value === text)?.label ?? text;
  if (field.type === 'checkbox') return value === '' ? '' : '\u2713';
  return typeof value === 'string' ? labelOf(value) : value.map(labelOf).join('\n');
};

/** All answers of a form, in its order. */
export const answersOf = (
  fields: readonly Field[],
  form: FormValues,
  files: ChosenFiles,
): readonly Answer[] =>
  fields.map((field) => ({ name: field.name, label: field.label, text: answerText(field, form, files) }));

/** The visitor's own copy: what they wrote, with its labels. */
export const plainText = (answers: readonly Answer[]): string =>
  answers
    .filter(({ text }) => text)
    .map(({ label, text }) => `${label}: ${text}`)
    .join('\n');

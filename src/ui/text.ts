import type { Field } from '../controllers/field.js';
import type { ChosenFiles } from '../controllers/chosen-files.js';
import type { FormValues } from '../controllers/form-values.js';
import type { FieldProblem } from '../controllers/problems.js';
import type { DateFormatter } from '../localization/dates.js';
import type { Answer } from './review.js';
import type { Words } from './words.js';
import { colonOf } from '../localization/colon.js';
import { fileSize } from '../localization/file-size.js';

/** What texts are made with: the words, and the dates once they have come. */
export interface Language {
  readonly words: Words;
  readonly dates: DateFormatter | undefined;
}

/** A problem in the visitor's words: the same in the summary and at the field (GOV.UK, Error summary). */
export const problemText = (language: Language, field: Field, problem: FieldProblem): string => {
  const { words } = language;
  if ('message' in problem) return problem.message;
  const { key, count } = problem;
  // Of texts there are several, and a link in the summary is to say which is meant (WCAG 2.2, 2.4.4).
  if (count !== undefined)
    return words.plural(key as 'textTooLong', count) + (field.files ? '' : colonOf(words) + field.label);
  if (/^(field|choice|tick)Required$/.test(key) && field.requiredKey) return words.text(field.requiredKey);
  const values: Record<string, string | number> = { label: field.label, ...problem.values };
  for (const name of ['min', 'max'])
    if (name in values) values[name] = valueText(language, field, String(values[name]));
  if (typeof values.size === 'number') values.size = fileSize(words, values.size);
  if (typeof values.types === 'string') values.types = fileKinds(words, values.types);
  return words.text(key as 'fieldRequired', values);
};

/** An HTML `accept` list for people: `image/*,.pdf` is "pictures, PDF". */
export const fileKinds = (words: Words, accept: string): string => {
  const named: Record<string, string> = {
    'image/*': words.text('kindImage'),
    'video/*': words.text('kindVideo'),
    'audio/*': words.text('kindAudio'),
  };
  return accept
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean)
    .map((kind) =>
      Object.hasOwn(named, kind) ? named[kind]! : kind.replace(/^(\.|.*\/(x-)?)/, '').toUpperCase(),
    )
    .join(', ');
};

/** The text of a native control as a person reads it: its value is for machines. */
const valueText = ({ words, dates }: Language, { type }: Field, value: string): string => {
  if (/^(number|range)$/.test(type)) return words.number(Number(value));
  const [, year, month, day] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  return type === 'date' && day && dates
    ? dates.date({ year: Number(year), month: Number(month), day: Number(day) }, 'long')
    : value;
};

/** What was answered to a field, as a person reads it: labels of options, names of files, dates in words. */
const answerText = (language: Language, field: Field, form: FormValues, files: ChosenFiles): string => {
  if (field.files)
    return files
      .of(field.name)
      .map(({ name }) => name)
      .join('\n');
  const value = form.value(field);
  const labelOf = (text: string): string =>
    field.options?.find((option) => option.value === text)?.label ?? text;
  if (field.type === 'checkbox') return value === '' ? '' : '\u2713';
  if (typeof value !== 'string') return value.map(labelOf).join('\n');
  return field.options ? labelOf(value) : value && valueText(language, field, value);
};

/** All answers of a form, in its order. */
export const answersOf = (
  language: Language,
  fields: readonly Field[],
  form: FormValues,
  files: ChosenFiles,
): readonly Answer[] =>
  fields.map((field) => ({
    name: field.name,
    label: field.label,
    text: answerText(language, field, form, files),
  }));

/** The visitor's own copy: what they wrote, with its labels. */
export const plainText = (answers: readonly Answer[], words: Words): string =>
  answers
    .filter(({ text }) => text)
    .map(({ label, text }) => label + colonOf(words) + text)
    .join('\n');

import type { FieldEntry } from '../submission/record.js';
import { bareEmail } from '../validation/email.js';
import { normalizePhone } from '../validation/phone.js';
import { isBlank } from '../validation/text.js';
import type { Field } from './field.js';
import type { FormValues } from './form-values.js';

/** A form's answers as they go over the wire: the kit's own fields apart from the owner's. */
export interface Answers {
  readonly fields: readonly FieldEntry[];
  readonly ownFields: readonly FieldEntry[];
}

/**
 * Reads the answers of the fields that are shown, and the hidden values of the owner's HTML. Empty answers are
 * left out; text goes as it was written, addresses without the space around them.
 * @param isWholeForm it goes to the script of a form that was taken over, which may ask whether each control is there:
 *   empty ones go as a browser would send them
 */
export const collectAnswers = (
  shown: readonly Field[],
  form: FormValues,
  hidden: readonly (readonly [string, string])[],
  wireFields: readonly string[],
  isWholeForm = false,
): Answers => {
  const fields: FieldEntry[] = [];
  const ownFields: FieldEntry[] = [];
  const put = (entry: FieldEntry): void =>
    void (wireFields.includes(entry[0]) ? fields : ownFields).push(entry);
  for (const field of shown) {
    if (field.files) continue;
    const value = form.value(field);
    if (typeof value !== 'string') {
      if (value.length) put([field.name, value]);
    } else if (!isBlank(value)) put([field.name, wireText(field, value)]);
    else if (isWholeForm && !/^(radio|checkbox)/.test(field.type)) ownFields.push([field.name, '']);
  }
  for (const entry of hidden) put(entry);
  return { fields, ownFields };
};

const wireText = ({ type }: Field, value: string): string =>
  type === 'tel'
    ? normalizePhone(value)
    : type === 'email'
      ? bareEmail(value)
      : type === 'textarea'
        ? value
        : value.trim();

/** Named controls that a captcha has put into its slot: their values are only there at the last moment. */
export const captchaFields = (host: Element): readonly FieldEntry[] =>
  [...host.querySelectorAll(':scope > [slot=captcha], :scope > [slot=captcha] *')].flatMap((element) => {
    const { name = element.getAttribute('name'), value } = element as Partial<HTMLInputElement>;
    return typeof name === 'string' && name && typeof value === 'string' && value
      ? [[name, value] as const]
      : [];
  });

import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Option } from '../controllers/field.js';
import type { FieldType, FieldValue } from '../validation/field.js';
import type { Words } from './words.js';

/** What a field's template is made from. */
export interface FieldView {
  readonly field: Field;
  readonly value: FieldValue;
  /** What is wrong with it, as its error message. */
  readonly error: TemplateResult | undefined;
  /** The kinds of control that only an owner's HTML has. */
  readonly rich: ((view: FieldView, classes: string) => TemplateResult) | undefined;
  /** Unique in the shadow tree; parts of the field add a suffix. */
  readonly id: string;
  readonly words: Words;
  /** Shown beneath the control. */
  readonly after?: TemplateResult | typeof nothing | undefined;
}

const INPUT_MODES: Partial<Record<FieldType, string>> = {
  email: 'email',
  tel: 'tel',
  url: 'url',
  number: 'decimal',
};
/** Written from left to right in every language. */
const LEFT_TO_RIGHT = /^(email|tel|url)$/;

/** One field: label, hint, error and native control, tied together inside one shadow root. */
export const fieldTemplate = (view: FieldView): TemplateResult => {
  const { field, error, id, words } = view;
  const { type, template } = field;
  if (template) return template(view);
  const classes = `field ${error ? 'invalid' : ''} ${field.half ? 'half' : ''}`;
  if (type === 'radio') return choiceTemplate(view, classes);
  if (view.rich && /^(select|checkbox)/.test(type)) return view.rich(view, classes);
  return html`<div class=${classes} part="field">
    <label for=${id} part="label">${field.label}${optionalMark(field, words)}</label>
    ${hintTemplate(view)} ${error} ${controlTemplate(view)} ${view.after}
  </div>`;
};

/**
 * Required is the rule and says nothing; what may be left empty says so in words (WCAG 2.2, 3.3.2). The space is within,
 * in one piece with the words, where Chromium keeps it in the control's name; as a box of its own it would be read twice.
 */
export const optionalMark = (field: Field, words: Words) =>
  field.required || field.oneOf
    ? nothing
    : html`<span class="optional" lang=${words.locale}>${` ${words.text('optional')}`}</span>`;

export const hintTemplate = ({ field, id }: FieldView) =>
  field.hint ? html`<p class="hint" part="hint" id="${id}-hint">${field.hint}</p>` : nothing;

/** Ids of what describes a control, the hint before the error (GOV.UK order), then what is left of its limit. */
export const describedBy = ({ field, error, id }: FieldView): string | typeof nothing =>
  [field.hint && `${id}-hint`, error && `${id}-error`, field.maxLength && `${id}-limit`]
    .filter(Boolean)
    .join(' ') || nothing;

const controlTemplate = (view: FieldView): TemplateResult => {
  const { field, error, id } = view;
  const invalid = Boolean(error);
  if (field.type === 'textarea') {
    return html`<textarea class="control" part="control" id=${id} name=${field.name} rows=${field.rows ?? 5} dir="auto"
      aria-required=${Boolean(field.required)} aria-invalid=${invalid} aria-describedby=${describedBy(view)}
      autocomplete=${field.autocomplete ?? nothing} placeholder=${field.placeholder ?? nothing}></textarea>`;
  }
  return html`<input class="control" part="control" id=${id} name=${field.name} type=${field.type}
    aria-required=${Boolean(field.required)} aria-invalid=${invalid} aria-describedby=${describedBy(view)}
    autocomplete=${field.autocomplete ?? nothing} placeholder=${field.placeholder ?? nothing}
    inputmode=${INPUT_MODES[field.type] ?? nothing} dir=${LEFT_TO_RIGHT.test(field.type) ? 'ltr' : field.type === 'text' ? 'auto' : nothing}
    autocapitalize=${field.type === 'email' ? 'none' : nothing} spellcheck=${field.type === 'email' ? 'false' : nothing}
    min=${field.min ?? nothing} max=${field.max ?? nothing} step=${field.step ?? (field.type === 'number' ? 'any' : nothing)} />`;
}; // prettier-ignore

const optionId = (id: string, index: number): string => (index ? `${id}-${index}` : id);

/** Radio buttons, or boxes where several may be chosen, in a group with a name. */
export const choiceTemplate = (view: FieldView, classes: string): TemplateResult => {
  const { field, value, error, id, words } = view;
  const several = field.type === 'checkboxes';
  const chosen = typeof value === 'string' ? [value] : value;
  const invalid = Boolean(error);
  // Of radio buttons the group is what is required, and wrong: Chromium takes each that is `required` for wrong from the start.
  return html`<fieldset
    class=${classes}
    part="field"
    role=${several ? nothing : 'radiogroup'}
    aria-required=${several ? nothing : Boolean(field.required)}
    aria-invalid=${several ? nothing : invalid}
    aria-describedby=${describedBy(view)}
  >
    <legend part="label">${field.label}${optionalMark(field, words)}</legend>
    ${hintTemplate(view)} ${error}
    <div class="options" part="options">
      ${field.options?.map(
        (option: Option, index) =>
          html`<div class="option">
            <label part="option"
              ><input
                type=${several ? 'checkbox' : 'radio'}
                id=${optionId(id, index)}
                name=${field.name}
                value=${option.value}
                aria-invalid=${several ? invalid : nothing}
                .checked=${chosen.includes(option.value)}
              /><span>${option.label}</span></label
            >
          </div>`,
      )}
    </div>
    ${view.after}
  </fieldset>`;
};

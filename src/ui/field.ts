import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Field, Option } from '../controllers/field.js';
import type { FieldType, FieldValue } from '../validation/field.js';
import type { Words } from './words.js';

/** What a field's template is made from. */
export interface FieldView {
  readonly field: Field;
  readonly value: FieldValue;
  /** The text of its problem. */
  readonly error: string | undefined;
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
  const { type } = field;
  const classes = `field ${error ? 'invalid' : ''} ${field.half ? 'half' : ''}`;
  if (type === 'radio' || type === 'checkboxes') return choiceTemplate(view, classes);
  if (type === 'checkbox') return tickTemplate(view, classes);
  return html`<div class=${classes} part="field">
    <label for=${id} part="label">${field.label} ${optionalMark(field, words)}</label>
    ${hintTemplate(view)} ${errorTemplate(id, error, words)} ${controlTemplate(view)} ${view.after}
  </div>`;
};

/** Required is the rule and says nothing; what may be left empty says so in words (WCAG 2.2, 3.3.2). */
export const optionalMark = (field: Field, words: Words) =>
  field.required || field.oneOf ? nothing : html`<span class="optional">${words.text('optional')}</span>`;

const hintTemplate = ({ field, id }: FieldView) =>
  field.hint ? html`<p class="hint" part="hint" id="${id}-hint">${field.hint}</p>` : nothing;

/** Why a field needs attention, above its control; the prefix is for those who don't see the colour. */
export const errorTemplate = (
  id: string,
  error: string | undefined,
  words: Words,
): TemplateResult | typeof nothing =>
  error
    ? html`<p class="error" part="error" id="${id}-error">
        <span class="visually-hidden">${words.text('errorPrefix')}</span> ${error}
      </p>`
    : nothing;

/** Ids of what describes a control, the hint before the error (GOV.UK order). */
const describedBy = ({ field, error, id }: FieldView): string | undefined =>
  [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

const controlTemplate = (view: FieldView): TemplateResult => {
  const { field, error, id, words } = view;
  const value = typeof view.value === 'string' ? view.value : '';
  const invalid = error ? 'true' : nothing;
  if (field.type === 'textarea') {
    return html`<textarea class="control" part="control" id=${id} name=${field.name} rows=${field.rows ?? 5} dir="auto"
      ?required=${field.required ?? false} aria-invalid=${invalid} aria-describedby=${ifDefined(describedBy(view))}
      autocomplete=${ifDefined(field.autocomplete as 'on')} placeholder=${ifDefined(field.placeholder)} .value=${value}></textarea>`;
  }
  if (field.type === 'select') {
    return html`<select class="control" part="control" id=${id} name=${field.name} ?required=${field.required ?? false}
      aria-invalid=${invalid} aria-describedby=${ifDefined(describedBy(view))} autocomplete=${ifDefined(field.autocomplete as 'on')}>
      <option value="" .selected=${value === ''}>${field.placeholder ?? words.text('choose')}</option>
      ${field.options?.map((option) => html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`)}
    </select>`;
  }
  return html`<input class="control" part="control" id=${id} name=${field.name} type=${field.type as 'text'} .value=${value}
    ?required=${field.required ?? false} aria-invalid=${invalid} aria-describedby=${ifDefined(describedBy(view))}
    autocomplete=${ifDefined(field.autocomplete as 'on')} placeholder=${ifDefined(field.placeholder)}
    inputmode=${ifDefined(INPUT_MODES[field.type])} dir=${LEFT_TO_RIGHT.test(field.type) ? 'ltr' : field.type === 'text' ? 'auto' : nothing}
    autocapitalize=${field.type === 'email' ? 'none' : nothing} spellcheck=${field.type === 'email' ? 'false' : nothing}
    min=${ifDefined(field.min)} max=${ifDefined(field.max)} step=${field.step ?? (field.type === 'number' ? 'any' : nothing)} />`;
}; // prettier-ignore

const optionId = (id: string, index: number): string => (index ? `${id}-${index}` : id);

const choiceTemplate = (view: FieldView, classes: string): TemplateResult => {
  const { field, value, error, id, words } = view;
  const several = field.type === 'checkboxes';
  const chosen = typeof value === 'string' ? [value] : value;
  return html`<fieldset class=${classes} part="field" aria-describedby=${ifDefined(describedBy(view))}>
    <legend part="label">${field.label} ${optionalMark(field, words)}</legend>
    ${hintTemplate(view)} ${errorTemplate(id, error, words)}
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
                ?required=${!several && (field.required ?? false)}
                aria-invalid=${several && error ? 'true' : nothing}
                .checked=${chosen.includes(option.value)}
              /><span>${option.label}</span></label
            >
          </div>`,
      )}
    </div>
    ${view.after}
  </fieldset>`;
};

const tickTemplate = (view: FieldView, classes: string): TemplateResult => {
  const { field, value, error, id, words } = view;
  return html`<div class=${classes} part="field">
    ${hintTemplate(view)} ${errorTemplate(id, error, words)}
    <div class="tick">
      <input
        type="checkbox"
        id=${id}
        name=${field.name}
        value=${field.checkedValue ?? 'on'}
        ?required=${field.required ?? false}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${ifDefined(describedBy(view))}
        .checked=${value !== ''}
      />
      <label for=${id} part="label">${field.label} ${optionalMark(field, words)}</label>
    </div>
  </div>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import { choiceTemplate, describedBy, hintTemplate, optionalMark, type FieldView } from './field.js';
import type { Words } from './words.js';

/** Controls that the kit's own fields don't need and an owner's HTML may have. */
export const richTemplate = (view: FieldView, classes: string): TemplateResult =>
  view.field.type === 'select'
    ? selectTemplate(view, classes)
    : view.field.type === 'checkbox'
      ? tickTemplate(view, classes)
      : choiceTemplate(view, classes);

const selectTemplate = (view: FieldView, classes: string): TemplateResult => {
  const { field, value, error, id, words } = view;
  return html`<div class=${classes} part="field">
    <label for=${id} part="label">${field.label}${optionalMark(field, words)}</label>
    ${hintTemplate(view)} ${error}
    <select class="control" part="control" id=${id} name=${field.name} aria-required=${Boolean(field.required)}
      aria-invalid=${Boolean(error)} aria-describedby=${describedBy(view)} autocomplete=${field.autocomplete ?? nothing}>
      <option value="" .selected=${value === ''}>${field.placeholder || words.text('choose')}</option>
      ${field.options?.map((option) => html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`)}
    </select>
    ${view.after}
  </div>`;
}; // prettier-ignore

const tickTemplate = (view: FieldView, classes: string): TemplateResult => {
  const { field, value, error, id, words } = view;
  return html`<div class=${classes} part="field">
    ${hintTemplate(view)} ${error}
    <div class="tick">
      <input type="checkbox" id=${id} name=${field.name} value=${field.checkedValue ?? 'on'} aria-required=${Boolean(field.required)}
        aria-invalid=${Boolean(error)} aria-describedby=${describedBy(view)} .checked=${value !== ''} />
      <label for=${id} part="label">${field.label}${optionalMark(field, words)}</label>
    </div>
  </div>`;
}; // prettier-ignore

/** Why a field needs attention, above its control; the prefix is for those who don't see the colour. */
export const errorTemplate = (id: string, error: string, words: Words): TemplateResult =>
  html`<p class="error" part="error" id="${id}-error" lang=${words.locale}>
    <span class="visually-hidden">${words.text('errorPrefix')}</span> ${error}
  </p>`;

import { html, type nothing, type TemplateResult } from 'lit';
import type { FormEntry } from '../../../controllers/field.js';
import { fieldTemplate, type FieldView } from '../../../ui/field.js';
import { entryTemplate, type FormView } from '../../../ui/form-view.js';

/**
 * A question of the owner's. Where a group begins with the question itself, what goes with an answer ("Something else:
 * what?") stands within it: it is named once.
 */
export const questionTemplate = (
  view: FormView,
  entry: FormEntry,
  hintId: string,
): TemplateResult | typeof nothing => {
  if (!entry || !('fields' in entry)) return entryTemplate(view, entry, hintId);
  const [first, ...others] = entry.fields;
  if (!first?.options || first.label !== entry.legend) return entryTemplate(view, entry, hintId);
  const template = (its: FieldView): TemplateResult =>
    fieldTemplate({
      ...its,
      field: first,
      after: html`${its.after} ${others.map((other) => entryTemplate(view, other, ''))}`,
    });
  return entryTemplate(view, { ...first, template }, hintId);
};

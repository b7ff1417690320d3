import { html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../../controllers/field.js';
import type { SurveyLook } from '../../submission/survey-scales.js';

export interface ScaleView {
  readonly name: string;
  /** Id of the first answer; the others add their number. */
  readonly id: string;
  readonly look: SurveyLook;
  readonly legend: unknown;
  /** The answers, the lowest first. A label that is empty, or its value, is not said twice. */
  readonly options: readonly Option[];
  /** What is chosen; empty for nothing. */
  readonly value: string;
  readonly required: boolean;
  /** What those who listen hear of a score: `4 of 5`. */
  readonly scoreOf: (score: string, max: string) => string;
  readonly hint?: unknown;
  readonly error?: TemplateResult | undefined;
  readonly after?: unknown;
}

/** From a frown to a smile, of five. */
const face = (index: number): TemplateResult => {
  const bend = (index - 2) * 2.5;
  return html`<svg aria-hidden="true" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10"/><path d="M8.5 9v.1m7-.1v.1M8 ${16 - bend / 4}q4 ${bend} 8 0"/></svg>`;
}; // prettier-ignore

const star = html`<svg aria-hidden="true" viewBox="0 0 24 24"><path d="M12 3l2.8 5.7 6.2.9-4.5 4.4 1 6.2-5.5-2.9-5.5 2.9 1-6.2L3 9.6l6.2-.9z"/></svg>`; // prettier-ignore

/**
 * A scale: one group of radio buttons, each with its score and its words for a name, in place of which a face, a star or a
 * number is seen. The ends have their words beneath where the answers themselves have none.
 */
export const scaleTemplate = (view: ScaleView): TemplateResult => {
  const { id, look, options, error } = view;
  const last = options[options.length - 1]!;
  const isWorded = look === 'faces' || look === 'words';
  const nameOf = ({ value, label }: Option): string =>
    [view.scoreOf(value, last.value), label === value ? '' : label].filter(Boolean).join(', ');
  const describedBy = [view.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<fieldset class="field scale ${look} ${error ? 'invalid' : ''}" part="field scale" role="radiogroup" aria-required=${view.required} aria-invalid=${Boolean(error)} aria-describedby=${describedBy || nothing}>
    <legend part="label">${view.legend}</legend>
    ${view.hint} ${error}
    <div class="answers ${options.length > 7 ? 'many' : ''}" part="options">${options.map((option, index) => html`<label
      ><input type="radio" id=${index ? `${id}-${index}` : id} name=${view.name} value=${option.value} .checked=${option.value === view.value}
      /><span class="cell" part="option">${look === 'faces' ? face(index) : look === 'stars' ? star : nothing}${
        isWorded
          ? html`<span class="visually-hidden">${view.scoreOf(option.value, last.value)}, </span>${option.label}`
          : html`${look === 'numbers' ? html`<span aria-hidden="true">${option.value}</span>` : nothing}<span class="visually-hidden">${nameOf(option)}</span>`
      }</span></label>`)}</div>
    ${isWorded ? nothing : html`<p class="ends muted" aria-hidden="true"><span>${options[0]?.label}</span><span>${last.label}</span></p>`}
    ${view.after}
  </fieldset>`;
}; // prettier-ignore

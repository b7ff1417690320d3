import { html, nothing, type TemplateResult } from 'lit';
import { scaleTemplate, type ScaleView } from './scale-view.js';

/** What the engine adds, and what it says of the score and the comment, once somebody uses the survey. */
export interface SurveyParts {
  readonly top: unknown;
  /** The owner's questions. */
  readonly middle: unknown;
  readonly bottom: unknown;
  readonly back: unknown;
  readonly failure: unknown;
  readonly send: string;
  readonly busy: boolean;
  readonly status: unknown;
}

export interface CommentView {
  readonly label: unknown;
  readonly value?: string;
  readonly error?: TemplateResult | undefined;
}

export interface SurveyView {
  readonly heading: string;
  readonly level: number;
  readonly send: string;
  /** The button that sends is pressed. */
  readonly press: (event: Event) => void;
  readonly score: ScaleView | undefined;
  readonly comment: CommentView | undefined;
  /** It is to be sent, and what sends it has yet to come. */
  readonly waits: boolean;
  /** It was to be sent, and what sends it can't be had. */
  readonly stranded: string;
  readonly parts: SurveyParts | undefined;
}

/**
 * The survey as a visitor meets it: a question, room for a reason, and a button. What is added as it is used comes around
 * these, so that they stay the same controls, with what is in them.
 */
export const surveyTemplate = ({ heading, level, parts, ...view }: SurveyView): TemplateResult => html`<div class="view">
  <div id="heading" class="heading">
    <slot name="heading">${heading ? html`<span role="heading" aria-level=${level} part="heading">${heading}</span>` : nothing}</slot>
  </div>
  <slot name="intro"></slot>
  <form novalidate part="form" aria-labelledby="heading" aria-busy=${parts?.busy ?? view.waits} @submit=${view.press}>
    ${parts?.top}
    <div class="fields">
      ${view.score ? scaleTemplate(view.score) : nothing} ${parts?.middle}
      ${view.comment ? commentTemplate(view.comment) : nothing} ${parts?.bottom}
    </div>
    ${parts?.failure} ${view.stranded ? html`<p class="failure" role="alert">${view.stranded}</p><slot></slot>` : nothing}
    <div class="actions">
      ${parts?.back}
      <button type="submit" class="primary" part="submit-button" aria-disabled=${parts?.busy ?? view.waits} @click=${view.press}>${parts?.send ?? view.send}</button>
      <p part="status" role="status">${parts?.status}</p>
    </div>
  </form>
</div>`; // prettier-ignore

const commentTemplate = ({ label, value = '', error }: CommentView): TemplateResult => html`<div class="field ${error ? 'invalid' : ''}" part="field">
  <label for="field-comment" part="label">${label}</label>
  ${error}
  <textarea class="control" part="control" id="field-comment" name="comment" rows="3" dir="auto"
    aria-invalid=${Boolean(error)} aria-describedby=${error ? 'field-comment-error' : nothing} .value=${value}></textarea>
</div>`; // prettier-ignore

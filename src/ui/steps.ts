import { html, type TemplateResult } from 'lit';

/** What the list of a form's steps is made from. */
export interface StepsView {
  /** Names of the steps, in their order. */
  readonly names: readonly string[];
  /** Index of the one that the visitor is at. */
  readonly current: number;
  /** Name of the list. */
  readonly label: string;
  /** "Step 2 of 4". */
  readonly place: string;
  readonly headingLevel: number;
  /** Whether the step has a heading of its own. */
  readonly untitled: boolean;
}

/**
 * Where the visitor is in a form of several steps: the list of all of them, and the heading of this one, which takes
 * the focus when it comes (WCAG 2.2, 2.4.3).
 */
export const stepsTemplate = (view: StepsView): TemplateResult => {
  const { names, current, label, place, headingLevel, untitled } = view;
  return html`<ol class="steps" part="steps" aria-label=${label}>
      ${names.map((name, index) => html`<li class=${index < current ? 'done' : ''} aria-current=${index === current ? 'step' : 'false'}>${name}</li>`)}
    </ol>
    <div class="step-title">
      <span class="muted" id="place">${place}</span>
      ${untitled ? '' : html`<span class="subheading" part="step-heading" id="step" role="heading" aria-level=${headingLevel} tabindex="-1" aria-describedby="place">${names[current]}</span>`}
    </div>`;
}; // prettier-ignore

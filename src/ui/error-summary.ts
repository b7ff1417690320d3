import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './words.js';

export interface SummaryEntry {
  /** Id of the control that the entry leads to; without it the entry is plain text. */
  readonly target?: string;
  readonly text: string;
}

/**
 * What is wrong, above the form: a box that takes focus, with a link to each control (GOV.UK, Error summary).
 * The `role=alert` is on a child, so that taking focus and being announced don't race. What is mended later is no reason to
 * read all the others out again: not atomic.
 */
export const errorSummaryTemplate = (
  entries: readonly SummaryEntry[],
  words: Words,
  headingLevel: number,
  lead: (target: string) => void,
): TemplateResult =>
  html`<div class="summary stack" id="summary" part="error-summary" tabindex="-1">
    <div role="alert" aria-atomic="false" class="stack">
      <p class="subheading" role="heading" aria-level=${headingLevel}>${words.text('problemTitle')}</p>
      ${entries.length > 1 ? html`<p>${words.plural('problemCount', entries.length)}</p>` : nothing}
      <ul>
        ${entries.map(
          ({ target, text }) =>
            html`<li>
              ${
                target
                  ? html`<a
                      href="#${target}"
                      @click=${(event: Event) => {
                        // The page's own address and scripts stay out of this.
                        event.preventDefault();
                        lead(target);
                      }}
                      >${text}</a
                    >`
                  : text
              }
            </li>`,
        )}
      </ul>
    </div>
  </div>`;

/** Brings the label or legend of a control into view first, then focuses it (GOV.UK error-summary.mjs). */
export const focusControl = (root: ParentNode, id: string): void => {
  const control = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (!control) return;
  const group = control.matches('[type=radio],[type=checkbox]') ? control.closest('fieldset') : null;
  const label = group ?? root.querySelector(`label[for="${CSS.escape(id)}"]`) ?? control;
  label.scrollIntoView({ block: 'start' });
  control.focus({ preventScroll: true });
  // A text that is to be copied by hand.
  if (control.matches('textarea[readonly]')) (control as HTMLTextAreaElement).select();
};

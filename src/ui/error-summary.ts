import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './words.js';

export interface SummaryEntry {
  /** Id of the control that the entry leads to; without it the entry is plain text. */
  readonly target?: string;
  readonly text: string;
}

/**
 * What is wrong, above the form: a box that takes focus, with a link to each control (GOV.UK, Error summary).
 * The `role=alert` is on a child, so that taking focus and being announced don't race. Its heading is the name of the box,
 * outside the child, so that it is said once: of a box without a name Orca says nothing at all, nor of the alert in it. What is mended later is no reason to
 * read all the others out again: not atomic, and each entry has a place of its own, empty where nothing is wrong.
 */
export const errorSummaryTemplate = (
  entries: readonly (SummaryEntry | undefined)[],
  words: Words,
  headingLevel: number,
  lead: (target: string) => void,
): TemplateResult => {
  const count = entries.filter(Boolean).length;
  return html`<div class="summary stack" id="summary" part="error-summary" role="group" aria-labelledby="problem" tabindex="-1">
    <p class="subheading" id="problem" role="heading" aria-level=${headingLevel}>${words.text('problemTitle')}</p>
    <div role="alert" aria-atomic="false" class="stack">
      ${count > 1 ? html`<p>${words.plural('problemCount', count)}</p>` : nothing}
      <ul>
        ${entries.map(
          (entry) =>
            entry &&
            html`<li>${entry.target
              ? html`<a href="#${entry.target}" @click=${(event: Event) => {
                  // The page's own address and scripts stay out of this.
                  event.preventDefault();
                  lead(entry.target!);
                }}>${entry.text}</a>`
              : entry.text}</li>`,
        )}
      </ul>
    </div>
  </div>`;
}; // prettier-ignore

/** Brings the label or legend of a control into view first, then focuses it (GOV.UK error-summary.mjs). */
export const focusControl = (root: ParentNode, id: string): void => {
  const first = root.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
  if (!first) return;
  const group = first.matches('[type=radio],[type=checkbox]') ? first.closest('fieldset') : null;
  // Where one is chosen, that: Tab leads there, too, and an arrow key from another would choose anew.
  const control =
    (group && root.querySelector<HTMLInputElement>(`[name="${CSS.escape(first.name)}"]:checked`)) ?? first;
  const label = group ?? first.labels?.[0] ?? control;
  label.scrollIntoView({ block: 'start' });
  control.focus({ preventScroll: true });
  // A text that is to be copied by hand.
  if (control.matches('textarea[readonly]')) control.select();
};

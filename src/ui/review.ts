import { html, type TemplateResult } from 'lit';
import type { Words } from './words.js';

export interface Answer {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

export interface ReviewView {
  readonly answers: readonly Answer[];
  readonly headingLevel: number;
  readonly words: Words;
  /** Back to the form, at one answer or at its start. */
  readonly change: (name?: string) => void;
}

/** What is about to be sent, with a way back to each answer (WCAG 2.2, 3.3.4 Error Prevention). */
export const reviewTemplate = ({ answers, headingLevel, words, change }: ReviewView): TemplateResult => html`
  <div class="stack" part="review">
    <p class="subheading" id="review" role="heading" aria-level=${headingLevel} tabindex="-1">
      ${words.text('reviewTitle')}
    </p>
    <p class="muted">${words.text('reviewIntro')}</p>
    <dl class="review">
      ${answers.map(
        ({ name, label, text }) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir="auto">${text || html`<span class="muted">${words.text('notGiven')}</span>`}</dd>
            <dd class="change">
              <button
                type="button"
                class="link"
                aria-label=${words.text('changeField', { label })}
                @click=${() => change(name)}
              >
                ${words.text('change')}
              </button>
            </dd>
          </div>`,
      )}
    </dl>
    <button type="button" @click=${() => change()}>${words.text('back')}</button>
  </div>
`;

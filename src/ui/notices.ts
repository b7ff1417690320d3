import { html, nothing, type TemplateResult } from 'lit';

/** One thing that is told above a form: a draft that was restored, what has become of a message. */
export interface Notice {
  readonly texts: readonly string[];
  readonly actions: readonly (readonly [label: string, act: () => void])[];
}

export const noticesTemplate = (notices: readonly Notice[]): TemplateResult | typeof nothing =>
  notices.length
    ? html`<div class="notices" part="notices" id="notices" tabindex="-1">
        ${notices.map(
          ({ texts, actions }) =>
            html`<div class="notice" part="notice">
              <div>${texts.map((text) => html`<p dir="auto">${text}</p>`)}</div>
              <p class="actions">
                ${actions.map(
                  ([label, act]) => html`<button type="button" class="link" @click=${act}>${label}</button>`,
                )}
              </p>
            </div>`,
        )}
      </div>`
    : nothing;

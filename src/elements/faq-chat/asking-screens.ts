import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization.js';
import type { EngineScreens } from '../../ui/engine-host.js';

/** What is shown around the field for the next question: that nothing was written, questions like it, and what became of messages. */
export const askingScreens = (
  empty: boolean,
  words: Localization<'faq-chat'>,
  letters: EngineScreens | undefined,
  suggestions: TemplateResult,
): EngineScreens => ({
  rich: undefined,
  error: () =>
    empty
      ? html`<p class="error" part="error" id="field-question-error" role="alert">${words.text('questionRequired')}</p>`
      : undefined,
  advice: () => suggestions,
  file: () => html``,
  notices: () => letters?.notices() ?? nothing,
  summary: () => nothing,
  review: () => nothing,
  failure: () => nothing,
  progress: () => nothing,
  end: () => html``,
}); // prettier-ignore

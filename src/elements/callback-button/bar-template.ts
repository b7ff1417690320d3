import { html, nothing, type TemplateResult } from 'lit';
import { launcherTemplate } from '../../ui/panel/launcher-view.js';
import type { HarremanCallbackButton } from './callback-button.js';

/** The button as a server renders it; a browser draws the same by hand (`CallbackBar`). None until there are words. */
export const barTemplate = (host: HarremanCallbackButton): TemplateResult | undefined => {
  const words = host.language.current;
  return (
    words &&
    launcherTemplate(host.panel, {
      lang: words.locale,
      dir: host.language.direction,
      launcher: host.nameOf(words),
      ...(!host.floating && {
        around: (button: TemplateResult) =>
          html`<div class="root bar" part="base">${button}<slot></slot>${
            host.hours === undefined ? nothing : html`<p part="presence" role="status"></p>`
          }</div>`,
      }),
    })
  );
}; // prettier-ignore

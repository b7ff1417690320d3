import { html, nothing, type TemplateResult } from 'lit';
import { launcherButton, launcherTemplate } from '../../ui/panel/launcher-view.js';
import type { HarremanCallbackButton } from './callback-button.js';

/** The button as a server renders it; a browser draws the same by hand (`CallbackBar`). None until there are words. */
export const barTemplate = (host: HarremanCallbackButton): TemplateResult | undefined => {
  const words = host.language.current;
  if (!words) return undefined;
  const { locale: lang } = words;
  const dir = host.language.direction;
  const launcher = host.nameOf(words);
  if (host.floating) return launcherTemplate(host.panel, { lang, dir, launcher });
  return html`<div lang=${lang} dir=${dir}>
    <div class="root bar" part="base">${launcherButton(host.panel, launcher)}<slot></slot>${
      host.hours === undefined ? nothing : html`<p part="presence" role="status"></p>`
    }</div>
  </div>`;
}; // prettier-ignore

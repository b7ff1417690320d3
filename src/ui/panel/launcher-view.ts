import { html, type TemplateResult } from 'lit';
import type { LauncherController } from './launcher.js';
import type { PanelView } from './panel.js';

export interface LauncherView {
  readonly lang: string;
  readonly dir: string;
  /** What is on the button: its name. */
  readonly launcher: unknown;
  /** What is said beside it, whether or not the panel is open. */
  readonly news?: unknown;
  /** The panel; only asked for once it is there. */
  readonly panel?: () => PanelView;
}

/** The button that opens a panel. */
export const launcherButton = (launcher: LauncherController, name: unknown): TemplateResult =>
  html`<button type="button" class="primary" id="launcher" part="launcher" aria-expanded=${launcher.open}
    aria-controls="panel" @click=${launcher.press}>${name}</button>`; // prettier-ignore

/** The same at the corner, and the panel. */
export const launcherTemplate = (
  launcher: LauncherController,
  { lang, dir, launcher: name, news, panel }: LauncherView,
): TemplateResult =>
  html`<div lang=${lang} dir=${dir} @pointerover=${launcher.prepare} @focusin=${launcher.prepare}>
    <div class="root dock" id="dock" popover="manual">${launcherButton(launcher, name)}</div>
    ${news} ${panel && launcher.panel?.template(panel())}
  </div>`; // prettier-ignore

import { html, type TemplateResult } from 'lit';

export interface DockView {
  readonly launcher: string;
  readonly open: boolean;
  readonly press: () => void;
}

/** The button at the corner of the window. */
export const dockTemplate = ({ launcher, open, press }: DockView): TemplateResult =>
  html`<div class="root dock" id="dock" popover="manual">
    ${launcherTemplate({ launcher, open, press })}
  </div>`;

/** The button that opens a panel. */
export const launcherTemplate = ({ launcher, open, press }: DockView): TemplateResult =>
  html`<button type="button" class="primary" id="launcher" part="launcher" aria-expanded=${open} aria-controls="panel"
    @click=${press}>${launcher}</button>`; // prettier-ignore

/**
 * Puts the button into the top layer, where neither a transform nor a z-index of the page reaches it (any-page, 12).
 * Older browsers have no popovers: there it is fixed, and that is all that is lost.
 */
export const showDock = (root: ShadowRoot | null): void => {
  const dock = root?.getElementById('dock');
  if (dock && 'showPopover' in dock && !dock.matches(':popover-open')) dock.showPopover();
};

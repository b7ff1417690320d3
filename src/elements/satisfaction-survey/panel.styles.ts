import { css } from 'lit';

/** The panel at the corner of the window. */
export const panelStyles = css`
  .panel {
    --_inset: calc(
      var(--harreman-inset, 1em) + max(env(safe-area-inset-bottom, 0px), env(safe-area-inset-right, 0px))
    );
    position: fixed;
    inset: auto;
    inset-inline-end: var(--_inset);
    inset-block-end: var(--_inset);
    inline-size: min(26em, 100vw - 2 * var(--_inset));
    max-block-size: min(40em, 80dvh);
    overflow: auto;
    padding: 0;
    border: 1px solid var(--_border);
    box-shadow: 0 0.1em 1em rgb(0 0 0 / 0.35);
  }
  .closed {
    display: none;
  }
  @supports selector(:popover-open) {
    .panel:not(:popover-open) {
      display: none;
    }
  }
  .panel .heading {
    padding-inline-end: 2.5em;
  }
  .close {
    position: absolute;
    z-index: 1;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    border: 0;
  }
`;

import { css } from 'lit';

/** What differs from the panels that somebody opens: it is as high as its questions. */
export const surveyPanelStyles = css`
  .panel {
    block-size: auto;
    max-block-size: min(40em, 80dvh, 100dvh - 2 * var(--_inset) - var(--_raise, 0px));
    inset-block-end: calc(var(--_inset) + var(--_raise, 0px));
    overflow: auto;
  }
  @supports selector(:popover-open) {
    .panel:not(:popover-open, :modal) {
      display: none;
    }
  }
  .panel .view {
    block-size: auto;
  }
`;

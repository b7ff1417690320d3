import { css } from 'lit';

/** What differs from the panels that somebody opens: it is as high as its questions, which scroll beneath the button that closes it. */
export const surveyPanelStyles = css`
  .panel {
    block-size: auto;
    max-block-size: min(40em, 80dvh, 100dvh - 2 * var(--_inset) - var(--_raise, 0px));
    inset-block-end: calc(var(--_inset) + var(--_raise, 0px));
    overflow: clip;
  }
  .panel > .root {
    max-block-size: inherit;
    overflow: auto;
    scroll-padding-block: 3.5em 1.25em;
  }
  .close {
    background-color: var(--_surface);
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

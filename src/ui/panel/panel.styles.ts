import { css } from 'lit';

/** The panel that floats; its button has styles of its own. */
export const panelStyles = css`
  .panel {
    inset-block-end: calc(var(--_inset) + var(--_raise, 3.5em));
    inline-size: min(26em, 100vw - 2 * var(--_inset));
    block-size: 100%;
    max-block-size: min(40em, 100dvh - 2 * var(--_inset) - var(--_raise, 3.5em));
    border: 1px solid var(--_border);
    box-shadow: 0 0.1em 1em rgb(0 0 0 / 0.35);
  }
  /* A modal one leaves the page in sight around it, where there is room. */
  .panel:modal {
    inset: 0;
    block-size: fit-content;
    max-block-size: min(40em, 100dvh - 2 * var(--_inset));
    margin: auto;
  }
  @media (max-width: 30em), (max-height: 30em) {
    .panel:modal {
      inline-size: 100%;
      max-inline-size: none;
      block-size: var(--_height, 100dvh);
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
  }
  .panel:modal::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .closed {
    display: none;
  }
  .panel > .root {
    /* Holds what is out of sight in it, which would else be scrolled to in the panel around it. */
    position: relative;
  }
  .panel > .root,
  .panel .view {
    block-size: 100%;
    box-shadow: none;
  }
  /* Clear of the button that closes it. */
  .panel .heading {
    margin-inline-end: 2em;
  }
  .panel #heading {
    display: block;
  }
  /* Large text on a phone: there is no room for a word beside it. */
  @container (max-width: 10em) {
    .panel #heading {
      margin: 1.75em 0 0;
    }
  }
  .close {
    position: absolute;
    z-index: 1;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    border: 0;
  }
`;

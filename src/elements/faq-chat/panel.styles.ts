import { css } from 'lit';

/** The floating panel and its button. */
export const panelStyles = css`
  .dock,
  .panel {
    --_inset: calc(
      var(--harreman-inset, 1em) + max(env(safe-area-inset-bottom, 0px), env(safe-area-inset-right, 0px))
    );
    position: fixed;
    inset: auto;
    inset-inline-end: var(--_inset);
    inset-block-end: var(--_inset);
    container-type: normal;
    inline-size: auto;
    padding: 0;
  }
  .dock {
    background: none;
  }
  .dock button,
  .panel {
    box-shadow: 0 0.1em 1em rgb(0 0 0 / 0.35);
  }
  .panel {
    inset-block-end: calc(var(--_inset) + 3.5em);
    inline-size: min(26em, 100vw - 2 * var(--_inset));
    block-size: min(40em, 100dvh - 2 * var(--_inset) - 3.5em);
    border: 1px solid var(--_border);
  }
  .panel:modal {
    inset: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: var(--_height, 100dvh);
    max-block-size: none;
    border: 0;
    border-radius: 0;
  }
  .closed {
    display: none;
  }
  .panel > .root,
  .panel .view {
    block-size: 100%;
    box-shadow: none;
  }
  .panel form {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: 3px;
  }
  .panel .log {
    flex: 1 1 100%;
    min-block-size: 8em;
    max-block-size: none;
  }
  .panel .heading {
    margin-inline-end: 3em;
  }
  .close {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    border: 0;
  }
`;

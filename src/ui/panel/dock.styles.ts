import { css } from 'lit';

/** The button at the corner. `--_raise` is how far up the corner says. */
export const dockStyles = css`
  .dock,
  .panel {
    --_inset: calc(
      var(--harreman-inset, 1em) + max(env(safe-area-inset-bottom, 0px), env(safe-area-inset-right, 0px))
    );
    position: fixed;
    inset: auto;
    inset-inline-end: var(--_inset);
    inset-block-end: calc(var(--_inset) + var(--_raise, 0px));
    container-type: normal;
    inline-size: auto;
    padding: 0;
  }
  .dock {
    max-inline-size: calc(100vw - 2 * var(--_inset));
    background: none;
    overflow: visible;
  }
  /* On a page of any colour, the button has an edge of its own, which the ring of focus lies upon and stands out from. */
  .dock button {
    border: 2px solid var(--_on-accent);
    outline-offset: 0;
    box-shadow: 0 0.1em 1em rgb(0 0 0 / 0.35);
  }
  /* Makes way for what has the focus behind it, where the page can't be scrolled any further. */
  .yields:not(:focus-within) {
    opacity: 0;
    pointer-events: none;
  }
  @media print {
    .dock {
      display: none;
    }
  }
`;

import { css } from 'lit';

/** The button where it stands in the page, with the owner's links beside it. */
export const buttonStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    padding: var(--harreman-padding, 0.5em);
  }
  /* Room for words that come a moment later. */
  .bar > p {
    flex: 1 1 100%;
    min-block-size: 1.5em;
  }
`;

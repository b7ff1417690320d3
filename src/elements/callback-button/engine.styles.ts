import { css } from 'lit';

/** The number as it was understood, and what was promised. Comes with the engine. */
export const engineStyles = css`
  .reading:not(:empty) {
    font-weight: 600;
  }
  .panel bdi {
    white-space: nowrap;
  }
  .country {
    display: grid;
    gap: 0.25em;
  }
`;

import { css } from 'lit';

/** What is only seen once somebody uses a survey. */
export const surveyInUseStyles = css`
  .progress {
    display: grid;
    gap: 0.375em;
  }
  .note {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_accent);
  }
  .field > .field {
    margin-block-start: 0.5em;
  }
  .field > button.link {
    align-self: start;
  }
  /* A widget in it has room around it already. */
  [part='end'] ::slotted(*) {
    --harreman-padding: 0;
    inline-size: 100%;
  }
  @media (forced-colors: active) {
    /* A drawing keeps the colour that it is given. */
    .scale {
      --_accent: Highlight;
    }
    :checked + .cell {
      border: 3px solid Highlight;
    }
  }
`;

import { css } from 'lit';

/** The scales, and the room for a reason. */
export const surveyStyles = css`
  .answers {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    gap: 0.5em min(0.4em, 2%);
  }
  /* Eleven are two rows where it is narrow: 14% is a sixth with its gap. */
  .numbers .many {
    grid-template-columns: repeat(auto-fill, minmax(max(1.9em, 14%), 1fr));
  }
  .scale > * {
    max-inline-size: 36em;
  }
  .faces > * {
    max-inline-size: 46em;
  }
  .stars > :not(legend) {
    max-inline-size: 18em;
  }
  .stars .answers,
  .numbers :not(.many) {
    grid-auto-flow: column;
  }
  .answers label {
    position: relative;
    display: grid;
    font-weight: 400;
  }
  .answers input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .cell {
    display: flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    padding-inline: 0;
  }
  .faces .cell,
  .words .cell {
    justify-content: start;
    padding-inline: 0.5em;
  }
  @container (min-width: 30em) {
    .numbers .many {
      grid-template-columns: repeat(11, 1fr);
    }
  }
  /* Side by side only where the longest word of any language has room. */
  @container (min-width: 40em) {
    .faces .answers {
      grid-template-columns: repeat(5, 1fr);
    }
    .faces .cell {
      flex-direction: column;
      padding-inline: 0.25em;
      font-size: 0.875em;
      text-align: center;
    }
  }
  :checked + .cell {
    border-color: var(--_accent);
    /* Bold, its words might need another line, and all beneath them would move as they are pressed. */
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  :focus-visible + .cell {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .cell svg {
    flex: none;
    inline-size: min(2em, 100%);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  :checked + .cell svg {
    color: var(--_accent);
  }
  .stars .cell {
    border: 0;
    background: none;
    box-shadow: none;
  }
  /* All up to the one that is chosen, pointed at, or has the focus. */
  .stars label:has(:checked) svg,
  .stars label:has(~ label :checked) svg {
    color: var(--_accent);
    fill: currentColor;
  }
  .stars .answers:hover label svg {
    fill: none;
  }
  .stars .answers label:hover svg,
  .stars .answers label:has(~ label:hover) svg {
    fill: currentColor;
  }
  .ends {
    display: flex;
    gap: 1em;
  }
  .ends > * {
    flex: 1;
  }
  .ends > :last-child {
    text-align: end;
  }
`;

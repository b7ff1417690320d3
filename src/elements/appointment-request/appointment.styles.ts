import { css } from 'lit';

/** The day, its times and the end of a request; comes with the engine. */
export const appointmentStyles = css`
  .when {
    gap: var(--_space);
  }
  .when > .link {
    align-self: start;
  }
  .nearest {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .nearest > p {
    flex: 1 1 100%;
  }
  .times {
    gap: 0.75em;
  }
  .half-day .options {
    gap: 0.375em;
  }
  .half-day label {
    font-variant-numeric: tabular-nums;
  }
  .option label:has(:disabled) {
    border-style: dashed;
    color: var(--_muted);
    cursor: default;
  }
  .half-day small {
    display: block;
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: calc(20 / 13);
  }
  .wishes ol {
    margin: 0;
    padding-inline-start: 1.5em;
  }
  .keepsake {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .keepsake a {
    display: inline-block;
    padding-block: 0.375em;
  }
`;

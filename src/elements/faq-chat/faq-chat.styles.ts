import { css } from 'lit';

/** The log, the questions to start with, and the field for the next one. What is said later brings its own. */
export const chatStyles = css`
  .log {
    /* Holds what is out of sight in it, which would else stand far below it and make the page longer. */
    position: relative;
    align-content: start;
    max-block-size: 36em;
    overflow: auto;
  }
  /* The ring around what has the focus has room, in that of the widget. */
  .log,
  .panel form {
    padding: 5px;
    margin-inline: max(-5px, -1 * var(--harreman-padding, 5px));
  }
  .log,
  .root ol,
  .root ul {
    display: grid;
    gap: 0.625em;
  }
  .root ol,
  .root ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .message {
    max-inline-size: min(34em, 100%);
    padding: 0.625em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    border-end-start-radius: 0;
    background-color: var(--harreman-color-field, var(--_surface));
    justify-self: start;
  }
  .categories,
  .root .choices,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  details[open] {
    flex: 1 1 100%;
  }
  .choices button {
    border-radius: 1.375em;
    font-weight: 400;
    text-align: start;
  }
  /* Its mark is nearer to its own words than to those before it. */
  summary {
    padding-block: 0.375em;
    padding-inline-end: 0.75em;
    cursor: pointer;
  }
  textarea[rows='2'] {
    min-block-size: 4.25em;
  }
  .panel form {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }
  .panel .log {
    flex: 1 1 100%;
    min-block-size: 8em;
    max-block-size: none;
  }
`;

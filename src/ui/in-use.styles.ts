import { css } from 'lit';

/**
 * What is only seen once somebody uses a form: errors, files, rare controls, and the boxes that tell how things
 * stand. Comes with the engine.
 */
export const inUseStyles = css`
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .subheading {
    font-size: 1.0625em;
    line-height: calc(24 / 17);
    font-weight: 650;
  }
  .stack,
  .notices {
    display: grid;
    gap: var(--_space);
  }
  .stack {
    justify-items: start;
  }
  .stack > * {
    max-inline-size: 100%;
  }
  button.link {
    min-block-size: 1.75em;
    /* Room to press, and yet in line with the text above it. */
    padding: 0.125em 0.25em;
    margin-inline: -0.25em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  select {
    text-overflow: ellipsis;
  }
  /* All that was written is on paper, which doesn't scroll; and the form begins where it stands: what floats goes to the next page. */
  @media print {
    button {
      display: none;
    }
    textarea.control {
      max-block-size: none;
    }
    .root {
      float: none;
    }
  }
  input:focus-visible + .button {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .error {
    color: var(--_error);
    font-weight: 600;
  }
  .invalid {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_error);
  }
  .control[type='color'] {
    inline-size: 4em;
    padding: 0.25em;
  }
  .control[type='range'] {
    padding-inline: 0;
    accent-color: var(--_accent);
  }
  .control[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  .file-row,
  .suggestion {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .file-list,
  .summary ul {
    display: grid;
    gap: 0.5em;
  }
  .file-list {
    margin-block-start: 0.25em;
  }
  .file-list li {
    display: flex;
    gap: 0.75em;
    align-items: center;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .file-list span:first-child {
    flex: 1;
    min-inline-size: 0;
  }
  .summary,
  .failure {
    padding: var(--_space);
    border: 3px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary a {
    display: inline-block;
    min-block-size: 1.625em;
    color: var(--_error);
    font-weight: 600;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    padding: 0.5em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .notice > div {
    flex: 1 1 20em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  /* The way on is in the panel above it. */
  .failure ~ .actions .primary {
    border: 1px solid var(--_border);
    background: none;
    color: inherit;
  }
  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }
  .contacts a {
    display: inline-block;
    padding-block: 0.25em;
    font-weight: 600;
  }
  .reference {
    display: inline-block;
    padding: 0.25em 0.5em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    font-size: 1.25em;
    font-weight: 650;
    letter-spacing: 0.04em;
    user-select: all;
  }
  .review {
    display: grid;
    gap: 0.75em;
    inline-size: 100%;
  }
  .review > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1em;
    padding-block-end: 0.75em;
    border-block-end: 1px solid var(--_border);
  }
  .review dt {
    font-weight: 600;
  }
  .review dt,
  .review dd {
    grid-column: 1;
    white-space: pre-wrap;
  }
  .review dd.change {
    white-space: normal;
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
  }
  @media (forced-colors: active) {
    .control[aria-invalid='true'] {
      border-style: dashed;
    }
    .option label:has(:checked) {
      border: 3px solid Highlight;
    }
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.75em;
    accent-color: var(--_accent);
  }
`;

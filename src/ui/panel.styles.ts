import { css } from 'lit';

/** Boxes that tell how things stand: the error summary, a failure, a draft that was kept, the end. */
export const panelStyles = css`
  .summary,
  .failure {
    padding: var(--_space);
    border: 3px solid var(--_error);
    border-radius: var(--_radius);
  }
  .summary ul {
    display: grid;
    gap: 0.4em;
  }
  .summary a {
    display: inline-block;
    min-block-size: 1.6em;
    color: var(--_error);
    font-weight: 600;
  }
  /* An empty live region takes no room, and is there before anything is written into it. */
  [role='status']:empty {
    position: absolute;
  }
  .notice:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    padding: 0.5em 0.9em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }
  .contacts a {
    display: inline-block;
    padding-block: 0.2em;
    font-weight: 600;
  }
  .reference {
    display: inline-block;
    padding: 0.25em 0.6em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    font-size: 1.25em;
    font-weight: 650;
    letter-spacing: 0.04em;
    white-space: nowrap;
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
    grid-column: 1;
    font-weight: 600;
  }
  .review dd {
    grid-column: 1;
    white-space: pre-wrap;
  }
  .review dd.change {
    grid-column: 2;
    grid-row: 1 / span 2;
    align-self: center;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.75em;
    accent-color: var(--_accent);
  }
  textarea.copy {
    inline-size: 100%;
    min-block-size: 8em;
    padding: 0.6em;
    border: 1px solid var(--_border);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
`;

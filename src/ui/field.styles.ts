import { css } from 'lit';

/** What a view consists of besides buttons: headings, texts, links, labels, hints, errors and native controls. */
export const fieldStyles = css`
  .view,
  form {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
  }
  /* … and stands where the layout begins, not where its own direction does. */
  .view,
  form,
  .stack {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* Takes no room of its own, so that none is left where there is no heading. */
  #heading {
    display: contents;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 650;
    /* Lines of small and large text, too, are eighths of the usual size, so that what follows begins at a whole pixel. */
    line-height: calc(14 / 11);
  }
  .muted,
  .optional,
  .hint {
    color: var(--_muted);
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }
  /* Out of sight and still there for those who listen. */
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* An empty live region takes no room, and is there before anything is written into it. */
  [role='status']:empty {
    position: absolute;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.25);
  }
  .fields > * {
    flex: 1 1 100%;
  }
  @container (min-width: 34em) {
    /* Room for two and not for three; one that stands alone takes the whole line. */
    .fields > .half {
      flex-basis: 40%;
    }
  }
  .field,
  fieldset {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  /* What belongs to the legend is not as far from it as the fields are. */
  .group > .hint {
    margin-block: -1em 0;
  }
  fieldset.group {
    gap: var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  /* Out of the border, where a fieldset would draw it: the mark of an error then starts above the legend, and lines of it stay together. */
  legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 0.25em;
  }
  .optional,
  .option label,
  .tick label {
    font-weight: 400;
  }
  .hint,
  .error {
    font-size: 0.9375em;
    line-height: 1.6;
  }
  .control {
    inline-size: 100%;
    margin: 0;
    color: inherit;
    font: inherit;
    line-height: 1.4;
    text-align: inherit;
  }
  .control,
  .option label,
  .cell {
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--harreman-color-field, var(--_surface));
  }
  .control[dir='auto'] {
    text-align: start;
  }
  .control:focus-visible {
    outline-offset: 0;
    border-color: var(--_accent);
  }
  .control::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  textarea.control {
    min-block-size: 8em;
    max-block-size: 24em;
    resize: vertical;
    field-sizing: content;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .option {
    display: flex;
  }
  .option label,
  .tick {
    display: flex;
    gap: 0.5em;
  }
  .option label {
    align-items: center;
    padding-inline-end: 1em;
    cursor: pointer;
  }
  .option label:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .option label:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .option :focus-visible {
    outline: 0;
  }
  [type='radio'],
  [type='checkbox'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    /* Else it is as large as the browser's own text. */
    font: inherit;
    accent-color: var(--_accent);
  }
  .tick > input {
    inline-size: 1.5em;
    block-size: 1.5em;
  }
`;

import { css } from 'lit';

/** What is only seen once something was said: who said it, answers, and the ways to a person. */
export const chatInUseStyles = css`
  .visitor {
    justify-self: end;
    border-color: transparent;
    border-end-start-radius: var(--_radius);
    border-end-end-radius: 0;
    background-color: var(--_accent);
    color: var(--_on-accent);
  }
  .visitor time {
    color: inherit;
  }
  /* A line of its own, as high as the others: pages in quirks mode make lines of small text lower. */
  time {
    display: block;
    font-size: 0.8125em;
    line-height: calc(1.5 / 0.8125);
  }
  .said {
    white-space: pre-wrap;
  }
  /* What is wide scrolls by itself, and does not make all that was said as wide. */
  .log,
  .root ol,
  .answer {
    grid-template-columns: minmax(0, 1fr);
  }
  /* As high as leaves the field beneath it in sight, above the keyboard of a phone too. */
  .log:not(.panel *):has(.visitor) {
    max-block-size: clamp(8em, 100dvh - 18em, 36em);
  }
  .answer {
    /* In its own direction, and not in that of the list around it. */
    text-align: start;
    display: grid;
    gap: 0.625em;
  }
  .answer > div {
    display: flow-root;
  }
  .answer :is(p, ul, ol, dl, dd, pre, blockquote, table, figure, h1, h2, h3, h4, h5, h6) {
    margin-block: 0 0.625em;
    margin-inline: 0;
  }
  .answer > div > :last-child {
    margin-block-end: 0;
  }
  .answer :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
    line-height: calc(24 / 17);
  }
  .root .answer :is(ul, ol) {
    display: block;
    padding-inline-start: 1.375em;
  }
  .root .answer ul {
    list-style: disc;
  }
  .root .answer ol {
    list-style: decimal;
  }
  .answer :is(dd, blockquote) {
    padding-inline-start: 1em;
  }
  .answer blockquote {
    border-inline-start: 3px solid var(--_border);
  }
  .answer img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .answer :is(pre, table) {
    display: block;
    max-inline-size: 100%;
    overflow: auto;
    /* Letters that stand one above the other are no word. */
    overflow-wrap: normal;
    border-collapse: collapse;
  }
  .answer :is(th, td) {
    padding: 0.25em 0.625em;
    border: 1px solid var(--_border);
    text-align: start;
  }
  .message .choices {
    margin-block: 0.5em;
  }
  .feedback,
  .handover .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em 0.625em;
    align-items: center;
    margin-block: 0.625em 0.25em;
  }
  button.small {
    min-block-size: 2em;
    padding: 0.25em 0.75em;
    font-size: 0.9375em;
  }
  button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .handover {
    display: grid;
    gap: 0.625em;
  }
  a.button {
    display: inline-flex;
    align-items: center;
  }
  .error {
    color: var(--_error);
    font-weight: 600;
  }
  button.link {
    min-block-size: 1.75em;
    padding: 0.125em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
  }
  .field:has(> .suggestions) {
    position: relative;
  }
  /* Above the field: beneath it are the window's edge and the keyboard of a phone. */
  .root .suggestions {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    inset-block-end: calc(100% + 0.25em);
    gap: 0;
    max-block-size: clamp(5.6em, var(--_room, 15em) - 0.625em, 15em);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    box-shadow: 0 0.1em 1em rgb(0 0 0 / 0.25);
  }
  .root .suggestions[hidden] {
    display: none;
  }
  [role='option'] {
    min-block-size: 2.75em;
    padding: 0.625em 0.875em;
    cursor: pointer;
  }
  [role='option'] + [role='option'] {
    border-block-start: 1px solid color-mix(in srgb, var(--_border) 35%, transparent);
  }
  [role='option']:hover {
    text-decoration: underline;
  }
  [role='option'][aria-selected='true'] {
    background-color: var(--_accent);
    color: var(--_on-accent);
  }
  .badge {
    display: inline-block;
    min-inline-size: 1.5em;
    padding-inline: 0.375em;
    border-radius: 1em;
    background-color: var(--_on-accent);
    color: var(--_accent);
    text-align: center;
  }
  .notice {
    padding: 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  /* Where the panel takes all of the window, the field is at its foot. */
  @media (min-width: 30.01em) and (min-height: 30.01em) {
    .panel:modal > .root {
      block-size: min(40em, var(--_height, 100dvh));
    }
  }
  /*
   * Above the keyboard of a phone, and with large text, what was said keeps some room (WCAG 2.2, 1.4.10): of the field, whose
   * label says what the heading does, label and hint are only heard.
   */
  .panel form {
    container-type: size;
  }
  @container (max-height: 18em) {
    .panel .log {
      min-block-size: 4em;
    }
    /* There is no room for more around it. */
    .log :focus-visible {
      scroll-margin-block: 5px;
    }
    .panel [rows='2'] {
      min-block-size: 0;
      block-size: 2.75em;
    }
    .panel .field:has([rows='2']) > :is(label, .hint) {
      position: absolute;
      clip-path: inset(50%);
    }
    /* The keyboard is that of the owner's form: what is written elsewhere makes way for it. */
    .panel form:has(.slotted:focus-within) > :is(.fields, .actions) {
      display: none;
    }
  }
  /* The owner's own form has most of the panel. */
  @container (max-height: 40em) {
    .panel form:has(.slotted) [rows='2'] {
      min-block-size: 0;
      block-size: 2.75em;
    }
    .panel form:has(.slotted) .field:has([rows='2']) > :is(label, .hint) {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .visitor {
      border-color: CanvasText;
      border-inline-end-width: 4px;
    }
    button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      background-color: Highlight;
      color: HighlightText;
    }
    .badge {
      border: 1px solid ButtonText;
    }
  }
`;

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
  time {
    font-size: 0.8125em;
  }
  .said {
    white-space: pre-wrap;
  }
  .answer {
    display: grid;
    gap: 0.6em;
  }
  .answer > div {
    display: flow-root;
  }
  .answer :is(p, ul, ol, dl, dd, pre, blockquote, table, figure, h1, h2, h3, h4, h5, h6) {
    margin-block: 0 0.6em;
    margin-inline: 0;
  }
  .answer > div > :last-child {
    margin-block-end: 0;
  }
  .answer :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
  }
  .root .answer :is(ul, ol) {
    display: block;
    padding-inline-start: 1.4em;
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
  }
  .answer :is(th, td) {
    padding: 0.3em 0.6em;
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
    gap: 0.4em 0.6em;
    align-items: center;
    margin-block: 0.6em 0.2em;
  }
  button.small {
    min-block-size: 2em;
    padding-block: 0.2em;
    padding-inline: 0.8em;
    font-size: 0.9375em;
  }
  button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.75;
  }
  .handover {
    display: grid;
    gap: 0.6em;
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
    padding-block: 0.1em;
    padding-inline: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
  }
  .notice {
    padding: 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    .visitor {
      border-color: CanvasText;
      border-inline-end-width: 4px;
    }
    button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;

import { css } from 'lit';

/** What is in the panel besides the form. */
export const callbackPanelStyles = css`
  /* What is long scrolls beneath the button that closes it. Whichever came first, these rules are before the panel's own. */
  .panel:not(.closed) {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .panel:not(:modal) {
    block-size: auto;
    max-block-size: min(40em, 100dvh - 2 * var(--_inset) - var(--_raise, 3.5em));
  }
  dialog.panel > .root {
    flex: 0 1 auto;
    min-block-size: 0;
    block-size: auto;
    padding-block-start: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog.panel .view {
    block-size: auto;
  }
  dialog.panel .heading {
    margin-inline-end: 0;
  }
  .panel:focus {
    outline: 0;
  }
  .panel > .close {
    position: static;
    flex: none;
    align-self: end;
    margin: 0.25em;
  }
  .panel ul {
    display: grid;
    gap: 0.625em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .panel .ways {
    display: flex;
    flex-wrap: wrap;
  }
  .panel .button,
  .menu button {
    display: block;
    inline-size: 100%;
    text-decoration: none;
  }
  .panel .button {
    color: var(--_accent);
  }
  .ways > li {
    display: grid;
    flex: 1 0 auto;
    max-inline-size: 100%;
    gap: 0.25em;
    align-content: start;
  }
  .ways > li:has(.code) {
    flex-basis: 100%;
  }
  .ways button.link {
    min-block-size: 2em;
    padding: 0.25em;
    border: 0;
    color: var(--_accent);
    font-size: 0.9375em;
    font-weight: 400;
    text-decoration: underline;
    justify-self: start;
  }
  /* The panel has room around it already. */
  .slotted ::slotted(*) {
    --harreman-padding: 0;
  }
  .code {
    display: grid;
    gap: 0.25em;
    justify-items: center;
  }
  .qr {
    inline-size: 12em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
  }
  summary {
    padding-block: 0.375em;
    cursor: pointer;
  }
  table {
    border-spacing: 0;
    font: inherit;
  }
  th {
    padding-inline-end: 1em;
    font-weight: 400;
    text-align: start;
    /* Makes its column as wide as its longest word. */
    overflow-wrap: break-word;
    vertical-align: top;
  }
  .hint {
    white-space: pre-line;
  }
  .presence {
    min-block-size: 1.5em;
    font-weight: 600;
  }
`;

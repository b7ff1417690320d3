import { css } from 'lit';

/** What is in the panel besides the form. */
export const callbackPanelStyles = css`
  /* Whichever came first, these rules are before the panel's own. */
  dialog.panel,
  dialog.panel > .root,
  dialog.panel .view {
    block-size: auto;
  }
  .panel {
    overflow: auto;
    overscroll-behavior: contain;
  }
  .panel:focus-visible {
    outline-offset: -3px;
  }
  dialog.panel > .root {
    /* Beneath the ring. */
    z-index: -1;
    padding-block-start: 0;
  }
  /* The heading and the button beside it stay; the rest scrolls beneath them. */
  .panel > .close,
  dialog.panel #heading {
    position: sticky;
    inset-block-start: 0.5em;
    background-color: var(--_surface);
  }
  .panel > .close {
    float: inline-end;
    margin: 0.5em 0.5em -3.25em;
  }
  dialog.panel #heading {
    display: block;
    inset-block-start: 0;
    margin: 0 -0.25em calc(-8em / 11);
    padding: calc(8em / 11) 0.25em;
    padding-inline-end: 2em;
  }
  dialog.panel #end {
    margin-block-start: calc(8em / 11);
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
    margin-inline: -0.25em;
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

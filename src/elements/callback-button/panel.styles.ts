import { css } from 'lit';

/** What is in the panel besides the form. */
export const callbackPanelStyles = css`
  .panel > .root,
  .panel .view {
    block-size: auto;
  }
  .panel {
    block-size: auto;
    max-block-size: min(40em, 100dvh - 2 * var(--_inset) - var(--_raise, 3.5em));
    overflow: auto;
    overscroll-behavior: contain;
  }
  .panel:focus {
    outline: 0;
  }
  .close {
    position: sticky;
    float: inline-end;
    inset-block-start: 0.5em;
    margin-block-start: 0.5em;
    margin-inline-end: 0.5em;
    background-color: var(--_surface);
  }
  .panel ul {
    display: grid;
    gap: 0.6em;
    margin: 0;
    padding: 0;
    list-style: none;
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
    gap: 0.3em;
  }
  .ways button.link {
    min-block-size: 2em;
    padding: 0.2em;
    border: 0;
    color: var(--_accent);
    font-weight: 400;
    text-decoration: underline;
    justify-self: start;
  }
  .code {
    display: grid;
    gap: 0.3em;
    justify-items: center;
  }
  .qr {
    inline-size: 12em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
  }
  summary {
    padding-block: 0.4em;
    cursor: pointer;
  }
  table {
    border-spacing: 0;
  }
  th {
    padding-inline-end: 1em;
    font-weight: 400;
    text-align: start;
  }
  .presence {
    min-block-size: 1.5em;
    font-weight: 600;
  }
`;

import { css } from 'lit';

/**
 * The root of every shadow tree.
 *
 * The page's rules reach the element itself, and `!important` inside `:host` is the only thing that beats the
 * page's own `!important`. So what would distort the widget is settled there; where the element stands (display,
 * margin, width, position) stays the page's business. What inherits is reset once, at `.root`, which no page rule
 * can reach. Nothing is in `rem`: the root font size is the page's. `medium` is the visitor's own setting.
 */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box !important;
    padding: 0 !important;
    border: 0 !important;
    outline: 0 !important;
    background: none !important;
    box-shadow: none !important;
    filter: none !important;
    backdrop-filter: none !important;
    mix-blend-mode: normal !important;
    clip-path: none !important;
    mask: none !important;
    columns: auto !important;
    float: none !important;
    overflow: visible !important;
    block-size: auto !important;
    max-block-size: none !important;
    white-space: normal !important;
    zoom: 1 !important;
  }
  /* Holds what floats in it, beside what floats around it. One that floats over the page holds nothing, and takes no room. */
  :host(:not([floating], [open-on])) {
    display: flow-root;
  }
  :host(:not([floating], [open-on]))::after {
    all: unset !important;
    content: '' !important;
    clear: both !important;
    display: block !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    --_accent: var(--harreman-color-accent, #0b5cad);
    --_on-accent: var(--harreman-color-on-accent, #fff);
    --_surface: var(--harreman-color-surface, #fff);
    --_text: var(--harreman-color-text, #1b1d22);
    --_muted: var(--harreman-color-muted, #555b66);
    --_border: var(--harreman-color-border, #767c88);
    --_error: var(--harreman-color-error, #b3261e);
    --_radius: var(--harreman-radius, 0.5em);
    --_space: var(--harreman-space, 1em);
    display: block;
    /* What underlines a text draws through all of its boxes but those that float (CSS Text Decoration 3, 2.1). */
    float: inline-start;
    flex: 1 1 100%;
    inline-size: 100%;
    min-inline-size: 0;
    box-sizing: border-box;
    container-type: inline-size;
    padding: var(--harreman-padding, calc(var(--_space) * 1.25));
    border-radius: var(--_radius);
    background-color: var(--_surface);
    box-shadow: var(--harreman-shadow, none);
    color: var(--_text);
    color-scheme: var(--harreman-color-scheme, inherit);
    font-family: var(--harreman-font, system-ui, 'Noto Sans', 'Noto Sans Georgian', sans-serif);
    font-size: var(--harreman-font-size, medium);
    line-height: 1.5;
    overflow-wrap: anywhere;
    visibility: inherit;
    pointer-events: inherit;
    text-size-adjust: 100%;
  }
  @supports (color: light-dark(red, red)) {
    .root {
      --_accent: var(--harreman-color-accent, light-dark(#0b5cad, #8cc2ff));
      --_on-accent: var(--harreman-color-on-accent, light-dark(#fff, #06223f));
      --_surface: var(--harreman-color-surface, light-dark(#fff, #191b20));
      --_text: var(--harreman-color-text, light-dark(#1b1d22, #eceef2));
      --_muted: var(--harreman-color-muted, light-dark(#555b66, #b4bac5));
      --_border: var(--harreman-color-border, light-dark(#767c88, #8a909c));
      --_error: var(--harreman-color-error, light-dark(#b3261e, #ffb4ab));
    }
  }
  * {
    box-sizing: border-box;
    /* The layout follows the page's direction, and each text its own: English ends in its full stop anywhere… */
    unicode-bidi: plaintext;
    /* What is brought into view comes clear of what the page has fixed to its edges. */
    scroll-margin-block: min(6em, 20vh);
  }
  p,
  form,
  .root ::slotted(*) {
    margin-block: 0;
  }
  button,
  .button {
    min-block-size: 2.75em;
    padding: 0.5em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    line-height: 1.4;
    align-content: center;
    text-align: center;
    cursor: pointer;
  }
  button.primary {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_on-accent);
  }
  button:hover,
  .button:hover {
    border-color: var(--_text);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  @media (prefers-contrast: more) {
    .root {
      --_muted: var(--_text);
      --_border: var(--_text);
    }
  }
  @media (forced-colors: active) {
    button.primary {
      border: 2px solid ButtonText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;

import { css } from 'lit';

/** The list of a form's steps: a bar of as many parts, and their names where there is room. */
export const stepsStyles = css`
  .steps {
    display: flex;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .steps > li {
    flex: 1 1 0;
    padding-block-start: calc(3em / 7);
    border-block-start: 4px solid var(--_border);
  }
  .steps > .done,
  .steps > [aria-current='step'] {
    border-color: var(--_accent);
  }
  .steps > [aria-current='step'] {
    color: var(--_text);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .steps > .done,
    .steps > [aria-current='step'] {
      border-color: Highlight;
    }
  }
  /* On a narrow screen the bar is enough: the heading beneath it says where one is. */
  @container (max-width: 26em) {
    .steps > li {
      block-size: 4px;
      overflow: hidden;
      font-size: 0;
    }
  }
  textarea[rows='2'] {
    min-block-size: 4.25em;
  }
  .step-title {
    display: flex;
    flex-direction: column;
  }
  .step-title > .subheading {
    align-self: start;
    font-size: 1.125em;
    line-height: 1.5;
    font-weight: 650;
  }
`;

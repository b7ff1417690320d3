import { css } from 'lit';

/** The calendar, within a shadow tree that has `baseStyles`. */
export const calendarStyles = css`
  .calendar {
    display: grid;
    gap: 0.375em;
    max-inline-size: 28em;
    min-inline-size: 0;
  }
  .calendar-head {
    display: flex;
    gap: 0.25em;
    align-items: center;
  }
  .calendar-month {
    flex: 1;
    font-weight: 650;
    text-align: center;
  }
  .calendar-turn {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.75em;
    padding: 0;
  }
  .calendar-turn svg {
    inline-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .calendar-turn.previous:dir(ltr) svg,
  .calendar-turn.next:dir(rtl) svg {
    rotate: 180deg;
  }
  .calendar-turn[aria-disabled='true'] {
    border-style: dashed;
    opacity: 0.65;
    cursor: default;
  }
  .calendar table {
    inline-size: 100%;
    /* In quirks mode a table has text of its own. */
    font: inherit;
    border-spacing: 1px;
    table-layout: fixed;
    font-variant-numeric: tabular-nums;
  }
  .calendar th {
    padding: 0;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .calendar th,
  .calendar td {
    text-align: center;
    overflow-wrap: normal;
  }
  .calendar td {
    position: relative;
    block-size: 2.75em;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
  }
  .calendar td[tabindex] {
    border-color: var(--_border);
    font-weight: 600;
    cursor: pointer;
  }
  .calendar td[tabindex]:not(.unavailable):hover {
    border-color: var(--_text);
  }
  /* Not by colour alone: no border, thin, struck through; and in words on the line beneath. */
  .calendar td.unavailable {
    border-color: transparent;
    color: var(--_muted);
    font-weight: 400;
    cursor: default;
  }
  .calendar table:not([aria-busy]) td.unavailable {
    text-decoration: line-through;
  }
  .calendar td.today::after {
    content: '';
    position: absolute;
    inset-inline: 30%;
    inset-block-end: 0.25em;
    border-block-end: 3px solid currentColor;
  }
  .calendar td.selected {
    border-color: var(--_accent);
    background-color: var(--_accent);
    color: var(--_on-accent);
  }
  /* Within the cell: at 320 pixels there is nothing beside the grid to draw on. */
  .calendar td:focus-visible {
    outline-offset: -3px;
  }
  .calendar td.selected:focus-visible {
    outline-color: var(--_on-accent);
    outline-offset: -5px;
  }
  .calendar-line {
    min-block-size: 3em;
    padding-inline: 0.25em;
    color: var(--_muted);
    font-size: 0.9375em;
    line-height: 1.6;
  }
  @media (forced-colors: active) {
    .calendar td:not([tabindex]),
    .calendar td.unavailable {
      border-color: Canvas;
    }
    .calendar td.unavailable {
      color: GrayText;
    }
    .calendar td.selected,
    .calendar td.selected:focus-visible {
      forced-color-adjust: none;
      border-color: Highlight;
      background-color: Highlight;
      color: HighlightText;
      outline-color: HighlightText;
    }
  }
`;

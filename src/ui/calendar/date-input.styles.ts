import { css } from 'lit';

/** The field for a date and the dialog that the calendar opens in, within a shadow tree that has `baseStyles` and `fieldStyles`. */
export const dateInputStyles = css`
  .date-row,
  .date-choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .date-row > .control {
    flex: 1 1 9em;
    inline-size: auto;
    min-inline-size: 0;
  }
  .calendar-dialog {
    inline-size: 24em;
    max-inline-size: 100vw;
    max-block-size: calc(100vh - 0.5em);
    margin: auto;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: inherit;
  }
  /* A press beside the calendar is on the dialog itself, so the dialog has no room of its own. */
  .calendar-dialog > div {
    display: grid;
    gap: 0.5em;
    padding-block: 0.5em;
    /* Seven days of 44 pixels and what parts them are 316: all of a narrow screen is theirs. */
    padding-inline: clamp(1px, (100vw - 20em) / 2, 0.75em);
  }
  .calendar-dialog::backdrop {
    background-color: rgb(0 0 0 / 0.5);
  }
`;

import { html, type TemplateResult } from 'lit';
import type { DateFormatter } from '../../localization/dates.js';
import type { Localization } from '../../localization/localization.js';
import { DAY, MINUTE, weekdayOf } from '../../schedule/day.js';
import { openOn, type OpeningHours } from '../../schedule/opening-hours.js';

/** The hours of the next seven days in the company's zone, holidays among them, day by day. */
export const hoursTemplate = (
  opening: OpeningHours,
  words: Localization<'callback-button'>,
  dates: DateFormatter,
  now: number,
): TemplateResult => {
  const { timeZone } = opening;
  const today = timeZone.dayAt(now);
  const time = (day: number, minutes: number): string =>
    dates.time(new Date(timeZone.instantOf(day * DAY + minutes * MINUTE)), timeZone.name);
  const rows = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = today + offset;
    const spans = openOn(opening, day);
    const text = spans
      .map(({ from, to }) => (to - from === 1440 ? '24 h' : `${time(day, from)}\u2013${time(day, to)}`))
      .join(', ');
    return html`<tr>
      <th scope="row">${dates.weekdayName(weekdayOf(day) + 1, 'long')}</th>
      <td>${text || words.text('closedDay')}</td>
    </tr>`;
  });
  return html`<details part="hours">
    <summary>${words.text('openingHours')}</summary>
    <table>
      ${rows}
    </table>
  </details>`;
};

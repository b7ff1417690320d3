import { html } from 'hono/html';
import { distributionChart, timeChart, type Chart } from '../../surveys/chart.js';
import { scaleKey, type Measure, type Scale } from '../../surveys/scale.js';
import type { ScaleSummary } from '../../surveys/summary.js';
import { axisText, intervalText, measureLabel, measureValue, percent, scaleTitle } from '../survey-words.js';
import type { InboxWords } from '../words/words.js';
import type { Html } from './layout.js';

/** What the answers on one scale say: in numbers, as charts, and as tables. */
export const scalePanel = (words: InboxWords, summary: ScaleSummary, per: 'week' | 'month'): Html => {
  const { statistics: text } = words.text.surveys;
  const { scale, measures, count, periods } = summary;
  const id = `scale-${scaleKey(scale).replace(/[^\w-]/g, '-')}`;
  const [main] = measures;
  const followed = main ? measureLabel(words, main, scale) : '';
  return html`<section class="panel" aria-labelledby="${id}">
    <h2 id="${id}">${scaleTitle(words, scale)}</h2>
    <dl class="numbers">${measures.map((measure) => measureItem(words, measure, scale))}</dl>
    <div class="charts">
      <figure>
        <figcaption>${text.distribution}</figcaption>
        ${chart(
          distributionChart(summary, {
            name: words.fill(text.distributionChart, { count: words.number(count) }),
            answers: text.answers,
            count: (value) => words.number(value),
          }),
        )}
        <details>
          <summary>${text.asTable}</summary>
          ${distributionTable(words, summary)}
        </details>
      </figure>
      <figure>
        <figcaption>${words.fill(text[per].title, { measure: followed })}</figcaption>
        ${
          main && periods.length > 1
            ? chart(
                timeChart(
                  periods.map(({ start, measure: { estimate } }) => ({ start, estimate })),
                  rangeOf(main, scale),
                  {
                    name: words.fill(text[per].chart, { measure: followed }),
                    value: (value) => axisText(words, value, main.unit),
                    day: (day) => words.dates.dayOfMonth(day),
                  },
                ),
              )
            : html`<p class="hint">${text[per].only}</p>`
        }
        <details>
          <summary>${text.asTable}</summary>
          ${timeTable(words, summary, per)}
        </details>
      </figure>
    </div>
  </section>`;
};

const measureItem = (words: InboxWords, measure: Measure, scale: Scale): Html => {
  const { confidence, noInterval } = words.text.surveys.statistics;
  const interval = intervalText(words, measure.estimate, measure.unit);
  return html`<div>
    <dt>${measureLabel(words, measure, scale)}</dt>
    <dd class="figure">${measureValue(words, measure, scale)}</dd>
    <dd class="hint">${interval ? words.fill(confidence, { interval }) : noInterval}</dd>
  </div>`;
};

const chart = ({ wide, narrow }: Chart): Html =>
  html`<div class="chart-wide">${wide}</div>
    <div class="chart-narrow">${narrow}</div>`;

const rangeOf = ({ unit }: Measure, { min, max }: Scale): readonly [number, number] => {
  if (unit === 'share') return [0, 1];
  return unit === 'points' ? [-100, 100] : [min, max];
};

const distributionTable = (words: InboxWords, { distribution, count, scale }: ScaleSummary): Html => {
  const { statistics: text } = words.text.surveys;
  return html`<table class="plain data">
    <caption class="visually-hidden">
      ${words.fill(text.distributionTable, { scale: scaleTitle(words, scale) })}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.score}</th>
        <th scope="col">${text.answers}</th>
        <th scope="col">${text.share}</th>
      </tr>
    </thead>
    <tbody>
      ${distribution.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.score}</th>
            <td>${words.number(row.count)}</td>
            <td>${percent(words, row.count, count)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

const timeTable = (words: InboxWords, { periods, scale }: ScaleSummary, per: 'week' | 'month'): Html => {
  const { statistics: text } = words.text.surveys;
  return html`<table class="plain data">
    <caption class="visually-hidden">
      ${words.fill(text[per].table, { scale: scaleTitle(words, scale) })}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text[per].column}</th>
        <th scope="col">${text.answers}</th>
        <th scope="col">${text.value} <span class="hint">${text.confidenceColumn}</span></th>
      </tr>
    </thead>
    <tbody>
      ${periods.map(
        ({ start, count, measure }) =>
          html`<tr>
            <th scope="row">${per === 'week' ? words.dates.calendarDay(start) : words.dates.month(start)}</th>
            <td>${words.number(count)}</td>
            <td>
              ${measureValue(words, measure, scale)}
              <span class="hint">${intervalText(words, measure.estimate, measure.unit) || '–'}</span>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

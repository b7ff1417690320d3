import { html } from 'hono/html';
import { formatDay } from '../../../../src/schedule/day.js';
import { distributionChart, timeChart, type Chart } from '../../surveys/chart.js';
import { scaleKey, type Measure, type Scale } from '../../surveys/scale.js';
import type { PeriodSummary, ScaleSummary } from '../../surveys/summary.js';
import { intervalText, measureLabel, measureValue, percent, scaleTitle } from '../survey-words.js';
import type { Html } from './layout.js';

/** What the answers on one scale say: in numbers, as charts, and as tables. */
export const scalePanel = (summary: ScaleSummary, per: 'week' | 'month'): Html => {
  const { scale, measures, count, periods } = summary;
  const id = `scale-${scaleKey(scale).replace(/[^\w-]/g, '-')}`;
  const [main] = measures;
  const followed = main && measureLabel(main, scale);
  const names = {
    distribution: `Column chart: how many of ${count} gave each score`,
    time: `Line chart: ${followed ?? ''} by ${per}, with 95% confidence intervals`,
  };
  return html`<section class="panel" aria-labelledby="${id}">
    <h2 id="${id}">${scaleTitle(scale)}</h2>
    <dl class="numbers">${measures.map((measure) => measureItem(measure, scale))}</dl>
    <div class="charts">
      <figure>
        <figcaption>How many gave each score</figcaption>
        ${chart(distributionChart(summary, names.distribution))}
        <details>
          <summary>As a table</summary>
          ${distributionTable(summary)}
        </details>
      </figure>
      <figure>
        <figcaption>${followed ?? ''} by ${per}</figcaption>
        ${
          main && periods.length > 1
            ? chart(
                timeChart(
                  pointsOf(periods, main),
                  rangeOf(main, scale),
                  main.unit === 'share' ? '%' : '',
                  names.time,
                ),
              )
            : html`<p class="hint">There are answers of one ${per} only.</p>`
        }
        <details>
          <summary>As a table</summary>
          ${timeTable(summary, per)}
        </details>
      </figure>
    </div>
  </section>`;
};

const measureItem = (measure: Measure, scale: Scale): Html => {
  const interval = intervalText(measure.estimate, measure.unit);
  return html`<div>
    <dt>${measureLabel(measure, scale)}</dt>
    <dd class="figure">${measureValue(measure, scale)}</dd>
    <dd class="hint">
      ${interval ? html`95% confidence: ${interval}` : 'Too few different answers for a confidence interval'}
    </dd>
  </div>`;
};

const chart = ({ wide, narrow }: Chart): Html =>
  html`<div class="chart-wide">${wide}</div>
    <div class="chart-narrow">${narrow}</div>`;

const pointsOf = (periods: readonly PeriodSummary[], { unit }: Measure) =>
  periods.map(({ start, measure: { estimate } }) => {
    const scaled = (value: number) => (unit === 'share' ? value * 100 : value);
    const { value, interval } = estimate;
    return {
      start,
      estimate: {
        value: scaled(value),
        ...(interval && { interval: [scaled(interval[0]), scaled(interval[1])] as const }),
      },
    };
  });

const rangeOf = ({ unit }: Measure, { min, max }: Scale): readonly [number, number] => {
  if (unit === 'share') return [0, 100];
  return unit === 'points' ? [-100, 100] : [min, max];
};

const distributionTable = ({ distribution, count, scale }: ScaleSummary): Html =>
  html`<table class="plain data">
    <caption class="visually-hidden">
      ${scaleTitle(scale)}: how many gave each score
    </caption>
    <thead>
      <tr>
        <th scope="col">Score</th>
        <th scope="col">Answers</th>
        <th scope="col">Share</th>
      </tr>
    </thead>
    <tbody>
      ${distribution.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.score}</th>
            <td>${row.count}</td>
            <td>${percent(row.count, count)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const timeTable = ({ periods, scale }: ScaleSummary, per: 'week' | 'month'): Html =>
  html`<table class="plain data">
    <caption class="visually-hidden">
      ${scaleTitle(scale)}: by ${per}
    </caption>
    <thead>
      <tr>
        <th scope="col">${per === 'week' ? 'Week from' : 'Month'}</th>
        <th scope="col">Answers</th>
        <th scope="col">Value</th>
        <th scope="col">95% confidence</th>
      </tr>
    </thead>
    <tbody>
      ${periods.map(
        ({ start, count, measure }) =>
          html`<tr>
            <th scope="row">${per === 'week' ? formatDay(start) : formatDay(start).slice(0, 7)}</th>
            <td>${count}</td>
            <td>${measureValue(measure, scale)}</td>
            <td>${intervalText(measure.estimate, measure.unit) || '–'}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

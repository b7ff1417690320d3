import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { raw } from 'hono/html';
import { DAY, type DayNumber } from '../../../src/schedule/day.js';
import type { Estimate } from './statistics.js';
import type { ScaleSummary } from './summary.js';

type Html = ReturnType<typeof raw>;

/**
 * Charts are drawn twice, since text in a picture that is made smaller can't be read: one for wide columns and one for
 * phones. The style sheet shows one of them.
 */
const WIDTHS = { wide: 560, narrow: 280 } as const;

export interface Chart {
  readonly wide: Html;
  readonly narrow: Html;
}

/** What a chart says. */
interface ChartWords {
  /** What it shows, for who does not see it. */
  readonly name: string;
}

export interface DistributionWords extends ChartWords {
  /** Over the numbers at the side. */
  readonly answers: string;
  /** Of so many answers. */
  readonly count: (value: number) => string;
}

/** How many gave each score. */
export const distributionChart = (
  { distribution }: ScaleSummary,
  { name, answers, count: countText }: DistributionWords,
): Chart =>
  drawn(name, (width) => ({
    width,
    height: 200,
    marginLeft: 34,
    marginBottom: 28,
    x: { type: 'band', label: null, tickSize: 0, padding: 0.2 },
    y: {
      label: answers,
      grid: true,
      nice: true,
      ticks: wholeTicks(distribution.map(({ count }) => count)),
      tickFormat: countText,
    },
    marks: [
      Plot.barY(distribution, { x: 'score', y: 'count', className: 'chart-bar' }),
      Plot.ruleY([0], { className: 'chart-axis' }),
    ],
  }));

export interface ChartPoint {
  readonly start: DayNumber;
  readonly estimate: Estimate;
}

export interface TimeWords extends ChartWords {
  /** A value at the side. */
  readonly value: (value: number) => string;
  /** The first day of a period, without the year. */
  readonly day: (day: DayNumber) => string;
}

/**
 * One measure over time, with its confidence intervals.
 * @param range the lowest and the highest value that there can be
 */
export const timeChart = (
  points: readonly ChartPoint[],
  range: readonly [number, number],
  { name, value: valueText, day: dayText }: TimeWords,
): Chart => {
  const dayTick = (date: Date) => `${dayText(date.getTime() / DAY)}\n${date.getUTCFullYear()}`;
  const data = points.map(({ start, estimate }) => ({
    date: new Date(start * DAY),
    value: estimate.value,
    low: estimate.interval?.[0] ?? estimate.value,
    high: estimate.interval?.[1] ?? estimate.value,
  }));
  return drawn(name, (width) => ({
    width,
    height: 220,
    marginLeft: 44,
    marginRight: 24,
    marginBottom: 34,
    x: { type: 'utc', label: null, tickFormat: dayTick, ticks: timeTicks(points, width) },
    y: {
      domain: [...range],
      label: null,
      grid: true,
      ticks: 5,
      tickFormat: valueText,
    },
    marks: [
      Plot.ruleX(data, { x: 'date', y1: 'low', y2: 'high', className: 'chart-interval' }),
      Plot.lineY(data, { x: 'date', y: 'value', className: 'chart-line' }),
      Plot.dot(data, { x: 'date', y: 'value', r: 3.5, className: 'chart-dot' }),
    ],
  }));
};

const drawn = (name: string, optionsFor: (width: number) => Plot.PlotOptions): Chart => {
  const draw = (width: number) => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const svg = Plot.plot({
      ...optionsFor(width),
      document,
      style: { fontSize: '12px' },
    }) as unknown as SVGElement;
    // The pages allow no style but their own: what these say is in `style.css`.
    for (const style of svg.querySelectorAll('style')) style.remove();
    for (const element of [svg, ...svg.querySelectorAll('[style]')]) element.removeAttribute('style');
    // One picture with a name. What is in it is in the table beside it.
    for (const part of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
      part.removeAttribute('aria-label');
      part.removeAttribute('aria-hidden');
    }
    svg.setAttribute('class', 'chart');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', name);
    svg.setAttribute('font-size', '12');
    return raw(svg.outerHTML);
  };
  return { wide: draw(WIDTHS.wide), narrow: draw(WIDTHS.narrow) };
};

/** Nobody is half an answer. */
const wholeTicks = (counts: readonly number[]): number => Math.max(1, Math.min(5, Math.max(...counts)));

/** The first days of periods, as many as there is room for. */
const timeTicks = (points: readonly ChartPoint[], width: number): Date[] => {
  const every = Math.ceil(points.length / Math.floor(width / 80));
  return points.filter((_, index) => index % every === 0).map(({ start }) => new Date(start * DAY));
};

import { locales } from '../../../src/localization/locale.js';
import type { MessageValues } from '../../../src/localization/localization.js';
import type { ListProblem } from '../surveys/invitation-list.js';
import { satisfiedFrom, type Measure, type Scale } from '../surveys/scale.js';
import type { Estimate } from '../surveys/statistics.js';
import { metricLabel } from './labels.js';
import type { SetupProblem } from './survey-setup-form.js';
import type { InboxWords } from './words/words.js';

/** `Satisfaction (CSAT), 1 to 5`. */
export const scaleTitle = (words: InboxWords, { metric, min, max }: Scale): string =>
  words.fill(words.text.surveys.statistics.scale, { metric: metricLabel(words, metric), min, max });

export const measureLabel = (words: InboxWords, { name }: Measure, scale: Scale): string => {
  const { measures } = words.text.surveys.statistics;
  if (name !== 'satisfied') return measures[name];
  const low = satisfiedFrom(scale);
  return low === scale.max
    ? words.fill(measures.satisfied, { score: low })
    : words.fill(measures.satisfiedTwo, { low, high: scale.max });
};

/** `82%`, `+37`, `4.20 of 5`. */
export const measureValue = (words: InboxWords, { estimate, unit }: Measure, { max }: Scale): string => {
  const value = figure(words, estimate.value, unit);
  return unit === 'score' ? words.fill(words.text.labels.score, { value, max }) : value;
};

/** `71% to 89%`, or nothing where it can't be said. */
export const intervalText = (words: InboxWords, { interval }: Estimate, unit: Measure['unit']): string => {
  if (!interval) return '';
  const [low, high] = interval.map((value) => figure(words, value, unit)) as [string, string];
  return words.fill(words.text.surveys.statistics.interval, { low, high });
};

const figure = (words: InboxWords, value: number, unit: Measure['unit']): string => {
  switch (unit) {
    case 'share':
      return words.percent(value);
    case 'score':
      return words.fixed(value, 2);
    case 'points':
      return points(words, value);
  }
};

/** With its sign. */
const points = (words: InboxWords, value: number): string => {
  const rounded = Math.round(value) || 0; // No minus before nothing.
  return `${rounded > 0 ? '+' : ''}${whole(words, rounded)}`;
};

/** With a typographic minus, as long as the plus. */
const whole = (words: InboxWords, value: number): string => words.number(value).replace('-', '−');

/** A value beside a chart. */
export const axisText = (words: InboxWords, value: number, unit: Measure['unit']): string =>
  unit === 'share' ? words.percent(value) : whole(words, value);

/** A part of a whole in percent, or a dash where there is nothing to be part of. */
export const percent = (words: InboxWords, part: number, whole: number): string =>
  whole ? words.percent(part / whole) : '–';

/** What is wrong with a list of people, or with a line of it. */
export const listProblemText = (words: InboxWords, { code, values }: ListProblem): string => {
  const { problems, columns } = words.text.surveys.invitations;
  return words.fill(problems[code], { ...columns, languages: LANGUAGES, ...inWords(words, values) });
};

/** The languages that somebody can be invited in. */
export const LANGUAGES = locales.join(', ');

/** What is wrong with a survey's settings. */
export const setupProblemText = (words: InboxWords, { field, code, values }: SetupProblem): string => {
  const { problems, ...settings } = words.text.surveys.settings;
  return words.fill(problems[code], { label: settings[field], ...inWords(words, values) });
};

const inWords = (words: InboxWords, values: Readonly<Record<string, number>> = {}): MessageValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words.number(value)]));

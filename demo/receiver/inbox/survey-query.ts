import { formatDay, parseDay } from '../../../src/schedule/day.js';
import type { SummaryFilter } from '../surveys/summary.js';

/** What the address of a survey's page says. */
export interface SurveyQuery extends SummaryFilter {
  /** Of the list of answers: only this score, only those with these words in the comment. */
  readonly score?: number;
  readonly search?: string;
  readonly order: 'lowest' | 'latest';
  /** From 1. */
  readonly page: number;
}

/** Reads the query string. What makes no sense is left out, so that an old bookmark still shows something. */
export const parseSurveyQuery = (parameters: URLSearchParams): SurveyQuery => {
  const [from, to] = [parseDay(parameters.get('from') ?? ''), parseDay(parameters.get('to') ?? '')];
  const score = parameters.get('score') ?? '';
  const search = parameters.get('q')?.trim().slice(0, 200);
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(parameters.get('who') === 'invited' && { invitedOnly: true }),
    per: parameters.get('per') === 'month' ? 'month' : 'week',
    ...(/^-?\d{1,4}$/.test(score) && { score: Number(score) }),
    ...(search && { search }),
    order: parameters.get('order') === 'latest' ? 'latest' : 'lowest',
    page: Math.max(1, Math.min(100_000, Number.parseInt(parameters.get('page') ?? '1', 10) || 1)),
  };
};

/** The address of a survey's page, or of something below it. */
export const surveyPath = (survey: string, below = ''): string =>
  `/inbox/surveys/${encodeURIComponent(survey)}${below}`;

/** The address that shows this. */
export const surveyUrl = (
  survey: string,
  { from, to, invitedOnly, per, score, search, order, page }: SurveyQuery,
): string => {
  const parameters = new URLSearchParams({
    ...(from !== undefined && { from: formatDay(from) }),
    ...(to !== undefined && { to: formatDay(to) }),
    ...(invitedOnly && { who: 'invited' }),
    ...(per === 'month' && { per }),
    ...(score !== undefined && { score: `${score}` }),
    ...(search && { q: search }),
    ...(order === 'latest' && { order }),
    ...(page > 1 && { page: `${page}` }),
  }).toString();
  return surveyPath(survey) + (parameters && `?${parameters}`);
};

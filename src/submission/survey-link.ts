import { parseUrl } from './url.js';

/** What the link of an invitation says: which survey, what was pressed, and who was asked. */
export interface SurveyParameters {
  readonly survey: string;
  /** As it was written; whether the survey has such a score is for the survey to say. */
  readonly score: string;
  readonly respondent: string;
}

export interface SurveyLink {
  /** Address of the page with the survey: an http(s) URL. Its own parameters and its fragment stay. */
  readonly page: string;
  /** The survey's name, as in the attribute `survey`. */
  readonly survey: string;
  /** The answer that this link stands for, a whole number. Default: none; the page asks. */
  readonly score?: number;
  /** Who was asked: a token, never a name or an address, since links are kept in logs. */
  readonly respondent?: string;
}

const PARAMETER = /^harreman-(survey|score|respondent)$/;

/**
 * The link that an invitation has for an answer. The page takes what it says out of its address at once.
 * @throws TypeError where `page` is no http(s) URL, `survey` is empty, or `score` is no whole number.
 */
export const surveyLink = ({ page, survey, score, respondent }: SurveyLink): string => {
  const url = parseUrl(page);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new TypeError(`page "${page}" is not an http(s) address`);
  if (!survey) throw new TypeError('survey is empty');
  if (score !== undefined && !Number.isInteger(score))
    throw new TypeError(`score "${score}" is not a whole number`);
  const added = [
    ['survey', survey],
    ['score', score === undefined ? '' : `${score}`],
    ['respondent', respondent ?? ''],
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => `harreman-${name}=${encodeURIComponent(value!)}`);
  url.search = [...splitSearch(url.search).kept, ...added].join('&');
  return url.href;
};

/**
 * Takes a survey's parameters out of the search of an address. What is left stands as it was written.
 * @param search with its `?`, or empty
 */
export const takeSurveyParameters = (
  search: string,
): { readonly search: string; readonly parameters?: SurveyParameters } => {
  const { kept, parameters } = splitSearch(search);
  if (!parameters) return { search };
  return { search: kept.length ? `?${kept.join('&')}` : '', parameters };
};

const splitSearch = (search: string): { kept: string[]; parameters?: SurveyParameters } => {
  const found = { survey: '', score: '', respondent: '' };
  const pairs = search.replace(/^\?/, '').split('&').filter(Boolean);
  const kept = pairs.filter((pair) => {
    // By the rules of forms, which mail programs and link shorteners may have re-written it by.
    for (const [key, value] of new URLSearchParams(pair)) {
      const name = PARAMETER.exec(key)?.[1];
      if (name) found[name as keyof SurveyParameters] = value;
      return !name;
    }
    return true;
  });
  return kept.length < pairs.length ? { kept, parameters: found } : { kept };
};

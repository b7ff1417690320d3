import { locales } from '../../../src/localization/locale.js';
import { parseUrl } from '../../../src/submission/url.js';
import { isSurveyId, PRESETS, SETUP_NUMBERS, type SurveySetup } from '../surveys/setup.js';

/** A survey's settings as they were typed, by the names of their controls. */
export type SetupValues = Readonly<Partial<Record<keyof SurveySetup, string>>>;

/** What is wrong with a control. The catalogues of the inbox have the words for it. */
export interface SetupProblem {
  readonly field: keyof SurveySetup;
  readonly code: 'id' | 'taken' | 'pageUrl' | 'privacyUrl' | 'preset' | 'locale' | 'tooLong' | 'number';
  /** What its words tell of: the least and the most that may be. */
  readonly values?: Readonly<Record<string, number>>;
}

const MAX_WORDS = 500;

/** @param id of a survey that is there already; else the form names it */
export const readSetupForm = (
  form: URLSearchParams,
  id?: string,
): {
  readonly values: SetupValues;
  readonly problems: readonly SetupProblem[];
  readonly setup?: SurveySetup;
} => {
  const value = (name: keyof SurveySetup) => (form.get(name) ?? '').trim();
  const problems: SetupProblem[] = [];
  const number = (field: keyof typeof SETUP_NUMBERS): number => {
    const { preset, min, max } = SETUP_NUMBERS[field];
    const text = value(field);
    if (!text) return preset;
    if (/^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
    problems.push({ field, code: 'number', values: { min, max } });
    return preset;
  };
  const values: SetupValues = {
    ...{ id: id ?? value('id'), pageUrl: value('pageUrl'), preset: value('preset'), locale: value('locale') },
    ...{ question: value('question'), intro: value('intro'), privacyUrl: value('privacyUrl') },
    ...{ delayHours: value('delayHours'), validDays: value('validDays'), quietDays: value('quietDays') },
  };
  if (!isSurveyId(values.id ?? '')) problems.push({ field: 'id', code: 'id' });
  if (!isWebAddress(values.pageUrl ?? '')) problems.push({ field: 'pageUrl', code: 'pageUrl' });
  if (values.privacyUrl && !isWebAddress(values.privacyUrl))
    problems.push({ field: 'privacyUrl', code: 'privacyUrl' });
  const preset = PRESETS.find((one) => one === values.preset);
  if (!preset) problems.push({ field: 'preset', code: 'preset' });
  const locale = locales.find((one) => one === values.locale);
  if (!locale) problems.push({ field: 'locale', code: 'locale' });
  for (const field of ['question', 'intro'] as const)
    if ((values[field] ?? '').length > MAX_WORDS)
      problems.push({ field, code: 'tooLong', values: { max: MAX_WORDS } });
  const numbers = {
    delayHours: number('delayHours'),
    validDays: number('validDays'),
    quietDays: number('quietDays'),
  };
  if (problems.length || !preset || !locale) return { values, problems };
  const { id: name = '', pageUrl = '', question = '', intro = '', privacyUrl = '' } = values;
  const setup = { id: name, pageUrl, preset, locale, question, intro, privacyUrl, ...numbers };
  return { values, problems, setup };
};

const isWebAddress = (text: string): boolean => /^https?:$/.test(parseUrl(text)?.protocol ?? '');

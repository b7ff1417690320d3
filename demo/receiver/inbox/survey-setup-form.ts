import { locales } from '../../../src/localization/locale.js';
import { parseUrl } from '../../../src/submission/url.js';
import { isSurveyId, PRESETS, SETUP_NUMBERS, type SurveySetup } from '../surveys/setup.js';

/** A survey's settings as they were typed, by the names of their controls. */
export type SetupValues = Readonly<Partial<Record<keyof SurveySetup, string>>>;

export interface FormProblem {
  readonly field: string;
  readonly text: string;
}

const MAX_WORDS = 500;

/** @param id of a survey that is there already; else the form names it */
export const readSetupForm = (
  form: URLSearchParams,
  id?: string,
): {
  readonly values: SetupValues;
  readonly problems: readonly FormProblem[];
  readonly setup?: SurveySetup;
} => {
  const value = (name: keyof SurveySetup) => (form.get(name) ?? '').trim();
  const problems: FormProblem[] = [];
  const complain = (field: keyof SurveySetup, text: string) => void problems.push({ field, text });
  const number = (name: keyof typeof SETUP_NUMBERS, what: string): number => {
    const { preset, min, max } = SETUP_NUMBERS[name];
    const text = value(name);
    if (!text) return preset;
    if (/^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
    complain(name, `${what}: write a whole number from ${min} to ${max}.`);
    return preset;
  };
  const values: SetupValues = {
    ...{ id: id ?? value('id'), pageUrl: value('pageUrl'), preset: value('preset'), locale: value('locale') },
    ...{ question: value('question'), intro: value('intro'), privacyUrl: value('privacyUrl') },
    ...{ delayHours: value('delayHours'), validDays: value('validDays'), quietDays: value('quietDays') },
  };
  if (!isSurveyId(values.id ?? ''))
    complain('id', 'Survey: write its name as in the widget: letters, digits, spaces, dots, hyphens.');
  if (!isWebAddress(values.pageUrl ?? ''))
    complain(
      'pageUrl',
      'Page: write the address of the page with the survey, like https://example.com/survey.',
    );
  if (values.privacyUrl && !isWebAddress(values.privacyUrl))
    complain(
      'privacyUrl',
      'Privacy policy: write its address, like https://example.com/privacy, or nothing.',
    );
  const preset = PRESETS.find((one) => one === values.preset);
  if (!preset) complain('preset', 'What is asked: choose one of the list.');
  const locale = locales.find((one) => one === values.locale);
  if (!locale) complain('locale', 'Language: choose one of the list.');
  for (const name of ['question', 'intro'] as const)
    if ((values[name] ?? '').length > MAX_WORDS) complain(name, `Use at most ${MAX_WORDS} characters.`);
  const numbers = {
    delayHours: number('delayHours', 'Hours until it is sent'),
    validDays: number('validDays', 'Days until its link expires'),
    quietDays: number('quietDays', 'Days of quiet'),
  };
  if (problems.length || !preset || !locale) return { values, problems };
  const { id: name = '', pageUrl = '', question = '', intro = '', privacyUrl = '' } = values;
  const setup = { id: name, pageUrl, preset, locale, question, intro, privacyUrl, ...numbers };
  return { values, problems, setup };
};

const isWebAddress = (text: string): boolean => /^https?:$/.test(parseUrl(text)?.protocol ?? '');

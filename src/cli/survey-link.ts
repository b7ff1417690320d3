#!/usr/bin/env node
import { matchLocale } from '../localization/locale.js';
import { surveyEmail } from '../submission/survey-email.js';
import { surveyLink } from '../submission/survey-link.js';
import { scales, scoresOf, type SurveyLook, type SurveyPreset } from '../submission/survey-scales.js';

// What is used of Node, whose types would be the browser modules' too.
declare const process: {
  readonly argv: readonly string[];
  readonly stdout: { write(text: string): void };
  readonly stderr: { write(text: string): void };
  exitCode: number;
};

const HELP = `Writes the links of an invitation to a survey, or the whole e-mail.

  harreman-survey-link --page URL --survey NAME [--score N] [--respondent TOKEN]
      one link; without --score the one that only leads to the survey
  harreman-survey-link --page URL --survey NAME --ask csat|nps|ces|expectation|recommend [--respondent TOKEN]
      a link for each answer, a line each: the score, a tab, the link
  … --email html|text|snippet|subject [--look faces|stars|numbers|words] [--locale eu|ka|lv|en|es|fr|de]
      [--company NAME] [--question TEXT] [--intro TEXT] [--unsubscribe URL] [--privacy URL]
      the e-mail, or a part of it
`;

const NAMES =
  /^--(page|survey|score|respondent|ask|email|look|locale|company|question|intro|unsubscribe|privacy)$/;

const readOptions = (words: readonly string[]): Readonly<Record<string, string | undefined>> => {
  const options: Record<string, string> = {};
  for (let index = 0; index < words.length; index += 2) {
    const name = NAMES.exec(words[index]!)?.[1];
    const value = words[index + 1];
    if (!name) throw new TypeError(`there is no option ${words[index]}`);
    if (value === undefined) throw new TypeError(`--${name} has no value`);
    options[name] = value;
  }
  return options;
};

const run = (words: readonly string[]): string => {
  if (!words.length || words.includes('--help')) return HELP;
  const { page = '', survey = '', respondent, score, ask, email, look, locale, ...texts } = readOptions(words);
  const link = { page, survey, ...(respondent !== undefined && { respondent }) };
  if (ask !== undefined && !Object.hasOwn(scales, ask)) throw new TypeError(`--ask "${ask}" is none of ${Object.keys(scales).join(', ')}`);
  const preset = ask as SurveyPreset | undefined;
  if (email !== undefined) {
    if (!/^(html|text|snippet|subject)$/.test(email)) throw new TypeError(`--email "${email}" is none of html, text, snippet, subject`);
    const language = matchLocale([locale ?? 'en']);
    if (!language) throw new TypeError(`--locale "${locale}" is no language of the kit`);
    const given = { ...texts, ...(preset && { ask: preset }), ...(look !== undefined && { look: look as SurveyLook }) };
    return surveyEmail({ ...link, ...given, locale: language })[email as 'html'];
  }
  if (preset) return scoresOf(scales[preset]).map((each) => `${each}\t${surveyLink({ ...link, score: each })}\n`).join('');
  return `${surveyLink({ ...link, ...(score !== undefined && { score: Number(score || NaN) }) })}\n`;
}; // prettier-ignore

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`harreman-survey-link: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

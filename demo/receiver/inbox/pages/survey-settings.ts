import { html } from 'hono/html';
import { locales } from '../../../../src/localization/locale.js';
import { PRESETS, SETUP_NUMBERS } from '../../surveys/setup.js';
import type { Session } from '../sessions.js';
import type { SetupProblem, SetupValues } from '../survey-setup-form.js';
import { surveyPath } from '../survey-query.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';
import { problemList, surveyFrame } from './survey-frame.js';
import type { InboxWords } from '../words/words.js';

/** Settings that could not be taken, as they were typed. */
export interface SetupDraft {
  readonly values: SetupValues;
  readonly problems: readonly SetupProblem[];
}

export interface SurveySettingsOptions extends Frame {
  readonly survey: string;
  readonly values: SetupValues;
  readonly problems: readonly SetupProblem[];
}

export const surveySettingsPage = ({ survey, values, problems, ...frame }: SurveySettingsOptions): Html =>
  surveyFrame(
    frame,
    survey,
    'settings',
    html`<section class="panel" aria-labelledby="setup">
      <h2 id="setup">${frame.words.text.surveys.settings.heading}</h2>
      ${problemList(frame.words, problems)}
      ${setupForm(frame.words, surveyPath(survey, '/settings'), frame.session, values, false)}
    </section>`,
    problems.length > 0,
  );

/** @param isNew whether it has to be named */
export const setupForm = (
  words: InboxWords,
  action: string,
  session: Session,
  values: SetupValues,
  isNew: boolean,
): Html => {
  const { settings: text } = words.text.surveys;
  const number = (name: keyof typeof SETUP_NUMBERS) => {
    const value = values[name] ?? `${SETUP_NUMBERS[name].preset}`;
    return textField(name, text[name], value, text[`${name}Hint`], 'numeric');
  };
  return html`<form class="stack" method="post" action="${action}">
    ${csrfField(session)} ${isNew && textField('id', text.id, values.id, text.idHint)}
    ${textField('pageUrl', text.pageUrl, values.pageUrl, text.pageUrlHint, 'url')}
    ${selectField(
      'preset',
      text.preset,
      PRESETS.map((preset) => [preset, text.presets[preset]]),
      values.preset ?? 'csat',
    )}
    ${selectField(
      'locale',
      text.locale,
      locales.map((locale) => [locale, words.language(locale)]),
      values.locale ?? 'en',
    )}
    ${textField('question', text.question, values.question, text.questionHint)}
    ${textField('intro', text.intro, values.intro, text.introHint)}
    ${textField('privacyUrl', text.privacyUrl, values.privacyUrl, text.privacyUrlHint, 'url')}
    ${number('delayHours')} ${number('validDays')} ${number('quietDays')}
    <p class="actions"><button class="primary">${text.save}</button></p>
  </form>`;
};

const textField = (
  name: string,
  label: string,
  value: string | undefined,
  hint: string,
  inputMode: 'text' | 'url' | 'numeric' = 'text',
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="text"
      inputmode="${inputMode}"
      value="${value ?? ''}"
      dir="auto"
      aria-describedby="${name}-hint"
      autocomplete="off"
    />
    <span class="hint" id="${name}-hint">${hint}</span>
  </div>`;

const selectField = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  selected: string,
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}" ${value === selected && html`selected`}>${text}</option>`)}
    </select>
  </div>`;

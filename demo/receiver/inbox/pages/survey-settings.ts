import { html } from 'hono/html';
import { locales } from '../../../../src/localization/locale.js';
import { PRESETS, SETUP_NUMBERS } from '../../surveys/setup.js';
import type { Session } from '../sessions.js';
import type { FormProblem, SetupValues } from '../survey-setup-form.js';
import { surveyPath } from '../survey-query.js';
import type { Frame, Html } from './layout.js';
import { csrfField } from './navigation.js';
import { problemList, surveyFrame } from './survey-frame.js';
import { ENGLISH } from '../words/words.js';

/** Settings that could not be taken, as they were typed. */
export interface SetupDraft {
  readonly values: SetupValues;
  readonly problems: readonly FormProblem[];
}

export interface SurveySettingsOptions extends Frame {
  readonly survey: string;
  readonly values: SetupValues;
  readonly problems: readonly FormProblem[];
}

export const surveySettingsPage = ({ survey, values, problems, ...frame }: SurveySettingsOptions): Html =>
  surveyFrame(
    frame,
    survey,
    'settings',
    html`<section class="panel" aria-labelledby="setup">
      <h2 id="setup">Invitations by e-mail</h2>
      ${problemList(problems)} ${setupForm(surveyPath(survey, '/settings'), frame.session, values, false)}
    </section>`,
    problems.length > 0,
  );

const ASKED: Readonly<Record<string, string>> = {
  csat: 'How satisfied they are (CSAT, 1 to 5)',
  nps: 'How likely they are to recommend you (NPS, 0 to 10)',
  ces: 'How easy it was (CES, 1 to 7)',
  expectation: 'How it was, compared with what they expected (1 to 5)',
  recommend: 'Whether they would recommend you (0 to 10, in plainer words)',
};

/** @param isNew whether it has to be named */
export const setupForm = (action: string, session: Session, values: SetupValues, isNew: boolean): Html =>
  html`<form class="stack" method="post" action="${action}">
    ${csrfField(session)}
    ${isNew && textField('id', 'Name of the survey', values.id, 'As in the widget: survey="after-visit".')}
    ${textField('pageUrl', 'Page with the survey', values.pageUrl, 'Its address, like https://example.com/survey.', 'url')}
    ${selectField(
      'preset',
      'What is asked in the e-mail',
      PRESETS.map((preset) => [preset, ASKED[preset]!]),
      values.preset ?? 'csat',
    )}
    ${selectField(
      'locale',
      'Language of who has none of their own',
      locales.map((locale) => [locale, ENGLISH.language(locale)]),
      values.locale ?? 'en',
    )}
    ${textField('question', 'Your own question', values.question, 'Optional, in that language. Others get the usual one in theirs.')}
    ${textField('intro', 'A sentence before it', values.intro, 'Optional, in that language: what it is about.')}
    ${textField('privacyUrl', 'Privacy policy', values.privacyUrl, 'Optional: its address.', 'url')}
    ${numberField('delayHours', 'Hours until it is sent', values.delayHours, 'From the call of another program, or from the list.')}
    ${numberField('validDays', 'Days until its link expires', values.validDays, 'Later answers are kept, and do not count.')}
    ${numberField('quietDays', 'Days of quiet', values.quietDays, 'How long nobody is asked again, by whatever survey.')}
    <p class="actions"><button class="primary">Save</button></p>
  </form>`;

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

const numberField = (
  name: keyof typeof SETUP_NUMBERS,
  label: string,
  value: string | undefined,
  hint: string,
): Html => textField(name, label, value ?? `${SETUP_NUMBERS[name].preset}`, hint, 'numeric');

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

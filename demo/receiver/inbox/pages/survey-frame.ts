import { html } from 'hono/html';
import { surveyPath } from '../survey-query.js';
import { page, type Frame, type Html } from './layout.js';

export type SurveyTab = 'answers' | 'invitations' | 'settings';

const TABS: readonly (readonly [tab: SurveyTab, below: string, label: string])[] = [
  ['answers', '', 'Answers'],
  ['invitations', '/invitations', 'Invitations'],
  ['settings', '/settings', 'Settings'],
];

/** A page of one survey. */
export const surveyFrame = (
  frame: Frame,
  survey: string,
  current: SurveyTab,
  content: Html,
  isError = false,
): Html =>
  page({
    // Without its name, which whoever answers may have made up.
    isWrong: isError,
    title: `${TABS.find(([tab]) => tab === current)![2]} – Survey`,
    frame,
    current: 'surveys',
    content: html`<p><a href="/inbox/surveys">All surveys</a></p>
      <h1><bdi>${survey}</bdi></h1>
      <nav class="tabs" aria-label="This survey">
        ${TABS.map(
          ([tab, below, label]) =>
            html`<a href="${surveyPath(survey, below)}" ${tab === current && html`aria-current="page"`}
              >${label}</a
            >`,
        )}
      </nav>
      ${content}`,
  });

/** What is wrong with a form, each with the control that it is about. */
export const problemList = (
  problems: readonly { readonly field: string; readonly text: string }[],
): Html | '' =>
  (problems.length > 0 &&
    html`<div class="notice" role="alert">
      <p class="error">This could not be taken:</p>
      <ul class="problems">
        ${problems.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
      </ul>
    </div>`) ||
  '';

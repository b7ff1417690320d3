import { html } from 'hono/html';
import { surveyPath } from '../survey-query.js';
import type { SetupProblem } from '../survey-setup-form.js';
import { setupProblemText } from '../survey-words.js';
import type { InboxWords } from '../words/words.js';
import { page, type Frame, type Html } from './layout.js';

export type SurveyTab = 'answers' | 'invitations' | 'settings';

const TABS: readonly (readonly [tab: SurveyTab, below: string])[] = [
  ['answers', ''],
  ['invitations', '/invitations'],
  ['settings', '/settings'],
];

/** A page of one survey. */
export const surveyFrame = (
  frame: Frame,
  survey: string,
  current: SurveyTab,
  content: Html,
  isError = false,
): Html => {
  const { words } = frame;
  const { surveys: text } = words.text;
  return page({
    isWrong: isError,
    // Without its name, which whoever answers may have made up.
    title: words.fill(text.title, { tab: text.tabs[current] }),
    frame,
    current: 'surveys',
    content: html`<p><a href="/inbox/surveys">${text.all}</a></p>
      <h1><bdi>${survey}</bdi></h1>
      <nav class="tabs" aria-label="${text.thisSurvey}">
        ${TABS.map(
          ([tab, below]) =>
            html`<a href="${surveyPath(survey, below)}" ${tab === current && html`aria-current="page"`}
              >${text.tabs[tab]}</a
            >`,
        )}
      </nav>
      ${content}`,
  });
};

/** What is wrong with a survey's settings, each with the control that it is about. */
export const problemList = (words: InboxWords, problems: readonly SetupProblem[]): Html | '' =>
  (problems.length > 0 &&
    html`<div class="notice" role="alert">
      <p class="error">${words.text.surveys.settings.notTaken}</p>
      <ul class="problems">
        ${problems.map(
          (problem) => html`<li><a href="#${problem.field}">${setupProblemText(words, problem)}</a></li>`,
        )}
      </ul>
    </div>`) ||
  '';

import { html } from 'hono/html';
import type { SurveyEntry } from '../../store/surveys.js';
import { surveyPath } from '../survey-query.js';
import { page, type Frame, type Html } from './layout.js';
import { setupForm, type SetupDraft } from './survey-settings.js';
import { problemList } from './survey-frame.js';
import { ENGLISH } from '../words/words.js';

export interface SurveyListOptions extends Frame {
  readonly surveys: readonly SurveyEntry[];
  /** A form that could not be taken. */
  readonly draft?: SetupDraft;
}

export const surveyListPage = ({ surveys, draft, ...frame }: SurveyListOptions): Html =>
  page({
    isWrong: Boolean(draft),
    title: `Surveys`,
    frame,
    current: 'surveys',
    content: html`<h1>Surveys</h1>
      ${surveys.length ? table(surveys) : html`<p class="empty">No answer to a survey has arrived yet.</p>`}
      <p><a href="/inbox/suppressions">Addresses that get no invitations</a></p>
      <section class="panel" aria-labelledby="new">
        <h2 id="new">Invite people to a survey</h2>
        <p>Answers from pages need no setting up. Invitations by e-mail do.</p>
        ${problemList(draft?.problems ?? [])}
        ${setupForm('/inbox/surveys', frame.session, draft?.values ?? {}, true)}
      </section>`,
  });

const table = (surveys: readonly SurveyEntry[]): Html =>
  html`<table role="table" class="plain">
    <caption class="visually-hidden">
      Surveys
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Survey</th>
        <th role="columnheader" scope="col">Answers received</th>
        <th role="columnheader" scope="col">Latest</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${surveys.map(
        ({ id, received, latestAt }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">
              <a href="${surveyPath(id)}"><bdi>${id}</bdi></a>
            </th>
            <td role="cell"><span class="cell-label" aria-hidden="true">Answers</span> ${received}</td>
            <td role="cell">
              <span class="cell-label" aria-hidden="true">Latest</span>
              ${latestAt ? html`<time datetime="${latestAt}">${ENGLISH.dates.short(latestAt)}</time>` : html`<span class="hint">None yet</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;

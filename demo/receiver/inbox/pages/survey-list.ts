import { html } from 'hono/html';
import type { SurveyEntry } from '../../store/surveys.js';
import { surveyPath } from '../survey-query.js';
import { page, type Frame, type Html } from './layout.js';
import { setupForm, type SetupDraft } from './survey-settings.js';
import { problemList } from './survey-frame.js';
import type { InboxWords } from '../words/words.js';

export interface SurveyListOptions extends Frame {
  readonly surveys: readonly SurveyEntry[];
  /** A form that could not be taken. */
  readonly draft?: SetupDraft;
}

export const surveyListPage = ({ surveys, draft, ...frame }: SurveyListOptions): Html => {
  const { words } = frame;
  const { list: text } = words.text.surveys;
  const heading = words.text.frame.surveys;
  return page({
    isWrong: Boolean(draft),
    title: heading,
    frame,
    current: 'surveys',
    content: html`<h1>${heading}</h1>
      ${surveys.length ? table(words, surveys) : html`<p class="empty">${text.empty}</p>`}
      <p><a href="/inbox/suppressions">${words.text.erasure.suppressions.heading}</a></p>
      <section class="panel" aria-labelledby="new">
        <h2 id="new">${text.invite}</h2>
        <p>${text.inviteText}</p>
        ${problemList(words, draft?.problems ?? [])}
        ${setupForm(words, '/inbox/surveys', frame.session, draft?.values ?? {}, true)}
      </section>`,
  });
};

const table = (words: InboxWords, surveys: readonly SurveyEntry[]): Html => {
  const { list: text, tabs } = words.text.surveys;
  return html`<table role="table" class="plain">
    <caption class="visually-hidden">
      ${words.text.frame.surveys}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${text.survey}</th>
        <th role="columnheader" scope="col">${text.received}</th>
        <th role="columnheader" scope="col">${text.latest}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${surveys.map(
        ({ id, received, latestAt }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">
              <a href="${surveyPath(id)}"><bdi>${id}</bdi></a>
            </th>
            <td role="cell">
              <span class="cell-label" aria-hidden="true">${tabs.answers}</span> ${words.number(received)}
            </td>
            <td role="cell">
              <span class="cell-label" aria-hidden="true">${text.latest}</span>
              ${latestAt ? html`<time datetime="${latestAt}">${words.dates.short(latestAt)}</time>` : html`<span class="hint">${text.noneYet}</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

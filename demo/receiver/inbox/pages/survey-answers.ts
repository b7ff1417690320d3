import { html } from 'hono/html';
import { formatDay } from '../../../../src/schedule/day.js';
import { isBlank } from '../../../../src/validation/text.js';
import { languageTag } from '../format.js';
import { scoreText } from '../labels.js';
import { surveyPath, surveyUrl, type SurveyQuery } from '../survey-query.js';
import type { AnswerItem, SurveyView } from '../survey-view.js';
import { percent } from '../survey-words.js';
import { followUpLink } from './follow-up.js';
import type { Frame, Html } from './layout.js';
import { surveyFrame } from './survey-frame.js';
import type { FollowUp } from '../../store/surveys.js';
import { ENGLISH } from '../words/words.js';

/** Of answers that don't count; whoever likes may send any number of them. */
const UNCOUNTED_SHOWN = 100;

export interface SurveyAnswersOptions extends Frame {
  readonly view: SurveyView;
}

export const surveyAnswersPage = async ({ view, ...frame }: SurveyAnswersOptions): Promise<Html> => {
  const { survey, query, summary } = view;
  // What draws is two fifths of all that a receiver would load to start.
  const { scalePanel } = await import('./survey-charts.js');
  return surveyFrame(
    frame,
    survey,
    'answers',
    html`${periodForm(survey, query)} ${numbers(view)}
      ${summary.scales.map((scale) => scalePanel(scale, query.per))}
      <h2 id="answers">Answers</h2>
      ${listForm(view)} ${list(view)} ${pagination(view)} ${uncounted(view)}
      <p class="exports">
        Download all answers: <a href="${surveyPath(survey, '/answers.csv')}">spreadsheet (CSV)</a>
      </p>`,
  );
};

const periodForm = (survey: string, query: SurveyQuery): Html =>
  html`<form
    class="filter"
    method="get"
    action="${surveyPath(survey)}"
    aria-label="Which answers are counted"
  >
    <div class="field day">
      <label for="from">From</label>
      <input
        id="from"
        name="from"
        type="date"
        value="${query.from === undefined ? '' : formatDay(query.from)}"
      />
    </div>
    <div class="field day">
      <label for="to">To</label>
      <input id="to" name="to" type="date" value="${query.to === undefined ? '' : formatDay(query.to)}" />
    </div>
    <div class="field">
      <label for="per">Over time</label>
      <select id="per" name="per">
        ${option('week', 'By week', query.per)} ${option('month', 'By month', query.per)}
      </select>
    </div>
    <div class="field">
      <label for="who">Whose answers</label>
      <select id="who" name="who">
        ${option('', 'Everybody’s', query.invitedOnly ? 'invited' : '')}
        ${option('invited', 'Only of who was invited', query.invitedOnly ? 'invited' : '')}
      </select>
    </div>
    <div class="actions"><button>Show</button></div>
  </form>`;

const option = (value: string, label: string, selected: string): Html =>
  html`<option value="${value}" ${value === selected && html`selected`}>${label}</option>`;

const numbers = ({ summary, counts, open, survey }: SurveyView): Html => {
  const total = summary.counted.length;
  return html`<dl class="numbers">
    <div>
      <dt>Answers</dt>
      <dd class="figure">${total}</dd>
      <dd class="hint">${summary.invited} of them from invitations</dd>
    </div>
    <div>
      <dt>Response rate</dt>
      <dd class="figure">${percent(counts.answered, counts.delivered)}</dd>
      <dd class="hint">
        <a href="${surveyPath(survey, '/invitations')}"
          >${counts.answered} of ${counts.delivered} delivered invitations</a
        >
      </dd>
    </div>
    <div>
      <dt>Low scores to see to</dt>
      <dd class="figure">${open}</dd>
      <dd class="hint">not answered, and nothing has followed</dd>
    </div>
  </dl>`;
};

const listForm = ({ survey, query, summary }: SurveyView): Html => {
  const scores = [
    ...new Set(summary.scales.flatMap(({ distribution }) => distribution.map(({ score }) => score))),
  ];
  return html`<form class="filter" method="get" action="${surveyPath(survey)}#answers" role="search">
    ${hidden('from', query.from === undefined ? '' : formatDay(query.from))}
    ${hidden('to', query.to === undefined ? '' : formatDay(query.to))}
    ${hidden('per', query.per === 'month' ? 'month' : '')}
    ${hidden('who', query.invitedOnly ? 'invited' : '')}
    <div class="field grow">
      <label for="q">Words in the comment</label>
      <input
        id="q"
        name="q"
        type="search"
        value="${query.search ?? ''}"
        dir="auto"
        maxlength="200"
        autocomplete="off"
      />
    </div>
    <div class="field">
      <label for="score">Score</label>
      <select id="score" name="score">
        ${option('', 'All', query.score === undefined ? '' : `${query.score}`)}
        ${scores.sort((a, b) => a - b).map((score) => option(`${score}`, `${score}`, query.score === undefined ? '' : `${query.score}`))}
      </select>
    </div>
    <div class="field">
      <label for="order">Order</label>
      <select id="order" name="order">
        ${option('lowest', 'Lowest first', query.order)} ${option('latest', 'Latest first', query.order)}
      </select>
    </div>
    <div class="actions"><button>Show</button></div>
  </form>`;
};

const hidden = (name: string, value: string): Html | '' =>
  value && html`<input type="hidden" name="${name}" value="${value}" />`;

const list = ({ items, found, summary }: SurveyView): Html => {
  if (!items.length)
    return html`<p class="empty">
      ${summary.counted.length && !found ? 'No answer matches.' : 'There is no answer here.'}
    </p>`;
  return html`<ol class="answers" role="list">
    ${items.map((item) => answerItem(item))}
  </ol>`;
};

const answerItem = ({ answer, earlier, isLow, followUps, invitation }: AnswerItem): Html => {
  const lang = languageTag(answer.locale);
  const { name, email } = invitation ?? {};
  const who = invitation ? name || email || 'Erased' : answer.sender || 'Anonymous';
  const before = earlier.filter(
    (one) =>
      !one.quarantined && scoreText(ENGLISH, one) && scoreText(ENGLISH, one) !== scoreText(ENGLISH, answer),
  );
  return html`<li class="panel ${isLow && 'low'}">
    <p class="facts">
      <strong class="score">${scoreText(ENGLISH, answer) || 'No score'}</strong>
      ${isLow && html`<span class="low-mark">Low</span>`}
      <span class="state ${answer.state}">${ENGLISH.text.labels.states[answer.state]}</span>
      <time datetime="${answer.answeredAt}">${ENGLISH.dates.short(answer.answeredAt)}</time>
      <bdi>${who}</bdi>
    </p>
    ${!isBlank(answer.comment) && html`<p class="text" dir="auto" ${lang && html`lang="${lang}"`}>${answer.comment}</p>`}
    ${before.length > 0 && html`<p class="hint">Before: ${before.map((one) => scoreText(ENGLISH, one)).join(', ')}</p>`}
    ${(isLow || followUps.length > 0) && html`<p>${doneText(answer.state === 'answered', followUps)}</p>`}
    <p><a href="/inbox/${answer.id}">Open answer ${answer.reference}</a></p>
  </li>`;
};

const doneText = (isAnswered: boolean, followUps: readonly FollowUp[]): Html =>
  html`<strong>What has been done:</strong> ${
      !isAnswered && !followUps.length
        ? 'nothing yet.'
        : html`${isAnswered && 'marked as answered. '}${followUps.map((followUp) => followUpLink(ENGLISH, followUp))}`
    }`;

const pagination = ({ survey, query, hasMore, found }: SurveyView): Html | '' => {
  if (query.page === 1 && !hasMore) return '';
  return html`<nav class="pages" aria-label="Pages">
    ${query.page > 1 && html`<a href="${surveyUrl(survey, { ...query, page: query.page - 1 })}#answers">Previous page</a>`}
    ${hasMore && html`<a href="${surveyUrl(survey, { ...query, page: query.page + 1 })}#answers">Next page</a>`}
    <span class="hint">${found} in all</span>
  </nav>`;
};

const uncounted = ({ summary }: SurveyView): Html | '' => {
  const answers = summary.uncounted.flatMap((chain) => chain.answers);
  if (!answers.length) return '';
  return html`<details class="panel">
    <summary>Not counted (${answers.length})</summary>
    <ul>
      ${answers
        .slice(0, UNCOUNTED_SHOWN)
        .map(
          (answer) =>
            html`<li>
              <a href="/inbox/${answer.id}"
                >${scoreText(ENGLISH, answer) || 'No score'} (${answer.reference})</a
              >:
              ${answer.quarantined ? ENGLISH.text.labels.verdicts.valid : ENGLISH.text.labels.verdicts[answer.verdict]}
            </li>`,
        )}
    </ul>
    ${answers.length > UNCOUNTED_SHOWN && html`<p class="hint">And ${answers.length - UNCOUNTED_SHOWN} more; all of them are in the spreadsheet.</p>`}
  </details>`;
};

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
import type { InboxWords } from '../words/words.js';

/** Of answers that don't count; whoever likes may send any number of them. */
const UNCOUNTED_SHOWN = 100;

export interface SurveyAnswersOptions extends Frame {
  readonly view: SurveyView;
}

export const surveyAnswersPage = async ({ view, ...frame }: SurveyAnswersOptions): Promise<Html> => {
  const { words } = frame;
  const { survey, query, summary } = view;
  const { answers: text, tabs } = words.text.surveys;
  // What draws is two fifths of all that a receiver would load to start.
  const { scalePanel } = await import('./survey-charts.js');
  return surveyFrame(
    frame,
    survey,
    'answers',
    html`${periodForm(words, survey, query)} ${numbers(words, view)}
      ${summary.scales.map((scale) => scalePanel(words, scale, query.per))}
      <h2 id="answers">${tabs.answers}</h2>
      ${listForm(words, view)} ${list(words, view)} ${pagination(words, view)} ${uncounted(words, view)}
      <p class="exports">
        ${text.download} <a href="${surveyPath(survey, '/answers.csv')}">${words.text.list.csv}</a>
      </p>`,
  );
};

const periodForm = (words: InboxWords, survey: string, query: SurveyQuery): Html => {
  const { answers: text } = words.text.surveys;
  return html`<form class="filter" method="get" action="${surveyPath(survey)}" aria-label="${text.counted}">
    <div class="field day">
      <label for="from">${text.from}</label>
      <input
        id="from"
        name="from"
        type="date"
        value="${query.from === undefined ? '' : formatDay(query.from)}"
      />
    </div>
    <div class="field day">
      <label for="to">${text.to}</label>
      <input id="to" name="to" type="date" value="${query.to === undefined ? '' : formatDay(query.to)}" />
    </div>
    <div class="field">
      <label for="per">${text.overTime}</label>
      <select id="per" name="per">
        ${option('week', text.byWeek, query.per)} ${option('month', text.byMonth, query.per)}
      </select>
    </div>
    <div class="field">
      <label for="who">${text.whose}</label>
      <select id="who" name="who">
        ${option('', text.everybodys, query.invitedOnly ? 'invited' : '')}
        ${option('invited', text.invitedOnly, query.invitedOnly ? 'invited' : '')}
      </select>
    </div>
    <div class="actions"><button>${words.text.list.show}</button></div>
  </form>`;
};

const option = (value: string, label: string, selected: string): Html =>
  html`<option value="${value}" ${value === selected && html`selected`}>${label}</option>`;

const numbers = (words: InboxWords, { summary, counts, open, survey }: SurveyView): Html => {
  const { answers: text, tabs } = words.text.surveys;
  return html`<dl class="numbers">
    <div>
      <dt>${tabs.answers}</dt>
      <dd class="figure">${words.number(summary.counted.length)}</dd>
      <dd class="hint">${words.fill(text.fromInvitations, { count: words.number(summary.invited) })}</dd>
    </div>
    <div>
      <dt>${text.responseRate}</dt>
      <dd class="figure">${percent(words, counts.answered, counts.delivered)}</dd>
      <dd class="hint">
        <a href="${surveyPath(survey, '/invitations')}"
          >${words.fill(text.answeredOf, { answered: words.number(counts.answered), delivered: words.number(counts.delivered) })}</a
        >
      </dd>
    </div>
    <div>
      <dt>${text.lowScores}</dt>
      <dd class="figure">${words.number(open)}</dd>
      <dd class="hint">${text.lowScoresHint}</dd>
    </div>
  </dl>`;
};

const listForm = (words: InboxWords, { survey, query, summary }: SurveyView): Html => {
  const { answers: text } = words.text.surveys;
  const scores = [
    ...new Set(summary.scales.flatMap(({ distribution }) => distribution.map(({ score }) => score))),
  ];
  return html`<form class="filter" method="get" action="${surveyPath(survey)}#answers" role="search">
    ${hidden('from', query.from === undefined ? '' : formatDay(query.from))}
    ${hidden('to', query.to === undefined ? '' : formatDay(query.to))}
    ${hidden('per', query.per === 'month' ? 'month' : '')}
    ${hidden('who', query.invitedOnly ? 'invited' : '')}
    <div class="field grow">
      <label for="q">${text.words}</label>
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
      <label for="score">${text.score}</label>
      <select id="score" name="score">
        ${option('', text.allScores, query.score === undefined ? '' : `${query.score}`)}
        ${scores.sort((a, b) => a - b).map((score) => option(`${score}`, `${score}`, query.score === undefined ? '' : `${query.score}`))}
      </select>
    </div>
    <div class="field">
      <label for="order">${text.order}</label>
      <select id="order" name="order">
        ${option('lowest', text.lowestFirst, query.order)} ${option('latest', text.latestFirst, query.order)}
      </select>
    </div>
    <div class="actions"><button>${words.text.list.show}</button></div>
  </form>`;
};

const hidden = (name: string, value: string): Html | '' =>
  value && html`<input type="hidden" name="${name}" value="${value}" />`;

const list = (words: InboxWords, { items, found, summary }: SurveyView): Html => {
  const { answers: text } = words.text.surveys;
  if (!items.length)
    return html`<p class="empty">${summary.counted.length && !found ? text.noMatch : text.empty}</p>`;
  return html`<ol class="answers" role="list">
    ${items.map((item) => answerItem(words, item))}
  </ol>`;
};

const answerItem = (
  words: InboxWords,
  { answer, earlier, isLow, followUps, invitation }: AnswerItem,
): Html => {
  const { answers: text } = words.text.surveys;
  const { states, noScore } = words.text.labels;
  const score = scoreText(words, answer);
  const lang = languageTag(answer.locale);
  const { name, email } = invitation ?? {};
  const who = invitation ? name || email || text.erased : answer.sender || text.anonymous;
  const before = earlier
    .filter(({ quarantined }) => !quarantined)
    .map((one) => scoreText(words, one))
    .filter((other) => other && other !== score);
  return html`<li class="panel ${isLow && 'low'}">
    <p class="facts">
      <strong class="score">${score || noScore}</strong>
      ${isLow && html`<span class="low-mark">${text.low}</span>`}
      <span class="state ${answer.state}">${states[answer.state]}</span>
      <time datetime="${answer.answeredAt}">${words.dates.short(answer.answeredAt)}</time>
      <bdi>${who}</bdi>
    </p>
    ${!isBlank(answer.comment) && html`<p class="text" dir="auto" ${lang && html`lang="${lang}"`}>${answer.comment}</p>`}
    ${before.length > 0 && html`<p class="hint">${words.fill(text.before, { scores: before.join(', ') })}</p>`}
    ${(isLow || followUps.length > 0) && html`<p>${doneText(words, answer.state === 'answered', followUps)}</p>`}
    <p><a href="/inbox/${answer.id}">${words.fill(text.open, { reference: answer.reference })}</a></p>
  </li>`;
};

const doneText = (words: InboxWords, isAnswered: boolean, followUps: readonly FollowUp[]): Html => {
  const { done, doneNothing, doneAnswered } = words.text.surveys.answers;
  return html`<strong>${done}</strong> ${
      !isAnswered && !followUps.length
        ? doneNothing
        : html`${isAnswered && `${doneAnswered} `}${followUps.map((followUp) => followUpLink(words, followUp))}`
    }`;
};

const pagination = (words: InboxWords, { survey, query, hasMore, found }: SurveyView): Html | '' => {
  if (query.page === 1 && !hasMore) return '';
  const { pages, previousPage, nextPage } = words.text.frame;
  return html`<nav class="pages" aria-label="${pages}">
    ${query.page > 1 && html`<a href="${surveyUrl(survey, { ...query, page: query.page - 1 })}#answers">${previousPage}</a>`}
    ${hasMore && html`<a href="${surveyUrl(survey, { ...query, page: query.page + 1 })}#answers">${nextPage}</a>`}
    <span class="hint">${words.fill(words.text.surveys.answers.found, { count: words.number(found) })}</span>
  </nav>`;
};

const uncounted = (words: InboxWords, { summary }: SurveyView): Html | '' => {
  const { answers: text } = words.text.surveys;
  const { verdicts, noScore } = words.text.labels;
  const answers = summary.uncounted.flatMap((chain) => chain.answers);
  if (!answers.length) return '';
  const hidden = answers.length - UNCOUNTED_SHOWN;
  return html`<details class="panel">
    <summary>${words.fill(text.notCounted, { count: words.number(answers.length) })}</summary>
    <ul>
      ${answers
        .slice(0, UNCOUNTED_SHOWN)
        .map(
          (answer) =>
            html`<li>
              <a href="/inbox/${answer.id}">${scoreText(words, answer) || noScore} (${answer.reference})</a>:
              ${verdicts[answer.quarantined ? 'valid' : answer.verdict]}
            </li>`,
        )}
    </ul>
    ${hidden > 0 && html`<p class="hint">${words.plural(text.moreNotCounted, hidden)}</p>`}
  </details>`;
};

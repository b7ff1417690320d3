import { html } from 'hono/html';
import { formatDay, type DayNumber } from '../../../../src/schedule/day.js';
import { isBlank } from '../../../../src/validation/text.js';
import type { Cursor, Page, SubmissionEntry } from '../../store/store.js';
import { ANSWER_STATES } from '../../store/store.js';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { languageTag } from '../format.js';
import { scoreText, valueLabel, widgetLabel } from '../labels.js';
import { isFiltered, listUrl, type ListQuery } from '../list-query.js';
import { splitExcerpt } from '../../surveys/scale.js';
import { shortWhen } from '../times.js';
import type { InboxWords } from '../words/words.js';
import { page, type Frame, type Html } from './layout.js';

export interface ListPageOptions extends Frame {
  readonly query: ListQuery;
  readonly submissions: Page<SubmissionEntry>;
  readonly topics: readonly string[];
  readonly widgets: readonly string[];
  /** The company's, in which times of appointments are written. */
  readonly timeZone: TimeZone;
}

export const listPage = ({
  query,
  submissions,
  topics,
  widgets,
  timeZone,
  ...frame
}: ListPageOptions): Html => {
  const { words } = frame;
  const { after, ...filter } = query;
  const current = query.quarantined ? 'quarantine' : 'messages';
  const heading = words.text.frame[current];
  return page({
    frame,
    current,
    title: heading,
    content: html`<h1>${heading}</h1>
      ${query.quarantined && html`<p>${words.text.list.quarantineText}</p>`}
      ${filterForm(words, query, topics, widgets)}
      ${
        submissions.items.length
          ? table(words, query.quarantined, submissions.items, timeZone)
          : emptyText(words, query)
      }
      ${pagination(words, filter, after, submissions.next)} ${exports(words, filter)}`,
  });
};

const filterForm = (
  words: InboxWords,
  query: ListQuery,
  topics: readonly string[],
  widgets: readonly string[],
): Html => {
  const { list: text, labels } = words.text;
  return html`<form class="filter" method="get" action="/inbox" role="search">
    ${query.quarantined && html`<input type="hidden" name="quarantine" value="yes" />`}
    <div class="field grow">
      <label for="q">${text.search}</label>
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
    ${(widgets.length > 1 || query.widget) && widgetField(words, query, widgets)}
    <div class="field">
      <label for="state">${text.state}</label>
      <select id="state" name="state">
        ${option('', text.all, query.state ?? '')}
        ${ANSWER_STATES.map((state) => option(state, labels.states[state], query.state))}
      </select>
    </div>
    <div class="field">
      <label for="topic">${text.topic}</label>
      <select id="topic" name="topic">
        ${option('', text.all, query.topic ?? '')}
        ${topics.map((topic) => option(topic, valueLabel(words, topic), query.topic))}
      </select>
    </div>
    <div class="days">${dayField('from', text.from, query.from)} ${dayField('to', text.to, query.to)}</div>
    <div class="actions">
      <button>${text.show}</button>
      ${isFiltered(query) && showAll(words, query)}
    </div>
  </form>`;
};

const dayField = (name: string, text: string, day: DayNumber | undefined): Html =>
  html`<div class="field day">
    <label for="${name}">${text}</label>
    <input id="${name}" name="${name}" type="date" value="${day === undefined ? '' : formatDay(day)}" />
  </div>`;

const showAll = ({ text }: InboxWords, { quarantined }: ListQuery): Html =>
  html`<a href="${listUrl('/inbox', { quarantined })}">${text.list.showAll}</a>`;

const widgetField = (words: InboxWords, query: ListQuery, widgets: readonly string[]): Html =>
  html`<div class="field">
    <label for="widget">${words.text.list.form}</label>
    <select id="widget" name="widget">
      ${option('', words.text.list.all, query.widget ?? '')}
      ${widgets.map((widget) => option(widget, widgetLabel(words, widget), query.widget))}
    </select>
  </div>`;

const option = (value: string, label: string, selected: string | undefined): Html =>
  html`<option value="${value}" ${value === selected && html`selected`}>${label}</option>`;

/**
 * The roles repeat what the elements say: on narrow screens the style turns rows into blocks, and browsers then
 * no longer tell assistive technology that this is a table. The words in `.cell-label` take the place of the header.
 */
const table = (
  words: InboxWords,
  isQuarantine: boolean,
  entries: readonly SubmissionEntry[],
  timeZone: TimeZone,
): Html => {
  const { list: text } = words.text;
  return html`<table role="table">
    <caption class="visually-hidden">
      ${isQuarantine ? text.quarantineCaption : text.messagesCaption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${text.message}</th>
        <th role="columnheader" scope="col">${text.sender}</th>
        <th role="columnheader" scope="col">${text.topic}</th>
        <th role="columnheader" scope="col">${text.state}</th>
        <th role="columnheader" scope="col">${text.received}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${entries.map((entry) => row(words, entry, timeZone))}
    </tbody>
  </table>`;
};

const row = (words: InboxWords, entry: SubmissionEntry, timeZone: TimeZone): Html => {
  const { list: text, labels } = words.text;
  const { appointment, callback } = entry;
  const lang = languageTag(entry.locale);
  const language = lang && html`lang="${lang}"`;
  return html`<tr role="row" class="${entry.state}">
    <th role="rowheader" scope="row">
      <a href="/inbox/${entry.id}">${linkText(words, entry, language, timeZone)}</a>
      ${(appointment ?? callback) && !isBlank(entry.excerpt) && html`<span class="hint"><bdi ${language}>${entry.excerpt}</bdi></span>`}
      ${entry.fileCount > 0 && html`<span class="hint">${words.plural(text.files, entry.fileCount)}</span>`}
    </th>
    <td role="cell">
      ${label(text.sender)}
      ${isBlank(entry.sender) ? html`<span class="hint">${text.noName}</span>` : html`<bdi ${language}>${entry.sender}</bdi>`}
    </td>
    <td role="cell">${label(text.topic)} ${topicText(words, entry)}</td>
    <td role="cell">
      ${label(text.state)} <span class="state ${entry.state}">${labels.states[entry.state]}</span>
      ${callback?.isWithdrawn && html`<span class="standing">${labels.callStates.withdrawn}</span>`}
      ${appointment && html`<span class="standing">${labels.standings[appointment.decision?.kind ?? 'requested']}</span>`}
    </td>
    <td role="cell">
      ${label(text.received)}
      <time datetime="${entry.receivedAt}">${words.dates.short(entry.receivedAt)}</time>
    </td>
  </tr>`;
};

const linkText = (
  words: InboxWords,
  { appointment, callback, excerpt, reference, widget }: SubmissionEntry,
  language: Html | '' | undefined,
  timeZone: TimeZone,
): Html | string => {
  const { list: text } = words.text;
  if (appointment) return shortWhen(words, appointment, timeZone);
  if (callback) return callback.isWithdrawal ? text.wantsNoCall : text.wantsCall;
  if (widget === 'survey') return answerText(words, excerpt, language);
  return isBlank(excerpt) ? words.fill(text.noText, { reference }) : html`<bdi ${language}>${excerpt}</bdi>`;
};

/** `2 of 5: It was cold.` */
const answerText = (words: InboxWords, excerpt: string, language: Html | '' | undefined): Html => {
  const { text, ...scored } = splitExcerpt(excerpt);
  const score = scoreText(words, scored);
  return html`${score}${score && text && ': '}${text && html`<bdi ${language}>${text}</bdi>`}`;
};

const topicText = (words: InboxWords, { topic, appointment }: SubmissionEntry): Html | string => {
  const { list: text } = words.text;
  if (!isBlank(topic)) return html`<bdi>${valueLabel(words, topic)}</bdi>`;
  return appointment ? text.appointment : html`<span class="hint">${text.noTopic}</span>`;
};

const label = (text: string): Html => html`<span class="cell-label" aria-hidden="true">${text}</span>`;

const emptyText = (words: InboxWords, query: ListQuery): Html => {
  const { list: text } = words.text;
  if (isFiltered(query)) return html`<p class="empty">${text.noMatch} ${showAll(words, query)}</p>`;
  if (query.after) return html`<p class="empty">${text.noOlder}</p>`;
  return html`<p class="empty">${query.quarantined ? text.quarantineEmpty : text.empty}</p>`;
};

const pagination = (
  { text }: InboxWords,
  filter: ListQuery,
  after: Cursor | undefined,
  next: Cursor | undefined,
): Html | '' => {
  if (!after && !next) return '';
  return html`<nav class="pages" aria-label="${text.frame.pages}">
    ${after && html`<a href="${listUrl('/inbox', filter)}">${text.list.newest}</a>`}
    ${next && html`<a href="${listUrl('/inbox', { ...filter, after: next })}">${text.list.older}</a>`}
  </nav>`;
};

const exports = ({ text: { list: text } }: InboxWords, filter: ListQuery): Html =>
  html`<p class="exports">
    ${text.download} <a href="${listUrl('/inbox/export.csv', filter)}">${text.csv}</a>,
    <a href="${listUrl('/inbox/export.ndjson', filter)}">${text.ndjson}</a>
  </p>`;

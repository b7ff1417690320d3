import { html } from 'hono/html';
import { isBlank } from '../../../../src/validation/text.js';
import type { Cursor, Page, SubmissionEntry } from '../../store/store.js';
import { ANSWER_STATES } from '../../store/store.js';
import type { TimeZone } from '../../../../src/schedule/time-zone.js';
import { languageTag, shortTime } from '../format.js';
import { CALL_STATE_LABELS, STANDING_LABELS, STATE_LABELS, valueLabel, widgetLabel } from '../labels.js';
import { listUrl, type ListQuery } from '../list-query.js';
import { shortWhen } from '../times.js';
import { page, type Html } from './layout.js';
import { navigation, type NavigationOptions } from './navigation.js';

export interface ListPageOptions extends Omit<NavigationOptions, 'current'> {
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
  ...rest
}: ListPageOptions): Html => {
  const { after, ...filter } = query;
  const heading = query.quarantined ? 'Quarantine' : 'Messages';
  return page({
    title: `${heading} – Inbox`,
    navigation: navigation({ ...rest, current: query.quarantined ? 'quarantine' : 'inbox' }),
    content: html`<h1>${heading}</h1>
      ${query.quarantined && html`<p>These look as if a machine had written them, or ask for more calls than are allowed. Nothing is deleted; open one to move it to the messages.</p>`}
      ${filterForm(query, topics, widgets)}
      ${submissions.items.length ? table(heading, submissions.items, timeZone) : emptyText(query)}
      ${pagination(filter, after, submissions.next)} ${exports(filter)}`,
  });
};

const filterForm = (query: ListQuery, topics: readonly string[], widgets: readonly string[]): Html =>
  html`<form class="filter" method="get" action="/inbox" role="search">
    ${query.quarantined && html`<input type="hidden" name="quarantine" value="yes" />`}
    <div class="field grow">
      <label for="q">Search</label>
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
    ${(widgets.length > 1 || query.widget) && widgetField(query, widgets)}
    <div class="field">
      <label for="state">State</label>
      <select id="state" name="state">
        ${option('', 'All', query.state ?? '')}
        ${ANSWER_STATES.map((state) => option(state, STATE_LABELS[state], query.state))}
      </select>
    </div>
    <div class="field">
      <label for="topic">Topic</label>
      <select id="topic" name="topic">
        ${option('', 'All', query.topic ?? '')}
        ${topics.map((topic) => option(topic, valueLabel(topic), query.topic))}
      </select>
    </div>
    <div class="actions">
      <button>Show</button>
      ${isFiltered(query) && html`<a href="${listUrl('/inbox', { quarantined: query.quarantined })}">Show all</a>`}
    </div>
  </form>`;

const widgetField = (query: ListQuery, widgets: readonly string[]): Html =>
  html`<div class="field">
    <label for="widget">Form</label>
    <select id="widget" name="widget">
      ${option('', 'All', query.widget ?? '')}
      ${widgets.map((widget) => option(widget, widgetLabel(widget), query.widget))}
    </select>
  </div>`;

const isFiltered = ({ state, topic, widget, search }: ListQuery): boolean =>
  Boolean(state ?? topic ?? widget ?? search);

const option = (value: string, label: string, selected: string | undefined): Html =>
  html`<option value="${value}" ${value === selected && html`selected`}>${label}</option>`;

/**
 * The roles repeat what the elements say: on narrow screens the style turns rows into blocks, and browsers then
 * no longer tell assistive technology that this is a table. The words in `.cell-label` take the place of the header.
 */
const table = (heading: string, entries: readonly SubmissionEntry[], timeZone: TimeZone): Html =>
  html`<table role="table">
    <caption class="visually-hidden">
      ${heading}, newest first
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Message</th>
        <th role="columnheader" scope="col">From</th>
        <th role="columnheader" scope="col">Topic</th>
        <th role="columnheader" scope="col">State</th>
        <th role="columnheader" scope="col">Received</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${entries.map((entry) => row(entry, timeZone))}
    </tbody>
  </table>`;

const row = (entry: SubmissionEntry, timeZone: TimeZone): Html => {
  const { appointment, callback } = entry;
  const lang = languageTag(entry.locale);
  const language = lang && html`lang="${lang}"`;
  return html`<tr role="row" class="${entry.state}">
    <th role="rowheader" scope="row">
      <a href="/inbox/${entry.id}">${linkText(entry, language, timeZone)}</a>
      ${(appointment ?? callback) && !isBlank(entry.excerpt) && html`<span class="hint"><bdi ${language}>${entry.excerpt}</bdi></span>`}
      ${entry.fileCount > 0 && html`<span class="hint">${entry.fileCount === 1 ? '1 file' : `${entry.fileCount} files`}</span>`}
    </th>
    <td role="cell">
      ${label('From')}
      ${isBlank(entry.sender) ? html`<span class="hint">No name</span>` : html`<bdi ${language}>${entry.sender}</bdi>`}
    </td>
    <td role="cell">${label('Topic')} ${topicText(entry)}</td>
    <td role="cell">
      ${label('State')} <span class="state ${entry.state}">${STATE_LABELS[entry.state]}</span>
      ${callback?.isWithdrawn && html`<span class="standing">${CALL_STATE_LABELS.withdrawn}</span>`}
      ${appointment && html`<span class="standing">${STANDING_LABELS[appointment.decision?.kind ?? 'requested']}</span>`}
    </td>
    <td role="cell">
      ${label('Received')} <time datetime="${entry.receivedAt}">${shortTime(entry.receivedAt)}</time>
    </td>
  </tr>`;
};

const linkText = (
  { appointment, callback, excerpt, reference }: SubmissionEntry,
  language: Html | '' | undefined,
  timeZone: TimeZone,
): Html | string => {
  if (appointment) return shortWhen(appointment, timeZone);
  if (callback) return callback.isWithdrawal ? 'Does not want a call any more' : 'Wants a call';
  return isBlank(excerpt) ? `No text (${reference})` : html`<bdi ${language}>${excerpt}</bdi>`;
};

const topicText = ({ topic, appointment }: SubmissionEntry): Html | string => {
  if (!isBlank(topic)) return html`<bdi>${valueLabel(topic)}</bdi>`;
  return appointment ? 'Appointment' : html`<span class="hint">None</span>`;
};

const label = (text: string): Html => html`<span class="cell-label" aria-hidden="true">${text}</span>`;

const emptyText = (query: ListQuery): Html => {
  if (isFiltered(query))
    return html`<p class="empty">
      No message matches. <a href="${listUrl('/inbox', { quarantined: query.quarantined })}">Show all</a>
    </p>`;
  if (query.after) return html`<p class="empty">There are no older messages.</p>`;
  return html`<p class="empty">
    ${query.quarantined ? 'The quarantine is empty.' : 'No message has arrived yet.'}
  </p>`;
};

const pagination = (filter: ListQuery, after: Cursor | undefined, next: Cursor | undefined): Html | '' => {
  if (!after && !next) return '';
  return html`<nav class="pages" aria-label="Pages">
    ${after && html`<a href="${listUrl('/inbox', filter)}">Newest messages</a>`}
    ${next && html`<a href="${listUrl('/inbox', { ...filter, after: next })}">Older messages</a>`}
  </nav>`;
};

const exports = (filter: ListQuery): Html =>
  html`<p class="exports">
    Download this list: <a href="${listUrl('/inbox/export.csv', filter)}">spreadsheet (CSV)</a>,
    <a href="${listUrl('/inbox/export.ndjson', filter)}">data (NDJSON)</a>
  </p>`;

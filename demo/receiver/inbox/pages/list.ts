import { html } from 'hono/html';
import { isBlank } from '../../../../src/validation/text.js';
import type { Cursor, Page, SubmissionEntry } from '../../store/store.js';
import { ANSWER_STATES } from '../../store/store.js';
import { languageTag, shortTime } from '../format.js';
import { STATE_LABELS, valueLabel } from '../labels.js';
import { listUrl, type ListQuery } from '../list-query.js';
import { page, type Html } from './layout.js';
import { navigation, type NavigationOptions } from './navigation.js';

export interface ListPageOptions extends Omit<NavigationOptions, 'current'> {
  readonly query: ListQuery;
  readonly submissions: Page<SubmissionEntry>;
  readonly topics: readonly string[];
}

export const listPage = ({ query, submissions, topics, ...rest }: ListPageOptions): Html => {
  const { after, ...filter } = query;
  const heading = query.quarantined ? 'Quarantine' : 'Messages';
  return page({
    title: `${heading} – Inbox`,
    navigation: navigation({ ...rest, current: query.quarantined ? 'quarantine' : 'inbox' }),
    content: html`<h1>${heading}</h1>
      ${query.quarantined && html`<p>These look as if a machine had written them. Nothing is deleted; open one to move it to the messages.</p>`}
      ${filterForm(query, topics)}
      ${submissions.items.length ? table(heading, submissions.items) : emptyText(query)}
      ${pagination(filter, after, submissions.next)} ${exports(filter)}`,
  });
};

const filterForm = (query: ListQuery, topics: readonly string[]): Html =>
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

const isFiltered = ({ state, topic, search }: ListQuery): boolean => Boolean(state ?? topic ?? search);

const option = (value: string, label: string, selected: string | undefined): Html =>
  html`<option value="${value}" ${value === selected && html`selected`}>${label}</option>`;

/**
 * The roles repeat what the elements say: on narrow screens the style turns rows into blocks, and browsers then
 * no longer tell assistive technology that this is a table. The words in `.cell-label` take the place of the header.
 */
const table = (heading: string, entries: readonly SubmissionEntry[]): Html =>
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
      ${entries.map(row)}
    </tbody>
  </table>`;

const row = (entry: SubmissionEntry): Html => {
  const lang = languageTag(entry.locale);
  const language = lang && html`lang="${lang}"`;
  return html`<tr role="row" class="${entry.state}">
    <th role="rowheader" scope="row">
      <a href="/inbox/${entry.id}"
        >${isBlank(entry.excerpt) ? `No text (${entry.reference})` : html`<bdi ${language}>${entry.excerpt}</bdi>`}</a
      >
      ${entry.fileCount > 0 && html`<span class="hint">${entry.fileCount === 1 ? '1 file' : `${entry.fileCount} files`}</span>`}
    </th>
    <td role="cell">
      ${label('From')}
      ${isBlank(entry.sender) ? html`<span class="hint">No name</span>` : html`<bdi ${language}>${entry.sender}</bdi>`}
    </td>
    <td role="cell">
      ${label('Topic')}
      ${isBlank(entry.topic) ? html`<span class="hint">None</span>` : html`<bdi>${valueLabel(entry.topic)}</bdi>`}
    </td>
    <td role="cell">
      ${label('State')} <span class="state ${entry.state}">${STATE_LABELS[entry.state]}</span>
    </td>
    <td role="cell">
      ${label('Received')} <time datetime="${entry.receivedAt}">${shortTime(entry.receivedAt)}</time>
    </td>
  </tr>`;
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

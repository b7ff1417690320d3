import { html } from 'hono/html';
import type { DeletedFaqEntry, FaqEntry } from '../../store/faq.js';
import type { Session } from '../sessions.js';
import { languageLinks, langAttribute, pageLinks, type ListPart } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { undoForm } from './undo.js';
import { ENGLISH } from '../words/words.js';

export interface FaqListPageOptions extends Frame {
  readonly lang: string;
  /** By language, how many entries there are. */
  readonly languages: ReadonlyMap<string, number>;
  readonly part: ListPart<FaqEntry>;
  /** How many entries stand before this part, and how many there are. */
  readonly before: number;
  readonly total: number;
  readonly deleted: readonly DeletedFaqEntry[];
  /** Where a page's chat finds this list. */
  readonly address: string;
  /** What was done last: to which entry, and which of its buttons is to have the focus again. */
  readonly done?:
    | {
        readonly key: string;
        readonly action: 'up' | 'down' | 'deleted' | 'imported' | 'saved' | 'undone';
        /** That of the entry which it made. */
        readonly version: number;
      }
    | undefined;
}

export const faqListPage = (options: FaqListPageOptions): Html => {
  const { lang, languages, part, deleted, address, done, ...rest } = options;
  const query = `?lang=${encodeURIComponent(lang)}`;
  const saved =
    done?.action === 'saved' &&
    part.items.find(({ key, version }) => key === done.key && version === done.version);
  const removed = done?.action === 'deleted' ? deleted.find(({ key }) => key === done.key) : undefined;
  return page({
    title: 'FAQ',
    frame: rest,
    current: 'faq',
    content: html`<h1>FAQ</h1>
      ${removed && deletedNotice(removed, rest.session)} ${saved && savedNotice(saved, rest)}
      ${done?.action === 'undone' && html`<p class="notice" role="status">Undone.</p>`}
      ${done?.action === 'imported' && html`<p class="notice" role="status">Imported.</p>`}
      ${languageLinks(rest.words, '/inbox/faq', lang, languages)}
      <p class="actions">
        <a class="button primary" href="/inbox/faq/new${query}">New entry</a>
        <a class="button" href="/inbox/faq/import${query}">Import</a>
        ${options.total > 0 && html`<a class="button" href="/inbox/faq/export.json${query}" download>Export (JSON)</a>`}
      </p>
      ${
        part.items.length
          ? html`<ol class="entries" start="${options.before + 1}">
              ${part.items.map((entry, index) => item(entry, options.before + index, options))}
            </ol>`
          : html`<p class="empty">There is no entry in ${ENGLISH.language(lang)} yet.</p>`
      }
      ${pageLinks(rest.words, '/inbox/faq', lang, part)}
      <section class="panel" aria-labelledby="address">
        <h2 id="address">On your page</h2>
        <p class="text"><code>&lt;harreman-faq-chat src="${address}"&gt;&lt;/harreman-faq-chat&gt;</code></p>
        <p class="hint">A change is on your page the next time it is loaded.</p>
      </section>
      ${deletedList(deleted, rest.session)}`,
  });
};

const item = (entry: FaqEntry, index: number, { total, done, session }: FaqListPageOptions): Html => {
  const { key, question, category, alternatives, suggested, updatedAt, lang } = entry;
  const wordings = alternatives.length === 1 ? '1 further wording' : `${alternatives.length || 'No'} further wordings`;
  const [isFirst, isLast] = [index === 0, index === total - 1];
  // The button that was pressed keeps the focus; at the ends, where it is gone, the other has it.
  const isMoved = done?.key === key && (done.action === 'up' || done.action === 'down');
  const focus = isMoved ? (isFirst ? 'down' : isLast ? 'up' : done.action) : undefined;
  const button = (action: 'up' | 'down', text: string) =>
    html`<button name="by" value="${action}" aria-describedby="e-${key}" ${action === focus && html`autofocus`}>${text}</button>`;
  return html`<li class="panel">
    <h2 id="e-${key}"><a href="/inbox/faq/${key}"><bdi ${langAttribute(lang)}>${question}</bdi></a></h2>
    <p class="facts hint">
      ${category && html`<bdi ${langAttribute(lang)}>${category}</bdi>`} <span>${wordings}</span>
      ${suggested && html`<span>To start with</span>`}
      <span>Changed <time datetime="${updatedAt}">${ENGLISH.dates.short(updatedAt)}</time></span>
    </p>
    ${
      total > 1 &&
      html`<form class="actions" method="post" action="/inbox/faq/${key}/move">
        ${csrfField(session)} ${!isFirst && button('up', 'Move up')} ${!isLast && button('down', 'Move down')}
      </form>`
    }
  </li>`;
}; // prettier-ignore

const deletedNotice = ({ key, question, lang }: DeletedFaqEntry, session: Session): Html =>
  html`<form class="notice" method="post" action="/inbox/faq/${key}/restore">
    <p role="status">Deleted: <bdi ${langAttribute(lang)}>${question}</bdi></p>
    ${csrfField(session)}
    <button autofocus>Undo</button>
  </form>`;

const savedNotice = (entry: FaqEntry, frame: Frame): Html =>
  html`<div class="notice">
    <p role="status">Saved: <bdi ${langAttribute(entry.lang)}>${entry.question}</bdi></p>
    ${undoForm({ entry }, frame)}
  </div>`;

const deletedList = (deleted: readonly DeletedFaqEntry[], session: Session): Html | '' => {
  if (!deleted.length) return '';
  return html`<details class="panel">
    <summary>Deleted entries</summary>
    <ul class="files">
      ${deleted.map(
        ({ key, question, lang, deletedAt }) =>
          html`<li>
            <form class="actions" method="post" action="/inbox/faq/${key}/restore">
              ${csrfField(session)}
              <span id="d-${key}"><bdi ${langAttribute(lang)}>${question}</bdi></span>
              <span class="hint"><time datetime="${deletedAt}">${ENGLISH.dates.short(deletedAt)}</time></span>
              <button aria-describedby="d-${key}">Put back</button>
            </form>
          </li>`,
      )}
    </ul>
  </details>`;
};

import { html } from 'hono/html';
import type { DeletedFaqEntry, FaqEntry } from '../../store/faq.js';
import { languageLinks, langAttribute, pageLinks, type ListPart } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { undoForm } from './undo.js';

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
  const { words } = rest;
  const { frame, faq } = words.text;
  const text = faq.list;
  const query = `?lang=${encodeURIComponent(lang)}`;
  const saved =
    done?.action === 'saved' &&
    part.items.find(({ key, version }) => key === done.key && version === done.version);
  const removed = done?.action === 'deleted' ? deleted.find(({ key }) => key === done.key) : undefined;
  return page({
    title: frame.faq,
    frame: rest,
    current: 'faq',
    content: html`<h1>${frame.faq}</h1>
      ${removed && deletedNotice(removed, rest)} ${saved && savedNotice(saved, rest)}
      ${done?.action === 'undone' && html`<p class="notice" role="status">${text.undone}</p>`}
      ${done?.action === 'imported' && html`<p class="notice" role="status">${text.imported}</p>`}
      ${languageLinks(words, '/inbox/faq', lang, languages)}
      <p class="actions">
        <a class="button primary" href="/inbox/faq/new${query}">${text.newEntry}</a>
        <a class="button" href="/inbox/faq/import${query}">${text.import}</a>
        ${options.total > 0 && html`<a class="button" href="/inbox/faq/export.json${query}" download>${text.export}</a>`}
      </p>
      ${
        part.items.length
          ? html`<ol class="entries" start="${options.before + 1}">
              ${part.items.map((entry, index) => item(entry, options.before + index, options))}
            </ol>`
          : html`<p class="empty">${words.fill(text.empty, { language: words.language(lang) })}</p>`
      }
      ${pageLinks(words, '/inbox/faq', lang, part)}
      <section class="panel" aria-labelledby="address">
        <h2 id="address">${text.onYourPage}</h2>
        <p class="text"><code>&lt;harreman-faq-chat src="${address}"&gt;&lt;/harreman-faq-chat&gt;</code></p>
        <p class="hint">${text.onYourPageHint}</p>
      </section>
      ${deletedList(deleted, rest)}`,
  });
};

const item = (entry: FaqEntry, index: number, { total, done, words, session }: FaqListPageOptions): Html => {
  const { key, question, category, alternatives, suggested, updatedAt, lang } = entry;
  const { list: text } = words.text.faq;
  const wordings = alternatives.length ? words.plural(text.wordings, alternatives.length) : text.noWordings;
  const time = html`<time datetime="${updatedAt}">${words.dates.short(updatedAt)}</time>`;
  const [isFirst, isLast] = [index === 0, index === total - 1];
  // The button that was pressed keeps the focus; at the ends, where it is gone, the other has it.
  const isMoved = done?.key === key && (done.action === 'up' || done.action === 'down');
  const focus = isMoved ? (isFirst ? 'down' : isLast ? 'up' : done.action) : undefined;
  const button = (action: 'up' | 'down', name: string) =>
    html`<button name="by" value="${action}" aria-describedby="e-${key}" ${action === focus && html`autofocus`}>${name}</button>`;
  return html`<li class="panel">
    <h2 id="e-${key}"><a href="/inbox/faq/${key}"><bdi ${langAttribute(lang)}>${question}</bdi></a></h2>
    <p class="facts hint">
      ${category && html`<bdi ${langAttribute(lang)}>${category}</bdi>`} <span>${wordings}</span>
      ${suggested && html`<span>${text.suggested}</span>`}
      <span>${words.html(text.changed, { time })}</span>
    </p>
    ${
      total > 1 &&
      html`<form class="actions" method="post" action="/inbox/faq/${key}/move">
        ${csrfField(session)} ${!isFirst && button('up', text.moveUp)} ${!isLast && button('down', text.moveDown)}
      </form>`
    }
  </li>`;
}; // prettier-ignore

const deletedNotice = (entry: DeletedFaqEntry, { words, session }: Frame): Html =>
  html`<form class="notice" method="post" action="/inbox/faq/${entry.key}/restore">
    <p role="status">${words.html(words.text.faq.list.deleted, { question: questionOf(entry) })}</p>
    ${csrfField(session)}
    <button autofocus>${words.text.frame.undo}</button>
  </form>`;

const savedNotice = (entry: FaqEntry, frame: Frame): Html =>
  html`<div class="notice">
    <p role="status">${frame.words.html(frame.words.text.faq.list.saved, { question: questionOf(entry) })}</p>
    ${undoForm({ entry }, frame)}
  </div>`;

const questionOf = ({ question, lang }: Pick<FaqEntry, 'question' | 'lang'>): Html =>
  html`<bdi ${langAttribute(lang)}>${question}</bdi>`;

const deletedList = (deleted: readonly DeletedFaqEntry[], { words, session }: Frame): Html | '' => {
  const { list: text } = words.text.faq;
  if (!deleted.length) return '';
  return html`<details class="panel">
    <summary>${text.deletedEntries}</summary>
    <ul class="files">
      ${deleted.map(
        (entry) =>
          html`<li>
            <form class="actions" method="post" action="/inbox/faq/${entry.key}/restore">
              ${csrfField(session)}
              <span id="d-${entry.key}">${questionOf(entry)}</span>
              <span class="hint"
                ><time datetime="${entry.deletedAt}">${words.dates.short(entry.deletedAt)}</time></span
              >
              <button aria-describedby="d-${entry.key}">${text.putBack}</button>
            </form>
          </li>`,
      )}
    </ul>
  </details>`;
};

import { html } from 'hono/html';
import type { Merge } from '../../faq/merge.js';
import type { FaqEntry } from '../../store/faq.js';
import { langAttribute } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';
import { ENGLISH } from '../words/words.js';

export interface FaqImportPageOptions extends Frame {
  readonly lang: string;
  /** As it was pasted. */
  readonly source: string;
  readonly problem?: { readonly field: 'lang' | 'source'; readonly text: string } | undefined;
  /** What it would change; nothing was changed yet. */
  readonly merge?: Merge | undefined;
  /** The entries that are there, by key. */
  readonly present?: ReadonlyMap<string, FaqEntry> | undefined;
}

/** Questions that are named; of thousands, a number says more. */
const MOST_NAMED = 100;

export const faqImportPage = (options: FaqImportPageOptions): Html => {
  const { lang, source, problem, merge, ...rest } = options;
  const describedBy = (field: string, hint: string) =>
    problem?.field === field
      ? html`aria-invalid="true" autofocus aria-describedby="${hint} problem"`
      : html`aria-describedby="${hint}"`;
  const message = problem && html`<p class="error" id="problem"><span class="visually-hidden">Error:</span> ${problem.text}</p>`;
  return page({
    isWrong: Boolean(problem),
    title: `Import`,
    frame: rest, current: 'faq',
    content: html`<p><a href="/inbox/faq?lang=${encodeURIComponent(lang)}">Back to the FAQ</a></p>
      <h1>Import</h1>
      ${merge && mergePreview(merge, options)}
      <form class="panel" method="post" action="/inbox/faq/import">
        ${csrfField(rest.session)}
        <div class="field">
          <label for="lang">Language</label>
          ${problem?.field === 'lang' && message}
          <input id="lang" name="lang" value="${lang}" required autocomplete="off" ${describedBy('lang', 'lang-hint')} />
          <p class="hint" id="lang-hint">Its tag, such as eu or es.</p>
        </div>
        <div class="field">
          <label for="source">Your FAQ</label>
          ${problem?.field === 'source' && message}
          <textarea id="source" name="source" rows="10" dir="auto" required spellcheck="false" ${describedBy('source', 'source-hint')}>
${source}</textarea>
          <p class="hint" id="source-hint">
            The source text of your page: HTML with &lt;details&gt;, or with a schema.org FAQPage. Or the JSON that was
            exported here. Pictures become their descriptions.
          </p>
        </div>
        <p class="actions">
          <button ${!merge && html`class="primary"`}>Read it${merge && ' again'}</button>
        </p>
      </form>`,
  });
}; // prettier-ignore

const mergePreview = (merge: Merge, { lang, source, session, present }: FaqImportPageOptions): Html => {
  const { add, update, same, refused } = merge;
  const list = (heading: string, questions: readonly string[]): Html | '' => {
    if (!questions.length) return '';
    return html`<h3>${heading}: ${questions.length}</h3>
      <ul>
        ${questions.slice(0, MOST_NAMED).map((question) => html`<li><bdi ${langAttribute(lang)}>${question}</bdi></li>`)}
        ${questions.length > MOST_NAMED && html`<li>and ${questions.length - MOST_NAMED} more</li>`}
      </ul>`;
  };
  const nothing = add.length + update.length === 0;
  return html`<section class="notice" aria-labelledby="preview">
    <h2 id="preview" tabindex="-1" autofocus>${nothing ? 'There is nothing to import' : 'Nothing is imported yet'}</h2>
    <p>${ENGLISH.language(lang)}. Nothing that is there is deleted, and wordings are only added.</p>
    ${list('New', add.map(({ content }) => content.question))}
    ${list('Here, with another content', update.map(({ key, content }) => present?.get(key)?.question ?? content.question))}
    ${same > 0 && html`<p>Here already, the same: ${same}</p>`}
    ${list('Not possible', refused.map(({ question, problems }) => `${question || '?'}: ${problems.map(({ text }) => text).join(' ')}`))}
    ${!nothing && html`<form method="post" action="/inbox/faq/import">
      ${csrfField(session)}
      <input type="hidden" name="lang" value="${lang}" />
      <textarea name="source" hidden>
${source}</textarea>
      <p class="actions">
        ${add.length > 0 && html`<button class="primary" name="action" value="add">Import the new ones</button>`}
        ${update.length > 0 && html`<button name="action" value="all">${add.length ? 'Import the new ones, and replace' : 'Replace'} what differs</button>`}
      </p>
    </form>`}
  </section>`;
}; // prettier-ignore

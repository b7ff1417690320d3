import { html } from 'hono/html';
import type { Merge } from '../../faq/merge.js';
import type { SourceError } from '../../faq/read-source.js';
import type { FaqEntry } from '../../store/faq.js';
import type { InboxWords } from '../words/words.js';
import { problemText } from './faq-problems.js';
import { langAttribute } from './languages.js';
import { page, type Frame, type Html } from './layout.js';
import { csrfField } from './navigation.js';

export interface FaqImportPageOptions extends Frame {
  readonly lang: string;
  /** As it was pasted. */
  readonly source: string;
  /** What is wrong: that there is no such language, or what was pasted. */
  readonly problem?: 'noLanguage' | SourceError | undefined;
  /** What it would change; nothing was changed yet. */
  readonly merge?: Merge | undefined;
  /** The entries that are there, by key. */
  readonly present?: ReadonlyMap<string, FaqEntry> | undefined;
}

/** Questions that are named; of thousands, a number says more. */
const MOST_NAMED = 100;

export const faqImportPage = (options: FaqImportPageOptions): Html => {
  const { lang, source, problem, merge, ...rest } = options;
  const { words } = rest;
  const { frame, faq } = words.text;
  const text = faq.import;
  const wrong = problem && (problem === 'noLanguage' ? 'lang' : 'source');
  const describedBy = (field: string, hint: string) =>
    wrong === field
      ? html`aria-invalid="true" autofocus aria-describedby="${hint} problem"`
      : html`aria-describedby="${hint}"`;
  const message = problem && html`<p class="error" id="problem"><span class="visually-hidden">${frame.errorPrefix}</span> ${wrongText(words, problem)}</p>`;
  return page({
    isWrong: Boolean(problem),
    title: text.heading,
    frame: rest, current: 'faq',
    content: html`<p><a href="/inbox/faq?lang=${encodeURIComponent(lang)}">${faq.backToFaq}</a></p>
      <h1>${text.heading}</h1>
      ${merge && mergePreview(merge, options)}
      <form class="panel" method="post" action="/inbox/faq/import">
        ${csrfField(rest.session)}
        <div class="field">
          <label for="lang">${faq.entry.language}</label>
          ${wrong === 'lang' && message}
          <input id="lang" name="lang" value="${lang}" required autocomplete="off" ${describedBy('lang', 'lang-hint')} />
          <p class="hint" id="lang-hint">${faq.entry.languageHint}</p>
        </div>
        <div class="field">
          <label for="source">${text.source}</label>
          ${wrong === 'source' && message}
          <textarea id="source" name="source" rows="10" dir="auto" required spellcheck="false" ${describedBy('source', 'source-hint')}>
${source}</textarea>
          <p class="hint" id="source-hint">${text.sourceHint}</p>
        </div>
        <p class="actions">
          <button ${!merge && html`class="primary"`}>${merge ? text.readAgain : text.read}</button>
        </p>
      </form>`,
  });
}; // prettier-ignore

const wrongText = (words: InboxWords, problem: 'noLanguage' | SourceError): Html | string => {
  const { problems, sourceProblems } = words.text.faq;
  if (problem === 'noLanguage') return problems.noLanguage;
  return words.html(sourceProblems[problem.kind], { detail: html`<bdi lang="en">${problem.detail}</bdi>` });
};

const mergePreview = (merge: Merge, { lang, source, words, session, present }: FaqImportPageOptions): Html => {
  const { add, update, same, refused } = merge;
  const { import: text } = words.text.faq;
  const counted = (message: string, count: number) => words.fill(message, { count: words.number(count) });
  const inLanguage = (question: string) => html`<bdi ${langAttribute(lang)}>${question}</bdi>`;
  const list = (heading: string, items: readonly Html[]): Html | '' => {
    if (!items.length) return '';
    const more = items.length - MOST_NAMED;
    return html`<h3>${counted(heading, items.length)}</h3>
      <ul>
        ${items.slice(0, MOST_NAMED).map((item) => html`<li>${item}</li>`)}
        ${more > 0 && html`<li>${counted(text.more, more)}</li>`}
      </ul>`;
  };
  const refusal = ({ question, problems }: Merge['refused'][number]) =>
    words.html(text.refusedEntry, {
      question: question ? inLanguage(question) : '?',
      problems: html`${problems.map((problem) => html`${problemText(words, problem, lang)} `)}`,
    });
  const nothing = add.length + update.length === 0;
  return html`<section class="notice" aria-labelledby="preview">
    <h2 id="preview" tabindex="-1" autofocus>${nothing ? text.nothing : text.notYet}</h2>
    <p>${words.fill(text.text, { language: words.language(lang) })}</p>
    ${list(text.new, add.map(({ content }) => inLanguage(content.question)))}
    ${list(text.differs, update.map(({ key, content }) => inLanguage(present?.get(key)?.question ?? content.question)))}
    ${same > 0 && html`<p>${counted(text.same, same)}</p>`}
    ${list(text.refused, refused.map(refusal))}
    ${!nothing && html`<form method="post" action="/inbox/faq/import">
      ${csrfField(session)}
      <input type="hidden" name="lang" value="${lang}" />
      <textarea name="source" hidden>
${source}</textarea>
      <p class="actions">
        ${add.length > 0 && html`<button class="primary" name="action" value="add">${text.add}</button>`}
        ${update.length > 0 && html`<button name="action" value="all">${add.length ? text.addAndReplace : text.replace}</button>`}
      </p>
    </form>`}
  </section>`;
}; // prettier-ignore

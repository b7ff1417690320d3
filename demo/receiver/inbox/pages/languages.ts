import { html } from 'hono/html';
import { languageTag } from '../format.js';
import type { InboxWords } from '../words/words.js';
import type { Html } from './layout.js';

/**
 * Links to the same list in other languages; nothing where there is only one.
 * @param counts what stands beside each, or 0
 */
export const languageLinks = (
  words: InboxWords,
  path: string,
  lang: string,
  counts: ReadonlyMap<string, number>,
): Html | '' => {
  const { languages, languageCount } = words.text.frame;
  if (counts.size < 2 && (counts.size === 0 || counts.has(lang))) return '';
  return html`<nav class="languages" aria-label="${languages}">
    ${Array.from(counts, ([each, count]) => {
      const language = words.language(each);
      const text = count ? words.fill(languageCount, { language, count: words.number(count) }) : language;
      return html`<a
        href="${path}?lang=${encodeURIComponent(each)}"
        ${each === lang && html`aria-current="page"`}
        >${text}</a
      >`;
    })}
  </nav>`;
};

/** The attribute for a text in this language, if it is one. */
export const langAttribute = (lang: string): Html | '' => {
  const tag = lang === 'und' ? undefined : languageTag(lang);
  return tag ? html`lang="${tag}"` : '';
};

export interface ListPart<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The part of a list that one page shows: the last one where the address asks for more than there is. */
export const partOf = <T>(all: readonly T[], asked: string | undefined, length: number): ListPart<T> => {
  const pages = Math.max(1, Math.ceil(all.length / length));
  const number = Number(asked);
  const page = Number.isInteger(number) && number > 0 ? Math.min(number, pages) : 1;
  return { items: all.slice((page - 1) * length, page * length), page, pages };
};

export const pageLinks = (
  words: InboxWords,
  path: string,
  lang: string,
  { page, pages }: ListPart<unknown>,
): Html | '' => {
  if (pages === 1) return '';
  const text = words.text.frame;
  const link = (number: number, name: string) =>
    html`<a href="${path}?lang=${encodeURIComponent(lang)}&amp;page=${number}">${name}</a>`;
  return html`<nav class="pages" aria-label="${text.pages}">
    ${page > 1 && link(page - 1, text.previousPage)} <span>${words.fill(text.pageOf, { page, pages })}</span>
    ${page < pages && link(page + 1, text.nextPage)}
  </nav>`;
};

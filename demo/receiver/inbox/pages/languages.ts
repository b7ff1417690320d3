import { html } from 'hono/html';
import { languageName, languageTag } from '../format.js';
import type { Html } from './layout.js';

/**
 * Links to the same list in other languages; nothing where there is only one.
 * @param counts what stands beside each, or 0
 */
export const languageLinks = (path: string, lang: string, counts: ReadonlyMap<string, number>): Html | '' => {
  if (counts.size < 2 && (counts.size === 0 || counts.has(lang))) return '';
  return html`<nav class="languages" aria-label="Languages">
    ${Array.from(counts, ([each, count]) => {
      const text = count ? `${languageName(each)}: ${count}` : languageName(each);
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

export const pageLinks = (path: string, lang: string, { page, pages }: ListPart<unknown>): Html | '' => {
  if (pages === 1) return '';
  const link = (number: number, text: string) =>
    html`<a href="${path}?lang=${encodeURIComponent(lang)}&amp;page=${number}">${text}</a>`;
  return html`<nav class="pages" aria-label="Pages">
    ${page > 1 && link(page - 1, 'Previous page')} <span>Page ${page} of ${pages}</span>
    ${page < pages && link(page + 1, 'Next page')}
  </nav>`;
};

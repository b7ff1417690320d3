import { html } from 'hono/html';
import type { ContentProblem } from '../../faq/content.js';
import type { InboxWords } from '../words/words.js';
import { langAttribute } from './languages.js';
import type { Html } from './layout.js';

/** What is wrong with a field of an entry, in words. @param lang of the entry */
export const problemText = (
  words: InboxWords,
  { kind, count = 0, limit = 0, wording = '' }: ContentProblem,
  lang: string,
): Html =>
  words.html(words.text.faq.problems[kind], {
    count: words.number(count),
    limit: words.number(limit),
    wording: html`<bdi ${langAttribute(lang)}>${wording}</bdi>`,
  });

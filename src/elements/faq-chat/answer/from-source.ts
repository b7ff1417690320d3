import type { AnswerSource } from '../entries/entry.js';
import { copyNodes } from './copy-nodes.js';
import { parseMarkdown } from './markdown.js';
import type { AnswerNode } from './node.js';
import { wordsOfHtml } from './words-of-html.js';

/** The Sanitizer API is not in TypeScript's DOM library. */
type SafelySettable = HTMLElement & { setHTML?: (html: string) => void };

/** An answer, from wherever it comes. Pictures are kept of what is already in the page, and of nothing else. */
export const answerOf = (source: AnswerSource): readonly AnswerNode[] => {
  if (source instanceof Element) {
    const nodes = [...source.childNodes].filter((node) => node.nodeName.toLowerCase() !== 'summary');
    return copyNodes(nodes, true);
  }
  return 'markdown' in source ? parseMarkdown(source.markdown, document.baseURI) : fromHtml(source.html);
};

/**
 * HTML as text becomes nodes only where the browser takes out what is unsafe (`setHTML`, which needs no Trusted Types
 * policy), in a document that loads nothing; elsewhere its words are all that is taken.
 */
const fromHtml = (html: string): readonly AnswerNode[] => {
  const element: SafelySettable = document.implementation.createHTMLDocument('').createElement('div');
  if (!element.setHTML) return parseMarkdown(wordsOfHtml(html), document.baseURI);
  element.setHTML(html);
  return copyNodes(element.childNodes, false);
};

import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ChatEntry } from '../../../src/elements/faq-chat/entries/entry.js';
import { readJson } from '../../../src/elements/faq-chat/entries/read-json.js';
import { readJsonLd } from '../../../src/elements/faq-chat/entries/read-json-ld.js';
import type { FaqContent } from '../store/faq.js';
import { attribute, isElement, plainTextOf, toMarkdown } from './html-to-markdown.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** An entry that was read, with the id that it had there, if it had one of its own. */
export interface ReadEntry extends FaqContent {
  readonly id?: string;
}

/** What was pasted is no FAQ. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly kind: 'empty' | 'noJson' | 'noFaq' | 'tooDeep';
  /** What is wrong and where, in English. */
  readonly detail: string;

  constructor(kind: SourceError['kind'], detail = '') {
    super(detail ? `${kind}: ${detail}` : kind);
    this.kind = kind;
    this.detail = detail;
  }
}

/**
 * Reads an FAQ as it stands in a page or a file: the JSON of `src`, structured data (schema.org `FAQPage`), or HTML
 * with `<details>`, in which structured data counts where there are none. As the chat itself would read it.
 * @throws {SourceError}
 */
export const readSource = (text: string): readonly ReadEntry[] => {
  const source = text.replace(/^\uFEFF/, '').trim();
  const entries = /^[[{]/.test(source) ? readData(source) : readNested(source);
  if (entries.length) return entries;
  throw new SourceError('empty');
};

const readData = (source: string): readonly ReadEntry[] => {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    throw new SourceError('noJson', (error as Error).message);
  }
  try {
    const isLinked = [data].flat().some((each) => typeof each === 'object' && each !== null && '@context' in each);
    return (isLinked ? readJsonLd(source) : readJson(data, () => undefined)).map(fromChat);
  } catch (error) {
    throw new SourceError('noFaq', (error as Error).message);
  }
}; // prettier-ignore

const fromChat = ({ id, answer, ...entry }: ChatEntry): ReadEntry => {
  const { question, alternatives, category, suggested } = entry;
  const content = { question, alternatives, category, suggested, answer: markdownOf(answer) };
  return id === question ? content : { id, ...content };
};

const markdownOf = (answer: ChatEntry['answer']): string => {
  if ('markdown' in answer) return answer.markdown;
  return 'html' in answer ? toMarkdown(bodyOf(answer.html)) : '';
};

const bodyOf = (html: string): readonly Node[] => {
  const root = parse(html).childNodes.find((node) => node.nodeName === 'html');
  const body = root && isElement(root) && root.childNodes.find((node) => node.nodeName === 'body');
  return body && isElement(body) ? body.childNodes : [];
};

const readNested = (source: string): readonly ReadEntry[] => {
  try {
    return readHtml(source);
  } catch (error) {
    if (error instanceof RangeError) throw new SourceError('tooDeep');
    throw error;
  }
};

const readHtml = (source: string): readonly ReadEntry[] => {
  const found: ReadEntry[] = [];
  const scripts: string[] = [];
  walk(parse(source).childNodes, [], { heading: undefined }, found, scripts);
  if (found.length) return found;
  return scripts.flatMap((script) => {
    try {
      return readJsonLd(script).map(fromChat);
    } catch {
      return []; // Another's script.
    }
  });
};

/** The heading that was met last, with the elements around it. */
interface Met {
  heading: { readonly text: string; readonly within: readonly Element[] } | undefined;
}

/** In the order of the document, as `read-details.ts` does it in a page. */
const walk = (
  nodes: readonly Node[],
  within: readonly Element[],
  met: Met,
  found: ReadEntry[],
  scripts: string[],
): void => {
  for (const node of nodes) {
    if (!isElement(node) || attribute(node, 'slot') !== undefined) continue;
    if (/^h[1-6]$/.test(node.tagName) || attribute(node, 'role') === 'heading')
      met.heading = { text: plainTextOf(node), within };
    if (node.tagName === 'script' && attribute(node, 'type')?.toLowerCase() === 'application/ld+json')
      scripts.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''));
    if (node.tagName === 'details') {
      const entry = entryOf(node, categoryOf(met.heading, within));
      if (entry) found.push(entry);
    } else walk(node.childNodes, [...within, node], met, found, scripts);
  }
};

/** That of the section around it, else of the heading before it. */
const categoryOf = (heading: Met['heading'], within: readonly Element[]): string => {
  if (!heading) return '';
  const section = heading.within.findLast(({ tagName }) => tagName === 'section');
  return !section || within.includes(section) ? heading.text : '';
};

const entryOf = (details: Element, category: string): ReadEntry | undefined => {
  const summary = details.childNodes.find((node) => node.nodeName === 'summary');
  const question = summary ? plainTextOf(summary) : '';
  if (!question) return undefined;
  const id = attribute(details, 'id');
  return {
    ...(id && { id }),
    question,
    alternatives: (attribute(details, 'data-ask') ?? '')
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
    answer: toMarkdown(details.childNodes.filter((node) => node !== summary)),
    category,
    suggested: attribute(details, 'data-suggested') !== undefined,
  };
};

import {
  attributesOf,
  plain,
  safeAddress,
  treatmentOf,
  type AnswerElement,
  type AnswerNode,
} from './node.js';

/** An answer that has more than this is cut: none that a person reads has. */
const MOST_NODES = 2000;
const DEEPEST = 30;

/**
 * Copies nodes through the allow-list. Nothing that executes is ever created: what comes out is data.
 * @param images whether pictures are kept; those of strangers tell them who reads (text and its pictures from
 *   elsewhere are not the same trust)
 */
export const copyNodes = (nodes: Iterable<Node>, images: boolean): readonly AnswerNode[] => {
  let left = MOST_NODES;
  const copyAll = (list: Iterable<Node>, depth: number): AnswerNode[] => {
    const copies: AnswerNode[] = [];
    for (const node of list) {
      if (left <= 0) break;
      left--;
      if (node.nodeType === Node.TEXT_NODE) copies.push(plain(node.nodeValue ?? ''));
      else if (node instanceof Element && !node.hasAttribute('hidden')) copies.push(...copy(node, depth));
    }
    return copies;
  };
  const copy = (element: Element, depth: number): AnswerNode[] => {
    const tag = element.localName;
    const treatment = treatmentOf(tag);
    if (treatment === 'drop') return [];
    if (depth >= DEEPEST) return [plain(element.textContent)];
    const children = copyAll(element.childNodes, depth + 1);
    if (treatment === 'unwrap') return children;
    const attributes = copyAttributes(element, tag);
    // A link to nowhere is its text; a picture that nobody can hear of is none (WCAG 2.2, 1.1.1).
    if (tag === 'a' && !attributes.href) return children;
    if (tag === 'img' && !(images && attributes.src && attributes.alt)) return [attributes.alt ?? ''];
    return [{ tag, attributes, children } satisfies AnswerElement];
  };
  return copyAll(nodes, 0);
};

const copyAttributes = (element: Element, tag: string): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const name of attributesOf(tag)) {
    const value = element.getAttribute(name);
    if (value === null) continue;
    if (name === 'href' || name === 'src') {
      const address = safeAddress(value, document.baseURI, name === 'src' ? /^https?:$/ : undefined);
      if (address) attributes[name] = address;
    } else if (name !== 'target' || value === '_blank') attributes[name] = plain(value);
  }
  return attributes;
};

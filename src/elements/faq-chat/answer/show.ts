import { attributesOf, safeAddress, treatmentOf, type AnswerNode } from './node.js';

/** What showing an answer needs to know of where it is shown. */
export interface Place {
  /** Level of the panel's heading: those of answers are below it. */
  readonly level: number;
  /** Said after a link that opens in a new tab. */
  readonly newTab: string;
}

/**
 * The nodes of an answer, made one by one: no text is ever parsed as HTML. The allow-list is asked once more, since an
 * answer may have been kept where others write too.
 */
export const showAnswer = (nodes: readonly AnswerNode[], place: Place): DocumentFragment => {
  const fragment = document.createDocumentFragment();
  const offset = place.level + 1 - highestHeading(nodes);
  fragment.append(...nodes.map((node) => make(node, place, offset)));
  return fragment;
};

const HEADING = /^h([1-6])$/;

const highestHeading = (nodes: readonly AnswerNode[]): number =>
  Math.min(
    ...nodes.map((node) =>
      typeof node === 'string' ? 7 : Number(HEADING.exec(node.tag)?.[1] ?? highestHeading(node.children)),
    ),
    7,
  );

const make = (node: AnswerNode, place: Place, offset: number): Node => {
  if (typeof node === 'string') return document.createTextNode(node);
  if (treatmentOf(node.tag) !== 'copy') return document.createTextNode('');
  const level = HEADING.exec(node.tag)?.[1];
  const tag = level ? `h${Math.min(6, Math.max(1, Number(level) + offset))}` : node.tag;
  const element = document.createElement(tag);
  for (const name of attributesOf(node.tag)) {
    const value = Object.hasOwn(node.attributes, name) ? node.attributes[name] : undefined;
    const isAddress = name === 'href' || name === 'src';
    if (typeof value === 'string' && (!isAddress || safeAddress(value, document.baseURI)))
      element.setAttribute(name, value);
  }
  element.append(...node.children.map((child) => make(child, place, offset)));
  if (tag === 'a' && node.attributes.target) {
    element.setAttribute('rel', 'noopener');
    element.append(` ${place.newTab}`);
  }
  // Where there is no room for them they scroll: by keys, too, which not every browser lets anything else do (WCAG 2.2, 2.1.1).
  if (tag === 'table' || tag === 'pre') element.tabIndex = 0;
  if (tag === 'img') {
    element.setAttribute('loading', 'lazy');
    element.setAttribute('referrerpolicy', 'strict-origin-when-cross-origin');
  }
  return element;
};

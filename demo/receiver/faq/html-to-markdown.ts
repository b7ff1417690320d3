import type { DefaultTreeAdapterTypes } from 'parse5';
import { treatmentOf } from '../../../src/elements/faq-chat/answer/node.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * HTML as the small part of Markdown that the chat reads: paragraphs, line breaks, headings, lists, quotations, strong,
 * emphasis, code and links. Of anything else the text is kept, of a picture its description, of a script nothing.
 * Whatever the text holds stays text: characters that mean something in Markdown are escaped.
 */
export const toMarkdown = (nodes: readonly Node[]): string => {
  const blocks: string[] = [];
  writeBlocks(nodes, blocks);
  return blocks.join('\n\n');
};

/** On one line, without what is no text. */
export const plainTextOf = (node: Node): string => rawText(node).replace(/\s+/g, ' ').trim();

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

const rawText = (node: Node): string => {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!isElement(node) || isLeftOut(node)) return '';
  return node.childNodes.map(rawText).join('');
};

const isLeftOut = (element: Element): boolean =>
  treatmentOf(element.tagName) === 'drop' || attribute(element, 'hidden') !== undefined;

const BLOCKS =
  /^(?:address|article|aside|blockquote|caption|center|d[dlt]|details|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|t(?:able|body|foot|head|r)|ul)$/;

/** Text beside blocks makes a paragraph of its own. */
const writeBlocks = (nodes: readonly Node[], blocks: string[]): void => {
  let run: Node[] = [];
  const endRun = (): void => {
    const text = paragraph(run);
    if (text) blocks.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) run.push(node);
    else if (isLeftOut(node)) continue;
    else if (!BLOCKS.test(node.tagName) && !node.childNodes.some(hasBlock)) run.push(node);
    else {
      endRun();
      writeBlock(node, blocks);
    }
  }
  endRun();
};

const hasBlock = (node: Node): boolean =>
  isElement(node) && (BLOCKS.test(node.tagName) || node.childNodes.some(hasBlock));

const writeBlock = (element: Element, blocks: string[]): void => {
  const { tagName, childNodes } = element;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level) {
    const title = inlineText(childNodes).replaceAll('\n', ' ');
    if (title) blocks.push(`${'#'.repeat(Number(level))} ${title}`);
  } else if (tagName === 'ul' || tagName === 'ol') {
    const items = listItems(element);
    if (items.length) blocks.push(items.join('\n'));
  } else if (tagName === 'blockquote') {
    const inner = toMarkdown(childNodes).split(/\n+/).filter(Boolean);
    if (inner.length) blocks.push(inner.map((line) => `> ${line}`).join('\n'));
  } else if (tagName === 'tr') {
    const cells = childNodes.filter(isElement).map(({ childNodes: inner }) => paragraph(inner).replaceAll('\n', ' '));
    const row = cells.filter(Boolean).join(' – ');
    if (row) blocks.push(row);
  } else writeBlocks(childNodes, blocks);
}; // prettier-ignore

/** A list in a list is part of it: the chat's lists have one level. */
const listItems = ({ tagName, childNodes }: Element): readonly string[] =>
  childNodes.filter(isElement).flatMap((item, index) => {
    const inner = item.childNodes.filter((node) => !isList(node));
    const text = toMarkdown(inner).replace(/\s*\n\s*/g, ' ');
    const marker = tagName === 'ol' ? `${index + 1}.` : '-';
    return [
      ...(text ? [`${marker} ${text}`] : []),
      ...item.childNodes.filter(isElement).filter(isList).flatMap(listItems),
    ];
  });

const isList = (node: Node): boolean => isElement(node) && /^[uo]l$/.test(node.tagName);

/** What begins a line must not begin a block. */
const paragraph = (nodes: readonly Node[]): string =>
  inlineText(nodes)
    .split('\n')
    .map((line) => line.replace(/^(\s*)([#>+-]|\d{1,6}[.)])(?=\s|$)/, escapeMarker).replace(/^>/, '\\>'))
    .join('\n');

const escapeMarker = (_: string, space: string, marker: string): string =>
  `${space}${marker.slice(0, -1)}\\${marker.slice(-1)}`;

const inlineText = (nodes: readonly Node[]): string =>
  nodes
    .map(inline)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

const inline = (node: Node): string => {
  if (node.nodeName === '#text') return escaped((node as DefaultTreeAdapterTypes.TextNode).value);
  if (!isElement(node) || isLeftOut(node)) return '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'img') return escaped(attribute(node, 'alt') ?? '');
  const inner = node.childNodes.map(inline).join('');
  switch (node.tagName) {
    case 'strong':
    case 'b':
      return around('**', inner);
    case 'em':
    case 'i':
      return around('*', inner);
    case 'code':
    case 'kbd':
    case 'samp':
      return code(rawText(node)) ?? inner;
    case 'a':
      return link(inner, attribute(node, 'href') ?? '');
    default:
      return inner;
  }
};

const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]]/g, '\\$&');

/** Marks stand at the words, not at the spaces around them. Marked text in marked text is marked once. */
const around = (mark: string, inner: string): string => {
  const [, before = '', text = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(inner) ?? [];
  return text === '' || text.length > 1000 || /[*\n]/.test(text)
    ? inner
    : before + mark + text + mark + after;
};

const code = (text: string): string | undefined => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line !== '' && line.length <= 500 && !line.includes('`') ? `\`${line}\`` : undefined;
};

/** `encodeURIComponent` leaves parentheses as they are. */
const PERCENT: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' };

/** A link to where the chat would not lead is its text. What is relative is so to the page that shows it. */
const link = (label: string, href: string): string => {
  // As browsers read it: they skip control characters (URL Standard, basic URL parser).
  const address = href
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\s()]/g, (character) => PERCENT[character] ?? encodeURIComponent(character));
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(address) ?? [];
  const isKnown = scheme === undefined ? !/^[\\/]{2}/.test(address) : /^(?:https?|mailto|tel)$/i.test(scheme);
  const text = label.replace(/\\?[[\]]/g, '').replace(/\s+/g, ' ');
  if (!isKnown || address === '' || address.length > 2000 || text.trim() === '' || text.length > 300) return label;
  return `[${text}](${address})`;
}; // prettier-ignore

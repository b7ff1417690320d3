import { plain, safeAddress, type AnswerElement, type AnswerNode } from './node.js';

/** More than any answer has; the rest of a longer text is not read. */
const LONGEST = 20_000;

/**
 * A small part of Markdown: paragraphs and line breaks, headings, lists, quotations, `**strong**`, `*emphasis*`,
 * `` `code` ``, `[links](https://…)` and bare addresses. HTML in it is text, pictures are their descriptions. Every
 * pattern looks a bounded number of characters ahead, so that whatever is written takes linear time.
 * @param base what relative addresses are relative to
 */
export const parseMarkdown = (source: string, base: string): readonly AnswerNode[] => {
  const blocks: AnswerNode[] = [];
  let paragraph: string[] = [];
  let list: { readonly tag: string; readonly items: AnswerNode[] } | undefined;
  const endParagraph = (): void => {
    if (paragraph.length) blocks.push(element('p', inline(paragraph.join('\n'), base)));
    paragraph = [];
  };
  const endList = (): void => {
    if (list) blocks.push(element(list.tag, list.items));
    list = undefined;
  };
  for (const line of plain(source.slice(0, LONGEST)).split(/\r\n?|\n/)) {
    const [, bullet, item] = /^ {0,12}([-*+•]|\d{1,6}[.)]) {1,4}(\S.*)$/.exec(line) ?? [];
    const [, heading, title] = /^(#{1,6}) {1,4}(\S.*)$/.exec(line) ?? [];
    const [, quotation] = /^> ?(.*)$/.exec(line) ?? [];
    if (item !== undefined) {
      endParagraph();
      const tag = /\d/.test(bullet!) ? 'ol' : 'ul';
      if (list?.tag !== tag) endList();
      list ??= { tag, items: [] };
      list.items.push(element('li', inline(item, base)));
      continue;
    }
    endList();
    if (title !== undefined) {
      endParagraph();
      blocks.push(element(`h${heading!.length}`, inline(title.replace(/ +#+ *$/, ''), base)));
    } else if (quotation !== undefined) {
      endParagraph();
      blocks.push(element('blockquote', inline(quotation, base)));
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(line.trim());
  }
  endParagraph();
  endList();
  return blocks;
};

const element = (
  tag: string,
  children: readonly AnswerNode[],
  attributes: Readonly<Record<string, string>> = {},
): AnswerElement => ({ tag, attributes, children });

/** What can stand in a line, the first that fits at a place; `inside` may have more of it. */
const SPANS: readonly (readonly [
  pattern: RegExp,
  make: (match: readonly string[], base: string, inside: (text: string) => readonly AnswerNode[]) => AnswerNode,
])[] = [
  [/\\([\\`*_[\]()#>!.+-])/y, ([, character = '']) => character],
  [/`([^`\n]{1,500})`/y, ([, code = '']) => element('code', [code])],
  [/!\[([^[\]\n]{0,300})\]\([^()\s]{1,2000}\)/y, ([, description = '']) => description],
  [
    /\[([^[\]\n]{1,300})\]\(\s{0,4}([^()\s]{1,2000})\s{0,4}\)/y,
    ([whole = '', label = '', address = ''], base, inside) => link(inside(label), address, base) ?? whole,
  ],
  [/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/y, ([whole = '', address = ''], base) => link([address], address, base) ?? whole],
  [/https?:\/\/[^\s<>"'`\])]{1,2000}[^\s<>"'`\]).,;:!?]/y, ([address = ''], base) => link([address], address, base) ?? address],
  [/\*\*([^*\n]{1,1000})\*\*/y, ([, text = ''], _, inside) => element('strong', inside(text))],
  [/\*([^*\s][^*\n]{0,1000})\*/y, ([, text = ''], _, inside) => element('em', inside(text))],
  [/__([^_\n]{1,1000})__(?![\p{L}\p{N}])/uy, ([, text = ''], _, inside) => element('strong', inside(text))],
  [/_([^_\s][^_\n]{0,1000})_(?![\p{L}\p{N}])/uy, ([, text = ''], _, inside) => element('em', inside(text))],
  [/\n/y, () => element('br', [])],
]; // prettier-ignore

/** Emphasis in a link in emphasis is as deep as it goes. */
const DEEPEST = 3;

const inline = (text: string, base: string, depth = 0): readonly AnswerNode[] => {
  const nodes: AnswerNode[] = [];
  let start = 0;
  let at = 0;
  const inside = (inner: string): readonly AnswerNode[] =>
    depth + 1 < DEEPEST ? inline(inner, base, depth + 1) : [inner];
  while (at < text.length) {
    const found = spanAt(text, at);
    if (!found) {
      at++;
      continue;
    }
    const [match, make] = found;
    if (at > start) nodes.push(text.slice(start, at));
    nodes.push(make(match, base, inside));
    start = at = at + match[0].length;
  }
  if (start < text.length) nodes.push(text.slice(start));
  return nodes;
};

const spanAt = (text: string, at: number): [RegExpExecArray, (typeof SPANS)[number][1]] | undefined => {
  // Most characters begin nothing; in words, an underscore is a letter, and "https" begins no address.
  if (!/[\\`![<*_\nh]/.test(text[at]!)) return undefined;
  if (/[_h]/.test(text[at]!) && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
  for (const [pattern, make] of SPANS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [match, make];
  }
  return undefined;
};

const link = (label: readonly AnswerNode[], address: string, base: string): AnswerElement | undefined => {
  const href = safeAddress(address, base);
  return href ? element('a', label, { href }) : undefined;
};

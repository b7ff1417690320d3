/**
 * An answer as plain data: texts, and elements of the allow-list with their allowed attributes. Whatever an answer comes
 * from (the owner's own nodes, JSON, a server) becomes this first, and only this is shown: there is no other way in.
 */
export type AnswerNode = string | AnswerElement;

export interface AnswerElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly AnswerNode[];
}

/** Attributes that any element may keep. */
const GLOBAL = ['lang', 'dir', 'title'];

/** Elements that are copied, each with the attributes that only it may keep. Of any other, what is in it is copied. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ...'p div br hr wbr b strong i em u s del ins mark small sub sup code kbd samp pre q cite blockquote abbr bdi bdo'
    .split(' ')
    .map((tag): [string, readonly string[]] => [tag, []]),
  ...'ul dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr figure figcaption address ruby rt rp details summary'
    .split(' ')
    .map((tag): [string, readonly string[]] => [tag, []]),
  ['a', ['href', 'target']],
  ['img', ['src', 'alt', 'width', 'height']],
  ['ol', ['start', 'reversed', 'type']],
  ['li', ['value']],
  ['th', ['colspan', 'rowspan', 'scope']],
  ['td', ['colspan', 'rowspan']],
  ['time', ['datetime']],
]);

/** Elements of which nothing is copied, not even the text: it is code, or makes no sense without the element. */
const DROPPED = new Set(
  'script style template noscript iframe frame object embed applet param link meta base title head svg math audio video canvas map form input button select textarea option datalist output progress meter dialog slot portal xmp plaintext noembed'.split(
    ' ',
  ),
);

export type Treatment = 'copy' | 'unwrap' | 'drop';

export const treatmentOf = (tag: string): Treatment =>
  DROPPED.has(tag) ? 'drop' : ALLOWED.has(tag) ? 'copy' : 'unwrap';

export const attributesOf = (tag: string): readonly string[] => [...GLOBAL, ...(ALLOWED.get(tag) ?? [])];

/**
 * An address that may be a link, resolved as the page's own links are: `https http mailto tel`, and nothing that only
 * looks like a path (`//host`), nor a password. @returns `undefined` for any other
 */
export const safeAddress = (
  value: string,
  base: string,
  schemes = /^(?:https?|mailto|tel):$/,
): string | undefined => {
  // Browsers skip white space and control characters, and take \ for /.
  if (/^[\s\p{Cc}]*[\\/][\s\p{Cc}]*[\\/]/u.test(value)) return undefined;
  try {
    const url = new URL(value, base);
    return schemes.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
};

/** Without the characters that turn the direction of what follows them: text must not pass for other text. */
export const plain = (text: string): string => text.replace(/[\u202A-\u202E]/g, '');

/** What an answer says, as plain text: a line a block, links with their address. */
export const textOf = (nodes: readonly AnswerNode[]): string =>
  nodes
    .map((node) => rawText(node))
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

const BLOCK =
  /^(?:p|div|br|hr|pre|blockquote|[uod]l|li|d[td]|h[1-6]|table|tr|caption|fig.*|address|details|summary)$/;

const rawText = (node: AnswerNode): string => {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  if (tag === 'img') return attributes.alt ?? '';
  const inner = children.map(rawText).join('');
  if (BLOCK.test(tag)) return `\n${tag === 'li' ? '- ' : ''}${inner}\n`;
  const address = tag === 'a' ? attributes.href?.replace(/^(?:mailto|tel):/, '') : undefined;
  return address && !inner.includes(address)
    ? `${inner} (${address})`
    : /^t[dh]$/.test(tag)
      ? `${inner} `
      : inner;
};

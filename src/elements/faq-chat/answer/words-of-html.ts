/** The entities that people write by hand; numbers go by their number. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
]);

/** The words of some HTML: tags and code gone, a line a block. It is text from there on, whatever it looks like. */
export const wordsOfHtml = (html: string): string =>
  html
    .slice(0, 100_000)
    .replace(/<(script|style|template|iframe|noscript|svg|math)\b[^>]{0,2000}>[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<br\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?(?:p|div|[uo]l|h[1-6]|table|tr|blockquote)\b[^<>]{0,2000}>/gi, '\n\n')
    .replace(/<li\b[^<>]{0,2000}>/gi, '\n- ')
    .replace(/<\/?[a-z!][^<>]{0,5000}>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/gi, (entity, decimal?: string, hex?: string, name = '') => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
      if (code === undefined) return ENTITIES.get(String(name).toLowerCase()) ?? entity;
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
    }); // prettier-ignore

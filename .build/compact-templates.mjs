import { RolldownMagicString } from 'rolldown';

/** Line breaks and indentation are there for the authors; a browser reads one space. */
const oneSpace = (text) => text.replace(/\s*\n\s*/g, ' ');

/** Elements that begin and end a line, whose white space at the edge nobody sees (CSS Text 3, 4.1.2). */
const block =
  'div|form|fieldset|legend|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|option|details';
const afterBlock = new RegExp(`(</?(?:${block})\\b[^<>]*>)\\s*\\n\\s*`, 'g');
const beforeBlock = new RegExp(`\\s*\\n\\s*(?=</?(?:${block})\\b)`, 'g');

const compact = {
  html: (text) => oneSpace(text.replace(afterBlock, '$1').replace(beforeBlock, '')),
  svg: oneSpace,
  css: (text) =>
    oneSpace(text.replace(/\/\*.*?\*\//gs, ''))
      .replace(/\s*([{};>])\s*|([:,])\s+|\s+(?=!important)/g, '$1$2')
      .replace(/(=)'([a-z][\w-]*)'(?=])/g, '$1$2')
      .replace(/(?<=[\s:,(])0(?=\.\d)/g, '')
      .replaceAll(';}', '}'),
};

function* templatesIn(node) {
  if (Array.isArray(node)) {
    for (const child of node) yield* templatesIn(child);
  } else if (node && typeof node === 'object') {
    if (node.type === 'TaggedTemplateExpression') yield node;
    for (const child of Object.values(node)) yield* templatesIn(child);
  }
}

/** Rolldown plugin: takes the layout out of Lit's `html`, `svg` and `css` templates, which minifiers leave alone. */
export const compactTemplates = {
  name: 'harreman:compact-templates',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code) {
      const result = new RolldownMagicString(code);
      for (const { tag, quasi } of templatesIn(this.parse(code, { lang: 'ts' }))) {
        for (const { start, end } of quasi.quasis) {
          const text = code.slice(start, end);
          const compacted = compact[tag.name]?.(text) ?? text;
          if (compacted !== text) result.overwrite(start, end, compacted);
        }
      }
      return { code: result.toString(), map: result.generateMap({ hires: true }).toString() };
    },
  },
};

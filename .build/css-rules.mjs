/**
 * What the kit's CSS must not contain, as a function for `.css` files and as an ESLint rule for `css` templates.
 */
const rules = [
  [/(?<![\w-])[\d.]+rem\b/, "rem follows the page's root font size: use em, or a token of the kit"],
  [/(?<![\w-])text-transform\s*:\s*(?!none\b)[\w-]+/, 'text-transform breaks Georgian, and what is copied'],
  [
    /(?<![\w-])(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)(?:-\w+)*\s*:/,
    'physical side: use the logical property (-inline-start, -inline-end)',
  ],
  [
    /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\s*:/,
    'physical corner: use border-start-start-radius …',
  ],
  [/(?<![\w-])(?:left|right)\s*:/, 'physical side: use inset-inline-start or inset-inline-end'],
  [/(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/, 'physical side: use start or end'],
  [/(?<![\w-])background(?:-image)?\s*:[^;]*\burl\(\s*["']?(?!data:)/, 'no pictures or fonts from elsewhere'],
  [/@import\b/, 'no style sheets from elsewhere'],
];

/** A four-sided shorthand whose right and left differ is physical, however it is written. */
const fourSides =
  /(?<![\w-])(?:margin|padding|inset)\s*:\s*([^\s;}]+)\s+([^\s;}]+)\s+([^\s;}]+)\s+([^\s;}]+)/;

/** What stands in brackets is one value, whatever spaces are in it. Positions stay. */
const withoutBrackets = (css) => {
  const outer = css.replace(/\([^()]*\)/g, (brackets) => brackets.replace(/[\s()]/g, '_'));
  return outer === css ? css : withoutBrackets(outer);
};

/**
 * @param {string} css
 * @returns {{ index: number, length: number, message: string }[]}
 */
export function cssProblems(css) {
  const problems = [];
  // Comments keep their length, so that positions stay true.
  const text = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  for (const [pattern, message] of rules) {
    for (const match of text.matchAll(new RegExp(pattern, 'gi'))) {
      problems.push({ index: match.index, length: match[0].length, message });
    }
  }
  for (const match of withoutBrackets(text).matchAll(new RegExp(fourSides, 'gi'))) {
    if (match[2] !== match[4]) {
      const message = 'physical shorthand whose sides differ: use the -block and -inline properties';
      problems.push({ index: match.index, length: match[0].length, message });
    }
  }
  return problems;
}

/** ESLint rule: the same for css`…`. */
export const cssTemplateRule = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'logical, self-contained CSS in css templates' },
  },
  create(context) {
    return {
      'TaggedTemplateExpression[tag.name="css"] TemplateElement'(node) {
        // `raw` and not `cooked`: positions in the file.
        for (const { index, length, message } of cssProblems(node.value.raw)) {
          const start = node.range[0] + 1 + index;
          const loc = {
            start: context.sourceCode.getLocFromIndex(start),
            end: context.sourceCode.getLocFromIndex(start + length),
          };
          context.report({ loc, message });
        }
      },
    };
  },
};

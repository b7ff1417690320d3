import { fileURLToPath } from 'node:url';

const parser = fileURLToPath(new URL('../src/cdn/template-parser.ts', import.meta.url));

/** Lit's own code, in its production build, by its file; and what stands there instead. */
const replacements = {
  'lit-html/lit-html.js': [
    [
      /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/,
      (_match, factory) => `${factory}?harremanCreatePolicy(${factory}):void 0`,
    ],
    [
      /static createElement\((\w+),\w+\)\{const (\w+)=\w+\.createElement\("template"\);return \2\.innerHTML=\1,\2\}/,
      (_match, html) => `static createElement(${html}){return harremanCreateTemplate(${html})}`,
    ],
    // Support for polyfills of before 2020, and for the warning that another Lit is on the page: nobody's here.
    [
      /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
      () => ';',
    ],
  ],
  '@lit/reactive-element/css-tag.js': [
    // Every browser that runs the rest of the kit has constructable style sheets; `addStyles` asks for no less.
    [/(\w+)=\w+\.ShadowRoot&&.+?"replace"in CSSStyleSheet\.prototype,/, (_match, name) => `${name}=!0,`],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [/,(\w+)=\w+\.reactiveElementPolyfillSupport/, () => ''],
    [
      /,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
      () => ';',
    ],
  ],
  'lit-element/lit-element.js': [
    [
      /,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\(\{LitElement:\w+\}\);/,
      () => ';',
    ],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, () => ''],
  ],
};

/**
 * Rolldown plugin: Lit as the files to paste have it. Its templates are parsed by `src/cdn/template-parser.ts`, which
 * says why, and it leaves no mark on the page's globals.
 */
export function litForPages() {
  const patched = new Set();
  return {
    name: 'harreman:lit-for-pages',
    transform: {
      filter: { id: /\/(?:lit-html|lit-element|css-tag|reactive-element)\.js$/ },
      handler(code, id) {
        const file = Object.keys(replacements).find((name) => id.endsWith(`/node_modules/${name}`));
        if (!file) return undefined;
        for (const [pattern, replacement] of replacements[file]) {
          if (!pattern.test(code)) throw new Error(`${file} has changed: ${pattern} is not in it any more`);
          code = code.replace(pattern, replacement);
        }
        patched.add(file);
        const imports = `import { createPolicy as harremanCreatePolicy, createTemplate as harremanCreateTemplate } from ${JSON.stringify(parser)};`;
        return { code: file.startsWith('lit-html') ? `${imports}\n${code}` : code, map: null };
      },
    },
    buildEnd(error) {
      const missing = Object.keys(replacements).filter((file) => !patched.has(file));
      if (!error && missing.length > 0)
        throw new Error(`Lit's production build was not part of the bundle: ${missing.join(', ')}`);
    },
  };
}

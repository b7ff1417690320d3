import { fileURLToPath } from 'node:url';

const parser = fileURLToPath(new URL('../src/cdn/template-parser.ts', import.meta.url));

/** lit-html's own code, in its production build, and what stands there instead. */
const replacements = [
  [
    /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/,
    (_match, factory) => `${factory}?harremanCreatePolicy(${factory}):void 0`,
  ],
  [
    /static createElement\((\w+),\w+\)\{const (\w+)=\w+\.createElement\("template"\);return \2\.innerHTML=\1,\2\}/,
    (_match, html) => `static createElement(${html}){return harremanCreateTemplate(${html})}`,
  ],
];

/** Rolldown plugin: lit-html parses its templates by `src/cdn/template-parser.ts`, which says why. */
export function litTemplates() {
  let patched = false;
  return {
    name: 'harreman:lit-templates',
    transform: {
      filter: { id: /\/lit-html\/lit-html\.js$/ },
      handler(code) {
        for (const [pattern, replacement] of replacements) {
          if (!pattern.test(code)) throw new Error(`lit-html has changed: ${pattern} is not in it any more`);
          code = code.replace(pattern, replacement);
        }
        patched = true;
        const imports = `import { createPolicy as harremanCreatePolicy, createTemplate as harremanCreateTemplate } from ${JSON.stringify(parser)};`;
        return { code: `${imports}\n${code}`, map: null };
      },
    },
    buildEnd(error) {
      if (!error && !patched) throw new Error("lit-html's production build was not part of the bundle");
    },
  };
}

/* oxlint-disable no-control-regex -- ASCII begins with one */
/** Rolldown plugins that make the files to paste fit for pages that aren't ours, and small. */
import { basename, sep } from 'node:path';
import { minify } from 'terser';

/**
 * `charset: 'ascii'` leaves tagged templates alone, because of their `raw` strings, which Lit does not read.
 * Before minification, where an escape moves nothing but its own line's columns in the source map.
 */
export const escapeNonAscii = {
  name: 'harreman:escape-non-ascii',
  renderChunk: (code, { fileName }) => ({
    code: checked(code, fileName).replace(
      /[^\x00-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    map: null,
  }),
};

/** Of `String.raw` the escapes would be seen. */
const checked = (code, fileName) => {
  const [found] = /String\.raw\s*`[^`]*[^\x00-\x7f]/.exec(code) ?? [];
  if (found) throw new Error(`${fileName}: other letters than ASCII in String.raw: ${found.slice(-30)}`);
  return code;
};

/**
 * Rolldown's own code runs on pages that add enumerable keys to `Object.prototype`, where `for…in` finds them and
 * `defineProperty` then throws.
 */
export const ownKeysOnly = {
  name: 'harreman:own-keys-only',
  transform: {
    filter: { id: /rolldown[\\/]runtime\.js$/ },
    handler: (code) => ({
      code: code.replace(/for \((var|let|const) (\w+) in (\w+)\)/g, 'for ($1 $2 of Object.keys($3))'),
      map: null,
    }),
  },
};

/**
 * What all widgets say stands in each widget's own file of words: one request, and texts that compress together.
 * Modules that differ in their query are modules of their own.
 */
export const ownCommonWords = {
  name: 'harreman:own-common-words',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\/(?:common|presence)\.js$/ },
    async handler(source, importer) {
      if (!/[\\/]locales[\\/]/.test(importer ?? '')) return undefined;
      const { id } = await this.resolve(source, importer, { skipSelf: true });
      return `${id}?${basename(importer, '.ts')}`;
    },
  },
};

/**
 * A widget has a copy of its own of what would else make others load more: the survey of what it shares with the forms (in
 * the chunk of all widgets the callback button would load it as well), the callback button's panel of what it says of the
 * page, which others only ask for with all that sends, and of two functions that would else be a file of their own.
 */
export const ownCopies = {
  name: 'harreman:own-copies',
  enforce: 'pre',
  resolveId: {
    filter: { id: /[\\/](?:engine-dock|context|text|url|dates|colon)\.js$/ },
    async handler(source, importer = '') {
      const widget = [
        [/engine-dock\.js$/, 'satisfaction-survey'],
        [/submission[\\/]context\.js$/, 'callback-button'],
        [/localization[\\/](?:dates|colon)\.js$/, 'callback-button'],
      ].find(([module, widget]) => module.test(source) && importer.includes(`${sep}${widget}${sep}`))?.[1];
      const copy = widget ?? /context\.ts\?(.+)$/.exec(importer)?.[1];
      if (!copy) return undefined;
      const { id } = await this.resolve(source, importer, { skipSelf: true });
      return `${id}?${copy}`;
    },
  },
};

/**
 * An expression for each language (`src/localization/importers.ts`) is what every bundler understands. The files of this build
 * are named after their language: here one expression is enough.
 */
export const importByLanguage = {
  name: 'harreman:import-by-language',
  renderChunk(code, { fileName }) {
    const lists = /var (\w+) = \{(?:\s*(\w\w): \(\) => import\("\.\/\2(-[\w-]+\.js)"\),?)+\s*\};/g;
    for (const [list, name, , file] of code.matchAll(lists))
      code = code
        .replace(list, `var ${name} = (locale) => import(\`./\${locale}${file}\`);`)
        .replace(`${name}[locale]()`, `${name}(locale)`);
    if (/\w\w: \(\) => import\("\.\/\w\w-|\w\[locale\]\(\)/.test(code))
      throw new Error(`${fileName} asks for its words in another way than was expected`);
    return { code, map: null };
  },
};

/**
 * In the one file with everything, what elsewhere comes later is imported like all else. Rolldown would make a function of each
 * module, called at its first use, and what one module has of another could not be folded into it.
 */
export const importAtOnce = {
  name: 'harreman:import-at-once',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /\bimport\('\./ },
    handler(code) {
      let imports = '';
      let count = 0;
      const rest = code.replace(/\bimport\(('\.[^']+')\)/g, (_import, file) => {
        const name = `harremanLater${count++}`;
        imports += `import * as ${name} from ${file}; `;
        return `Promise.resolve(${name})`;
      });
      return { code: imports + rest, map: null };
    },
  },
};

/** What is pasted into a page is on no server: what only a server runs, or a constant that says so takes with it, stays out. */
export const inBrowsers = {
  name: 'harreman:in-browsers',
  load: {
    filter: { id: /[\\/](?:controllers[\\/]on-server|callback-button[\\/]bar-template)\.ts$/ },
    handler: (id) =>
      id.endsWith('on-server.ts')
        ? 'export const onServer = false;'
        : 'export const barTemplate = () => undefined;',
  },
};

/** Terser finds 1 % more in what Rolldown has minified. */
export const byTerser = {
  name: 'harreman:by-terser',
  async generateBundle({ format }, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code, map } = await minify(chunk.code, {
        module: format === 'es',
        ecma: 2022,
        compress: { passes: 3 },
        format: { ascii_only: true, comments: 'some' },
        sourceMap: { content: chunk.map, includeSources: true, url: basename(chunk.sourcemapFileName) },
      });
      chunk.code = code;
      bundle[chunk.sourcemapFileName].source = map;
    }
  },
};

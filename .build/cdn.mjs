/* oxlint-disable no-control-regex -- ASCII begins with one */
/**
 * The files to paste: `dist/cdn/harreman.js` (the loader), `dist/cdn/chunks/*` (what it loads) and
 * `dist/cdn/harreman.all.js` (everything in one).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { build } from 'vite';
import {
  byTerser,
  escapeNonAscii,
  importAtOnce,
  importByLanguage,
  inBrowsers,
  ownCommonWords,
  ownCopies,
  ownKeysOnly,
} from './cdn-plugins.mjs';
import { litByParts, litForPages } from './lit.mjs';

const out = 'dist/cdn';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Each widget by the last part of its tag, for example `contact-form`. */
const widgets = readdirSync('src/elements');

const usesLit = (chunk) => chunk.moduleIds.some((id) => id.endsWith(`${sep}lit-html${sep}lit-html.js`));

/** Lit's licence wants to be named wherever Lit is. */
const banner = (chunk) =>
  usesLit(chunk)
    ? `/*! harreman ${version}, MIT, with Lit, (c) Google LLC, BSD-3-Clause: LICENSES.txt */`
    : '';

/**
 * What every widget needs at once is one chunk, `widget`; what all but the callback button need at once, another, `template`;
 * what every form needs besides, or all but one, a third, `form`, however they are shared by what comes later: each more would
 * be a request, and compress less. For the same reason what it takes to send something, which forms and the chat's reports
 * have in common, is one, `sending`.
 */
function inFourChunks() {
  /** By module, what it imports. */
  const imports = new Map();
  const reachedFrom = (path) => {
    const entry = [...imports.keys()].find((id) => id.endsWith(join('elements', path)));
    const reached = new Set([entry]);
    for (const id of reached) for (const imported of imports.get(id) ?? []) reached.add(imported);
    return reached;
  };
  const isForm = (reached) => [...reached].some((id) => id.endsWith(join('ui', 'form-widget.ts')));
  const inAllBut = (missing, groups) =>
    [...imports.keys()].filter(
      (id) => groups.filter((group) => group.has(id)).length >= groups.length - missing,
    );
  let chunks;
  const chunkOf = (id) => {
    if (!chunks) {
      const groups = widgets.map((widget) => reachedFrom(join(widget, `${widget}.ts`)));
      chunks = new Map(inAllBut(1, groups.filter(isForm)).map((id) => [id, 'form']));
      for (const id of inAllBut(1, groups)) chunks.set(id, 'template');
      for (const id of inAllBut(0, groups)) chunks.set(id, 'widget');
      const [, ...sending] = reachedFrom(join('faq-chat', 'reports.ts'));
      for (const id of sending)
        if (!chunks.has(id) && !groups.some((group) => group.has(id))) chunks.set(id, 'sending');
    }
    return chunks.get(id);
  };
  return {
    plugin: {
      name: 'harreman:in-four-chunks',
      moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
    },
    // A group takes all that its modules import, but for what went to one before it.
    groups: ['sending', 'form', 'template', 'widget'].map((name, priority) => ({
      name: (id) => (chunkOf(id) === name ? name : null),
      debugName: name,
      priority,
    })),
  };
}

/** @returns {Promise<import('vite').Rolldown.OutputChunk[]>} the chunks that were written */
async function bundle({ input, constants = {}, plugins = [], dir = out, output, ...options }) {
  const result = await build({
    configFile: 'vite.config.ts',
    logLevel: 'warn',
    publicDir: false,
    define: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    plugins: [...plugins, ownKeysOnly, escapeNonAscii, byTerser],
    build: {
      outDir: dir,
      emptyOutDir: false,
      // By Rolldown, below: Vite keeps the white space of libraries for those who bundle them.
      minify: false,
      // As a library: Vite's own loading of chunks, with its preloads and style sheets, stays out.
      lib: { entry: input, formats: [output.format], name: 'harreman' },
      rolldownOptions: {
        ...options,
        platform: 'browser',
        tsconfig: 'tsconfig.json',
        // A constant that two chunks share would else be a third.
        optimization: { inlineConst: { mode: 'all' } },
        output: { minify: true, charset: 'ascii', comments: false, postBanner: banner, ...output },
      },
    },
  });
  return [result].flat()[0].output.filter((file) => file.type === 'chunk');
}

/** A chunk and all that it leads to by its imports of the given kinds. */
function closure(chunk, chunks, kinds, found = new Set()) {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of kinds.flatMap((kind) => chunk[kind])) {
    const imported = chunks.find((other) => other.fileName === name);
    closure(imported, chunks, kinds, found);
  }
  return found;
}

/** The language that a chunk is in, if it is one language's words or dates. */
function localeOf(chunk) {
  const place = /src[\\/]localization[\\/](?:locales[\\/](\w+)[\\/]|cldr[\\/](\w\w)\.generated)/;
  const found = new Set(
    chunk.moduleIds.map((id) => place.exec(id)).flatMap((match) => match?.[1] ?? match?.[2] ?? []),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** Whether a chunk holds what a widget says before anyone has touched it. */
const isFirstWords = (chunk, widget) =>
  chunk.moduleIds.some((id) => basename(id) === `${widget}.ts` && localeOf(chunk));

/**
 * Builds everything.
 * @returns for each tag its chunks: those that define it, those of each language, what a visitor's first touch asks
 *   for, again with those of each language, and what some forms need at some time (dates, say)
 */
export async function buildCdn() {
  const locales = readdirSync('src/localization/locales');
  const fourChunks = inFourChunks();
  const chunks = await bundle({
    input: {
      ...Object.fromEntries(widgets.map((widget) => [widget, `src/elements/${widget}/${widget}.ts`])),
      // Asked for alone on pages that have no widget, where a message waits.
      outbox: 'src/controllers/page-outbox.ts',
    },
    // What a widget shares with its own later chunks stays in its chunk, which then exports more than the class.
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      litByParts,
      litForPages(),
      inBrowsers,
      ownCommonWords,
      ownCopies,
      importByLanguage,
      fourChunks.plugin,
    ],
    dir: join(out, 'chunks/new'),
    output: {
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: (chunk) => `${chunkName(chunk)}.js`,
      codeSplitting: { groups: fourChunks.groups },
    },
  });
  const folder = `chunks/${hashOf(chunks)}`;
  renameSync(join(out, 'chunks/new'), join(out, folder));

  const byName = (name) => chunks.find((chunk) => chunk.fileName === name);
  const files = (group) => group.map((chunk) => `${folder}/${chunk.fileName}`);
  const manifest = {};
  for (const widget of widgets) {
    const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === widget);
    const atOnce = [...closure(entry, chunks, ['imports'])];
    const asked = [...new Set(atOnce.flatMap((chunk) => chunk.dynamicImports))].map(byName);
    const later = [...new Set(asked.flatMap((chunk) => [...closure(chunk, chunks, ['imports'])]))].filter(
      (chunk) => !atOnce.includes(chunk),
    );
    const reachable = [...closure(entry, chunks, ['imports', 'dynamicImports'])];
    const first = later.filter((chunk) => isFirstWords(chunk, widget));
    // A chunk of words stands first, what it imports behind it.
    const byLocale = (group) =>
      Object.fromEntries(
        locales.map((locale) => {
          const own = group.filter((chunk) => localeOf(chunk) === locale);
          const all = new Set(own.flatMap((chunk) => [...closure(chunk, chunks, ['imports'])]));
          return [locale, files([...all].filter((chunk) => !atOnce.includes(chunk)))];
        }),
      );
    const languages = byLocale(first);
    const laterLanguages = byLocale(later.filter((chunk) => !first.includes(chunk)));
    const ofLanguages = [languages, laterLanguages].flatMap((each) => Object.values(each).flat());
    manifest[`harreman-${widget}`] = {
      chunks: files(atOnce),
      languages,
      later: files(later).filter((file) => !ofLanguages.includes(file)),
      laterLanguages,
      onDemand: files(reachable.filter((chunk) => !atOnce.includes(chunk) && !later.includes(chunk))),
    };
  }

  const outbox = chunks.find((chunk) => chunk.isEntry && chunk.name === 'outbox');
  const classic = { format: 'iife', codeSplitting: false };
  await bundle({
    input: { loader: 'src/cdn/loader.ts' },
    constants: {
      __FOLDER__: folder,
      ...forLoader(manifest, folder),
      __OUTBOX__: outbox.fileName.replace(/\.js$/, ''),
    },
    output: { ...classic, entryFileNames: 'harreman.js' },
  });
  await bundle({
    input: { all: 'src/cdn/all.ts' },
    plugins: [importAtOnce, litByParts, litForPages(), inBrowsers],
    output: { ...classic, entryFileNames: 'harreman.all.js' },
  });
  writeFileSync(
    join(out, 'LICENSES.txt'),
    [
      'LICENSE',
      'node_modules/lit/LICENSE',
      'node_modules/cldr-core/LICENSE',
      'node_modules/lean-qr/LICENSE',
      'node_modules/libphonenumber-js/LICENSE.Apache',
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n\n'),
  );
  return manifest;
}

/**
 * What comes at first use and not only when the widget itself asks for it, in as few characters as can be: names
 * without folder and ending, and a `*` for the language. What comes at once has names that the loader knows.
 */
const forLoader = (manifest, folder) => {
  const short = (file) => file.slice(folder.length + 1).replace(/\.js$/, '');
  const inAnyLanguage = (files) => {
    const [all, ...others] = Object.entries(files).map(([locale, names]) =>
      names.map((name) => short(name).replace(new RegExp(`^${locale}-`), '*-')).join(' '),
    );
    const other = others.find((names) => names !== all);
    if (other !== undefined) throw new Error(`The languages have other files: ${all}; ${other}`);
    return all;
  };
  const names = new Map();
  for (const [tag, { chunks, languages, later, laterLanguages }] of Object.entries(manifest)) {
    const widget = tag.replace('harreman-', '');
    const words = inAnyLanguage(languages);
    if (words !== `*-${widget}`) throw new Error(`The loader would not ask for ${words}`);
    const shared = chunks.map(short).filter((name) => name !== widget);
    names.set(tag, [shared, [...later.map(short), ...inAnyLanguage(laterLanguages).split(' ')]]);
  }
  const all = [...names.values()].map(([, later]) => later);
  const common = all[0].filter((name) => all.every((each) => each.includes(name)));
  const spaced = (list) => list.map((name) => ` ${name}`).join('');
  return {
    __LATER__: spaced(common),
    __WIDGETS__: Object.fromEntries(
      [...names].map(([tag, [shared, later]]) => [
        tag,
        [shared, later.filter((name) => !common.includes(name))].map(spaced),
      ]),
    ),
  };
};

/** Of all chunks together: a new version is a new folder, whose names tell what is in the files. */
const hashOf = (chunks) => {
  const hash = createHash('sha256');
  for (const { fileName, code } of chunks.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
    hash.update(`${fileName}\n${code}\n`);
  return BigInt(`0x${hash.digest('hex')}`)
    .toString(36)
    .slice(0, 8);
};

/** `eu-contact-form` and not `contact-form` for the words of a language. */
function chunkName(chunk) {
  const locale = localeOf(chunk);
  return locale ? `${locale}-${chunk.name}` : chunk.name;
}

/** @returns {string[]} the scripts in `dist/cdn`, by path */
export const cdnScripts = () =>
  readdirSync(out, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(out, name))
    .sort();

/**
 * Pages in windows-1252 and the like garble a script that is not ASCII.
 * @throws Error naming the file and the character
 */
export function assertAscii() {
  for (const file of cdnScripts()) {
    const found = /[^\x00-\x7f]/.exec(readFileSync(file, 'utf8'));
    if (found) throw new Error(`${file} is not ASCII: ${JSON.stringify(found[0])} at ${found.index}`);
  }
}

/** For a script tag's `integrity` attribute (W3C Subresource Integrity). */
export const integrityOf = (file) =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

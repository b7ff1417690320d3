/* eslint-disable no-control-regex -- ASCII begins with one */
/**
 * The files to paste: `dist/cdn/harreman.js` (the loader), `dist/cdn/chunks/*` (what it loads) and
 * `dist/cdn/harreman.all.js` (everything in one).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { build } from 'rolldown';
import { litTemplates } from './lit-templates.mjs';

const out = 'dist/cdn';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Each widget by the last part of its tag, for example `contact-form`. */
const widgets = readdirSync('src/define').map((file) => basename(file, '.ts'));

const usesLit = (chunk) => chunk.moduleIds.some((id) => id.includes(`${sep}lit-html${sep}`));

/** Lit's licence wants to be named wherever Lit is. */
const banner = (chunk) =>
  usesLit(chunk)
    ? `/*! harreman ${version}, MIT. Contains Lit, (c) Google LLC, BSD-3-Clause: see LICENSES.txt */`
    : '';

/**
 * `charset: 'ascii'` leaves tagged templates alone, because of their `raw` strings, which Lit does not read.
 * Before minification, where an escape moves nothing but its own line's columns in the source map.
 */
const escapeNonAscii = {
  name: 'harreman:escape-non-ascii',
  renderChunk: (code) => ({
    code: code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    map: null,
  }),
};

/** @returns {Promise<import('rolldown').OutputChunk[]>} the chunks that were written */
async function bundle({ input, constants = {}, plugins = [], dir = out, output }) {
  const define = { __VERSION__: version, ...constants };
  const result = await build({
    input,
    platform: 'browser',
    tsconfig: 'tsconfig.json',
    transform: {
      target: 'es2022',
      define: Object.fromEntries(
        Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]),
      ),
    },
    plugins: [...plugins, escapeNonAscii],
    output: {
      dir,
      minify: true,
      sourcemap: true,
      charset: 'ascii',
      comments: false,
      postBanner: banner,
      ...output,
    },
  });
  return result.output.filter((file) => file.type === 'chunk');
}

/** All chunks that must have come before this one runs, itself first. */
function withStaticImports(chunk, chunks, found = new Set()) {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports) {
    withStaticImports(
      chunks.find((other) => other.fileName === name),
      chunks,
      found,
    );
  }
  return found;
}

/** Which chunks the words of one widget in one language are in. */
function languageChunks(widget, locale, chunks) {
  const folder = `src/localization/locales/${locale}/`.replaceAll('/', sep);
  const files = ['common.ts', `${widget}.ts`].map((name) => folder + name);
  return chunks.filter((chunk) => chunk.moduleIds.some((id) => files.includes(relative('.', id))));
}

/** Builds everything, and @returns what is loaded when, for the loader and for `npm run size`. */
export async function buildCdn() {
  const chunks = await bundle({
    input: Object.fromEntries(widgets.map((widget) => [widget, `src/define/${widget}.ts`])),
    plugins: [litTemplates()],
    dir: join(out, 'chunks'),
    output: {
      format: 'es',
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: ({ name, facadeModuleId }) => `${chunkName(name, facadeModuleId)}-[hash].js`,
      hashCharacters: 'base36',
      codeSplitting: { groups: [{ name: 'lit', test: /node_modules[\\/](@lit|lit)/ }] },
    },
  });

  const locales = readdirSync('src/localization/locales');
  const manifest = {};
  for (const widget of widgets) {
    const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === widget);
    const atOnce = withStaticImports(entry, chunks);
    const files = (group) => [...group].map((chunk) => `chunks/${chunk.fileName}`);
    manifest[`harreman-${widget}`] = {
      chunks: files(atOnce),
      languages: Object.fromEntries(
        locales.map((locale) => [
          locale,
          files(languageChunks(widget, locale, chunks).filter((chunk) => !atOnce.has(chunk))),
        ]),
      ),
    };
  }

  const classic = { format: 'iife', codeSplitting: false };
  await bundle({
    input: { loader: 'src/cdn/loader.ts' },
    constants: { __WIDGETS__: manifest },
    output: { ...classic, entryFileNames: 'harreman.js' },
  });
  await bundle({
    input: { all: 'src/cdn/all.ts' },
    plugins: [litTemplates()],
    output: { ...classic, entryFileNames: 'harreman.all.js' },
  });
  writeFileSync(
    join(out, 'LICENSES.txt'),
    ['LICENSE', 'node_modules/lit/LICENSE'].map((file) => readFileSync(file, 'utf8')).join('\n\n'),
  );
  return manifest;
}

/** `eu-contact-form` and not `contact-form` for the words of a language. */
function chunkName(name, facadeModuleId) {
  const locale = /localization[\\/]locales[\\/]([\w-]+)[\\/]/.exec(facadeModuleId ?? '')?.[1];
  return locale ? `${locale}-${name}` : name;
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

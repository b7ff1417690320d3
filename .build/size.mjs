/**
 * `npm run size`: what a page loads, in bytes of brotli (quality 11, as a CDN keeps it), against the budgets.
 * Ends with 1 when one is exceeded.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const KB = 1024;

const budgets = {
  'loader': 2 * KB,
  'contact-form until usable': 15.95 * KB,
  'appointment-request until usable': 21 * KB,
  'faq-chat until usable': 18 * KB,
  'callback-button until usable': 10 * KB,
  'satisfaction-survey until usable': 15 * KB,
  // Wanted are 16 KB with the button; what each part costs is in demo/guide/sizes.md.
  'callback-button, panel open': 23.75 * KB,
  // Wanted were 8 KB. What is in it, and what each part costs, is in demo/guide/sizes.md.
  'contact-form, first use': 26.8 * KB,
  // Wanted are 65 KB for all five widgets; the words in seven languages are half of that, and the numbering
  // plans of all countries with their names in two languages 12 more.
  'harreman.all.js': 142 * KB,
};

const { widgets } = JSON.parse(readFileSync('dist/cdn/manifest.json', 'utf8'));

const sizeOf = (file) => {
  const code = readFileSync(`dist/cdn/${file}`);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
  };
  return { raw: code.length, brotli: brotliCompressSync(code, { params }).length };
};

const rows = [];
const add = (what, files) => {
  const sizes = files.map(sizeOf);
  const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
  const budget = budgets[what];
  rows.push({ what, files: files.length, raw: sum('raw'), brotli: sum('brotli'), budget });
};

const loader = 'harreman.js';
add('loader', [loader]);
for (const [tag, { chunks, languages, later, laterLanguages, onDemand }] of Object.entries(widgets)) {
  const widget = tag.replace('harreman-', '');
  add(`${widget} until usable`, [loader, ...chunks, ...languages.en]);
  for (const chunk of chunks) add(`  ${chunk}`, [chunk]);
  for (const [locale, words] of Object.entries(languages)) add(`${widget}, words: ${locale}`, words);
  add(`${widget}, first use`, [...later, ...laterLanguages.en]);
  for (const chunk of later) add(`  ${chunk}`, [chunk]);
  for (const [locale, words] of Object.entries(laterLanguages))
    add(`${widget}, words in use: ${locale}`, words);
  for (const chunk of onDemand) add(`on demand: ${chunk}`, [chunk]);
}

/** A chunk and what it imports, but for what is there already. */
const closure = (file, there) => {
  const found = new Set([file]);
  for (const each of found) {
    const [, ...imports] = readFileSync(`dist/cdn/${each}`, 'utf8').split(/\bfrom ?"\.\//);
    for (const name of imports.map((rest) => rest.slice(0, rest.indexOf('"'))))
      if (!there.includes(`${dirname(each)}/${name}`)) found.add(`${dirname(each)}/${name}`);
  }
  return [...found];
};
const callback = widgets['harreman-callback-button'];
const panel = callback.later.filter((file) => /\/(?:callback-)?panel\.js$/.test(file));
add('callback-button, panel open', [
  ...new Set(panel.flatMap((file) => closure(file, callback.chunks))),
  ...callback.laterLanguages.en,
]);
add('harreman.all.js', ['harreman.all.js']);

const exceeded = rows.filter(({ brotli, budget }) => brotli > budget);
console.table(
  Object.fromEntries(
    rows.map(({ what, budget, ...row }) => [
      what,
      { ...row, ...(budget && { budget, '% of it': Math.round((100 * row.brotli) / budget) }) },
    ]),
  ),
);
for (const { what, brotli, budget } of exceeded)
  console.error(`${what}: ${brotli - budget} bytes over its budget`);
process.exitCode = exceeded.length > 0 ? 1 : 0;

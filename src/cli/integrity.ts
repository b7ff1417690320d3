#!/usr/bin/env node
/**
 * Prints what to paste so that a browser runs the kit's files only as they were published: `integrity` for the script
 * (W3C Subresource Integrity), and an import map with the hash of each file that the script loads.
 */

// What is used of Node, whose types would be the browser modules' too.
declare const process: {
  readonly argv: readonly string[];
  readonly stdout: { write(text: string): void };
  readonly stderr: { write(text: string): void };
  exitCode: number;
  getBuiltinModule(name: 'node:fs'): { readFileSync(file: URL, encoding: 'utf8'): string };
};

/** What the build says of each tag (`dist/cdn/manifest.json`). */
interface Files {
  readonly chunks: readonly string[];
  readonly later: readonly string[];
  readonly onDemand: readonly string[];
  readonly languages: Readonly<Record<string, readonly string[]>>;
  readonly laterLanguages: Readonly<Record<string, readonly string[]>>;
}

interface Manifest {
  readonly widgets: Readonly<Record<string, Files>>;
  readonly integrity: Readonly<Record<string, string>>;
}

const HELP = `Prints the lines to paste that pin the kit's files by their hashes.

  harreman-integrity [--base /harreman/] [--tags contact-form,faq-chat] [--languages en,eu] [--endpoint URL]
      --base        where the folder dist/cdn is on your site; /harreman/ unless you say
      --tags        the widgets that your pages have; all unless you say
      --languages   the languages that your pages are in; all unless you say
      --endpoint    is put on the script
`;

const LOADER = 'harreman.js';

const readOptions = (words: readonly string[]): Readonly<Record<string, string | undefined>> => {
  const options: Record<string, string> = {};
  for (let index = 0; index < words.length; index += 2) {
    const name = /^--(base|tags|languages|endpoint)$/.exec(words[index]!)?.[1];
    const value = words[index + 1];
    if (!name) throw new TypeError(`there is no option ${words[index]}`);
    if (value === undefined) throw new TypeError(`--${name} has no value`);
    options[name] = value;
  }
  return options;
};

/** The names in a list, each of which must be among those that there are; all of them where there is no list. */
const chosen = (option: string, list: string | undefined, all: readonly string[]): readonly string[] => {
  const names = list?.split(',').map((name) => name.trim()) ?? all;
  for (const name of names)
    if (!all.includes(name)) throw new TypeError(`--${option} "${name}" is none of ${all.join(', ')}`);
  return names;
};

const attribute = (name: string, value: string): string =>
  `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/** With its slash at the end. A key of an import map without `./` is no path, and its hash would hold for nothing. */
const baseOf = (folder: string): string =>
  folder.replace(/\/?$/, '/').replace(/^(?!\.{0,2}\/|[a-z][a-z\d+.-]*:)/i, './');

const run = (words: readonly string[]): string => {
  if (words.includes('--help')) return HELP;
  const options = readOptions(words);
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const { widgets, integrity } = JSON.parse(
    readFileSync(new URL('../cdn/manifest.json', import.meta.url), 'utf8'),
  ) as Manifest;
  const base = baseOf(options['base'] ?? '/harreman/');
  const tags = chosen(
    'tags',
    options['tags'],
    Object.keys(widgets).map((tag) => tag.replace('harreman-', '')),
  );
  const [first] = Object.values(widgets);
  const languages = chosen('languages', options['languages'], Object.keys(first!.languages));

  // The file that stands in where one of the others can't be had is pinned with them.
  const files = new Set(['harreman.all.js']);
  for (const tag of tags) {
    const { chunks, later, onDemand, ...words } = widgets[`harreman-${tag}`]!;
    const spoken = languages.flatMap((name) => [words.languages[name]!, words.laterLanguages[name]!]);
    for (const file of [chunks, later, onDemand, ...spoken].flat()) files.add(file);
  }
  const map = {
    integrity: Object.fromEntries([...files].sort().map((file) => [base + file, integrity[file]])),
  };
  const script = [
    attribute('src', base + LOADER),
    attribute('integrity', integrity[LOADER]!),
    ...(options['endpoint'] === undefined ? [] : [attribute('data-endpoint', options['endpoint'])]),
    // Hashes are only compared where the answer may be read.
    ...(/^(https?:)?\/\//.test(base) ? ['crossorigin'] : []),
    'defer',
  ];
  return (
    `<script type="importmap">\n${JSON.stringify(map, null, 2)}\n</script>\n` +
    `<script ${script.join(' ')}></script>\n`
  );
};

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`harreman-integrity: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

/**
 * Builds the examples as a developer would: `npm pack`, what it packs as `node_modules/harreman`, and each example
 * copied beside it. So the examples see what a consumer sees, and nothing of `src/`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

export const folder = '.cache/frameworks';
export const built = ['react', 'vue', 'svelte', 'angular'] as const;
export type Framework = (typeof built)[number];

const probePage = (script: string) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Probe</title></head><body>' +
  `<div id="app"></div><script type="module" src="./probes/${script}"></script></body></html>`;

const installPacked = (): void => {
  const installed = `${folder}/node_modules/harreman`;
  mkdirSync(installed, { recursive: true });
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' })) as [
    { filename: string },
  ];
  execFileSync('tar', ['-xzf', `${folder}/${filename}`, '-C', installed, '--strip-components=1']);
};

const buildExample = async (name: Framework): Promise<void> => {
  const root = resolve(folder, name);
  const script = `${name}/main.${name === 'react' ? 'tsx' : 'ts'}`;
  cpSync(`demo/frameworks/${name}`, root, { recursive: true });
  cpSync(`test/frameworks/probes/${name}`, `${root}/probes/${name}`, { recursive: true });
  cpSync('test/frameworks/probes/data.ts', `${root}/probes/data.ts`);
  writeFileSync(`${root}/probes/tsconfig.json`, '{ "extends": "../tsconfig.json", "include": ["."] }');
  writeFileSync(`${root}/probe.html`, probePage(script));
  await build({
    root,
    base: './',
    logLevel: 'error',
    build: {
      target: 'es2022',
      rolldownOptions: { input: [`${root}/index.html`, `${root}/probe.html`] },
    },
  });
};

/** The browser's part is bundled; the pages are rendered by a Node that knows nothing but the package. */
const buildServerExample = async (): Promise<void> => {
  const root = resolve(folder, 'server');
  cpSync('demo/frameworks/server', root, { recursive: true });
  await build({ root, logLevel: 'error', build: { target: 'es2022' }, base: './' });
  const write =
    "import { writeFileSync } from 'node:fs'; import { pageIn } from './page.js';" +
    "for (const lang of ['en', 'eu']) writeFileSync(`dist/${lang}.html`, await pageIn(lang));";
  execFileSync('node', ['--input-type=module', '--eval', write], { cwd: root, stdio: 'inherit' });
};

export default async (): Promise<void> => {
  rmSync(folder, { recursive: true, force: true });
  installPacked();
  for (const name of built) await buildExample(name);
  await buildServerExample();
  cpSync('demo/frameworks/html', `${folder}/html/dist`, { recursive: true });
};

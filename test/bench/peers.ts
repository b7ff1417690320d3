/**
 * `npm run bench:peers -- DIR [options]`: the widgets beside their peers, in one run.
 *
 * DIR is a suite that has the peers, hand-written pages and pages of bare Lit (its README says how it measures). It is
 * copied into `.cache/peers`, and the widgets are added as they were built. Options go to its `bench.mjs`, for example
 * `--n 3 --kind form`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pages } from './pages.js';

const [suite, ...options] = process.argv.slice(2);
if (!suite || !existsSync(join(suite, 'bench.mjs'))) {
  console.error('Where are the peers? npm run bench:peers -- DIR, with a bench.mjs in it.');
  process.exit(1);
}
const copy = '.cache/peers';

const run = (...command: [string, ...string[]]): void => {
  const [program, ...args] = command;
  const env = { ...process.env, OUR_DIST: resolve('dist') };
  const { status } = spawnSync(program, args, { cwd: copy, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
};

cpSync(suite, copy, {
  recursive: true,
  filter: (path) => !['node_modules', 'results', '.built'].includes(basename(path)),
});
for (const [kind, { tag, widget, room }] of Object.entries(pages)) {
  const folder = `${copy}/contestants/${tag}`;
  mkdirSync(folder, { recursive: true });
  const meta = { kind, label: tag, ours: true, mount: { '/cdn/': '${OUR_DIST}/cdn' } };
  writeFileSync(`${folder}/meta.json`, JSON.stringify(meta));
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html><html lang="en"><head>{{head}}
<script src="{{base}}/cdn/harreman.js" data-endpoint="{{base}}/api/submit" defer></script>
<style>${tag}:not(:defined) { display: block; min-height: ${room} }</style></head><body>{{before}}
<!--repeat--><div class="mount">${widget}</div><!--/repeat-->
{{after}}</body></html>`,
  );
}
if (!existsSync(`${copy}/node_modules`)) run('npm', 'ci');
if (!existsSync(`${copy}/.built`)) run('node', 'build.mjs');
run('node', 'bench.mjs', ...options);

/**
 * Runs tests in Node:
 *
 *     node .build/node-tests.mjs [options of node --test] test/node/….test.ts …
 *
 * They are bundled first, with the project's own modules, while packages stay where they are: every file is a process
 * of its own, and to load its modules as TypeScript, one after the other, takes longer than most of them run.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { bundleOf, FOLDER } from './node-test-files.mjs';

/** A module finds what lies beside its source, wherever it has been bundled. */
const knowsItsPlace = {
  name: 'harreman:knows-its-place',
  transform: {
    filter: { code: /import\.meta\.(url|dirname)/ },
    handler: (code, id) => ({
      code: code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
      map: null, // Lines stay what they are.
    }),
  },
};

/** Of a package; but the helpers of what the bundler compiles are its own. */
const isPackage = (id) => !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('@oxc-project/runtime');

async function bundle(files) {
  const build = await rolldown({
    input: Object.fromEntries(files.map((file) => [file.replace(/\.ts$/, ''), resolve(file)])),
    platform: 'node',
    external: isPackage,
    plugins: [knowsItsPlace],
  });
  await build.write({
    dir: FOLDER,
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
  });
}

/** What tests start as processes of their own, with `BUNDLES` as the folder. */
const scripts = [
  'demo/server.ts',
  ...readdirSync('demo/receiver')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `demo/receiver/${name}`),
  'test/receiver/die-after-commit.ts',
];

const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith('-'));
const files = args.filter((arg) => !arg.startsWith('-')).map((file) => relative('', file));
rmSync(FOLDER, { recursive: true, force: true });
await bundle([...files, ...(files.some((file) => file.startsWith('test/receiver/')) ? scripts : [])]);
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...options, ...files.map(bundleOf)],
  { stdio: 'inherit', env: { ...process.env, BUNDLES: FOLDER } },
);
process.exitCode = status ?? 1;

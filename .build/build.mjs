/**
 * `npm run build`: everything in `dist/`, from nothing.
 *
 *     node .build/build.mjs              all of it
 *     node .build/build.mjs manifest     only `dist/custom-elements.json` and what is made from it
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { buildAngular } from './angular.mjs';
import { assertAscii, buildCdn, cdnScripts, integrityOf } from './cdn.mjs';
import { buildManifest } from './manifest.mjs';

if (process.argv[2] === 'manifest') {
  await buildManifest();
} else {
  rmSync('dist', { recursive: true, force: true });
  run('tsc', '-p', 'tsconfig.build.json');
  if (existsSync('src/ui/themes')) cpSync('src/ui/themes', 'dist/themes', { recursive: true });
  run('node', '.build/schemas.mjs');
  buildAngular(await buildManifest());
  const widgets = await buildCdn();
  assertAscii();
  const integrity = Object.fromEntries(
    cdnScripts().map((file) => [file.slice('dist/cdn/'.length), integrityOf(file)]),
  );
  writeFileSync('dist/cdn/manifest.json', `${JSON.stringify({ widgets, integrity }, null, 2)}\n`);
  for (const file of ['harreman.js', 'harreman.all.js'])
    console.log(`${file}  integrity="${integrity[file]}"`);
  console.log('What to paste with the hashes of all chunks: node dist/cli/integrity.js --help');
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
  });
  if (status !== 0) process.exit(status ?? 1);
}

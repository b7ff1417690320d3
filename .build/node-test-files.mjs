import { relative } from 'node:path';

/** Where tests that run in Node lie once they are bundled. */
export const FOLDER = '.cache/node-tests';

/** `test/node/a.test.ts` → `.cache/node-tests/test/node/a.test.mjs` */
export const bundleOf = (source) => `${FOLDER}/${source.replace(/\.ts$/, '.mjs')}`;

/** The other way round; any other file is its own source. @returns from the project's root */
export function sourceOf(file) {
  const path = relative('', file);
  return path.startsWith(FOLDER) ? relative(FOLDER, path).replace(/\.mjs$/, '.ts') : path;
}

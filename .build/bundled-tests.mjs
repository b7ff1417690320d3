/** A plugin of @web/test-runner that serves tests bundled: else each of them loads some 200 modules one by one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** What the runner serves of its own. */
const ofRunner = (id) => id.startsWith('/__web-');

/**
 * @param {string} folder that of the tests; their names stay what they are
 * @param {string[]} conditions of packages' `exports`
 */
export function bundledTests(folder, conditions) {
  /** Each test, and what several share, by their paths on the server. */
  const served = new Map();
  return {
    name: 'harreman:bundled-tests',
    async serverStart() {
      const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
      const bundle = await rolldown({
        input: Object.fromEntries(names.map((name) => [name, join(folder, name)])),
        platform: 'browser',
        tsconfig: 'tsconfig.json',
        external: ofRunner,
        resolve: { conditionNames: [...conditions, 'import'] },
      });
      const { output } = await bundle.generate({
        sourcemap: 'inline',
        entryFileNames: `${folder}/[name]`,
        chunkFileNames: `${folder}/chunks/[name]-[hash].js`,
      });
      for (const { fileName, code } of output) served.set(`/${fileName}`, code);
    },
    serve({ path }) {
      const body = served.get(path);
      return body && { body, type: 'js' };
    },
  };
}

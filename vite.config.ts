import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { compactTemplates } from './.build/compact-templates.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/**
 * How source becomes what a browser loads. Both that build with Vite begin here: the files to paste
 * (`.build/cdn.mjs` adds what makes them fit for pages that aren't ours) and Storybook, which so shows what is shipped.
 */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [compactTemplates],
  build: { target: 'es2022', sourcemap: true },
});

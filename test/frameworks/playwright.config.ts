import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import base from '../../playwright.config.js';

/** The examples of `demo/frameworks`, built with the package as npm would install it. */
export default defineConfig({
  ...base,
  testDir: '.',
  // What the tests of a file can share, they share: a page, a receiver.
  fullyParallel: false,
  outputDir: '../../test-results/frameworks',
  // A relative path would be this folder's.
  reporter: process.env.RESULTS_FILE
    ? [['list'], ['json', { outputFile: resolve(process.env.RESULTS_FILE) }]]
    : [['list']],
  globalSetup: fileURLToPath(new URL('build.ts', import.meta.url)),
});

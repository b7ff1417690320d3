import { resolve } from 'node:path';
import base from '../../playwright.config.js';

const results = process.env.RESULTS_FILE;

/** Runs what `npm run build-storybook` has built. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../../test-results/stories',
  // Playwright takes paths from this folder, others from where they were started.
  reporter: [['list'], ...(results ? [['json', { outputFile: resolve(results) }]] : [])],
};

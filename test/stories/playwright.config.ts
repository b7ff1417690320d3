import base from '../../playwright.config.js';

/** Runs what `npm run build-storybook` has built. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../../test-results/stories',
  // A story is its own trace: open it, and go through its steps.
  use: { ...base.use, trace: 'off' as const },
};

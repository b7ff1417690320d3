import base from '../../playwright.config.js';

/** Pictures of what `npm run build-storybook` has built; `-- --update-snapshots` takes them anew. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  reporter: [['list']],
  expect: {
    ...base.expect,
    // Nothing but what two builds of the same Chromium may draw differently.
    toHaveScreenshot: { maxDiffPixels: 40, threshold: 0.02 },
  },
  use: {
    ...base.use,
    launchOptions: {
      ...base.use?.launchOptions,
      // The same letters, whatever a machine's own settings say.
      args: [
        ...(base.use?.launchOptions?.args ?? []),
        '--font-render-hinting=none',
        '--disable-font-subpixel-positioning',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
      ],
    },
  },
};

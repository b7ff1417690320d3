import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './.build/browsers.mjs';

const executablePath = findChromium();

/**
 * End-to-end tests of the built files. There is no global web server: each spec starts what it needs on a port of
 * its own, so that specs run side by side and any one runs alone. A worker that starts anew loads everything anew: it does
 * where a spec has a fixture for workers, or flags of the browser, that the one before has not. So they share them.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Of two cores, too: while some wait, another computes.
  workers: 3,
  fullyParallel: true,
  // A test that needs a second try hides a fault.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: process.env.RESULTS_FILE
    ? [['list'], ['json', { outputFile: process.env.RESULTS_FILE }]]
    : [['list']],
  use: {
    launchOptions: {
      // `*.example` is this machine: unlike on a loopback address, pages there are no secure context.
      args: [...chromiumFlags, '--host-resolver-rules=MAP *.example 127.0.0.1'],
      ...(executablePath && { executablePath }),
    },
    // A trace of every test takes a tenth of the time: `--trace retain-on-failure` where one is wanted.
    trace: 'off',
  },
});

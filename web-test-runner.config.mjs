import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import {
  emulateMediaPlugin,
  sendKeysPlugin,
  sendMousePlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import { fileURLToPath } from 'node:url';
import { bundledTests } from './.build/bundled-tests.mjs';
import { chromiumFlags, findChromium } from './.build/browsers.mjs';
import { resultsReporter } from './.build/wtr-reporter.mjs';

/** A page that is a device of its own, with storage of its own, and has the focus whatever else is open. */
async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

const conditions = ['development', 'browser'];

/** Who watches files, or counts their lines, has them one by one. */
const isOneByOne = process.argv.some((arg) => ['--watch', '--coverage'].includes(arg));

export default {
  // The longest first, so that none is left alone at the end.
  files: [
    'test/unit/{survey-,}accessibility.test.ts',
    'test/unit/*-{accessibility,everyone}.test.ts',
    'test/unit/**/*.test.ts',
  ],
  nodeResolve: { exportConditions: conditions },
  // Tests wait more than they compute: two pages leave the processor idle for two thirds of the time.
  concurrency: 5,
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumFlags }, createPage }),
  ],
  plugins: [
    ...(isOneByOne ? [] : [bundledTests('test/unit', conditions)]),
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    setViewportPlugin(),
    emulateMediaPlugin(),
    sendKeysPlugin(),
    sendMousePlugin(),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  testsFinishTimeout: 180_000,
  // Lit's development build says on every page that it is one.
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  coverageConfig: { include: ['src/**/*.ts'], exclude: ['src/localization/locales/**'] },
  reporters: [defaultReporter({ reportTestProgress: false }), resultsReporter()],
};

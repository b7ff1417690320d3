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
import { chromiumFlags, findChromium } from './.build/browsers.mjs';
import { resultsReporter } from './.build/wtr-reporter.mjs';

export default {
  files: 'test/unit/**/*.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  // A tab behind another gets no animation frames and no focus.
  concurrency: 1,
  browsers: [chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } })],
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    setViewportPlugin(),
    emulateMediaPlugin(),
    sendKeysPlugin(),
    sendMousePlugin(),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsFinishTimeout: 180_000,
  // Lit's development build says on every page that it is one.
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
  coverageConfig: { include: ['src/**/*.ts'], exclude: ['src/localization/locales/**'] },
  reporters: [defaultReporter({ reportTestProgress: false }), resultsReporter()],
};

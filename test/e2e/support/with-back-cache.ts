import { chromiumFlags, findWholeChromium } from '../../../.build/browsers.mjs';

const executablePath = findWholeChromium();

/**
 * For `test.use`: a browser that keeps pages for "back". Its headless shell never does, and Playwright turns it off. The specs
 * that use it follow one another (`back-*`), since each change of browser starts workers anew.
 */
export const withBackCache = {
  launchOptions: {
    args: chromiumFlags,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath && { executablePath }),
  },
};

import { launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../.build/browsers.mjs';
import { Picture } from '../pictures.js';
import { callOf, WINDOW, type HostBrowser, type HostTab } from './browser.js';

/** Starts the installed Firefox, driven over WebDriver BiDi. Each tab is of a profile of its own. */
export const launchFirefox = async (): Promise<HostBrowser> => {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Firefox is missing: install it, or set FIREFOX_PATH.');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1, 'intl.accept_languages': 'en-GB' },
  });
  return {
    version: await browser.version(),
    open: async (before) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(WINDOW);
      await page.evaluateOnNewDocument(before);
      const thrown: string[] = [];
      page.on('pageerror', (error) => thrown.push(error instanceof Error ? error.message : String(error)));
      return tabOf(page, thrown, () => context.close());
    },
    close: () => browser.close(),
  };
};

const tabOf = (page: Page, thrown: string[], close: () => Promise<void>): HostTab => ({
  goto: async (url) => {
    thrown.length = 0;
    // What is imported holds back its `load`, and the kit's files wait until the page is there.
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  },
  evaluate: async (run, ...args) => (await page.evaluate(callOf(run as never, args))) as never,
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  click: (x, y) => page.mouse.click(x, y),
  move: (x, y) => page.mouse.move(x, y),
  picture: async (part) => {
    const picture = new Picture(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
    return part ? picture.crop(part) : picture;
  },
  thrown: () => thrown,
  frame: () => undefined,
  close,
});

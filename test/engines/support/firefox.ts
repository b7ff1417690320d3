import { launch as launchBrowser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../.build/browsers.mjs';
import type { Browser, Tab } from './browser.js';

/** Starts the installed Firefox, driven over WebDriver BiDi. */
export const launchFirefox = async (): Promise<Browser> => {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Firefox is missing: install it, or set FIREFOX_PATH.');
  const browser = await launchBrowser({ browser: 'firefox', executablePath, headless: true });
  const open = async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 900 });
    return tabOf(page);
  };
  return { version: await browser.version(), tab: await open(), open, close: () => browser.close() };
};

const tabOf = (page: Page): Tab => ({
  goto: async (url) => {
    await page.goto(url);
  },
  // Puppeteer's types unwrap handles, of which there are none here.
  evaluate: (run, ...args) => page.evaluate<unknown[], (...given: unknown[]) => never>(run as never, ...args),
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  click: (x, y) => page.mouse.click(x, y),
  close: () => page.close(),
});

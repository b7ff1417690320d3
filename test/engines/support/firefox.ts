import { launch as launchBrowser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../.build/browsers.mjs';
import { callOf, type Browser, type Tab } from './browser.js';

/** Starts the installed Firefox, driven over WebDriver BiDi. */
export const launchFirefox = async (viewport = { width: 900, height: 900 }): Promise<Browser> => {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Firefox is missing: install it, or set FIREFOX_PATH.');
  const browser = await launchBrowser({ browser: 'firefox', executablePath, headless: true });
  const open = async (before?: string) => {
    const page = await browser.newPage();
    await page.setViewport(viewport);
    if (before) await page.evaluateOnNewDocument(before);
    return tabOf(page);
  };
  return {
    version: await browser.version(),
    tab: await open(),
    open,
    runsBefore: true,
    close: () => browser.close(),
  };
};

const tabOf = (page: Page): Tab => ({
  goto: async (url) => {
    await page.goto(url);
  },
  evaluate: (run, ...args) => page.evaluate(callOf(run as never, args)) as Promise<never>,
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  click: (x, y) => page.mouse.click(x, y),
  move: (x, y) => page.mouse.move(x, y),
  screenshot: async () => Buffer.from(await page.screenshot({ captureBeyondViewport: false })),
  close: () => page.close(),
});

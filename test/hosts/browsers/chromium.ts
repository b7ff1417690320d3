import { chromium, type Frame, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../.build/browsers.mjs';
import { Picture } from '../pictures.js';
import { callOf, WINDOW, type HostBrowser, type HostTab } from './browser.js';

/** Starts the installed Chromium. Each tab is of a profile of its own. */
export const launchChromium = async (): Promise<HostBrowser> => {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
  return {
    version: `Chromium ${browser.version()}`,
    tellsShifts: true,
    open: async (before) => {
      const context = await browser.newContext({
        viewport: WINDOW,
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      await context.addInitScript(before);
      const page = await context.newPage();
      const thrown: string[] = [];
      page.on('pageerror', (error) => thrown.push(error.message));
      return tabOf(page, thrown, () => context.close());
    },
    close: () => browser.close(),
  };
};

const tabOf = (page: Page, thrown: string[], close: () => Promise<void>): HostTab => ({
  goto: async (url) => {
    thrown.length = 0;
    await page.goto(url);
  },
  evaluate: (run, ...args) => page.evaluate(callOf(run as never, args)),
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  click: (x, y) => page.mouse.click(x, y),
  move: (x, y) => page.mouse.move(x, y),
  // Without Playwright's own style sheet against carets, which is a change of the page.
  picture: async (clip) =>
    new Picture(
      await page.screenshot({ caret: 'initial', animations: 'allow', scale: 'css', ...(clip && { clip }) }),
    ),
  thrown: () => thrown,
  frame: () => {
    const frame = page.frames()[1];
    return frame && inFrame(page, frame);
  },
  close,
});

/** The same tab, seen from inside its frame. */
const inFrame = (page: Page, frame: Frame): Pick<HostTab, 'evaluate' | 'click'> => ({
  evaluate: (run, ...args) => frame.evaluate(callOf(run as never, args)),
  click: async (x, y) => {
    const box = await (await frame.frameElement()).boundingBox();
    await page.mouse.click(x + (box?.x ?? 0), y + (box?.y ?? 0));
  },
});

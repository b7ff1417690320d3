import { launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../.build/browsers.mjs';
import { Picture } from '../pictures.js';
import { callOf, frameBox, WINDOW, type HostBrowser, type HostTab } from './browser.js';

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
  let front: Page | undefined;
  /** The page, in front of the others: nothing else has the focus, and takes keys. */
  const inFront = async (page: Page): Promise<Page> => {
    if (front !== page) await page.bringToFront();
    front = page;
    return page;
  };
  return {
    version: await browser.version(),
    open: async (before) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(WINDOW);
      await page.evaluateOnNewDocument(before);
      const thrown: string[] = [];
      page.on('pageerror', (error) => thrown.push(error instanceof Error ? error.message : String(error)));
      const close = async () => {
        if (front === page) front = undefined;
        await context.close();
      };
      return tabOf(page, () => inFront(page), thrown, close);
    },
    close: () => browser.close(),
  };
};

const tabOf = (
  page: Page,
  here: () => Promise<Page>,
  thrown: string[],
  close: () => Promise<void>,
): HostTab => {
  const click = async (x: number, y: number) => (await here()).mouse.click(x, y);
  /** Firefox now and then fails within itself to move the pointer over a page that has just been opened. */
  const move = async (x: number, y: number, tries = 3): Promise<void> => {
    try {
      await (await here()).mouse.move(x, y);
    } catch (error) {
      if (tries === 1 || !String(error).includes('NS_ERROR_FAILURE')) throw error;
      await move(x, y, tries - 1);
    }
  };
  return {
    goto: async (url) => {
      thrown.length = 0;
      // What is imported holds back its `load`, and the kit's files wait until the page is there.
      await (await here()).goto(url, { waitUntil: 'domcontentloaded' });
    },
    evaluate: async (run, ...args) => (await page.evaluate(callOf(run as never, args))) as never,
    type: async (text) => (await here()).keyboard.type(text),
    press: async (key) => (await here()).keyboard.press(key),
    click,
    move,
    picture: async (part) => {
      const shot = await (await here()).screenshot({ captureBeyondViewport: false });
      const picture = new Picture(Buffer.from(shot));
      return part ? picture.crop(part) : picture;
    },
    thrown: () => thrown,
    frame: () => {
      const frame = page.frames()[1];
      return (
        frame && {
          evaluate: async (run, ...args) => (await frame.evaluate(callOf(run as never, args))) as never,
          click: async (x, y) => {
            const box = await page.evaluate(frameBox);
            await click(x + box.x, y + box.y);
          },
        }
      );
    },
    close,
  };
};

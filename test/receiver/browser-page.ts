import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';
import { until } from './support.js';

/** How a page is looked at: wide and light, narrow and dark. */
export const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const;

/** What is open in a browser, and what its console has said: errors, warnings and exceptions. */
export interface BrowserPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** One browser for a file's tests. @returns opens a page in it, without cookies, closed at the test's end */
export const browserPages = () => {
  let browser: Browser;
  before(async () => {
    const executablePath = findChromium();
    browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
  });
  after(() => browser.close());
  return async (
    t: TestContext,
    { width = 1280, ...options }: BrowserContextOptions & { readonly width?: number } = {},
  ): Promise<BrowserPage> => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
    t.after(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    return { page, complaints };
  };
};

/** No barrier that axe finds, and nothing to scroll sideways (WCAG 2.2, 1.4.10). With SCREENSHOTS, a folder: a picture. */
export const assertForEveryone = async (page: Page, what: string): Promise<void> => {
  // With its styles, which come after its first words.
  await page.waitForLoadState();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Without a second page for each look, in which axe puts together what it found in frames: there are none.
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  assert.deepEqual(found, [], what);
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(fits, `${what} scrolls sideways`);
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  const name = `${what.replaceAll(/\W+/g, '-')}-${page.viewportSize()?.width}`;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** Moves the focus with the Tab key until it is where a person wants it. */
export const tabTo = async (
  page: Page,
  role: 'button' | 'link' | 'textbox' | 'checkbox',
  name: string | RegExp,
) => {
  const target = page.getByRole(role, { name, exact: true }).first();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return target;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${role} ${String(name)}`);
};

/** Presses a button or follows a link as somebody without a pointer does, who sees where they are. */
export const pressByKeys = async (page: Page, role: 'button' | 'link', name: string | RegExp) => {
  // The page may just be giving way to the next one, which takes the focus with it.
  const isSeen = async () => {
    const target = await tabTo(page, role, name);
    return (await target.evaluate((element) => getComputedStyle(element).outlineWidth)) === '3px';
  };
  await until(isSeen, 'the focus is seen');
  await page.keyboard.press('Enter');
};

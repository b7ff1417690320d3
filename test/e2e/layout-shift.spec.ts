/** The room that a page keeps for the form is the room that it takes: nothing moves when it comes. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { contactForm } from './support/contact-form.js';
import { html, script } from './support/pages.js';
import { expect, test } from './support/test.js';

declare global {
  interface Window {
    shifts: { value: number; sources: string[] }[];
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        window.shifts.push({ value, sources: sources.map(({ node }) => node?.nodeName ?? '') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

/** What has moved, once the form is there and two frames later. */
const shifts = async (page: Page) => {
  await expect(page.locator('[part~="submit-button"]')).toBeVisible();
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return window.shifts;
  });
};

/** Chunks that come only after the page has been painted without them. */
const afterPaint = () => {
  let paint = () => {};
  const painted = new Promise<boolean>((resolve) => (paint = () => resolve(true)));
  return { paint, onCdnRequest: (name: string) => name === 'harreman.js' || painted };
};

const openSlowly = async (page: Page, url: string, paint: () => void) => {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  paint();
};

const AFTER = '<p id="after">What stands after the form, in view.</p>';

for (const [kind, attributes, inside] of [
  ['the form by itself', '', ''],
  [
    'a form with consent and files',
    'privacy-url="/privacy" max-files="2"',
    '<p>Or call us: <a href="tel:1">1</a></p>',
  ],
] as const) {
  test(`${kind}: no shift with the room that the snippet keeps`, async ({ page, startSite }) => {
    await page.setViewportSize({ width: 900, height: 1400 });
    const { paint, onCdnRequest } = afterPaint();
    const site = await startSite({ onCdnRequest });
    const pageWith = (style: string) =>
      html({
        head: `<style>${style}</style>${script(site, '/submissions')}`,
        body: `<harreman-contact-form ${attributes}>${inside}</harreman-contact-form>${AFTER}`,
      });
    // First with no room kept: measures the form, and shows that this test sees a shift.
    await openSlowly(page, site.put('/', pageWith('')), paint);
    expect((await shifts(page)).map(({ value }) => value)[0]).toBeGreaterThan(0.01);
    const height = await contactForm(page).evaluate((element) => element.getBoundingClientRect().height);

    const slow = afterPaint();
    const other = await startSite({ onCdnRequest: slow.onCdnRequest });
    const style = `harreman-contact-form:not(:defined) { display: flow-root; min-height: ${height}px }`;
    const url = other.put('/', pageWith(style).replaceAll(site.origin, other.origin));
    await openSlowly(page, url, slow.paint);
    expect(await shifts(page)).toEqual([]);
  });
}

/** Upright, it shows what follows a short form. */
const TABLET = 820;

for (const [width, path] of [
  [1280, 'kontaktua.html'],
  [1280, 'kexak.html'],
  [1280, 'iradokizunak.html'],
  [390, 'en/contact.html'],
  [390, 'ka/kontakti.html'],
  [390, 'lv/sudzibas.html'],
  [TABLET, 'hitzordua.html'],
  [TABLET, 'ka/vizitis-motxovna.html'],
  [TABLET, 'lv/pieteikt-sarunu.html'],
] as const) {
  test(`demo site, ${path} at ${width} px: no shift`, async ({ page, startSite }) => {
    // As tall as the window of a visitor; what is below it doesn't count, since nobody sees it move.
    await page.setViewportSize({ width, height: width === TABLET ? 1180 : 800 });
    const { paint, onCdnRequest } = afterPaint();
    const site = await startSite({ onCdnRequest });
    const css = readFileSync('demo/site/style.css', 'utf8');
    site.put('/style.css', { body: css, headers: { 'content-type': 'text/css' } });
    const body = readFileSync(`demo/site/${path}`, 'utf8').replace('/dist/cdn/', '/cdn/');
    await openSlowly(page, site.put('/', body), paint);
    expect(await shifts(page)).toEqual([]);
  });
}

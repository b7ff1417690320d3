/** The guide, as the demo shows it. */
import { violations } from './support/axe.js';
import { expect, test } from './support/demo.js';

test('each page of the guide fits 320 pixels, and three have no fault that axe finds', async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${demo}/guide/`);
  const links = page.getByRole('navigation', { name: 'Pages of the guide' }).getByRole('link');
  const pages = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  expect(pages.length).toBeGreaterThan(10);
  for (const address of pages) {
    expect((await page.goto(address))?.status(), address).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(320);
    // All are made alike: these have all that there is, lists in lists and tables without a name in a column.
    if (/contact-form|code|ka$/.test(address)) expect(await violations(page), address).toEqual([]);
  }
});

test('a page leads to the next, an example is copied by keys, and the PHP file comes as a file', async ({
  page,
  demo,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${demo}/guide/`);
  await page.getByRole('main').getByRole('link', { name: 'Endpoints', exact: true }).first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Endpoints: where messages go');
  const copy = page.getByRole('button', { name: 'Copy' }).first();
  await copy.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(
    'data-endpoint="https://formspree.io/f/your-id" defer></script>\n<harreman-contact-form>',
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'messages.php' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('messages.php');
});

test('the first steps are in the language of who reads them, with what stands around them', async ({ page, demo }) => {
  await page.goto(`${demo}/builder/?lang=lv`);
  await page.getByRole('link', { name: 'Rokasgrāmata' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pirmie soļi');
  await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
  await expect(page.getByRole('button', { name: 'Kopēt' }).first()).toBeVisible();
  const pages = page.getByRole('navigation', { name: 'Rokasgrāmatas lapas' });
  await pages.getByRole('link', { name: 'Lehen urratsak' }).click();
  await expect(page.getByRole('button', { name: 'Kopiatu' }).first()).toBeVisible();
}); // prettier-ignore

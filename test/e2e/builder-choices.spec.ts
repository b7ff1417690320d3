/** The snippet builder while an owner chooses: what goes together stays together, and what is wrong is told there. */
import { violations } from './support/axe.js';
import { expect, test } from './support/demo.js';

test('another address takes its own kind: nothing is sent to Formspree as to a receiver', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}/builder/`);
  const [address, kind, html] = ['[name="endpoint"]', '[name="profile"]', '#html'].map((one) =>
    page.locator(one),
  );
  await expect(html!).toContainText('data-profile="harreman"');
  await address!.fill('https://formspree.io/f/abcdwxyz');
  await expect(kind!).toHaveValue('');
  await expect(html!).toContainText('data-endpoint="https://formspree.io/f/abcdwxyz" data-phone');
  // It is kept in the page's address, and follows from there too.
  await expect(page).toHaveURL(/formspree/);
  await page.reload();
  await expect(html!).toContainText('data-endpoint="https://formspree.io/f/abcdwxyz" data-phone');
  await address!.fill(`${demo}/submissions`);
  await expect(kind!).toHaveValue('harreman');

  // A kind that the owner has chosen stays.
  await kind!.selectOption('form');
  await address!.fill('/mail.php');
  await expect(html!).toContainText('data-endpoint="/mail.php" data-profile="form"');
  await page.reload();
  await address!.fill('/messages.php');
  await expect(html!).toContainText('data-endpoint="/messages.php" data-profile="form"');
});

test('what would not work is told at its control, and no more once it is mended', async ({ page, demo }) => {
  await page.goto(`${demo}/builder/`);
  await page.getByRole('checkbox', { name: 'Callback button' }).check();
  const hours = page.getByRole('textbox', { name: /^Hours/ });
  await hours.fill('Mon-Fri 9-18');
  await expect(
    page.getByText('It can’t be read as opening hours, and is left aside. Look at: Mon-Fri'),
  ).toBeVisible();
  await expect(hours).toHaveAttribute('aria-invalid', 'true');
  await expect(hours).toHaveAccessibleDescription(/Look at: Mon-Fri/);
  const endpoint = page.getByRole('textbox', { name: /^Endpoint/ });
  await endpoint.fill('kaixo@example.com');
  await expect(endpoint).toHaveAccessibleDescription(/can’t send to an e-mail address/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
  await hours.fill('Mo-Fr 09:00-18:00; PH off');
  await expect(page.getByText('“PH” in the hours means')).toBeVisible();
  await page.getByRole('textbox', { name: /^Holidays/ }).fill('2026-12-25');
  await endpoint.fill('/messages.php');
  await expect(page.locator('.mistake:not(:empty)')).toHaveCount(0);
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  await expect(page.locator('#html')).toContainText('PH off" holidays="2026-12-25"');
});

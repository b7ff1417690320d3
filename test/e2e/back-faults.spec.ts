/** The page is left while it sends, and kept for "back": nothing is lost, nothing sent twice. */
import type { Page } from '@playwright/test';
import { endPanel, QUESTION } from './support/contact-form.js';
import {
  expect,
  expectRows,
  expectSaved,
  expectSent,
  postsTo,
  test,
  write,
  type Shop,
} from './support/faults.js';
import { withBackCache } from './support/with-back-cache.js';

test.use(withBackCache);

const leaveAndComeBack = async (page: Page, shop: Shop, meanwhile: () => Promise<unknown>) => {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'from the cache' : 'anew'));
  });
  await page.evaluate((next) => void (location.href = next), shop.other);
  await expect(page).toHaveURL(shop.other);
  await meanwhile();
  await page.evaluate(() => history.back());
  await expect(page).toHaveTitle('from the cache');
};

test('the answer comes while it is away: one row, and told', async ({ page, receiver, faults, shop }) => {
  faults.queue.push('hang-after-commit');
  const form = await shop.visit(page);
  await write(form);
  await expect.poll(() => faults.hanging).toBe(1);
  await leaveAndComeBack(page, shop, async () => faults.release());
  await expectSent(form);
  await expectRows(receiver);
  // A page that is kept holds no lock, so that another may have asked, too: with the same id.
  expect(new Set(postsTo(faults).map(({ submissionId }) => submissionId)).size).toBe(1);
});

test('the connection breaks while it is away: it goes on when it is back, one row', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  faults.queue.push('hang-after-commit');
  const form = await shop.visit(page);
  await write(form);
  await expect.poll(() => faults.hanging).toBe(1);
  await leaveAndComeBack(page, shop, async () => {
    await faults.down();
    await faults.up();
  });
  // Chromium ends the page's requests, or hands the failure on: either way nothing is called sent too early.
  await expect(endPanel(form)).toContainText(/Saved on this device|Your question has been sent/);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expectSent(form);
  await expectRows(receiver);
  expect(new Set(postsTo(faults).map(({ submissionId }) => submissionId)).size).toBe(1);
});

test('a page whose outbox waits is kept, too', async ({ page, faults, receiver, shop }) => {
  faults.queue.push('status-500');
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await leaveAndComeBack(page, shop, () => expectRows(receiver));
  await expectSent(form);
  expect((await receiver.rows())[0]!.fields['message']).toBe(QUESTION.message);
});

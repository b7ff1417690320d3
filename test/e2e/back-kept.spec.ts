/** A page that is left for another one and comes back, from the browser's memory where it may, has what was written. */
import { contactForm, control, endPanel, fillIn, QUESTION, send } from './support/contact-form.js';
import { formPage, html } from './support/pages.js';
import { expect, test } from './support/test.js';
import { withBackCache } from './support/with-back-cache.js';

test.use(withBackCache);

for (const persist of ['on', 'off']) {
  test(`on to another page and back, persist="${persist}": the page comes from the back/forward cache with its text`, async ({
    page,
    receiver,
    startSite,
  }) => {
    const site = await startSite();
    site.put('/next', html({ body: 'Next' }));
    await page.goto(site.put('/', formPage(site, receiver.endpoint, `persist="${persist}"`)));
    await page.evaluate(() => {
      addEventListener(
        'pageshow',
        ({ persisted }) => (document.title = persisted ? 'from the cache' : 'anew'),
      );
    });
    const form = contactForm(page);
    await fillIn(form);
    await control(form, 'consent').check();
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page).toHaveURL(/next$/);
    await page.evaluate(() => history.back());
    await expect(page).toHaveTitle('from the cache');
    for (const name of ['name', 'email', 'message'] as const)
      await expect(control(form, name)).toHaveValue(QUESTION[name]);
    await send(form);
    await expect(endPanel(form)).toBeVisible();
    expect(await receiver.rows()).toHaveLength(1);
  });
}

test('the page is left in the middle of sending and comes back: one row, and the visitor is told how it ended', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  front.incidents.push('hold-reply');
  const site = await startSite();
  site.put('/next', html({ body: 'Next' }));
  await page.goto(site.put('/', formPage(site, front.endpoint)));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'consent').check();
  await send(form);
  await expect.poll(() => front.posts).toBe(1);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/next$/);
  front.release();
  await page.evaluate(() => history.back());
  await expect(endPanel(form).or(form.getByRole('button', { name: /Send question/ }))).toBeVisible();
  // Whether the page was frozen or made anew: either it knows, or the text is there to be sent again.
  const written = () =>
    form.locator('textarea').evaluateAll((texts: HTMLTextAreaElement[]) => texts.map(({ value }) => value));
  await expect
    .poll(async () => (await endPanel(form).isVisible()) || (await written()).includes(QUESTION.message))
    .toBe(true);
  expect(await receiver.rows()).toHaveLength(1);
});

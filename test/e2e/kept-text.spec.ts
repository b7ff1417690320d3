/** What a visitor wrote is still there after a reload, and gone once it is sent or cleared. */
import type { Page } from '@playwright/test';
import { rm, writeFile } from 'node:fs/promises';
import {
  contactForm,
  control,
  endPanel,
  errorSummary,
  fillIn,
  QUESTION,
  send,
} from './support/contact-form.js';
import { formPage, html, script } from './support/pages.js';
import { expect, test } from './support/test.js';

const stored = (page: Page) =>
  page.evaluate(() => [localStorage, sessionStorage].flatMap((store) => Object.values<string>(store)).join());

/** The first try is never answered. Gives how many there were. */
const answerNotAtFirst = async (page: Page, endpoint: string): Promise<() => number> => {
  let tries = 0;
  await page.route(endpoint, (route) => (tries++ ? route.continue() : undefined));
  return () => tries;
};

test('a reload brings the draft back, without the consent, and says so; sent, it is gone', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, receiver.endpoint)));
  const form = contactForm(page);
  await expect(control(form, 'message')).toBeVisible();
  expect(await stored(page)).toBe('');
  await fillIn(form);
  await control(form, 'consent').check();
  await page.reload();
  await expect(form.getByRole('status').filter({ hasText: 'We kept what you had written.' })).toBeVisible();
  for (const name of ['name', 'email', 'message'] as const)
    await expect(control(form, name)).toHaveValue(QUESTION[name]);
  await expect(form.locator('[value="question"]')).toBeChecked();
  await expect(control(form, 'consent')).not.toBeChecked();
  await control(form, 'consent').check();
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect((await receiver.rows()).map(({ fields }) => fields)).toEqual([expect.objectContaining(QUESTION)]);
  expect(await stored(page)).toBe('');
  await page.reload();
  await expect(control(form, 'message')).toHaveValue('');
});

test('a draft can be cleared', async ({ page, startSite }) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, '/submissions')));
  const form = contactForm(page);
  await fillIn(form);
  await page.reload();
  await form.getByRole('button', { name: 'Clear the form' }).click();
  await expect(control(form, 'message')).toHaveValue('');
  await expect(form.locator('[value="question"]')).toBeFocused();
  expect(await stored(page)).toBe('');
});

test('on a network so slow that the page is left before the form is whole, the draft comes back all the same', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, '/submissions')));
  const form = contactForm(page);
  await expect(control(form, 'message')).toBeVisible();
  // What comes at the first touch doesn't come while this page lives.
  await page.route(/\/cdn\/chunks\//, () => {});
  await fillIn(form);
  expect(await stored(page)).toBe('');
  await page.unroute(/\/cdn\/chunks\//);
  await page.reload();
  await expect(control(form, 'message')).toHaveValue(QUESTION.message);
  await expect(form.locator('[value="question"]')).toBeChecked();
  await form.getByRole('button', { name: 'Clear the form' }).click();
  await expect(control(form, 'message')).toHaveValue('');
  expect(await stored(page)).toBe('');
});

test('persist="off": nothing is kept on the device', async ({ page, startSite }) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, '/submissions', 'persist="off"')));
  const form = contactForm(page);
  await fillIn(form);
  await page.goto(site.put('/next', html({ body: 'Next' })));
  expect(await stored(page)).toBe('');
  await page.goto(`${site.origin}/`);
  await expect(control(form, 'message')).toHaveValue('');
});

test('a page without a word typed stores nothing, also when it is used and left', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, '/submissions')));
  const form = contactForm(page);
  await control(form, 'name').focus();
  await send(form);
  await expect(form.locator('[part~="error-summary"]')).toBeVisible();
  await page.goto(site.put('/next', html({ body: 'Next' })));
  expect(await stored(page)).toBe('');
});

test('a file that is gone by the time of sending is said to be, and nothing is promised that it stops', async ({
  page,
  receiver,
  startSite,
}, testInfo) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, receiver.endpoint, 'max-files="3"')));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'consent').check();
  const [gone, kept] = ['gone.txt', 'kept.txt'].map((name) => testInfo.outputPath(name)) as [string, string];
  for (const path of [gone, kept]) await writeFile(path, 'Kaixo');
  await control(form, 'attachment').setInputFiles([gone, kept]);
  await rm(gone);
  await send(form);
  await expect(errorSummary(form)).toContainText('gone.txt: the file can no longer be read');
  // Read once, a file may go.
  await rm(kept);
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect((await receiver.rows()).map(({ files }) => files.map(({ name }) => name))).toEqual([['kept.txt']]);
});

test('what has arrived after the page was left does not stand in the form to be sent again', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const tries = await answerNotAtFirst(page, receiver.endpoint);
  await page.goto(site.put('/', formPage(site, receiver.endpoint, 'profile="harreman"')));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'consent').check();
  await send(form);
  await expect.poll(tries).toBe(1);
  await page.reload();
  await expect(form).toContainText('has now been sent');
  await expect(control(form, 'message')).toHaveValue('');
  expect(await stored(page)).not.toContain(QUESTION.email);
  expect(await receiver.rows()).toHaveLength(1);
});

test('nor where another page of the site has sent it: the form is empty, and tells', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const tries = await answerNotAtFirst(page, receiver.endpoint);
  site.put('/other', html({ head: script(site, receiver.endpoint, 'data-profile="harreman"') }));
  await page.goto(site.put('/', formPage(site, receiver.endpoint, 'profile="harreman"')));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'consent').check();
  // At once: what was written last is not in the draft yet.
  await control(form, 'message').press('End');
  await page.keyboard.type('!');
  await send(form);
  await expect.poll(tries).toBe(1);
  await page.goto(`${site.origin}/other`);
  await expect.poll(() => receiver.rows()).toHaveLength(1);
  await page.goto(`${site.origin}/`);
  await expect(form).toContainText('has now been sent');
  await expect(control(form, 'message')).toHaveValue('');
  await expect(form).not.toContainText('We kept what you had written');
  expect(await stored(page)).not.toContain(QUESTION.email);
});

test('nor in a callback button, whose panel is opened after it has been sent', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const tries = await answerNotAtFirst(page, receiver.endpoint);
  const button = page.locator('harreman-callback-button');
  const phone = button.getByRole('textbox', { name: 'Your phone number' });
  await page.goto(
    site.put(
      '/',
      html({
        head: script(site, receiver.endpoint, 'data-profile="harreman"'),
        body: '<harreman-callback-button floating country="ES" hours="Mo-Su 00:00-24:00"></harreman-callback-button>',
      }),
    ),
  );
  await button.getByRole('button', { name: 'Call me back' }).click();
  await phone.fill('943 000 000');
  await button.getByRole('button', { name: 'Ask for a call' }).click();
  await expect.poll(tries).toBe(1);
  await page.reload();
  await expect.poll(() => receiver.rows()).toHaveLength(1);
  await button.getByRole('button', { name: 'Call me back' }).click();
  await expect(button).toContainText('has now been sent');
  await expect(phone).toHaveValue('');
});

test('nor where the page ended in the moment in which it was told: it is told again', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', formPage(site, receiver.endpoint, 'profile="harreman"')));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'consent').check();
  // What would have been done next is not.
  await page.evaluate(() => (Storage.prototype.removeItem = () => undefined));
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  await page.reload();
  await expect(form).toContainText('has now been sent');
  await expect(control(form, 'message')).toHaveValue('');
  await page.reload();
  await expect(control(form, 'message')).toHaveValue('');
  expect(await receiver.rows()).toHaveLength(1);
});

test('what was written since it was sent stays, in the form and in the draft', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let tries = 0;
  await page.route(receiver.endpoint, async (route) => {
    if (!tries++) return;
    await held;
    await route.continue();
  });
  await page.goto(site.put('/', formPage(site, receiver.endpoint, 'profile="harreman"')));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'consent').check();
  await send(form);
  await expect.poll(() => tries).toBe(1);
  await page.reload();
  await expect.poll(() => tries).toBe(2);
  await control(form, 'message').fill('Something else');
  release();
  await expect(form).toContainText('has now been sent');
  await expect(control(form, 'message')).toHaveValue('Something else');
  await page.reload();
  await expect(control(form, 'message')).toHaveValue('Something else');
});

/** The example of `demo/frameworks/server`: rendered by Node, taken over in the browser. */
import type { Page } from '@playwright/test';
import { contactForm, control, endPanel, fillIn, QUESTION, send } from '../e2e/support/contact-form.js';
import type { HarremanContactForm } from '../../src/index.js';
import { expect, test } from './site.js';

const WIDGETS = ['contact-form', 'satisfaction-survey', 'callback-button'];

/** The outermost element of each widget, all of them if there are several. Runs in the page. */
const basesOf = (names: readonly string[]): readonly Element[] =>
  names.flatMap((name) => [
    ...document.querySelector(`harreman-${name}`)!.shadowRoot!.querySelectorAll('[part~=base]'),
  ]);

/** Opens the page as it comes from the server; its script waits until `release` is called. */
const openServed = async (page: Page, address: string, change = (html: string) => html) => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) said.push(message.text());
  });
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/client.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
  // Not until it has loaded, for which it waits for its script.
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('footer')).toBeVisible();
  const takeOver = async (): Promise<void> => {
    release();
    await page.waitForFunction(
      (names) =>
        names.every((name) => document.querySelector<HarremanContactForm>(`harreman-${name}`)?.hasUpdated),
      WIDGETS,
    );
  };
  return { said, takeOver };
};

test('every widget stands there before its script, in its language', async ({ page, examples }) => {
  await openServed(page, `${examples.origin}/server/eu.html`);
  await expect(contactForm(page).locator('[part~=heading]')).toHaveText('Jarri gurekin harremanetan');
  await expect(page.locator('harreman-satisfaction-survey [name=score]')).toHaveCount(11);
  await expect(page.locator('harreman-satisfaction-survey [name=score]:checked')).toHaveCount(0);
  await expect(page.locator('harreman-callback-button [part~=launcher]')).toBeVisible();
  await expect(contactForm(page).locator('[slot=intro]')).toBeVisible();
});

test('the script takes over what is there, and nothing moves', async ({ page, examples }) => {
  const { said, takeOver } = await openServed(page, `${examples.origin}/server/en.html`);
  // From here on: while the page is read, what stands in a tag comes after what the server has rendered of it.
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  // The same nodes, not others that look alike.
  const before = await page.evaluateHandle(basesOf, WIDGETS);
  await takeOver();
  const after = await page.evaluateHandle(basesOf, WIDGETS);
  expect(
    await before.evaluate((nodes, now) => nodes.map((node, index) => node === now[index]), after),
  ).toEqual([true, true, true]);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  expect(said).toEqual([]);
});

test('the button that has the focus by then keeps it', async ({ page, examples }) => {
  const { said, takeOver } = await openServed(page, `${examples.origin}/server/en.html`);
  const button = page.locator('harreman-callback-button [part~=launcher]');
  await button.focus();
  await takeOver();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('harreman-callback-button [part~=panel]')).toBeVisible();
  expect(said).toEqual([]);
});

test('what was written before the script came is sent', async ({ page, examples }) => {
  const { said, takeOver } = await openServed(page, `${examples.origin}/server/en.html`);
  const form = contactForm(page);
  const question = { ...QUESTION, message: 'Written before the script' };
  await fillIn(form, question);
  await control(form, 'consent').check();
  // Not ready yet: the button does nothing, and the address stays.
  await send(form);
  await takeOver();
  expect(page.url()).toBe(`${examples.origin}/server/en.html`);
  await expect(form.locator('[name=topic]:checked')).toHaveValue('question');
  await expect(control(form, 'consent')).toBeChecked();
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  const rows = await examples.receiver.rows();
  const arrived = rows.filter(({ fields }) => fields['message'] === question.message);
  expect(arrived.map(({ fields }) => fields)).toEqual([expect.objectContaining(question)]);
  expect(said).toEqual([]);
});

test('a form to which the page adds fields is rendered anew, and keeps what was written', async ({ page, examples }) => {
  const { said, takeOver } = await openServed(page, `${examples.origin}/server/en.html`, (html) =>
    html.replace('<p slot="intro">', '<label>Order <input name="order" /></label><p slot="intro">'),
  );
  const form = contactForm(page);
  await control(form, 'message').fill('Kept');
  await takeOver();
  await expect(control(form, 'order')).toBeVisible();
  await expect(control(form, 'message')).toHaveValue('Kept');
  await expect(form.locator('[part~=base]')).toHaveCount(1);
  expect(said).toEqual([]);
}); // prettier-ignore

test('another language in the browser wins', async ({ page, examples }) => {
  const { said, takeOver } = await openServed(page, `${examples.origin}/server/eu.html`, (html) =>
    html.replaceAll('locale="eu"', 'locale="lv"'),
  );
  await takeOver();
  await expect(contactForm(page).locator('[part~=base]')).toHaveAttribute('lang', 'lv');
  await expect(contactForm(page).locator('[part~=heading]')).not.toHaveText('Jarri gurekin harremanetan');
  expect(said).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the phone in the tag is what people see', async ({ page, examples }) => {
    await page.goto(`${examples.origin}/server/en.html`);
    await expect(contactForm(page).locator('a[href^=tel]')).toBeVisible();
    await expect(control(contactForm(page), 'message')).toBeHidden();
  });
});

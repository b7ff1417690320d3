/** What a walk by hand through the three forms has found: keys that do not reach, text that jumps, and what lies beneath a bar. */
import type { Locator, Page } from '@playwright/test';
import {
  contactForm,
  control,
  errorSummary,
  expectArrival,
  send,
  sendButton,
} from './support/contact-form.js';
import { html, script } from './support/pages.js';
import type { Site } from './support/site.js';
import { expect, test } from './support/test.js';

const callback = (page: Page): Locator => page.locator('harreman-callback-button');
const launcher = (page: Page): Locator => callback(page).locator('#launcher');
const panel = (page: Page): Locator => callback(page).locator('#panel');

const LINKS = `<a href="tel:+34943000000">943 00 00 00</a> <a href="https://wa.me/34600000000">WhatsApp</a>`;
const button = (attributes = '', inner = LINKS): string =>
  `<harreman-callback-button hours="Mo-Su 00:00-24:00" timezone="Asia/Tbilisi" country="ES" ${attributes}>${inner}</harreman-callback-button>`;

/** On a page that sends to the receiver. */
const open = async (
  {
    page,
    startSite,
    receiver,
  }: { page: Page; startSite: () => Promise<Site>; receiver: { readonly endpoint: string } },
  body: string,
): Promise<void> => {
  const site = await startSite();
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
};

test('a space before an e-mail address leaves the address as it is written', async ({
  page,
  startSite,
  receiver,
}) => {
  await open(
    { page, startSite, receiver },
    '<harreman-contact-form topic="question"></harreman-contact-form>',
  );
  const form = contactForm(page);
  await control(form, 'message').focus();
  await expect(form.locator('#field-message-limit')).toBeAttached();
  await control(form, 'email').focus();
  await page.keyboard.type(' ane@example.com ');
  await page.keyboard.press('Tab');
  await expect(control(form, 'email')).toHaveValue('ane@example.com');
});

test('Escape closes the panel from within a widget that stands in it, and no more than that', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const inner = `${LINKS}<harreman-contact-form slot="panel" data-title="Write to us"></harreman-contact-form>
    <harreman-appointment-request slot="panel" data-title="Ask for a visit" modes="phone"></harreman-appointment-request>`;
  await page.goto(
    site.put('/', html({ head: script(site, receiver.endpoint), body: button('floating', inner) })),
  );
  await launcher(page).click();
  await panel(page).getByRole('button', { name: 'Write to us' }).click();
  await control(contactForm(page), 'name').focus();
  await page.keyboard.type('Ane');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();

  // A calendar in it is closed first.
  await launcher(page).click();
  await expect(control(contactForm(page), 'name')).toHaveValue('Ane');
  await panel(page).getByRole('button', { name: 'All ways to reach us' }).click();
  await panel(page).getByRole('button', { name: 'Ask for a visit' }).click();
  const request = page.locator('harreman-appointment-request');
  await request.getByRole('button', { name: 'Choose date' }).click();
  await expect(request.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(request.getByRole('grid')).toBeHidden();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
});

test("Escape in a form within the page's own panel closes that", async ({ page, startSite, receiver }) => {
  await open(
    { page, startSite, receiver },
    `<div id="own" onkeydown="if (event.key === 'Escape') this.hidden = true"><harreman-contact-form></harreman-contact-form></div>`,
  );
  await control(contactForm(page), 'name').focus();
  await page.keyboard.type('Ane');
  await page.keyboard.press('Escape');
  await expect(page.locator('#own')).toBeHidden();
});

test('what takes the focus by itself comes below a bar that the page keeps at its top', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const head = `${script(site, receiver.endpoint)}<style>header { position: sticky; inset-block-start: 0; block-size: 72px; background: #eee }</style>`;
  const body = `<header>A shop</header><harreman-contact-form></harreman-contact-form><div style="height: 100vh"></div>`;
  await page.goto(site.put('/', html({ head, body })));
  const form = contactForm(page);
  await sendButton(form).focus();
  await page.keyboard.press('Enter');
  await expect(errorSummary(form)).toBeFocused();
  const top = (element: Locator) => element.evaluate((box) => box.getBoundingClientRect().top);
  expect(await top(errorSummary(form))).toBeGreaterThan(72);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(control(form, 'name')).toBeFocused();
  expect(await top(form.locator('label[for="field-name"]'))).toBeGreaterThan(72);
});

test('fields that come in between do not have the other problems said again', async ({
  page,
  startSite,
  receiver,
}) => {
  await open({ page, startSite, receiver }, '<harreman-contact-form></harreman-contact-form>');
  const form = contactForm(page);
  await send(form);
  await expect(errorSummary(form).getByRole('link')).toHaveCount(4);
  const said = await errorSummary(form).evaluateHandle((summary) => {
    const texts: string[] = [];
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records)
        for (const node of type === 'characterData' ? [target] : addedNodes)
          texts.push(node.textContent!.trim());
    }).observe(summary, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  await form.locator('[name="topic"][value="complaint"]').click();
  await expect(control(form, 'order_number')).toBeVisible();
  expect((await said.jsonValue()).filter(Boolean)).toEqual(['3 things need your attention']);
});

test.describe('the panel of the callback button', () => {
  test.beforeEach(async ({ page, startSite, receiver }) => {
    const site = await startSite();
    await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body: button() })));
    await expect(launcher(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(panel(page).getByRole('textbox', { name: 'Your phone number' })).toBeVisible();
  });

  test('opened by a key shows where the focus is, and arrows scroll it', async ({ page }) => {
    await expect(panel(page)).toBeFocused();
    await expect(panel(page)).toHaveCSS('outline-style', 'solid');
    const label = panel(page).locator('label[for="field-phone"]');
    const top = () => label.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await page.keyboard.press('PageDown');
    await expect.poll(top).toBeLessThan(before);
  });

  test('has its heading beside the button that closes it, and both stay as the rest is scrolled', async ({
    page,
  }) => {
    const heading = panel(page).getByRole('heading', { name: 'We call you back' });
    const close = panel(page).getByRole('button', { name: 'Close' });
    const middle = (element: Locator) =>
      element.evaluate((box) => {
        const { top, bottom } = box.getBoundingClientRect();
        return (top + bottom) / 2;
      });
    const at = await middle(close);
    expect(Math.abs((await middle(heading)) - at)).toBeLessThanOrEqual(2);
    await sendButton(callback(page)).scrollIntoViewIfNeeded();
    expect(Math.abs((await middle(close)) - at)).toBeLessThanOrEqual(1);
    expect(Math.abs((await middle(heading)) - at)).toBeLessThanOrEqual(1);
  });

  test('what was taken back has no heading over nothing', async ({ page }) => {
    await panel(page).getByRole('textbox', { name: 'Your phone number' }).fill('943 000 000');
    await page.keyboard.press('Enter');
    await expect(panel(page).getByRole('heading', { name: 'What happens next' })).toBeVisible();
    await panel(page).getByRole('button', { name: 'Cancel this request' }).click();
    await expect(
      panel(page).getByRole('heading', { name: 'Your cancellation has been sent.' }),
    ).toBeFocused();
    await expect(panel(page).getByRole('heading')).toHaveCount(1);
  });

  test('breaks no line within a time, nor after the dash between two', async ({ page }) => {
    const text = await panel(page).locator('.option', { hasText: 'Tomorrow' }).textContent();
    expect(text).toMatch(/\d/);
    expect(text!.slice(text!.indexOf(':') + 2)).not.toContain(' ');
    // U+2014 and its like may end a line, where nothing joins it to what follows.
    expect(text).toContain('\u2013\u2060\u00a0');
  });
});

test('where a week does not fit into its list, its dates are seen and not only that it is the next one', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const body =
    '<harreman-appointment-request modes="phone" hours="Mo-Su 09:00-12:00"></harreman-appointment-request>';
  await page.goto(site.put('/', html({ lang: 'ka', head: script(site, receiver.endpoint), body })));
  const form = page.locator('harreman-appointment-request');
  await form.locator('[name="when"][value="any"]').click();
  const weeks = form.locator('select[name="week"] option:not([value=""])');
  await expect(weeks.filter({ hasText: '(მომდევნო კვირაში)' })).toHaveCount(1);
  for (const text of await weeks.allTextContents()) expect(text).toMatch(/^\d/);
});

test('what looks like a button has its words in the middle', async ({ page, startSite, receiver }) => {
  await open(
    { page, startSite, receiver },
    '<harreman-contact-form topic="question" max-files="2"></harreman-contact-form>',
  );
  const form = contactForm(page);
  await control(form, 'message').focus();
  const label = form.locator('label.button');
  await expect(label).toBeVisible();
  const apart = await label.evaluate((box) => {
    const words = document.createRange();
    words.selectNodeContents(box);
    const [outer, inner] = [box, words].map((one) => one.getBoundingClientRect());
    return Math.abs(outer!.top + outer!.bottom - inner!.top - inner!.bottom) / 2;
  });
  expect(apart).toBeLessThan(0.75);
});

for (const [lang, name] of [
  ['ka', 'საქართველო (+995)'],
  ['eu', 'Åland (+358)'],
] as const) {
  test(`the countries of a phone number are written in the visitor's letters: ${lang}`, async ({
    page,
    startSite,
    receiver,
  }) => {
    const site = await startSite();
    const head = script(site, receiver.endpoint);
    await page.goto(site.put('/', html({ lang, head, body: button() })));
    await launcher(page).click();
    await control(callback(page), 'phone').click();
    await expect(callback(page).locator('#field-phone-hint')).toContainText('612');
    await page.keyboard.type('612 345 678');
    await page.keyboard.press('Tab');
    await callback(page).locator('button.link:not([part])').click();
    const countries = callback(page).locator('.country option');
    await expect(countries.filter({ hasText: name })).toHaveCount(1);
    expect((await countries.allTextContents()).filter((text) => text.includes('\\'))).toEqual([]);
  });
}

/** What the browser's translation of a page does to a text: a new one in a `<font>`, in shadow trees too. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walk = (root: Node): void => {
      for (const node of [...root.childNodes]) {
        if (node instanceof Text && node.data.trim() && !root.parentElement?.closest('font')) {
          const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
          font.textContent = node.data.toUpperCase();
          node.replaceWith(font);
        } else if (node instanceof Element && !node.matches('font,script,style,textarea')) {
          if (node.shadowRoot) walk(node.shadowRoot);
          walk(node);
        }
      }
    };
    walk(document.body);
  });

test('on a page that the browser has translated, what a form says next is what is meant', async ({
  page,
  startSite,
  receiver,
}) => {
  await open(
    { page, startSite, receiver },
    '<harreman-contact-form topic="question"></harreman-contact-form>',
  );
  const form = contactForm(page);
  await send(form);
  await expect(errorSummary(form)).toContainText('Enter your e-mail address');
  await translate(page);
  await expect(errorSummary(form)).toContainText('ENTER YOUR E-MAIL ADDRESS');
  await control(form, 'email').fill('ane');
  await send(form);
  await expect(errorSummary(form)).toContainText('in the correct format');
  await expect(errorSummary(form)).not.toContainText('YOUR E-MAIL ADDRESS');
  await translate(page);
  await expectArrival(form, receiver, { name: 'Ane', email: 'ane@example.com', message: 'Kaixo' });
});

test('on paper, all of a long message is there, and the form begins below what stands above it', async ({
  page,
  startSite,
  receiver,
}) => {
  await open(
    { page, startSite, receiver },
    '<h1>Our shop</h1><harreman-contact-form topic="complaint"></harreman-contact-form>',
  );
  const form = contactForm(page);
  const message = control(form, 'message');
  await message.fill('One line of what went wrong.\n'.repeat(80));
  await expect(form.locator('#field-message-limit')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  expect(await message.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1);
  const pages = (await page.pdf()).toString('latin1').match(/\/Type \/Page\b/g)?.length;
  // Where the form floats, the first of four has the heading alone.
  expect(pages).toBe(3);
});

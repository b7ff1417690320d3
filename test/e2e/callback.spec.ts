/** A request to be called, on the built files and through the real receiver. */
import type { Locator, Page } from '@playwright/test';
import { strictAndHostile } from './support/hostile.js';
import { html, script, watchTroubles } from './support/pages.js';
import type { Receiver } from './support/receiver.js';
import { expect, test } from './support/test.js';

const LINKS = `<a href="tel:+34943000000">943 00 00 00</a> <a href="https://wa.me/34600000000">WhatsApp</a>`;
const ATTRIBUTES = 'floating hours="Mo-Su 00:00-24:00" timezone="Asia/Tbilisi" country="ES"';

const pageOf = (
  site: { readonly origin: string },
  receiver: Receiver,
  { head = '', before = '', after = '', inner = LINKS, attributes = ATTRIBUTES, body = '' } = {},
): string =>
  html({
    head: script(site, receiver.endpoint, 'data-profile="harreman"') + head,
    attributes: body,
    body: `${before}<harreman-callback-button ${attributes}>${inner}</harreman-callback-button>${after}`,
  });

const callback = (page: Page): Locator => page.locator('harreman-callback-button');
const launcher = (page: Page): Locator => callback(page).locator('#launcher');
const panel = (page: Page): Locator => callback(page).getByRole('dialog');

/** Tabs on until this has the focus. */
const tabTo = async (page: Page, wanted: Locator, most = 40): Promise<void> => {
  const hasFocus = () =>
    wanted.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
  for (let steps = 0; steps < most; steps++) {
    await page.keyboard.press('Tab');
    if (await hasFocus()) return;
  }
  throw new Error(`Tab does not come to ${String(wanted)}`);
};

/** What a page in the wild has on top of everything. */
const HOSTILE = `<style>
    body { transform: translateZ(0); min-height: 200vh; margin: 0 }
    header { position: fixed; inset: 0 0 auto 0; height: 80px; background: #eee; z-index: 2147483647 }
    #cookies { position: fixed; inset: auto 0 0 0; height: 90px; background: #333; z-index: 2147483647 }
    * { outline: none !important; z-index: 5 }
    [popover], dialog { position: static !important; display: none }
  </style>`;
const FURNITURE = `<header><a href="#top">A shop</a></header><div id="cookies"><button onclick="this.parentElement.remove()">Accept</button></div>
  <dialog id="own"><p>Our newsletter</p><button onclick="own.close()">No, thanks</button></dialog>`;

test('on a page with bars at the largest z-index and a transformed body: asked for by keys alone, and closed', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  await page.goto(site.put('/', pageOf(site, receiver, { head: HOSTILE, before: FURNITURE })));
  await expect(launcher(page)).toBeVisible();
  // Above the banner, which stays usable.
  await expect
    .poll(async () => {
      const [button, cookies] = await Promise.all([
        launcher(page).boundingBox(),
        page.locator('#cookies').boundingBox(),
      ]);
      return button!.y + button!.height <= cookies!.y;
    })
    .toBe(true);

  await tabTo(page, launcher(page));
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  await expect(panel(page)).toBeFocused();
  await expect(panel(page)).toHaveAccessibleName('We call you back');
  const phone = panel(page).getByRole('textbox', { name: 'Your phone number' });
  await tabTo(page, phone);
  await page.keyboard.type('943 000 000');
  await tabTo(page, panel(page).getByRole('radio', { name: 'As soon as possible' }));
  await expect(panel(page)).toContainText('We will call this number: +34 943 00 00 00');
  await tabTo(page, panel(page).getByRole('textbox', { name: 'Your name' }));
  await page.keyboard.type('Ane');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'We will call you' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();

  const [row, ...others] = await receiver.rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ widget: 'callback' });
  expect(row?.fields).toMatchObject({ phone: '+34943000000', name: 'Ane', timezone: 'Asia/Tbilisi' });
  expect(row?.fields['window_start']).toMatch(/\+04:00$/);
  expect(troubles).toEqual([]);
});

test("above the page's own modal dialog the button can be pressed, and the panel works and closes", async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', pageOf(site, receiver, { before: FURNITURE })));
  await expect(launcher(page)).toBeVisible();
  // It has its place in the corner.
  await page.waitForFunction(() =>
    document
      .querySelector('harreman-callback-button')
      ?.shadowRoot?.getElementById('dock')
      ?.style.getPropertyValue('--_raise'),
  );
  await page.evaluate(() => document.querySelector('dialog')!.showModal());
  const box = (await launcher(page).boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('textbox', { name: 'Your phone number' }).fill('943 000 000');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'No, thanks' })).toBeVisible();
  await page.getByRole('button', { name: 'No, thanks' }).click();
  // What was written is still there.
  await launcher(page).click();
  await expect(panel(page).getByRole('textbox', { name: 'Your phone number' })).toHaveValue('943 000 000');
});

test("by keys alone above the page's own modal dialog: the button is in its tab order, the panel opens, works and closes, and the dialog stays as it was", async ({
  page,
  receiver,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  const troubles = watchTroubles(page);
  // Its bars and its transform; a dialog of this page is one that is seen.
  const head = HOSTILE.replace(
    /\[popover\], dialog \{.*\}/,
    'dialog > * { display: block; width: 9px; background: red }',
  );
  const opener = '<button id="opener" onclick="own.showModal()">Newsletter</button>';
  await page.goto(site.put('/', pageOf(site, receiver, { head, before: opener + FURNITURE })));
  await expect(launcher(page)).toBeVisible();
  const dialog = page.locator('#own');
  const before = await dialog.innerHTML();
  // It has its place in the corner.
  await page.waitForFunction(() =>
    document
      .querySelector('harreman-callback-button')
      ?.shadowRoot?.getElementById('dock')
      ?.style.getPropertyValue('--_raise'),
  );
  const place = await launcher(page).boundingBox();
  const standIn = dialog.getByRole('button', { name: 'Call me back' });
  for (const times of ['first', 'again']) {
    await page.locator('#opener').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'No, thanks' })).toBeFocused();
    await expect(standIn, times).toBeVisible();
    const boxes = () => Promise.all([standIn.boundingBox(), launcher(page).boundingBox()]);
    await expect.poll(async () => new Set((await boxes()).map((box) => JSON.stringify(box))).size).toBe(1);
    const { y } = (await launcher(page).boundingBox())!;
    expect(Math.round(y), 'it is where it was').toBe(Math.round(place!.y));
    await page.keyboard.press('Tab');
    await expect(standIn).toBeFocused();
    await expect(standIn).toHaveCSS('outline-style', 'solid');
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeFocused();
    await tabTo(page, panel(page).getByRole('textbox', { name: 'Your phone number' }));
    await page.keyboard.type('943');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(standIn).toBeFocused();
    expect(await dialog.evaluate((element) => (element as HTMLDialogElement).open)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'No, thanks' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.locator('#opener')).toBeFocused();
    expect(await dialog.innerHTML(), 'nothing is left in it').toBe(before);
  }
  await tabTo(page, launcher(page));
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('textbox', { name: 'Your phone number' })).toHaveValue('943');
  expect(troubles).toEqual([]);
});

test('a request that was made offline is said to be saved, and arrives once, with the window that was promised', async ({
  page,
  context,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', pageOf(site, receiver)));
  await launcher(page).click();
  await panel(page).getByRole('textbox', { name: 'Your phone number' }).fill('+371 20 000 000');
  await panel(page)
    .getByRole('radio', { name: /^Tomorrow/ })
    .check();
  await context.setOffline(true);
  await panel(page).getByRole('button', { name: 'Ask for a call' }).click();
  await expect(panel(page)).toContainText('Saved on this device');
  await expect(panel(page).getByRole('link', { name: '943 00 00 00' })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await receiver.rows()).length).toBe(1);
  await expect(panel(page)).toContainText('Number: +371 20 000 000');
  const [row] = await receiver.rows();
  expect(row?.fields['phone']).toBe('+37120000000');
});

test('taken back, the owner has both, the second about the first', async ({ page, receiver, startSite }) => {
  const site = await startSite();
  await page.goto(site.put('/', pageOf(site, receiver)));
  await launcher(page).click();
  await panel(page).getByRole('textbox', { name: 'Your phone number' }).fill('943 000 000');
  await page.keyboard.press('Enter');
  await panel(page).getByRole('button', { name: 'Cancel this request' }).click();
  await expect(panel(page).getByRole('heading', { name: 'Your cancellation has been sent.' })).toBeFocused();
  const [second, first, ...others] = await receiver.rows();
  expect(others).toEqual([]);
  expect(second?.fields).toMatchObject({ outcome: 'cancelled', phone: '+34943000000' });
  expect(second?.fields['regarding']).toBe(first?.id);
});

test("where the panel can't be fetched, the owner's links are there", async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite({ onCdnRequest: (name) => !/panel|harreman\.all/.test(name) });
  await page.goto(site.put('/', pageOf(site, receiver)));
  await expect(launcher(page)).toBeVisible();
  await expect(page.getByRole('link', { name: '943 00 00 00' })).toBeHidden();
  await launcher(page).click();
  await expect(page.getByRole('link', { name: '943 00 00 00' })).toBeVisible();
});

test('a strict policy, old libraries and scripts that swallow keys: asked for without a violation', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  await page.goto(site.put('/', strictAndHostile(pageOf(site, receiver), site, receiver)));
  await launcher(page).click();
  await panel(page).getByRole('button', { name: 'Show a QR code of the number' }).click();
  await expect(panel(page).getByRole('img', { name: /943 00 00 00/ })).toBeVisible();
  const phone = panel(page).getByRole('textbox', { name: 'Your phone number' });
  await phone.click();
  await page.keyboard.type('943 000 000');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('We will call you');
  const [row, ...others] = await receiver.rows();
  expect(others).toEqual([]);
  expect(row?.fields['phone']).toBe('+34943000000');
  expect(troubles).toEqual([]);
});

test('one button leads to a chat, an appointment and a message, one panel at a time', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const inner = `${LINKS}
    <harreman-faq-chat slot="panel" data-title="Ask a question"><details><summary>When are you open?</summary><p>From nine.</p></details></harreman-faq-chat>
    <harreman-appointment-request slot="panel" data-title="Ask for a visit"></harreman-appointment-request>
    <harreman-contact-form slot="panel" data-title="Write to us"></harreman-contact-form>`;
  await page.goto(site.put('/', pageOf(site, receiver, { inner })));
  await launcher(page).click();
  await panel(page).getByRole('button', { name: 'Ask a question' }).click();
  await page.locator('harreman-faq-chat').getByRole('textbox').fill('when are you open');
  await page.keyboard.press('Enter');
  await expect(page.locator('harreman-faq-chat')).toContainText('From nine.');
  await panel(page).getByRole('button', { name: 'All ways to reach us' }).click();
  await panel(page).getByRole('button', { name: 'Write to us' }).click();
  const form = page.locator('harreman-contact-form');
  await expect(form).toBeVisible();
  await expect(page.locator('harreman-faq-chat')).toBeHidden();
  await form.getByRole('radio', { name: 'Question' }).check();
  await form.getByRole('textbox', { name: 'Your name' }).fill('Ane');
  await form.getByRole('textbox', { name: 'E-mail' }).fill('ane@example.com');
  await form.getByRole('textbox', { name: 'Your question' }).fill('Kaixo!');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form).toContainText('Reference number');
  expect((await receiver.rows()).map(({ widget }) => widget)).toEqual(['contact']);
});

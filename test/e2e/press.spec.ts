/** Presses as fingers and hands make them: down on something, a moment, and up. */
import type { Locator, Page } from '@playwright/test';
import { html, script } from './support/pages.js';
import { expect, test } from './support/test.js';

/** A press takes as long as it takes: what is rendered meanwhile must not move what is pressed away. */
const press = async (page: Page, target: Locator): Promise<void> => {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  // Several frames: whatever leaving the field brings has been shown by then.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  await page.mouse.up();
};

test('a press on the button counts, though leaving the e-mail field has something to say above it', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  await page.goto(
    site.put(
      '/',
      html({
        head: script(site, receiver.endpoint),
        body: '<harreman-contact-form></harreman-contact-form>',
      }),
    ),
  );
  const form = page.locator('harreman-contact-form');
  await form.locator('[name="topic"][value="question"]').click();
  await form.getByLabel('Your question').fill('Kaixo');
  await form.getByLabel('Your name').fill('Ane');
  await form.getByLabel('E-mail').fill('ane@gmial.com');
  await press(page, form.locator('[part~=submit-button]'));
  await expect(form.getByRole('heading', { name: 'has been sent' })).toBeVisible();
  expect((await receiver.rows()).map(({ fields }) => fields['email'])).toEqual(['ane@gmial.com']);
});

test('a press on the button counts, though the day that is left for it does not exist', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const body =
    '<harreman-appointment-request modes="office" hours="Mo-Su 09:00-18:00"></harreman-appointment-request>';
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  const form = page.locator('harreman-appointment-request');
  await form.getByRole('textbox', { name: 'Day' }).fill('99.99.');
  await press(page, form.locator('[part~=submit-button]'));
  await expect(form.locator('[part~=error-summary]')).toBeFocused();
});

test('what is pressed elsewhere is said after the press', async ({ page, startSite, receiver }) => {
  const site = await startSite();
  await page.goto(
    site.put(
      '/',
      html({
        head: script(site, receiver.endpoint),
        body: '<harreman-contact-form></harreman-contact-form><p>Text</p>',
      }),
    ),
  );
  const form = page.locator('harreman-contact-form');
  await form.getByLabel('E-mail').fill('ane@gmial.com');
  await press(page, page.getByText('Text'));
  await expect(form.getByText('Did you mean ane@gmail.com?')).toBeVisible();
});

for (const by of ['mouse', 'finger'] as const) {
  test.describe(`with a ${by}`, () => {
    test.use({
      hasTouch: by === 'finger',
      viewport: by === 'finger' ? { width: 390, height: 700 } : { width: 1000, height: 800 },
    });

    test('the button that is pressed after the number asks for the call', async ({
      page,
      startSite,
      receiver,
    }) => {
      const button = `<harreman-callback-button floating hours="24/7" timezone="Europe/Madrid" country="ES"></harreman-callback-button>`;
      const site = await startSite();
      await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body: button })));
      const widget = page.locator('harreman-callback-button');
      await widget.locator('#launcher').click();
      const submit = widget.locator('[part~=submit-button]');
      await submit.scrollIntoViewIfNeeded();
      await widget.getByLabel('Your phone number').focus();
      await expect(widget.getByText('For example')).toBeVisible();
      await page.keyboard.type('943112233');
      if (by === 'finger') {
        await submit.scrollIntoViewIfNeeded();
        const box = (await submit.boundingBox())!;
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      } else await press(page, submit);
      await expect(widget.getByRole('heading', { name: 'We will call you' })).toBeVisible();
      expect((await receiver.rows()).map(({ fields }) => fields['phone'])).toEqual(['+34943112233']);
    });
  });
}

test('a press on a link of the page that reaches beneath a floating button follows it; by keys it is brought out', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  site.put('/there', html({ body: '<h1>There</h1>' }));
  // As long as the line: its right end is beneath the button, what is pressed is not.
  const link = '<p style="margin: 2000px 0 300px"><a style="display: block" href="/there">A link at the end of the page</a></p>';
  const body = `${link}<harreman-callback-button floating><a href="tel:+34943000000">943 00 00 00</a></harreman-callback-button>`;
  const address = site.put('/', html({ head: script(site, '/in'), body }));
  await page.goto(address);
  const button = page.locator('harreman-callback-button [part~=launcher]');
  await expect(button).toBeVisible();
  const end = page.getByRole('link', { name: 'A link at the end' });
  const topOf = async (of: Locator) => (await of.boundingBox())!;
  await page.keyboard.press('Tab');
  await expect(end).toBeFocused();
  await expect
    .poll(async () => {
      const [theirs, ours] = [await topOf(end), await topOf(button)];
      return theirs.y + theirs.height <= ours.y;
    })
    .toBe(true);

  await page.goto(address);
  await expect(button).toBeVisible();
  // Beside the button.
  await end.evaluate((link: HTMLElement) => scrollTo(0, link.offsetTop + 60 - innerHeight));
  const { x, y, height } = await topOf(end);
  await page.mouse.move(x + 10, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  await page.mouse.up();
  await expect(page.getByRole('heading', { name: 'There' })).toBeVisible();
}); // prettier-ignore

test('keys come to everything in the panel, and its heading and closing button stay where they are', async ({
  page,
  startSite,
  receiver,
}) => {
  const button = `<harreman-callback-button floating hours="24/7" timezone="Europe/Madrid" country="ES" privacy-url="/privacy"><a href="tel:+34943000000">943 00 00 00</a></harreman-callback-button>`;
  const site = await startSite();
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body: button })));
  await page.setViewportSize({ width: 1000, height: 560 });
  const widget = page.locator('harreman-callback-button');
  await widget.locator('#launcher').click();
  await expect(widget.getByLabel('Your phone number')).toBeVisible();
  const places = () =>
    Promise.all(['.heading', '[part~=close-button]'].map((part) => widget.locator(part).boundingBox()));
  const before = await places();
  for (let steps = 0; steps < 14; steps++) await page.keyboard.press('Tab');
  const last = widget.locator('[part~=submit-button]');
  await last.evaluate((element) => element.scrollIntoView());
  await expect(last).toBeInViewport();
  expect(await places()).toEqual(before);
});

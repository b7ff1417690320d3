/** A request for an appointment, on the built files and through the real receiver. */
import type { Locator, Page } from '@playwright/test';
import { calendarTag, expectedCalendar, readCalendar } from '../engines/support/calendar.js';
import { strictAndHostile } from './support/hostile.js';
import { html, script, watchTroubles } from './support/pages.js';
import { startReceiver, type Receiver } from './support/receiver.js';
import { expect, test as base } from './support/test.js';

const HOURS = { HOURS: 'Mo-Su 09:00-13:00', TIMEZONE: 'Europe/Madrid', SLOT_MINUTES: '60' };

/** With a receiver that gives out the company's time. */
const test = base.extend<{ receiver: Receiver }>({
  receiver: async ({}, use) => {
    const receiver = await startReceiver(HOURS);
    await use(receiver);
    await receiver.close();
  },
});

const pageOf = (
  site: { readonly origin: string },
  receiver: Receiver,
  { head = '', attributes = '', lang = 'en' } = {},
): string =>
  html({
    lang,
    head: script(site, receiver.endpoint, 'data-profile="harreman"') + head,
    body: `<harreman-appointment-request availability="${receiver.origin}/availability" ${attributes}></harreman-appointment-request>`,
  });

const request = (page: Page): Locator => page.locator('harreman-appointment-request');
const goOn = (form: Locator): Promise<void> => form.getByRole('button', { name: 'Continue' }).click();

/** Up to the last step, with the first time of the second free day. */
const fillIn = async (form: Locator, name: string, time = 0): Promise<void> => {
  await form.getByRole('radio', { name: 'At your office' }).check();
  await goOn(form);
  await form.getByRole('group', { name: 'Next free days' }).getByRole('button').nth(1).click();
  await form
    .getByRole('radiogroup', { name: /^Times: / })
    .getByRole('radio')
    .nth(time)
    .check();
  await goOn(form);
  await form.getByRole('textbox', { name: 'Your name' }).fill(name);
  await form.getByRole('textbox', { name: 'E-mail' }).fill('ane@example.com');
  await goOn(form);
  await expect(form.getByRole('heading', { name: 'Check your answers before sending' })).toBeFocused();
};

const sendIt = (form: Locator): Promise<void> => form.getByRole('button', { name: 'Send request' }).click();

test('two visitors ask for the same time at once: one has it, the other is told and offered others nearby', async ({
  page,
  browser,
  receiver,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  const url = site.put('/', pageOf(site, receiver));
  const device = await browser.newContext();
  const other = await device.newPage();
  for (const [visitor, name] of [
    [page, 'Ane'],
    [other, 'Nino'],
  ] as const) {
    await visitor.goto(url);
    await fillIn(request(visitor), name);
  }
  await Promise.all([sendIt(request(page)), sendIt(request(other))]);
  const told = (visitor: Page) =>
    request(visitor).getByRole('heading', { name: 'Your request has been sent' });
  const refused = (visitor: Page) =>
    request(visitor).getByRole('link', { name: 'This time is not free any more. Choose another one.' });
  await expect.poll(async () => (await told(page).count()) + (await told(other).count())).toBe(1);
  await expect.poll(async () => (await refused(page).count()) + (await refused(other).count())).toBe(1);
  expect(await receiver.rows()).toHaveLength(1);

  const loser = (await refused(page).count()) ? page : other;
  const form = request(loser);
  const times = form.getByRole('radiogroup', { name: /^Times: / }).getByRole('radio');
  await expect(times).toHaveCount(3);
  await times.first().check();
  await goOn(form);
  await expect(form.getByRole('textbox', { name: 'Your name' })).not.toHaveValue('');
  await goOn(form);
  await sendIt(form);
  await expect(told(loser)).toBeVisible();
  const starts = (await receiver.rows()).map(({ fields }) => fields['start']);
  expect(new Set(starts).size).toBe(2);
  await device.close();
});

test('a request that was kept offline for a time that somebody took meanwhile is told as that', async ({
  page,
  context,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const url = site.put('/', pageOf(site, receiver));
  await page.goto(url);
  await fillIn(request(page), 'Ane');
  await context.setOffline(true);
  await sendIt(request(page));
  await expect(request(page)).toContainText('Saved on this device');
  await page.close();
  await context.setOffline(false);
  // Another visitor, on another device.
  const elsewhere = await context.browser()!.newPage();
  await elsewhere.goto(url);
  await fillIn(request(elsewhere), 'Nino');
  await sendIt(request(elsewhere));
  await expect(request(elsewhere)).toContainText('Your request has been sent');
  await elsewhere.close();
  const again = await context.newPage();
  await again.goto(url);
  await expect(request(again)).toContainText(/Your message \(.+\) was not accepted/);
  expect(await receiver.rows()).toHaveLength(1);
});

test('from the accessibility tree and by keys alone, from the top of the page to the confirmation', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', pageOf(site, receiver)));
  const form = request(page);
  await expect(form.getByRole('button', { name: 'Continue' })).toBeVisible();
  /** Tabs on until this has the focus. */
  const tabTo = async (wanted: Locator): Promise<void> => {
    const hasFocus = () =>
      wanted.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
    for (let steps = 0; steps < 15; steps++) {
      await page.keyboard.press('Tab');
      if (await hasFocus()) return;
    }
    throw new Error(`Tab does not come to ${String(wanted)}`);
  };
  await tabTo(form.getByRole('radio', { name: 'At my place' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'When', exact: true })).toBeFocused();
  await tabTo(form.getByRole('button', { name: 'Choose date' }));
  await page.keyboard.press('Enter');
  await expect(form.getByRole('dialog', { name: 'Choose date' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: /^Choose date: / })).toBeFocused();
  await tabTo(
    form
      .getByRole('radiogroup', { name: /^Times: / })
      .getByRole('radio')
      .first(),
  );
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'Your details' })).toBeFocused();
  await tabTo(form.getByRole('textbox', { name: 'Your name' }));
  await page.keyboard.type('Ane');
  await tabTo(form.getByRole('textbox', { name: 'E-mail' }));
  await page.keyboard.type('ane@example.com');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'Check your answers before sending' })).toBeFocused();
  await tabTo(form.getByRole('button', { name: 'Send request' }));
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'Your request has been sent' })).toBeFocused();
  const [row] = await receiver.rows();
  expect(row?.fields['start']).toMatch(/T10:00:00\+0[12]:00$/);
});

test('a page with a strict policy, old libraries and scripts that swallow keys: asked and sent without a violation', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  await page.goto(site.put('/', strictAndHostile(pageOf(site, receiver), site, receiver)));
  const form = request(page);
  await fillIn(form, 'Ane 12/3');
  await sendIt(form);
  await expect(form).toContainText('Your request has been sent');
  const [row, ...others] = await receiver.rows();
  expect(others).toEqual([]);
  expect(row?.fields['name']).toBe('Ane 12/3');
  expect(row?.fields['start']).toMatch(/T09:00:00\+0[12]:00$/);
  expect(troubles).toEqual([]);
});

for (const locale of ['eu', 'ka'] as const) {
  test(`the calendar reads in ${locale} as it does in every engine, to the letter`, async ({
    page,
    receiver,
    startSite,
  }) => {
    const site = await startSite();
    await page.goto(
      site.put('/', html({ head: script(site, receiver.endpoint), body: calendarTag(locale) })),
    );
    const read = await page.waitForFunction(readCalendar);
    expect(await read.jsonValue()).toEqual(await expectedCalendar(locale));
  });
}

/** What visitors are told of messages that were kept: in their language, by keyboard, for assistive technology. */
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.js';
import { control, endPanel, failurePanel } from './support/contact-form.js';
import {
  CONTACTS,
  expect,
  expectNotice,
  expectRows,
  expectSaved,
  keptOn,
  notices,
  SENT_NOTICE,
  test,
  write,
} from './support/faults.js';
import { MORE } from './support/more.js';
import { html, script } from './support/pages.js';
import { shoot } from './support/shoot.js';

const languages = {
  eu: {
    sent: 'Zure galdera bidali da',
    saved: ['Gailu honetan gorde da', 'Webgune hau berriro irekitzen duzunean bidaliko da.'],
    waiting: /^Zure mezua \(\d\d:\d\d\) ez da oraindik bidali\. Gailu honetan gordeta dago/,
    nowSent: /^Zure mezua \(\d\d:\d\d\) bidali da orain\. Erreferentzia-zenbakia: \S+/,
    unconfirmed: 'Ezin izan dugu egiaztatu zure mezua iritsi den',
    noticeUnconfirmed: /^Ezin izan dugu egiaztatu zure mezua \(\d\d:\d\d\) iritsi den\./,
    twice: 'mezua bi aldiz jasoko dugu',
    sendAgain: 'Bidali berriro',
    delete: 'Ezabatu gordetako mezua',
  },
  ka: {
    sent: 'თქვენი შეკითხვა გაიგზავნა',
    saved: ['შენახულია ამ მოწყობილობაზე', 'გაიგზავნება, როცა ამ საიტს ხელახლა გახსნით.'],
    waiting: /^თქვენი შეტყობინება \(\d\d:\d\d\) ჯერ არ გაგზავნილა\. ის შენახულია ამ მოწყობილობაზე/,
    nowSent: /^თქვენი შეტყობინება \(\d\d:\d\d\) ახლა გაიგზავნა\. მიმართვის ნომერი: \S+/,
    unconfirmed: 'ვერ დავადასტურეთ, მოვიდა თუ არა თქვენი შეტყობინება',
    noticeUnconfirmed: /^ვერ დავადასტურეთ, მოვიდა თუ არა თქვენი შეტყობინება \(\d\d:\d\d\)\./,
    twice: 'მას ორჯერ მივიღებთ',
    sendAgain: 'ხელახლა გაგზავნა',
    delete: 'შენახული შეტყობინების წაშლა',
  },
  lv: {
    sent: 'Jūsu jautājums ir nosūtīts',
    saved: ['Saglabāts šajā ierīcē', 'Tiks nosūtīts, kad atkal atvērsiet šo vietni.'],
    waiting: /^Jūsu ziņojums \(\d\d:\d\d\) vēl nav nosūtīts\. Tas ir saglabāts šajā ierīcē/,
    nowSent: /^Jūsu ziņojums \(\d\d:\d\d\) tagad ir nosūtīts\. Atsauces numurs: \S+/,
    unconfirmed: 'Nevarējām pārliecināties, vai Jūsu ziņojums ir saņemts',
    noticeUnconfirmed: /^Nevarējām pārliecināties, vai Jūsu ziņojums \(\d\d:\d\d\) ir saņemts\./,
    twice: 'ziņojumu saņemsim divreiz',
    sendAgain: 'Nosūtīt vēlreiz',
    delete: 'Dzēst saglabāto ziņojumu',
  },
};

for (const [lang, words] of Object.entries(languages)) {
  test(`${lang}: saved, waiting, sent`, async ({ page, receiver, faults, openShop }) => {
    faults.script = () => 'status-500';
    const form = await (await openShop({ lang })).visit(page);
    await write(form);
    for (const text of words.saved) await expect(endPanel(form)).toContainText(text);
    await expect(endPanel(form).getByRole('button', { name: words.delete })).toBeVisible();
    await expect(form).not.toContainText(words.sent);
    await page.reload();
    await expect(notices(form).locator('p').first()).toHaveText(words.waiting);
    await expect(notices(form).getByRole('button', { name: words.delete })).toBeVisible();
    faults.script = () => 'pass';
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await expect(notices(form).locator('p').first()).toHaveText(words.nowSent, { timeout: 1000 });
    }).toPass();
    await expectRows(receiver);
  });

  test(`${lang}: not confirmed`, async ({ page, faults, openShop }) => {
    faults.queue.push('reset-after-commit');
    const form = await (await openShop({ lang, profile: 'json' })).visit(page);
    await write(form);
    await expect(failurePanel(form)).toContainText(words.unconfirmed);
    await expect(failurePanel(form)).toContainText(words.twice);
    await page.reload();
    await expect(notices(form).first().locator('p').first()).toHaveText(words.noticeUnconfirmed);
    await expect(notices(form).first()).toContainText(words.twice);
    for (const name of [words.sendAgain, words.delete])
      await expect(notices(form).first().getByRole('button', { name })).toBeVisible();
  });
}

/** Goes on with Tab until something has the focus. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  for (let press = 0; press < 30; press++) {
    if (await target.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
};

/** The focus is somewhere in the form: not lost with what was pressed. */
const expectFocusInForm = (form: Locator): Promise<void> =>
  expect.poll(() => form.evaluate(({ shadowRoot }) => shadowRoot!.activeElement !== null)).toBe(true);

test('by keyboard alone: sent again, read, closed; another is deleted; the focus is never lost', async ({
  page,
  receiver,
  faults,
  openShop,
}) => {
  faults.queue.push('reset-after-commit', 'reset-in-upload');
  const form = await (await openShop({ profile: 'json', attributes: 'persist="on"' })).visit(page);
  await write(form);
  await expect(failurePanel(form)).toBeVisible();
  await page.reload();
  await tabTo(page, notices(form).getByRole('button', { name: 'Send again' }));
  await page.keyboard.press('Enter');
  await expectNotice(form, /We could not confirm/);
  await expectFocusInForm(form);
  await tabTo(page, notices(form).getByRole('button', { name: 'Send again' }));
  await page.keyboard.press('Space');
  await expectNotice(form, SENT_NOTICE);
  await tabTo(page, notices(form).getByRole('button', { name: 'Close' }));
  await page.keyboard.press('Enter');
  await expect(notices(form).filter({ hasText: SENT_NOTICE })).toHaveCount(0);
  await expectFocusInForm(form);
  await expectRows(receiver);
  faults.queue.push('reset-in-upload');
  await write(form, 'Another');
  await expect(failurePanel(form)).toBeVisible();
  await page.reload();
  await tabTo(page, notices(form).getByRole('button', { name: 'Delete saved message' }));
  await page.keyboard.press('Enter');
  await expect(form.getByRole('status').filter({ hasText: 'has been deleted' })).toBeAttached();
  await expectFocusInForm(form);
  expect((await keptOn(page)).filter(({ state }) => state !== 'sent')).toEqual([]);
  await expect(control(form, 'message')).toHaveValue('');
  await expectRows(receiver);
});

test('a notice is heard, once it is there', async ({ page, faults, shop }) => {
  faults.queue.push('status-500');
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await page.reload();
  await expect(form.getByRole('status').filter({ hasText: SENT_NOTICE })).toBeVisible();
});

for (const dir of ['ltr', 'rtl'] as const) {
  const more = dir === 'ltr' ? MORE : {};
  test(
    `notices of every kind, ${dir}: no violation in light and dark, nothing cut off at 320 px`,
    more,
    async ({ page, faults, startSite }) => {
      const site = await startSite();
      const shopPage = (profile: string) =>
        html({
          head: `<meta name="color-scheme" content="light dark">${script(site, faults.endpoint, `data-profile="${profile}"`)}`,
          lang: 'eu',
          attributes: `dir="${dir}"`,
          body: `<main><h1>A shop</h1><harreman-contact-form>${CONTACTS}</harreman-contact-form></main>`,
        });
      await page.goto(site.put('/', shopPage('harreman')));
      const form = page.locator('harreman-contact-form');
      const another = form.getByRole('button', { name: 'Bidali beste mezu bat' });
      // One that will be refused, one that will be sent, one that keeps waiting, and one that nobody knows of.
      for (const message of ['refuse', 'send', 'wait']) {
        faults.queue.push('status-500');
        await write(form, message);
        await another.click();
      }
      site.put('/', shopPage('json'));
      faults.script = async (request) => {
        const body = (await request.body()).toString();
        return body.includes('"send"') ? 'pass' : body.includes('"refuse"') ? 'rejected-400' : 'status-500';
      };
      await page.reload();
      await expect(notices(form)).toHaveCount(3);
      faults.queue.push('reset-after-commit');
      await write(form, 'nobody knows');
      await expect(failurePanel(form)).toBeVisible();
      await page.reload();
      await expect(notices(form).filter({ hasText: 'iritsi den' })).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page)).toEqual([]);
        for (const width of [320, 800]) {
          await page.setViewportSize({ width, height: 900 });
          expect(
            await page.evaluate(
              () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
            ),
          ).toBe(true);
          await shoot(page, `notices-${dir}-${colorScheme}-${width}`, false);
        }
      }
      await expect(form.locator('[part~="base"]')).toHaveCSS('background-color', 'rgb(25, 27, 32)');
    },
  );
}

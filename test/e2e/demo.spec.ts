/** `npm start`, as a person meets it: the demo site, its forms, and the inbox behind them. */
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { violations } from './support/axe.js';
import { contactForm, control, endPanel } from './support/contact-form.js';
import { expect, signIn, test } from './support/demo.js';

test('a person fills the Basque form in, and the company reads it in the inbox, with its picture', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}/kontaktua.html`);
  const form = contactForm(page);
  await form.getByLabel('Iradokizuna', { exact: true }).check();
  await form.getByLabel('Zure izena').fill('Maialen Etxeberria');
  await form.getByLabel('Helbide elektronikoa').fill('maialen@example.com');
  await form.getByLabel('Zure iradokizuna').fill('Ordutegi zabalagoa nahi nuke.\nEskerrik asko!');
  const picture = await readFile('test/fixtures/dot.png');
  await control(form, 'attachment').setInputFiles({
    name: 'ataria ñ.png',
    mimeType: 'image/png',
    buffer: picture,
  });
  await control(form, 'consent').check();
  await form.getByRole('button', { name: 'Bidali iradokizuna' }).click();
  await expect(
    endPanel(form).getByRole('heading', { name: 'Eskerrik asko zure iradokizunagatik' }),
  ).toBeFocused();
  const reference = (await form.locator('[part~="reference"]').innerText()).trim();
  expect(reference).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]$/);

  await signIn(page, demo);
  const row = page.getByRole('row', { name: /Maialen Etxeberria/ });
  await expect(row).toContainText('Suggestion');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
  await expect(page.getByText('Ordutegi zabalagoa nahi nuke.')).toBeVisible();
  await expect(page.getByText('maialen@example.com')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /ataria/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ataria ñ.png');
  expect(await readFile(await download.path())).toEqual(picture);
});

test('a person asks for a visit on the Basque page, and the company reads in the inbox when and where', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}/hitzordua.html`);
  const form = page.locator('harreman-appointment-request');
  const goOn = form.getByRole('button', { name: 'Jarraitu' });
  await form.getByRole('radio', { name: 'Lorezaintza' }).check();
  await control(form, 'place').fill('Sagarrondo kalea 12, Hernani');
  await goOn.click();

  // Whatever day it is, the next free ones are a press away.
  await form.getByRole('group', { name: 'Hurrengo egun libreak' }).getByRole('button').first().click();
  const time = form.locator('[part~="time"]').first();
  await time.click();
  const clock = await time.locator('time').innerText();
  await goOn.click();

  await control(form, 'name').fill('Itziar Arregi');
  await control(form, 'email').fill('itziar@example.com');
  await control(form, 'consent').check();
  await goOn.click();
  await form.getByRole('button', { name: 'Bidali eskaera' }).click();
  await expect(endPanel(form).getByRole('heading', { name: 'Zure eskaera bidali da' })).toBeFocused();
  const reference = (await form.locator('[part~="reference"]').innerText()).trim();

  await signIn(page, demo);
  const row = page.getByRole('row', { name: /Itziar Arregi/ });
  await expect(row).toContainText('Appointment');
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
  await expect(page.locator('main')).toContainText('Sagarrondo kalea 12, Hernani');
  await expect(page.locator('main')).toContainText('garden');
  await expect(page.locator('main')).toContainText(`${clock}–`);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the site's own suggestion form, ${javaScriptEnabled ? 'taken over' : 'without JavaScript'}`, () => {
    test.use({ javaScriptEnabled });

    test('arrives with the fields of its own', async ({ page, demo, browser }) => {
      await page.goto(`${demo}/iradokizunak.html`);
      const name = javaScriptEnabled ? 'Nino Beridze' : 'Kristaps Ozols';
      const form = page.locator(javaScriptEnabled ? '[part~="base"]' : 'form.plain-form');
      await form.locator('[name="topic"]').and(form.getByLabel('Zer da?')).waitFor({ state: 'attached' });
      await form.getByLabel('Zein zerbitzuri buruzkoa da?').selectOption('garden');
      await form.getByRole('textbox', { name: 'Zure ideia' }).fill('Belarra gutxiagotan moztu');
      await form.getByLabel('Izena').fill(name);
      await form.getByLabel('Helbide elektronikoa').fill('nino@example.com');
      await form.getByLabel(/Webgunean argitara/).check();
      // The site's settings ask for it as soon as there is a script that can.
      if (javaScriptEnabled) await control(contactForm(page), 'consent').check();
      await form.getByRole('button', { name: 'Bidali' }).click();
      if (javaScriptEnabled) {
        await expect(endPanel(contactForm(page))).toBeVisible();
        await expect(page.getByText('Hileko lehen astelehenean irakurriko dugu')).toBeVisible();
      }
      const owner = await browser.newPage();
      await signIn(owner, demo);
      const row = owner.getByRole('row', { name });
      await expect(row).toHaveCount(1);
      await row.getByRole('link').click();
      await expect(owner.getByText('Belarra gutxiagotan moztu')).toBeVisible();
      await expect(owner.locator('main')).toContainText('garden');
      await expect(owner.locator('main')).toContainText('may_publish');
      // The form names its language for whoever reads it without the script; the widget has it already.
      await expect(owner.locator('main')).not.toContainText('own_locale');
      await owner.close();
      // A person reads the answer, in the language of the page and not of the browser.
      if (!javaScriptEnabled) {
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', 'eu');
      }
    });
  });
}

/** What the console says that it should not. */
const troublesOf = (page: Page): readonly string[] => {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  return troubles;
};

test('the other languages and a complaint: each page of the site has its form in its language', async ({
  page,
  demo,
}) => {
  const pages = {
    '/kontaktua.html': 'Bidali',
    '/kexak.html': 'Bidali kexa',
    '/aurrekontua.html': 'Eskatu aurrekontua',
    '/ka/kontakti.html': 'გაგზავნა',
    '/ka/sachivari.html': 'საჩივრის გაგზავნა',
    '/lv/kontakti.html': 'Nosūtīt',
    '/lv/sudzibas.html': 'Nosūtīt sūdzību',
    '/en/contact.html': 'Send',
    '/en/complaints.html': 'Send complaint',
  };
  const troubles = troublesOf(page);
  for (const [path, send] of Object.entries(pages)) {
    await page.goto(demo + path);
    await expect(contactForm(page).locator('[part~="submit-button"]')).toHaveText(send);
  }
  expect(troubles).toEqual([]);
});

test('pages on which an appointment is asked for: each in its language, accessible, in order', async ({
  page,
  demo,
}) => {
  const pages = {
    '/hitzordua.html': ['Jarraitu', 'Maialen Otaegi'],
    '/ka/vizitis-motxovna.html': ['გაგრძელება', 'მაღაზიაში'],
    '/lv/pieteikt-sarunu.html': ['Turpināt', 'Kristaps Ozoliņš'],
  };
  const troubles = troublesOf(page);
  for (const [path, [goOn, said]] of Object.entries(pages)) {
    await page.goto(demo + path);
    const form = page.locator('harreman-appointment-request');
    await expect(form.locator('[part~="submit-button"]')).toHaveText(goOn!);
    await expect(form).toContainText(said!);
    expect(await violations(page), path).toEqual([]);
  }
  expect(troubles).toEqual([]);
});

for (const { path, name, more } of [
  { path: '/', name: 'Jarri gurekin harremanetan', more: 'Egin galdera bat' },
  { path: '/ka/', name: 'გადმომირეკეთ', more: 'ნინო ლომიძე' },
  { path: '/lv/kontakti.html', name: 'Atzvaniet man', more: 'Kristaps Ozoliņš' },
]) {
  test(`${path}: one button at the corner leads to a person`, async ({ page, demo }) => {
    await page.goto(demo + path);
    const button = page.locator('harreman-callback-button');
    await button.getByRole('button', { name, exact: true }).click();
    const panel = button.getByRole('dialog');
    await expect(panel.getByRole('link', { name: /943/ })).toBeVisible();
    await expect(button).toContainText(more);
    expect(await violations(page)).toEqual([]);
  });
}
test('the mail of the demo leads to its survey, and from a bad answer to a complaint and a meeting', async ({
  page,
  demo,
}) => {
  const troubles = troublesOf(page);
  await page.goto(
    `${demo}/iritzia.html?harreman-survey=garbiketa&harreman-score=2&harreman-respondent=demo.0001`,
  );
  const survey = page.locator('harreman-satisfaction-survey');
  await expect(survey.getByRole('radio', { name: '2 / 5, Desgustura' })).toBeChecked();
  expect(page.url()).toBe(`${demo}/iritzia.html`);
  await survey.getByRole('checkbox', { name: 'Beste zerbait' }).check();
  await survey.getByRole('textbox', { name: 'Zer?' }).fill('Zarata');
  expect(await violations(page)).toEqual([]);
  await survey
    .getByRole('textbox', { name: 'Zein da zure erantzunaren arrazoi nagusia?' })
    .fill('Zarata handia.');
  await survey.getByRole('checkbox', { name: 'onartzen dut' }).first().check();
  await survey.getByRole('button', { name: 'Bidali', exact: true }).first().click();
  await expect(survey.getByRole('heading', { name: 'Eskerrik asko esateagatik' })).toBeFocused();
  await expect(page.locator('harreman-contact-form [name="message"]')).toHaveValue('Zarata handia.');
  await expect(
    page.locator('harreman-appointment-request').getByRole('heading', { name: 'Hitz egingo dugu?' }),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

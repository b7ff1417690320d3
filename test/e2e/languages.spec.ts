/** The seven languages on real pages: their words, what they say of themselves, numbers and dates, any width and direction. */
import type { Page } from '@playwright/test';
import {
  contactForm,
  control,
  endPanel,
  errorSummary,
  failurePanel,
  fillIn,
  QUESTION,
  send,
  sendButton,
} from './support/contact-form.js';
import { MORE } from './support/more.js';
import { html, script, twoLines } from './support/pages.js';
import { shoot } from './support/shoot.js';
import { expect, test } from './support/test.js';

/** What a visitor reads, on a form that takes ten files of 1.5 MB. */
const languages = {
  eu: {
    heading: 'Jarri gurekin harremanetan',
    email: 'Helbide elektronikoa',
    send: 'Bidali galdera',
    count: '4 gauza zuzendu behar dituzu',
    limits: 'Gehienez 10 fitxategi; bakoitzaren gehienezko tamaina: 1,5 MB',
    date: '2024ko azaroaren 5a',
    sent: 'Zure galdera bidali da',
  },
  ka: {
    heading: 'დაგვიკავშირდით',
    email: 'ელფოსტა',
    send: 'შეკითხვის გაგზავნა',
    count: 'ყურადღება მიაქციეთ 4 საკითხს',
    limits: 'მაქსიმუმ 10 ფაილი; თითოეულის დასაშვები ზომა: 1,5 მბ',
    date: '5 ნოემბერი, 2024',
    sent: 'თქვენი შეკითხვა გაიგზავნა',
  },
  lv: {
    heading: 'Sazinieties ar mums',
    email: 'E-pasts',
    send: 'Nosūtīt jautājumu',
    count: '4 vietās nepieciešami labojumi',
    limits: 'Ne vairāk kā 10 failu; viena faila lielums – līdz 1,5 MB',
    date: '2024. gada 5. novembris',
    sent: 'Jūsu jautājums ir nosūtīts',
  },
  en: {
    heading: 'Contact us',
    email: 'E-mail',
    send: 'Send question',
    count: '4 things need your attention',
    limits: 'Up to 10 files, 1.5 MB each',
    date: 'November 5, 2024',
    sent: 'Your question has been sent',
  },
  es: {
    heading: 'Póngase en contacto con nosotros',
    email: 'Correo electrónico',
    send: 'Enviar pregunta',
    count: 'Hay 4 puntos que debe revisar',
    limits: 'Hasta 10 archivos, de 1,5 MB como máximo cada uno',
    date: '5 de noviembre de 2024',
    sent: 'Su pregunta se ha enviado',
  },
  fr: {
    heading: 'Contactez-nous',
    email: 'Adresse e-mail',
    send: 'Envoyer la question',
    count: '4 points à revoir',
    limits: 'Jusqu’à 10 fichiers, de 1,5 Mo maximum chacun',
    date: '5 novembre 2024',
    sent: 'Votre question a été envoyée',
  },
  de: {
    heading: 'Schreiben Sie uns',
    email: 'E-Mail-Adresse',
    send: 'Frage senden',
    count: 'Bitte prüfen Sie 4 Angaben',
    limits: 'Höchstens 10 Dateien mit je bis zu 1,5 MB',
    date: '5. November 2024',
    sent: 'Ihre Frage wurde gesendet',
  },
} as const;
const tags = Object.keys(languages) as (keyof typeof languages)[];

/** Nothing of the form sticks out of the window, and the page can't be scrolled sideways. */
const expectFits = async (page: Page, state: string) => {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement!;
    const root = document.querySelector('harreman-contact-form')!.shadowRoot!;
    const out = [...root.querySelectorAll<HTMLElement>('.root *')].filter((element) => {
      if (element.closest('.visually-hidden')) return false;
      const { left, right, width } = element.getBoundingClientRect();
      const cut =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
      return width > 0 && (left < -0.5 || right > clientWidth + 0.5 || cut);
    });
    return {
      sideways: scrollWidth - clientWidth,
      out: out.map(
        (element) => `${element.localName} ${element.className} ${element.textContent.trim().slice(0, 40)}`,
      ),
    };
  });
  expect(excess, state).toEqual({ sideways: 0, out: [] });
};

for (const lang of tags) {
  const words = languages[lang];

  const more = /es|fr|de/.test(lang) ? MORE : {};
  test(
    `${lang}: words, numbers and dates, from the first look to the end`,
    more,
    async ({ page, receiver, startSite }) => {
      const site = await startSite();
      const body =
        '<harreman-contact-form max-files="10" max-file-size="1.5MB" review></harreman-contact-form>';
      await page.goto(site.put('/', html({ lang, head: script(site, receiver.endpoint), body })));
      const form = contactForm(page);
      await expect(form.getByRole('heading', { name: words.heading })).toBeVisible();
      await expect(form.locator('[part~="base"]')).toHaveAttribute('lang', lang);
      // The page says it already.
      expect(await form.getAttribute('lang')).toBeNull();
      await expect(form.getByLabel(words.email)).toHaveAttribute('type', 'email');
      await expect(form.getByText(words.limits.replace(' MB', '\u00a0MB'))).toBeVisible();
      await send(form);
      await expect(errorSummary(form)).toContainText(words.count);

      // A complaint, for it has a date.
      await form.locator('[value="complaint"]').click();
      await control(form, 'purchase_date').fill('2024-11-05');
      await fillIn(form, { name: 'Ane', email: 'ane@example.com', message: 'Hautsita' });
      await send(form);
      await expect(form.locator('[part~="review"]')).toContainText(words.date);
      await form.getByRole('button').filter({ hasNotText: /^$/ }).first().click();
      await form.locator('[value="question"]').click();
      await expect(sendButton(form)).toHaveText(words.send);
      await send(form);
      await send(form);
      await expect(endPanel(form).getByRole('heading', { name: words.sent })).toBeFocused();
      expect((await receiver.rows()).map(({ fields }) => fields['locale'])).toEqual([lang]);
    },
  );

  test(`${lang}: at 320 px and with text twice as large nothing is cut off`, async ({
    page,
    front,
    startSite,
  }) => {
    front.incidents.push({ status: 429, headers: { 'retry-after': '600' } });
    await page.setViewportSize({ width: 320, height: 640 });
    const site = await startSite();
    const contacts =
      '<a href="tel:1">+34 943 00 00 00</a> <a href="mailto:a@b.example">a-very-long-address-of-a-company@b.example</a>';
    const body = `<harreman-contact-form persist="off" privacy-url="/privacy" max-files="2" reply-within="2" reply-by="either" accept="image/*,.pdf">${contacts}</harreman-contact-form>`;
    await page.goto(site.put('/', html({ lang, head: script(site, front.endpoint), body })));
    const form = contactForm(page);
    await form.locator('[value="complaint"]').click();
    await expectFits(page, 'complaint');
    await control(form, 'attachment').setInputFiles({
      name: `${'oso-izen-luzea-'.repeat(8)}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    });
    await expect(form.locator('[part~="file-list"] li')).toBeVisible();
    await send(form);
    await expect(errorSummary(form)).toBeVisible();
    await expectFits(page, 'errors');
    await shoot(page, `320-errors-${lang}`);
    const visitor = await page.context().newCDPSession(page);
    await visitor.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await expect(form.locator('[part~="base"]')).toHaveCSS('font-size', '32px');
    await expectFits(page, 'text twice as large');
    await visitor.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    await fillIn(form, { ...QUESTION, message: 'W'.repeat(300) });
    await control(form, 'consent').check();
    await send(form);
    await expect(failurePanel(form)).toBeVisible();
    await expectFits(page, 'failure');
  });
}

test('a language that is not there: English, and the element says so', async ({ page, startSite }) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ lang: 'ja', body: twoLines(site, '/submissions') })));
  const form = contactForm(page);
  await expect(form.getByRole('heading', { name: 'Contact us' })).toBeVisible();
  await expect(form).toHaveAttribute('lang', 'en');
  await expect(form.locator('[part~="base"]')).toHaveAttribute('lang', 'en');
  // The page changes its language: the words follow, the text stays, and nothing is declared any more.
  await control(form, 'message').fill('კითხვა');
  await page.evaluate(() => (document.documentElement.lang = 'ka-GE'));
  await expect(form.getByRole('heading', { name: languages.ka.heading })).toBeVisible();
  await expect(form).not.toHaveAttribute('lang');
  await expect(control(form, 'message')).toHaveValue('კითხვა');
});

test('Georgian is never put into capitals', async ({ page, startSite }) => {
  const site = await startSite();
  const head = '<style>html, harreman-contact-form { text-transform: uppercase !important }</style>';
  await page.goto(
    site.put('/', html({ lang: 'ka', head, body: twoLines(site, '/submissions', 'privacy-url="/p"') })),
  );
  const form = contactForm(page);
  await send(form);
  await expect(errorSummary(form)).toBeVisible();
  const transforms = await form.evaluate((element) =>
    [...element.shadowRoot!.querySelectorAll('.root, .root *')].map(
      (inner) => getComputedStyle(inner).textTransform,
    ),
  );
  expect(new Set(transforms)).toEqual(new Set(['none']));
});

for (const [where, attributes, open, close] of [
  ['a page from right to left', 'dir="rtl"', '', ''],
  ['a part from right to left in a page from left to right', '', '<div dir="rtl">', '</div>'],
] as const) {
  test(`${where}: mirrored, but not addresses and numbers`, async ({ page, startSite }) => {
    const site = await startSite();
    await page.setViewportSize({ width: 700, height: 900 });
    const tag = '<harreman-contact-form privacy-url="/privacy" max-files="2"></harreman-contact-form>';
    const body = `${open}${tag}${close}`;
    await page.goto(site.put('/', html({ attributes, head: script(site, '/submissions'), body })));
    const form = contactForm(page);
    await control(form, 'email').fill('ane@');
    await send(form);
    await expect(errorSummary(form)).toBeVisible();
    const box = async (name: string) => (await control(form, name).boundingBox())!;
    expect((await box('name')).x).toBeGreaterThan((await box('email')).x);
    const button = (await sendButton(form).boundingBox())!;
    expect(button.x).toBeGreaterThan(350);
    await expect(control(form, 'email')).toHaveCSS('direction', 'ltr');
    await expect(control(form, 'phone')).toHaveCSS('direction', 'ltr');
    const field = form.locator('[part~="field"]', { has: page.locator('[name="message"]') });
    await expect(field).toHaveCSS('border-right-width', '4px');
    await expect(field).toHaveCSS('border-left-width', '0px');
    await expectFits(page, 'errors');
    await shoot(page, `rtl-${attributes ? 'page' : 'part'}`);
  });
}

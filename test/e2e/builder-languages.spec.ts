/** The snippet builder as the companies of the demo read it, and what it keeps of their choices. */
import { languages, type Language } from '../../demo/builder/page.js';
import { violations } from './support/axe.js';
import { contactForm, control } from './support/contact-form.js';
import { expect, test } from './support/demo.js';
import { MORE } from './support/more.js';

const others = ['eu', 'ka', 'lv'] as const satisfies Language[];

for (const language of others) {
  const { page: words, script } = languages[language];

  const more = language === 'eu' ? {} : MORE;
  test(
    `the builder in ${language}: its page, its snippet, its preview and its test message`,
    more,
    async ({ page, demo }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      // As the company's own page leads there.
      await page.goto(`${demo}/${language === 'eu' ? '' : `${language}/`}`);
      await page.getByRole('contentinfo').getByRole('link', { name: words.title }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
      await page.getByRole('checkbox', { name: words.faqChat }).check();
      await expect(page.locator('#html')).toContainText(words.questionsSample.split(' |')[0]!);
      // The preview is a page in that language.
      const form = contactForm(page.frameLocator('#preview'));
      await expect(form.locator('[part~="base"]')).toHaveAttribute('lang', language);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page)).toEqual([]);

      await page.getByRole('button', { name: words.check }).press('Enter');
      await expect(page.locator('#checked')).toContainText(script.taken);
    },
  );
}

test('another language is a link away, and what was chosen comes along', async ({ page, demo }) => {
  await page.goto(`${demo}/builder/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('checkbox', { name: 'Callback button' }).check();
  await page.locator('[name="widgets"][value="contact-form"]').uncheck();
  await page.locator('[name="theme"]').selectOption('brand');
  // How much room the widget takes is another in each language.
  await page.locator('[name="room"]').uncheck();
  await page.locator('[name="hours"]').fill('Mo-Sa 10:00-14:00');
  await page.locator('[name="phone"]').fill('+371 60 00 00 00');
  await expect(page.locator('#html')).toContainText('tel:+37160000000');
  const before = await page.locator('#html').textContent();
  await page.getByRole('link', { name: 'Latviešu' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
  await expect(page.locator('#html')).toHaveText(before!, { useInnerText: false });
  await page.reload();
  await expect(page.locator('#html')).toHaveText(before!, { useInnerText: false });
  await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
});

test('without a word in its address, the builder speaks what the browser prefers', async ({ browser, demo }) => {
  for (const [locale, language] of [['ka-GE', 'ka'], ['pt-BR', 'en']] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(`${demo}/builder`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await context.close();
  }
}); // prettier-ignore

test('the preview shows what is chosen, as it is chosen', async ({ page, demo }) => {
  await page.goto(`${demo}/builder/`);
  const preview = page.frameLocator('#preview');
  await expect(control(contactForm(preview), 'message')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Satisfaction survey' }).check();
  await page.locator('[name="locale"]').selectOption('eu');
  await page.locator('[name="theme"]').selectOption('warm');
  const button = preview.locator('harreman-satisfaction-survey [part~="submit-button"]');
  await expect(button).toHaveCSS('background-color', 'rgb(162, 63, 29)');
  await expect(preview.locator('harreman-satisfaction-survey [part~="base"]')).toHaveAttribute('lang', 'eu');
});

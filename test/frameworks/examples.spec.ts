/** Each example of `demo/frameworks` in a browser, against the real receiver. */
import type { Page } from '@playwright/test';
import { contactForm, control, endPanel, fillIn, QUESTION, send } from '../e2e/support/contact-form.js';
import { watchTroubles } from '../e2e/support/pages.js';
import { built } from './build.js';
import { expect, test } from './site.js';

const heading = (page: Page) => contactForm(page).locator('[part~=heading]');
const chat = (page: Page) => page.locator('harreman-faq-chat');

for (const name of [...built, 'html']) {
  test.describe(name, () => {
    let troubles: string[];
    test.beforeEach(async ({ page, examples }) => {
      troubles = watchTroubles(page);
      await page.goto(`${examples.origin}/${name}/`);
      await expect(heading(page)).toHaveText('Ask Maialen');
    });
    test.afterEach(() => {
      expect(troubles).toEqual([]);
    });

    test('a message arrives once, and the page hears its reference', async ({ page, examples }) => {
      const form = contactForm(page);
      const question = { ...QUESTION, message: `From ${name}: ${QUESTION.message}` };
      await fillIn(form, question);
      await control(form, 'found_by').fill('By a friend');
      await send(form);
      await expect(endPanel(form)).toBeVisible();
      const rows = await examples.receiver.rows();
      const [row, ...others] = rows.filter(({ fields }) => fields['message'] === question.message);
      expect(others).toEqual([]);
      expect(row?.fields).toEqual(expect.objectContaining({ ...question, found_by: 'By a friend' }));
      await expect(page.locator('output')).toHaveText(`Your reference: ${row?.reference}`);
    });

    test('a button of the page fills the form in', async ({ page }) => {
      await page.getByRole('button', { name: 'Ask for a quote' }).click();
      const form = contactForm(page);
      await expect(form.locator('[name=topic][value=quote]')).toBeChecked();
      await expect(control(form, 'message')).toHaveValue('Twelve windows, please.');
    });

    test('what the page puts into the slot is shown in its place', async ({ page }) => {
      const intro = contactForm(page).locator('[slot=intro]');
      await expect(intro).toBeVisible();
      await expect(intro).toHaveText('We answer within two days.');
    });

    test('the chat knows what the page has added', async ({ page }) => {
      const question = chat(page).getByRole('button', { name: 'What does it cost?' });
      await expect(chat(page).getByRole('button', { name: 'When are you open?' })).toBeVisible();
      await expect(question).toHaveCount(0);
      await page.getByRole('button', { name: 'Show the prices' }).click();
      await question.click();
      await expect(chat(page).locator('[part~=answer]')).toContainText('20 €');
    });

    test('the chat works after it was taken out and put back', async ({ page }) => {
      await page.getByRole('button', { name: 'Hide the chat' }).click();
      await expect(chat(page)).toHaveCount(0);
      await page.getByRole('button', { name: 'Show the chat' }).click();
      await chat(page).getByRole('button', { name: 'When are you open?' }).click();
      await expect(chat(page).locator('[part~=answer]')).toContainText('From nine to six.');
    });
  });
}

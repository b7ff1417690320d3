import { expect, type Page } from '@playwright/test';

/** The first text field of the page's contact form is painted and takes what is typed. */
export const expectUsable = async (page: Page): Promise<void> => {
  const field = page.locator('harreman-contact-form').getByRole('textbox').first();
  await field.fill('Ane');
  // Not `toHaveValue`: in an XHTML document Playwright does not know an input by its lower-case name.
  expect(await field.evaluate((input: HTMLInputElement) => input.value)).toBe('Ane');
};

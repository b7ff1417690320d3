import type { Page } from '@playwright/test';

/** A picture for people to look at, where they have said in which folder: `SCREENSHOTS=.shots npm run test:e2e -- axe`. */
export const shoot = async (page: Page, name: string, fullPage = true): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage, animations: 'disabled' });
};

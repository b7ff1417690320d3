import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page, shadow roots included: one line a rule. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const { violations: found, passes } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } })
    .setLegacyMode()
    .analyze();
  // Without this a page that axe can't look into would have no violation either.
  expect(passes.map(({ id }) => id)).toContain('target-size');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: source }) => source).join(' | ')}`);
};

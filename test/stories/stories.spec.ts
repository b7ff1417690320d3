import { expect, type Page } from '@playwright/test';
import { FOLDER, readIndex, test as siteTest } from './site.js';
import { Stage, verdictOf, type Verdict } from './stage.js';

/*
 * Every story of the built Storybook, as a page of a site in either look: its play function must come through, the
 * accessibility addon must find nothing, and at 320 CSS pixels nothing may stick out (WCAG 2.2, 1.4.10).
 */

const LOOKS = [
  { name: 'light, left to right, English', globals: 'scheme:light;direction:ltr;locale:en', of: /./ },
  {
    name: 'dark, right to left, Georgian',
    globals: 'scheme:dark;direction:rtl;locale:ka',
    of: /(?<!\/Anatomy)$/,
  },
  // In the anatomy a widget says nearly all that it can say: nothing of that may be untranslated.
  {
    name: 'dark, right to left, pseudo-locale',
    globals: 'scheme:dark;direction:rtl;locale:en-XA',
    of: /\/Anatomy$/,
  },
];

const stories = Object.values(readIndex(FOLDER)).filter(({ type }) => type === 'story');

/**
 * One page that goes from story to story: what they share is loaded once. After a failure Playwright begins anew, so
 * that no story suffers from what another left behind.
 */
const test = siteTest.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser, site }, use) => {
      const context = await browser.newContext();
      await use(new Stage(await context.newPage(), site));
      await context.close();
    },
    { scope: 'worker' },
  ],
});

for (const [turn, look] of LOOKS.entries()) {
  for (const [number, { id, title, name }] of stories.entries()) {
    if (!look.of.test(title)) continue;
    // Among all checks of the project each story has one look, in turn.
    const tag = title.endsWith('/Anatomy') || number % 2 === turn ? [] : ['@other-look'];
    test(`${title}, ${name}: ${look.name}`, { tag }, async ({ stage }) => {
      const { page, thrown } = stage;
      await stage.show(id, look.globals);
      const verdict = await verdictOf(page, id);
      const failure = await lastOf(page, 'playFunctionThrewException', 'storyThrewException', 'storyErrored');
      expect(failure, 'what the story threw').toBeUndefined();
      expect(thrown, 'what was thrown in the page').toEqual([]);
      const accessibility = verdict.reporters.find(({ type }) => type === 'a11y');
      expect(violationsOf(accessibility), 'what the accessibility addon found').toEqual([]);
      expect(accessibility?.status).toBe('passed');
      expect(verdict.status).toBe('success');

      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width at 320 px').toBe(320);
    });
  }
}

/** What came with the first of these events that the story's page has seen. */
const lastOf = (page: Page, ...events: string[]): Promise<string | undefined> =>
  page.evaluate((names) => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    const seen = names.flatMap((name) => channel?.last(name) ?? []);
    const [error] = seen as { message?: string; title?: string; description?: string }[];
    return error ? (error.message ?? `${error.title}: ${error.description}`) : undefined;
  }, events);

/** One line for each element that breaks a rule. */
const violationsOf = (report: Verdict['reporters'][number] | undefined): string[] => [
  ...(report?.result.error === undefined ? [] : [JSON.stringify(report.result.error)]),
  ...(report?.result.violations ?? []).flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)}: ${failureSummary}`),
  ),
];

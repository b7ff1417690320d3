import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { expect, test as base, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stage } from './stage.js';

/*
 * Every story of the built Storybook, as a page of a site in either look: its play function must come through, the
 * accessibility addon must find nothing, and at 320 CSS pixels nothing may stick out (WCAG 2.2, 1.4.10).
 */

const FOLDER = process.env.STORYBOOK_DIR ?? fileURLToPath(new URL('../../storybook-static', import.meta.url));

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

/** What Storybook says at the end of a story (`storyFinished`). */
interface Verdict {
  readonly storyId: string;
  readonly status: 'success' | 'error';
  readonly reporters: readonly {
    readonly type: string;
    readonly status: string;
    readonly result: {
      readonly error?: unknown;
      readonly violations?: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
      }[];
    };
  }[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
}

const stories = Object.values(readIndex()).filter(({ type }) => type === 'story');

/**
 * The built Storybook on a port of its own, and one page that goes from story to story: what they share is loaded
 * once. After a failure Playwright begins anew, so that no story suffers from what another left behind.
 */
const test = base.extend<object, { site: string; stage: Stage }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures it names
    async ({}, use) => {
      const app = new Hono().get('*', serveStatic({ root: FOLDER }));
      const server = serve({ fetch: app.fetch, port: 0 });
      await new Promise((resolve) => server.once('listening', resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  stage: [
    async ({ browser, site }, use) => {
      const context = await browser.newContext();
      await use(new Stage(await context.newPage(), site));
      await context.close();
    },
    { scope: 'worker' },
  ],
});

for (const look of LOOKS) {
  for (const { id, title, name } of stories.filter((story) => look.of.test(story.title))) {
    test(`${title}, ${name}: ${look.name}`, async ({ stage }) => {
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

function readIndex(): Record<string, Entry> {
  const index = join(FOLDER, 'index.json');
  if (!existsSync(index)) throw new Error(`${index} is missing: run "npm run build-storybook" first`);
  return (JSON.parse(readFileSync(index, 'utf8')) as { entries: Record<string, Entry> }).entries;
}

async function verdictOf(page: Page, story: string): Promise<Verdict> {
  const finished = await page.waitForFunction(
    (id) => {
      const verdict = window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0] as Verdict | undefined;
      return verdict?.storyId === id && verdict;
    },
    story,
    { timeout: 20_000 },
  );
  return (await finished.jsonValue()) as Verdict;
}

/** What came with the first of these events that the story's page has seen. */
const lastOf = (page: Page, ...events: string[]): Promise<string | undefined> =>
  page.evaluate((names) => {
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
    const seen = names.flatMap((name) => channel?.last(name) ?? []);
    const [error] = seen as { message?: string; title?: string; description?: string }[];
    return error && (error.message ?? `${error.title}: ${error.description}`);
  }, events);

/** One line for each element that breaks a rule. */
const violationsOf = (report: Verdict['reporters'][number] | undefined): string[] => [
  ...(report?.result.error === undefined ? [] : [JSON.stringify(report.result.error)]),
  ...(report?.result.violations ?? []).flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${String(target)}: ${failureSummary}`),
  ),
];

/**
 * What custom-elements-everywhere.com asks of each framework, asked of the kit's own elements. The answers are the
 * table in demo/guide/code.md, under Frameworks.
 */
import type { Page } from '@playwright/test';
import type { HarremanFaqChat } from '../../src/index.js';
import { built } from './build.js';
import { expect, test } from './site.js';

interface Probe {
  readonly data: { entries: unknown; messages: unknown; transport: unknown };
  readonly heard: string[];
}

const TAG = 'harreman-faq-chat';

for (const name of built) {
  test.describe(name, () => {
    let page: Page;
    test.beforeAll(async ({ browser, examples }) => {
      page = await browser.newPage();
      await page.goto(`${examples.origin}/${name}/probe.html`);
    });
    test.afterAll(() => page.close());
    test.beforeEach(() => expect(page.locator(`${TAG} [part~=heading]`)).toHaveText(/^Words \d$/));

    test('children: they are there, change, and come later', async () => {
      await expect(page.locator(`${TAG} > #child`)).toHaveText('Child 0');
      await expect(page.locator('#late')).toHaveCount(0);
      await page.locator('#count').click();
      await expect(page.locator(`${TAG} > #child`)).toHaveText('Child 1');
      await expect(page.locator(`${TAG} > #late`)).toHaveText('Late');
    });

    test('texts and numbers reach it, and change', async () => {
      const heading = page.locator(`${TAG} [part~=heading]`);
      await expect(heading).toHaveAttribute('aria-level', '3');
      const [, count] = /(\d)/.exec((await heading.textContent()) ?? '') ?? [];
      await page.locator('#count').click();
      await expect(heading).toHaveText(`Words ${Number(count) + 1}`);
    });

    test('the element goes and comes back whole', async () => {
      await page.locator('#show').click();
      await expect(page.locator(TAG)).toHaveCount(0);
      await page.locator('#show').click();
      await expect(page.locator(`${TAG} > #child`)).toHaveText(/^Child \d$/);
      await expect(page.locator(`${TAG} [part~=heading]`)).toHaveText(/^Words \d$/);
    });

    test('false is false, and true is true', async () => {
      const floating = () => page.locator(TAG).evaluate((chat: HarremanFaqChat) => chat.floating);
      expect(await floating()).toBe(false);
      await page.locator('#on').click();
      await expect.poll(floating).toBe(true);
      await page.locator('#on').click();
      await expect.poll(floating).toBe(false);
    });

    test('an array, an object and a function reach it as they are', async () => {
      const same = await page.locator(TAG).evaluate((chat: HarremanFaqChat) => {
        const { data } = (window as unknown as { probe: Probe }).probe;
        return [
          chat.entries === data.entries,
          chat.messages === data.messages,
          (chat.transport as unknown) === data.transport,
        ];
      });
      expect(same).toEqual([true, true, true]);
    });

    for (const type of ['lowercase', 'kebab-case', 'camelCase', 'CAPSevent', 'PascalCase']) {
      test(`an event named ${type} is heard`, async () => {
        const heard = await page.locator(TAG).evaluate((chat, eventType) => {
          chat.dispatchEvent(new Event(eventType));
          return (window as unknown as { probe: Probe }).probe.heard.splice(0);
        }, type);
        expect(heard).toEqual([type]);
      });
    }
  });
}

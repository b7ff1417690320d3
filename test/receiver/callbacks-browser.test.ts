import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';
import { callback, PASSWORD, startTestReceiver } from './receiver.js';

let browser: Browser;

before(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
});
after(() => browser.close());

/** Moves the focus with the Tab key until it is where a person wants it, and presses Enter there. */
const press = async (page: Page, role: 'button' | 'link', name: string | RegExp) => {
  const target = page.getByRole(role, { name, exact: true }).first();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const outline = await target.evaluate((element) => getComputedStyle(element).outlineWidth);
      assert.equal(outline, '3px', 'the focus is seen');
      return page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${role} ${String(name)}`);
};

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const) {
  it(`somebody calls back by keyboard, with no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const receiver = await startTestReceiver(t);
    const promised = (day: string) => ({
      window_start: `${day}T09:00:00+01:00`,
      window_end: `${day}T10:00:00+01:00`,
      visitor_timezone: 'Asia/Tbilisi',
    });
    for (const over of [
      { phone: '+34943000001', name: 'Miren', topic: 'Aurrekontua', ...promised('2025-01-15') },
      { phone: '+995322112233', name: 'ნინო', locale: 'ka', topic: 'x'.repeat(300), ...promised('2099-01-15') },
      { phone: '+37129123456' },
    ])
      await receiver.kept(await receiver.post(callback(over)));
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    t.after(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`), [], what);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} scrolls sideways`);
      const folder = process.env['SCREENSHOTS'];
      if (folder) await page.screenshot({ path: `${folder}/${what.replaceAll(/\W+/g, '-')}-${width}.png`, fullPage: true });
    };

    await page.goto(`${receiver.url}/inbox/callbacks`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await press(page, 'link', 'Callbacks (3)');
    await page.getByRole('heading', { name: 'Callbacks' }).waitFor();
    await check('calls before a name');
    assert.equal(await page.getByRole('button', { name: 'Claim' }).count(), 0);
    await page.getByLabel('Your name').focus();
    await page.keyboard.insertText('Ane');
    await press(page, 'button', 'This is me');
    await page.getByText('You are Ane').waitFor();
    assert.deepEqual(await page.getByRole('heading', { level: 2 }).allTextContents(), ['Overdue (1)', 'As soon as possible (1)', 'Later (1)']);
    await check('calls');

    await press(page, 'button', 'Claim');
    await page.getByText('You have this call now.').waitFor();
    assert.equal(await page.locator(':focus').textContent(), 'Miren', 'the focus is at the call');
    await check('a call of ones own');
    await page.getByLabel('Next try').first().focus();
    await page.keyboard.press('ArrowDown');
    await press(page, 'button', 'Not reached');
    await page.getByText('Noted: not reached. It stays in the list.').waitFor();
    await press(page, 'button', 'Claim');
    await page.getByText('You have this call now.').waitFor();
    await press(page, 'button', 'Reached, and done');
    await page.getByText('Done. It is off the list.').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('role'), 'status', 'the focus is at what was done');
    await check('one is done');

    await press(page, 'link', 'Miren');
    await page.getByRole('heading', { name: /^Callback / }).waitFor();
    await check('one call');
    const call = new URL(page.url()).pathname.split('/').at(-1)!;
    const { version } = (await receiver.store.callbacks.call(call))!;
    await receiver.store.callbacks.act({ id: call, version, action: 'claimed', who: 'Jon', at: new Date() });
    await press(page, 'button', 'Claim');
    await page.getByRole('heading', { name: 'Somebody else has this call' }).waitFor();
    await page.getByText('Who has it: Jon').waitFor();
    await check('somebody was quicker');
    await press(page, 'link', 'Open this call');
    await press(page, 'button', 'Take over');
    await page.getByText('Who has it: Ane').waitFor();
    await check('taken over');
    // The call that somebody else has is a 409, which the browser reports; nothing else, and no policy was violated.
    assert.deepEqual(complaints.filter((text) => !text.includes('409')), []);
  }); // prettier-ignore
}

/** Files pinned by their hashes, with what `harreman-integrity` prints. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contactForm, expectArrival, QUESTION } from './support/contact-form.js';
import { html } from './support/pages.js';
import { passTo } from './support/receiver.js';
import { expect, test as base } from './support/test.js';

const FORM = '<harreman-contact-form><p>Call 943 00 00 00</p></harreman-contact-form>';

const print = (...options: readonly string[]): string =>
  execFileSync('node', ['dist/cli/integrity.js', ...options], { encoding: 'utf8' });

const lines = print(
  '--base',
  '/cdn/',
  '--tags',
  'contact-form',
  '--languages',
  'en',
  '--endpoint',
  '/submissions',
);

/** Says in the page that a file that somebody has changed was run. */
const CHANGE = '\n;globalThis.changed = true;';

/** With a page of the site `pinned`, whose files of these names are not those that were published. */
const test = base.extend<{ open: (changed: RegExp) => Promise<void> }>({
  open: async ({ page, startSite, receiver }, use) => {
    await use(async (changed) => {
      const site = await startSite({ onRequest: passTo(receiver) });
      await page.route(/\/cdn\/.*\.js$/, async (route) => {
        const response = await route.fetch();
        const body = await response.text();
        const isChanged = changed.test(new URL(route.request().url()).pathname);
        await route.fulfill({ response, body: isChanged ? body + CHANGE : body });
      });
      await page.goto(site.put('/pinned.html', html({ head: lines, body: FORM })));
    });
  },
});

const NONE = /^$/;
const wasRun = (): boolean => 'changed' in globalThis;

test('the form works, and every file that is fetched is pinned', async ({ page, open, receiver }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) asked.push(pathname);
  });
  await open(NONE);
  await expectArrival(contactForm(page), receiver, { ...QUESTION });
  expect(asked.length).toBeGreaterThan(5);
  for (const file of asked) expect(lines).toContain(file);
});

test('what is printed is the hash of the file', () => {
  const [, map = '{}'] = /<script type="importmap">(.*?)<\/script>/s.exec(lines) ?? [];
  const { integrity } = JSON.parse(map) as { integrity: Record<string, string> };
  const [, own = ''] = /src="\/cdn\/harreman\.js" integrity="([^"]+)"/.exec(lines) ?? [];
  for (const [file, hash] of [...Object.entries(integrity), ['/cdn/harreman.js', own]] as const) {
    const content = readFileSync(file.replace('/cdn/', 'dist/cdn/'));
    expect(hash, file).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
  }
});

test('a changed loader is not run', async ({ page, open }) => {
  await open(/harreman\.js$/);
  await expect(page.getByText('Call 943 00 00 00')).toBeVisible();
  expect(await page.evaluate(() => 'harreman' in window)).toBe(false);
  expect(await page.evaluate(wasRun)).toBe(false);
});

test('a changed chunk is not run: the file with everything stands in for it', async ({ page, open, receiver }) => {
  await open(/\/widget\.js$/);
  await expectArrival(contactForm(page), receiver, { ...QUESTION });
  expect(await page.evaluate(wasRun)).toBe(false);
}); // prettier-ignore

test('where all are changed, what stands in the tag is what people see', async ({ page, open }) => {
  const failed = page.waitForEvent('console', (message) => message.text().includes('could not be loaded by'));
  await open(/\/(widget|harreman\.all)\.js$/);
  await failed;
  await expect(page.getByText('Call 943 00 00 00')).toBeVisible();
  expect(await page.evaluate(wasRun)).toBe(false);
});

test('what cannot be pinned is said, not guessed', () => {
  for (const options of [['--tags', 'guestbook'], ['--languages', 'xx'], ['--bse', '/x/'], ['--base']])
    expect(() => execFileSync('node', ['dist/cli/integrity.js', ...options], { stdio: 'pipe' })).toThrow(
      new RegExp(options[1] ?? options[0]!),
    );
});

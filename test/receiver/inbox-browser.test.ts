import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { after, before, it, type TestContext } from 'node:test';
import { chromiumFlags, findChromium } from '../../.build/browsers.mjs';
import { openStore } from '../../demo/receiver/store/open.js';
import { contact, contactTexts, PASSWORD, startTestReceiver, type TestReceiver } from './receiver.js';
import { submission } from './store-contract.js';

let browser: Browser;

before(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
});
after(() => browser.close());

/** A receiver with messages that are hard to show, and a page that notes what the console says. */
const open = async (t: TestContext, options: { width: number; colorScheme?: 'light' | 'dark' }) => {
  const receiver = await startTestReceiver(t);
  const form = new FormData();
  const georgian = {
    name: 'ნინო ბერიძე',
    email: 'nino@example.ge',
    locale: 'ka',
    topic: 'complaint',
    subject: 'დაზიანებული ტუმბო',
    message: 'გამარჯობა,\n\n  ტუმბო გაფუჭდა.',
    consent_text: 'ვეთანხმები',
    possible_duplicate: 'true',
  };
  for (const [name, value] of Object.entries(contactTexts(georgian))) form.append(name, value);
  form.append(
    'attachment',
    new File(['<script>document.title = "run"</script>'], 'ნინო.html', { type: 'text/html' }),
  );
  const complaint = await receiver.kept(
    await fetch(`${receiver.url}/submissions`, { method: 'POST', body: form }),
  );
  const unbroken = 'x'.repeat(300);
  await receiver.kept(
    await receiver.post(
      contact({
        name: unbroken,
        subject: unbroken,
        topic: unbroken.slice(0, 100),
        [unbroken.slice(0, 100)]: unbroken,
      }),
    ),
  );
  await receiver.kept(await receiver.post(contact({ message: '\u200b', spam_score: 100 })));

  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
  });
  t.after(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${receiver.url}/inbox/${complaint.id}`);
  return { receiver, complaint, page, complaints };
};

const signIn = async (page: Page) => {
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};

/** Two mails that their server has refused for good. */
const giveUpMails = async ({ dataDir }: TestReceiver) => {
  const store = await openStore({ dataDir }, ['mail']);
  for (const error of ['The mail server answered: 550 Ez dago halakorik', 'x'.repeat(300)]) {
    await store.insert(submission({ fields: { message: 'x' } }));
    const request = { channel: 'mail', limit: 1, leaseMs: 1_000, maxDelayMs: 1_000 } as const;
    for (const message of await store.outgoing.lease({ ...request, now: new Date() }))
      await store.outgoing.settle(message, { state: 'dead', error });
  }
  await store.close();
};

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const) {
  it(`has no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const { receiver, page, complaints, complaint } = await open(t, { width, colorScheme });
    const check = async (what: string) => {
      // With its styles, which come after its first words.
      await page.waitForLoadState();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
        [],
        what,
      );
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `${what} scrolls sideways`,
      );
    };
    await check('sign-in');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the password.').waitFor();
    await check('failed sign-in');
    await signIn(page);
    await page.getByRole('heading', { name: `Message ${complaint.reference}` }).waitFor();
    await check('message');
    await giveUpMails(receiver);
    for (const path of ['/inbox', '/inbox?quarantine=yes', '/inbox?q=nothing', '/inbox/undelivered']) {
      await page.goto(receiver.url + path);
      await check(path);
    }
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('link', { name: 'Undelivered (1)' }).waitFor();
    await page.getByRole('button', { name: 'Take off this list' }).click();
    await page.getByText('To be tried again now.').waitFor();
    await page.goto(`${receiver.url}/inbox?q=${'x'.repeat(50)}`);
    await page.locator('tbody a').click();
    await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/);
    await check('a message without a blank');
    // A refused sign-in is a 403, which the browser reports; nothing else, and no policy was violated.
    assert.deepEqual(
      complaints.filter((text) => !text.includes('403')),
      [],
    );
  });
}

it('is worked with the keyboard, from signing in to answering', async (t) => {
  const { page, complaint, receiver } = await open(t, { width: 1280 });
  // The password has the focus, once the browser has got to it.
  await page.locator('input[type="password"]:focus').waitFor();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Back to the messages' }).focus();
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'დაზიანებული ტუმბო' });
  await row.getByRole('rowheader').waitFor();
  await row.getByRole('link').focus();
  await page.keyboard.press('Enter');
  const button = page.getByRole('button', { name: 'Mark as answered' });
  await button.focus();
  const outline = await button.evaluate((element) => getComputedStyle(element).outlineWidth);
  assert.equal(outline, '3px', 'the focus is seen');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'State: answered' }).waitFor();
  assert.equal((await receiver.store.get(complaint.id))?.state, 'answered');
});

it('is still a table to assistive technology where it looks like cards', async (t) => {
  const { page, receiver } = await open(t, { width: 320 });
  await signIn(page);
  await page.goto(`${receiver.url}/inbox`);
  const table = page.getByRole('table', { name: 'Messages, newest first' });
  assert.equal(await table.getByRole('row').count(), 3);
  assert.deepEqual(await table.getByRole('columnheader').allInnerTexts(), [
    'Message',
    'From',
    'Topic',
    'State',
    'Received',
  ]);
  assert.equal(await table.getByRole('row').nth(1).getByRole('cell').count(), 4);
});

it('shows a text as it was written, in its language, and downloads files without showing them', async (t) => {
  const { page } = await open(t, { width: 1280 });
  await signIn(page);
  const text = page.locator('div.text');
  assert.equal(await text.innerText(), 'გამარჯობა,\n\n  ტუმბო გაფუჭდა.');
  assert.equal(await text.getAttribute('lang'), 'ka');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'ნინო.html' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'ნინო.html');
  assert.doesNotMatch(await page.title(), /run|ნინო/);
});

import type { Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { openStore } from '../../demo/receiver/store/open.js';
import { assertForEveryone, browserPages, LOOKS } from './browser-page.js';
import { contact, contactTexts, PASSWORD, startTestReceiver, type TestReceiver } from './receiver.js';
import { submission } from './store-contract.js';

const openPage = browserPages();

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

  const { page, complaints } = await openPage(t, options);
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

for (const { colorScheme, width } of LOOKS) {
  it(`has no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const { receiver, page, complaints, complaint } = await open(t, { width, colorScheme });
    const check = (what: string) => assertForEveryone(page, what);
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
    await page.getByText('To be tried again now.').waitFor();
    await page.getByRole('button', { name: 'Take off this list' }).click();
    await page.getByRole('link', { name: 'Undelivered (1)' }).waitFor();
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

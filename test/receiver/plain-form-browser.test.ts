import type { BrowserContextOptions, Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { assertForEveryone, browserPages, LOOKS } from './browser-page.js';
import { startTestReceiver } from './receiver.js';

const openPage = browserPages();

const FORM = `<!doctype html><html lang="ka"><title>Form</title>
  <form action="/submissions" method="post" enctype="multipart/form-data">
    <label>Message <textarea name="message"></textarea></label>
    <label>E-mail <input name="email"></label>
    <label>File <input type="file" name="attachment"></label>
    <button>Send</button>
  </form>`;

/** A page with a form, on the receiver's own origin, in a browser that runs no scripts. */
const open = async (t: TestContext, options: BrowserContextOptions & { width?: number } = {}) => {
  const receiver = await startTestReceiver(t, { allowedOrigins: new Set() });
  const { page, complaints } = await openPage(t, { locale: 'ka-GE', javaScriptEnabled: false, ...options });
  const address = `${receiver.url}/contact?id=1`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: FORM }),
  );
  await page.goto(address);
  return { receiver, page, address, complaints };
};

const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click();

it('sends a form without any script, thanks with the reference and leads back', async (t) => {
  const { receiver, page, address } = await open(t);
  await page.getByLabel('Message').fill('გამარჯობა,\nმსოფლიო');
  await page.getByLabel('File').setInputFiles({
    name: 'ნინო.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('გამარჯობა'),
  });
  await send(page);
  await page.getByRole('heading', { name: 'თქვენი შეტყობინება გაიგზავნა' }).waitFor();
  const [row] = await receiver.rows();
  assert.ok(await page.getByText(row!.reference).isVisible());
  assert.deepEqual(
    [row!.fields['message'], row!.fields['page_url'], row!.fields['locale'], row!.files[0]?.name],
    ['გამარჯობა,\r\nმსოფლიო', address, 'ka-GE', 'ნინო.txt'],
  );
  await page.reload();
  await page.getByText(row!.reference).waitFor();
  await page.getByRole('link', { name: 'უკან' }).click();
  assert.equal(page.url(), address);
  await page.goBack();
  await page.getByText(row!.reference).waitFor();
  assert.equal((await receiver.rows()).length, 1, 'reloading and going back send nothing again');
});

it('keeps one row of a double click', async (t) => {
  const { receiver, page } = await open(t);
  await page.getByLabel('Message').fill('Kaixo');
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await page.waitForURL(/\/submissions\/[\da-f-]{36}$/);
  const rows = await receiver.rows();
  assert.equal(rows.length, 1);
  assert.ok(page.url().endsWith(rows[0]!.id));
});

it('keeps the text in the form of who goes back after a refusal', async (t) => {
  const { receiver, page } = await open(t);
  await page.getByLabel('Message').fill('A long story');
  await page.getByLabel('E-mail').fill('nobody');
  await send(page);
  await page.getByRole('heading', { name: 'თქვენი შეტყობინება ვერ გაიგზავნა' }).waitFor();
  await page.goBack();
  assert.equal(await page.getByLabel('Message').inputValue(), 'A long story');
  await page.getByLabel('E-mail').fill('ane@example.eus');
  await send(page);
  await page.getByRole('heading', { name: 'თქვენი შეტყობინება გაიგზავნა' }).waitFor();
  assert.equal((await receiver.rows()).length, 1);
});

for (const { colorScheme, width } of LOOKS) {
  it(`has no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    // Axe is a script; the pages under test have none.
    const { page, address, complaints } = await open(t, { colorScheme, width, javaScriptEnabled: true });
    for (const email of ['nobody', 'ane@example.eus']) {
      await page.goto(address);
      await page.getByLabel('E-mail').fill(email);
      await send(page);
      await page.getByRole('heading', { name: 'თქვენი შეტყობინება' }).waitFor();
      await assertForEveryone(page, email);
    }
    assert.deepEqual(
      complaints.filter((text) => !/422|favicon/.test(text)),
      [],
      'no policy is violated',
    );
  });
}

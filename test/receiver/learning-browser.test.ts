import type { Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEveryone, browserPages, LOOKS, pressByKeys, tabTo } from './browser-page.js';
import { contact, PASSWORD, startTestReceiver } from './receiver.js';

const openPage = browserPages();

const SOURCE = `<h2>მაღაზია</h2><details data-suggested><summary>When do you deliver?</summary><p>From <b>Monday</b> to Friday.</p></details>
<details><summary>How do I return something?</summary>By post.</details>
<details><summary>${'x'.repeat(300)}</summary>A</details><details><summary>Empty</summary></details>`;

const write = async (page: Page, name: string, text: string) => {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
};

for (const { colorScheme, width } of LOOKS) {
  it(`an owner teaches the chat by keyboard, with no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const receiver = await startTestReceiver(t);
    const { message: _, ...base } = contact({ locale: 'en', widget: 'question', outcome: 'unanswered' });
    const ask = async (question: string, over: object = {}) =>
      receiver.kept(await receiver.post({ ...base, submission_id: crypto.randomUUID(), question, ...over }));
    for (const question of ['Do you bring parcels to Zarautz?', 'do you bring a parcel to Zarautz', 'x'.repeat(300)])
      await ask(question);
    await ask('როდის იკეტება მაღაზია?', { locale: 'ka' });
    const { page, complaints } = await openPage(t, { width, colorScheme });
    const check = (what: string) => assertForEveryone(page, what);
    const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

    await page.goto(`${receiver.url}/inbox/faq`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await pressByKeys(page, 'link', 'FAQ');
    await heading('FAQ');
    await check('an empty FAQ');

    await pressByKeys(page, 'link', 'Import');
    await write(page, 'Language', 'en');
    await write(page, 'Your FAQ', 'nothing');
    await pressByKeys(page, 'button', 'Read it');
    await page.getByText('There is no question with an answer in it.').waitFor();
    await check('a refused import');
    assert.equal(await page.locator('[aria-invalid]:focus').count(), 1, 'what is wrong has the focus');
    await write(page, 'Your FAQ', SOURCE);
    await pressByKeys(page, 'button', 'Read it');
    await heading('Nothing is imported yet');
    await check('what an import would change');
    await pressByKeys(page, 'button', 'Import the new ones');
    await page.getByText('Imported.').waitFor();
    await check('the FAQ');

    await pressByKeys(page, 'button', 'Move down');
    await page.waitForURL(/done=down/);
    await page.locator('button:focus', { hasText: 'Move down' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('button:focus', { hasText: 'Move up' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=up/);
    assert.deepEqual((await receiver.store.faq.entries('en')).map(({ question }) => question[0]), ['H', 'W', 'x']);

    await pressByKeys(page, 'link', /^Questions/);
    await heading('Questions');
    await check('questions');
    await pressByKeys(page, 'link', /^Do you bring parcels/);
    await heading(/^Do you bring parcels/);
    await check('a group');
    await tabTo(page, 'checkbox', 'Do you bring parcels to Zarautz?');
    await page.keyboard.press('Space');
    await pressByKeys(page, 'button', 'Add the wording to this entry');
    await page.getByText('Tick at least one wording.').waitFor();
    await check('a problem of a group');
    await page.locator('input[type=checkbox]:focus').waitFor();
    await page.keyboard.press('Space');
    await page.getByLabel('Entry', { exact: true }).focus();
    await page.keyboard.type('When do');
    await pressByKeys(page, 'button', 'See what that would change');
    await page.locator('h2:focus', { hasText: 'What it would change' }).waitFor();
    await check('what a wording would change');
    await pressByKeys(page, 'button', 'Add the wording to this entry');
    await heading('Dealt with');
    await check('a question that was dealt with and can be undone');
    await pressByKeys(page, 'button', 'Undo');
    await page.getByText('Undone. The questions are open again.').waitFor();
    await check('what was undone');
    await page.getByLabel('Entry', { exact: true }).focus();
    await page.keyboard.type('When do');
    await pressByKeys(page, 'button', 'Add the wording to this entry');
    await heading('Dealt with');
    await check('a question that was dealt with');
    await page.getByText('The chat answers this now by When do you deliver?').waitFor();

    await pressByKeys(page, 'link', /^Questions/);
    await pressByKeys(page, 'link', /^xxx/);
    await pressByKeys(page, 'button', 'Write a new entry');
    await heading('New entry');
    await check('a new entry');
    await tabTo(page, 'textbox', 'Answer');
    await page.keyboard.insertText(' ');
    await pressByKeys(page, 'button', 'Save');
    await page.getByText('Write the answer.').waitFor();
    await check('a refused entry');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.insertText('- a\n- b');
    await pressByKeys(page, 'button', 'See what it would change');
    await page.locator('h2:focus', { hasText: 'What it would change' }).waitFor();
    await check('what an entry would change');
    await pressByKeys(page, 'button', 'Save');
    await heading('Dealt with');

    await page.goto(`${receiver.url}/inbox/questions?lang=ka`);
    await pressByKeys(page, 'link', /^როდის/);
    await pressByKeys(page, 'button', 'Put aside');
    await pressByKeys(page, 'button', 'Undo');
    await page.getByRole('link', { name: /^როდის/ }).waitFor();

    await pressByKeys(page, 'link', 'FAQ');
    await pressByKeys(page, 'link', 'When do you deliver?');
    await heading('Entry');
    await check('an entry');
    const [entry] = (await receiver.store.faq.entries('en')).filter(({ question }) => question.startsWith('When'));
    await receiver.store.faq.change({ update: [{ key: entry!.key, version: entry!.version, content: { ...entry!, answer: 'Daily.' } }], at: new Date() });
    await pressByKeys(page, 'button', 'Save');
    await heading('Somebody has changed this entry meanwhile');
    await check('an entry that was changed meanwhile');
    await pressByKeys(page, 'button', 'Delete this entry');
    await page.locator('button:focus', { hasText: 'Undo' }).waitFor();
    await check('a deleted entry');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'When do you deliver?' }).waitFor();
    // Forms that came back are a 422 or 409, which the browser reports; nothing else, and no policy was violated.
    assert.deepEqual(complaints.filter((text) => !/4(?:22|09)/.test(text)), []);
  }); // prettier-ignore
}

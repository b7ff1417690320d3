/** The chat on a page learns from what its visitors ask: through the built files, the real receiver and its inbox. */
import type { Page } from '@playwright/test';
import { html, script, watchTroubles } from './support/pages.js';
import type { Receiver } from './support/receiver.js';
import { expect, test } from './support/test.js';

const FAQ = `<details id="delivery"><summary>When do you deliver?</summary><p>From <b>Monday</b> to Friday.</p></details>
<details><summary>How do I return something?</summary><p>By post, within 14 days.</p></details>
<details><summary>When are you open?</summary><p>From 9 to 18.</p></details>`;

const pageOf = (site: { readonly origin: string }, receiver: Receiver): string =>
  html({
    head: script(site, receiver.endpoint, 'data-profile="harreman"'),
    body: `<harreman-faq-chat src="${receiver.origin}/faq.json?lang=en"></harreman-faq-chat>`,
  });

const ask = async (page: Page, question: string): Promise<void> => {
  const field = page.locator('harreman-faq-chat').getByLabel('Your question', { exact: true });
  await field.fill(question);
  await field.press('Enter');
};

/** The owner, in a browser of their own. */
const signIn = async (page: Page, receiver: Receiver): Promise<Page> => {
  const owner = await page.context().browser()!.newPage();
  await owner.goto(`${receiver.origin}/inbox`);
  await owner.getByLabel('Password').fill('correct horse battery');
  await owner.keyboard.press('Enter');
  await owner.getByRole('button', { name: 'Sign out' }).waitFor();
  return owner;
};

const importFaq = async (owner: Page, receiver: Receiver): Promise<void> => {
  await owner.goto(`${receiver.origin}/inbox/faq/import?lang=en`);
  await owner.getByLabel('Your FAQ').fill(FAQ);
  await owner.getByRole('button', { name: 'Read it' }).click();
  await owner.getByRole('button', { name: 'Import the new ones' }).click();
  await expect(owner.getByText('Imported.')).toBeVisible();
};

test('what the chat could not answer, it answers once the owner has told it how, without a change to the page', async ({
  page,
  receiver,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  const owner = await signIn(page, receiver);
  await importFaq(owner, receiver);
  const troubles = watchTroubles(page);
  await page.goto(site.put('/', pageOf(site, receiver)));
  const log = page.locator('harreman-faq-chat').getByRole('log');

  await ask(page, 'When do you deliver');
  await expect(log).toContainText('From Monday to Friday.');
  await ask(page, 'Shipping to Zarautz?');
  await expect.poll(() => questions(owner, receiver)).toBe(1);
  await expect(log).not.toContainText('14 days');

  await owner.goto(`${receiver.origin}/inbox/questions`);
  await owner.getByRole('link', { name: 'Shipping to Zarautz?' }).click();
  await owner.getByLabel('Entry', { exact: true }).selectOption({ label: 'When are you open?' });
  await owner.getByRole('button', { name: 'See what that would change' }).click();
  const effect = owner.getByRole('region', { name: 'What it would change' });
  await expect(effect).toContainText('It answers by When are you open? (this entry)');
  await expect(owner.getByRole('heading', { name: 'What it would change' })).toBeFocused();
  await owner.getByRole('button', { name: 'Add the wording to this entry' }).click();
  await expect(owner.getByText('The chat answers this now by When are you open?')).toBeVisible();
  // The wrong one.
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect(owner.getByText('Undone. The questions are open again.')).toBeVisible();
  await owner.getByLabel('Entry', { exact: true }).selectOption({ label: 'When do you deliver?' });
  await owner.getByRole('button', { name: 'Add the wording to this entry' }).click();
  await expect(owner.getByRole('heading', { name: 'Dealt with' })).toBeVisible();
  await expect(owner.getByText('The chat answers this now by When do you deliver?')).toBeVisible();
  expect(await questions(owner, receiver)).toBe(0);

  // Another visitor, the same page.
  const visitor = await page.context().browser()!.newPage();
  await visitor.goto(`${site.origin}/`);
  await ask(visitor, 'shiping to zarautz');
  await expect(visitor.locator('harreman-faq-chat').getByRole('log')).toContainText('From Monday to Friday.');
  expect(await questions(owner, receiver)).toBe(0);
  expect(troubles).toEqual([]);
  await Promise.all([visitor.close(), owner.close()]);
});

test('an answer that did not help is in the inbox beside its entry, and a better one is on the page at the next visit', async ({
  page,
  receiver,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  const owner = await signIn(page, receiver);
  await importFaq(owner, receiver);
  await page.goto(site.put('/', pageOf(site, receiver)));
  const chat = page.locator('harreman-faq-chat');
  await ask(page, 'When are you open?');
  await expect(chat.getByRole('log')).toContainText('From 9 to 18.');
  await chat.getByRole('button', { name: /^No, this did not help/ }).click();
  await expect.poll(() => questions(owner, receiver)).toBe(1);

  await owner.goto(`${receiver.origin}/inbox/questions`);
  await expect(owner.getByText('Not helpful once: When are you open?')).toBeVisible();
  await owner.locator('h2').getByRole('link', { name: 'When are you open?' }).click();
  await owner.getByRole('button', { name: 'Add it, and change the entry' }).click();
  await owner.getByLabel('Answer').fill('From 9 to 18, on **Saturdays** to 13.');
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByRole('heading', { name: 'Dealt with' })).toBeVisible();
  expect(await questions(owner, receiver)).toBe(0);

  const visitor = await page.context().browser()!.newPage();
  await visitor.goto(`${site.origin}/`);
  await ask(visitor, 'When are you open?');
  const log = visitor.locator('harreman-faq-chat').getByRole('log');
  await expect(log).toContainText('on Saturdays to 13.');
  await expect(log.locator('strong', { hasText: 'Saturdays' })).toBeVisible();
  await Promise.all([visitor.close(), owner.close()]);
});

/** How many open questions the inbox counts. */
const questions = async (owner: Page, receiver: Receiver): Promise<number> => {
  await owner.goto(`${receiver.origin}/inbox/faq`);
  const text = await owner.getByRole('link', { name: /^Questions/ }).innerText();
  return Number(/\d+/.exec(text)?.[0] ?? 0);
};

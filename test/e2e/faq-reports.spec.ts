/** What the chat tells its owner arrives once, however fast the page is left and whatever becomes of the network. */
import type { Locator, Page } from '@playwright/test';
import { html, script } from './support/pages.js';
import { expect, test } from './support/test.js';

const FAQ = `<details><summary>When are you open?</summary><p>From nine to six.</p></details>
  <details><summary>Can I pay by card?</summary><p>Yes, always.</p></details>
  <details><summary>Can I pay by cash?</summary><p>No, never.</p></details>`;

const pageWith = (site: { readonly origin: string }, endpoint: string): string =>
  html({
    head: script(site, endpoint, 'data-profile="harreman"'),
    body: `<harreman-faq-chat>${FAQ}</harreman-faq-chat>`,
  });

const ask = async (page: Page, question: string): Promise<Locator> => {
  const chat = page.locator('harreman-faq-chat');
  await chat.getByLabel('Your question', { exact: true }).fill(question);
  await chat.getByLabel('Your question', { exact: true }).press('Enter');
  return chat;
};

/** What sends has come, as it has for whoever writes at a person's pace. */
const canTell = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        const reports = files.find((name) => name.endsWith('/reports.js'));
        // Not only fetched: it runs, and what it imports.
        if (reports) await import(reports);
        return reports !== undefined;
      }),
    )
    .toBe(true);

test('"this did not help", and the page is left in the same moment: it arrives, once', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  site.put('/elsewhere', '<!doctype html><title>Elsewhere</title>');
  await page.goto(site.put('/', pageWith(site, receiver.endpoint)));
  const chat = await ask(page, 'When are you open?');
  await expect(chat).toContainText('From nine to six.');
  await chat.evaluate((element) => {
    const buttons = element.shadowRoot!.querySelectorAll<HTMLElement>('[part=feedback] button');
    buttons[1]!.click();
    location.href = '/elsewhere';
  });
  await page.waitForURL('**/elsewhere');
  // Where what sends had not come, the next page tells it; else that has nothing to add, or adds the same.
  await page.goto(site.put('/next', pageWith(site, receiver.endpoint)));
  await expect(chat).toContainText('From nine to six.');
  await expect.poll(async () => (await receiver.rows()).map(({ fields }) => fields['helpful'])).toEqual([false]);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('harreman:outbox')), { timeout: 20_000 })
    .toBeNull();
  expect(await receiver.rows()).toHaveLength(1);
}); // prettier-ignore

test('"did you mean", and the tab is closed: what was asked arrives as unanswered', async ({
  context,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const page = await context.newPage();
  await page.goto(site.put('/', pageWith(site, receiver.endpoint)));
  const chat = await ask(page, 'can I pay by');
  await expect(chat).toContainText('Did you mean');
  await canTell(page);
  expect(await receiver.rows()).toEqual([]);
  await page.close({ runBeforeUnload: true });
  await expect
    .poll(async () => (await receiver.rows()).map(({ fields }) => [fields['question'], fields['outcome']]))
    .toEqual([['can I pay by', 'unanswered']]);
});

/** What sends never comes: the network is slow, and the tab is closed before. */
const withoutReports = async (page: Page): Promise<void> => {
  await page.route('**/reports.js', () => undefined);
};

test('the tab is closed before what sends has come: the next visit tells it, once, and only where it was to go', async ({
  context,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const address = site.put('/', pageWith(site, receiver.endpoint));
  const first = await context.newPage();
  await withoutReports(first);
  await first.goto(address);
  await expect(await ask(first, 'gift vouchers')).toContainText('I do not know the answer to that.');
  await expect(await ask(first, 'can I pay by')).toContainText('Did you mean');
  const kept = () => first.evaluate(() => localStorage.getItem('harreman:untold'));
  await expect.poll(kept).toContain('gift vouchers');
  const closed = first.waitForEvent('close');
  await first.close({ runBeforeUnload: true });
  await closed;

  const elsewhere = await context.newPage();
  await elsewhere.goto(site.put('/elsewhere', pageWith(site, `${site.origin}/other`)));
  await expect(elsewhere.locator('harreman-faq-chat').getByLabel('Your question', { exact: true })).toBeVisible();
  // Three tabs at once, of which nobody touches the chat.
  const next = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await Promise.all(next.map((page) => page.goto(address)));
  const asked = async () => (await receiver.rows()).map(({ fields }) => fields['question']).sort();
  await expect.poll(asked, { timeout: 20_000 }).toEqual(['can I pay by', 'gift vouchers']);
  await expect.poll(() => next[0]!.evaluate(() => localStorage.getItem('harreman:untold'))).toBeNull();
  await expect
    .poll(() => next[0]!.evaluate(() => localStorage.getItem('harreman:outbox')), { timeout: 20_000 })
    .toBeNull();
  expect(await asked()).toEqual(['can I pay by', 'gift vouchers']);
}); // prettier-ignore

test('the tab is closed while there is no network: the next visit tells what was asked', async ({
  context,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const address = site.put('/', pageWith(site, receiver.endpoint));
  const first = await context.newPage();
  await first.goto(address);
  await expect(await ask(first, 'can I pay by')).toContainText('Did you mean');
  await canTell(first);
  await context.setOffline(true);
  const closed = first.waitForEvent('close');
  await first.close({ runBeforeUnload: true });
  await closed;
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(address);
  await expect
    .poll(async () => (await receiver.rows()).map(({ fields }) => fields['question']))
    .toEqual(['can I pay by']);
});

test('what another version kept, or is too old, is passed over, and what is whole arrives', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const address = site.put('/', pageWith(site, receiver.endpoint));
  await page.goto(site.put('/plain', '<!doctype html><title>Plain</title>'));
  await page.evaluate((to) => {
    const report = (question: string | number, more: object = {}) => ({ id: crypto.randomUUID(), at: Date.now(), to, locale: 'eu', signs: { honeypot: '', elapsed: 9000, touched: true }, report: { question, outcome: 'unanswered' }, ...more });
    const all = [report('whole'), report('old', { at: Date.now() - 4 * 24 * 60 * 60 * 1000 }), report(7), null, 'x', report('other', { to: 'https://other.example/' }), { ...report('odd'), report: { question: 'odd', outcome: 'handover' } }];
    localStorage.setItem('harreman:untold', JSON.stringify(all));
  }, receiver.endpoint);
  await page.goto(address);
  await expect
    .poll(async () => (await receiver.rows()).map(({ fields }) => [fields['question'], fields['locale'], fields['spam_score']]))
    .toEqual([['whole', 'eu', 0]]);
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('harreman:untold') ?? '[]') as { report: { question: string } }[]);
  // The answer comes after the row.
  await expect.poll(async () => (await kept()).map(({ report }) => report.question)).toEqual(['other']);
  await page.evaluate(() => localStorage.setItem('harreman:untold', '{'));
  await page.goto(address);
  await expect(await ask(page, 'When are you open?')).toContainText('From nine to six.');
}); // prettier-ignore

test('while the receiver is down a report waits without a word, takes no room, and arrives once it is back', async ({
  page,
  receiver,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  await page.goto(site.put('/', pageWith(site, receiver.endpoint)));
  await receiver.stop();
  const chat = await ask(page, 'gift vouchers');
  await expect(chat).toContainText('I do not know the answer to that.');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('harreman:outbox'))).not.toBeNull();
  await expect(chat).not.toContainText('saved on this device');
  await receiver.start();
  await page.goto(site.put('/next', pageWith(site, receiver.endpoint)));
  // No attempt follows another within five seconds.
  await expect
    .poll(async () => (await receiver.rows()).map(({ fields }) => fields['question']), { timeout: 20_000 })
    .toEqual(['gift vouchers']);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('harreman:outbox'))).toBeNull();
  await expect(chat.locator('.notice')).toHaveCount(0);
});

test('the first attempt and a retry after a reply that was cut are one row', async ({
  page,
  receiver,
  front,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  front.incidents.push('cut-reply');
  await page.goto(site.put('/', pageWith(site, front.endpoint)));
  const chat = await ask(page, 'gift vouchers');
  await expect(chat).toContainText('I do not know the answer to that.');
  await expect.poll(() => front.posts, { timeout: 20_000 }).toBeGreaterThan(1);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('harreman:outbox')), { timeout: 20_000 })
    .toBeNull();
  expect(await receiver.rows()).toHaveLength(1);
});

test('pressed again and again while what answers is still coming: asked once, and told once', async ({
  page,
  receiver,
  startSite,
}) => {
  let come!: (isThere: boolean) => void;
  const later = new Promise<boolean>((resolve) => (come = resolve));
  const site = await startSite({ onCdnRequest: (name) => name !== 'chunks/chat-engine.js' || later });
  await page.goto(site.put('/', pageWith(site, receiver.endpoint)));
  const chat = await ask(page, 'gift vouchers');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  come(true);
  await expect(chat).toContainText('I do not know the answer to that.');
  await expect(chat.locator('[part~=visitor-message]')).toHaveCount(1);
  await expect.poll(() => receiver.rows()).toHaveLength(1);
});

test('the page is left while a server answers: the next page asks it again, and nobody is told that there was no answer', async ({
  page,
  receiver,
  startSite,
}) => {
  let asked = 0;
  const site = await startSite({
    onRequest: ({ url }, response) => {
      if (url !== '/answers') response.writeHead(404).end();
      else if (asked++) response.writeHead(200, { 'content-type': 'application/json' }).end('{"answer":"At the till."}');
      else response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: At th\n\n');
    },
  });
  const chatPage = pageWith(site, receiver.endpoint).replace('<harreman-faq-chat', '$& answers="/answers"');
  await page.goto(site.put('/', chatPage));
  const chat = await ask(page, 'gift vouchers');
  await expect(chat).toContainText('At th');
  await canTell(page);
  await page.goto(site.put('/next', chatPage));
  await expect(chat.locator('[part~=assistant-message]').last()).toContainText('At the till.');
  await expect(chat).not.toContainText('I do not know');
  expect(await receiver.rows()).toEqual([]);
}); // prettier-ignore

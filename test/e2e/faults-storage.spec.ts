/** Storage that fails: sending goes on, and nothing is called saved that is not committed. */
import type { Page } from '@playwright/test';
import { brokenStorage } from './support/broken-storage.js';
import { control, endPanel, fillIn, QUESTION, retryButton, send } from './support/contact-form.js';
import {
  expect,
  expectFailure,
  expectNotice,
  expectRows,
  expectSaved,
  expectSent,
  keptOn,
  NOT_CONFIRMED,
  notices,
  postsTo,
  SENT_NOTICE,
  statesOn,
  test,
  write,
} from './support/faults.js';

for (const [what, sabotage] of Object.entries(brokenStorage)) {
  test(`storage ${what}: not called saved, and what can be sent is sent`, async ({
    page,
    receiver,
    faults,
    shop,
  }) => {
    await page.addInitScript(sabotage);
    faults.queue.push('status-500');
    const form = await shop.visit(page);
    await write(form);
    await expectFailure(form, NOT_CONFIRMED);
    await expect(control(form, 'message')).toHaveValue(QUESTION.message);
    await retryButton(form).click();
    await expectSent(form);
    await expectRows(receiver);
    expect(new Set(postsTo(faults).map(({ submissionId }) => submissionId)).size).toBe(1);
  });
}

/** Holds every commit of an entry until `window.commit()`. */
const holdCommits = () => {
  let isHeld = true;
  Object.assign(globalThis, { commit: () => (isHeld = false) });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value) {
    const request = put.call(this, value);
    document.title = 'written';
    const spin = (): void => {
      if (isHeld) this.count().onsuccess = spin;
    };
    spin();
    return request;
  };
};

test('nothing leaves before it is committed', async ({ page, receiver, faults, shop }) => {
  await page.addInitScript(holdCommits);
  // Storage that doesn't answer is given up after a while: not here.
  await page.clock.install();
  const form = await shop.visit(page);
  await fillIn(form);
  await expect(form.locator('.suggestion')).toBeAttached();
  await page.clock.pauseAt(Date.now() + 3600_000);
  await send(form);
  await expect(page).toHaveTitle('written');
  await page.clock.runFor(1000);
  await expect(form.locator('[part~="status"]')).toHaveText('Sending…');
  await expect(endPanel(form)).toBeHidden();
  // Had anything left, it would be there before these.
  for (let n = 0; n < 3; n++)
    await page.evaluate((url) => fetch(url, { mode: 'no-cors' }), `${faults.origin}/health`);
  expect(faults.log.map(({ target }) => target)).toEqual(['/health', '/health', '/health']);
  await page.evaluate(() => (globalThis as unknown as { commit: () => void }).commit());
  await expectSent(form);
  await expectRows(receiver);
});

/** Keeps the handles of databases, and counts them. */
const keepHandles = () => {
  const handles: IDBDatabase[] = [];
  Object.assign(globalThis, { handles });
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    const request = open.call(this, name, version);
    if (name === 'harreman-outbox') request.addEventListener('success', () => handles.push(request.result));
    return request;
  };
};

const handlesOf = (page: Page, act: 'close' | 'count') =>
  page.evaluate((what) => {
    const { handles } = globalThis as unknown as { handles: IDBDatabase[] };
    if (what === 'close') for (const handle of handles) handle.close();
    return handles.length;
  }, act);

test('the database handle dies: opened anew, once', async ({ page, receiver, faults, shop }) => {
  await page.addInitScript(keepHandles);
  faults.queue.push('status-500', 'status-500');
  const form = await shop.visit(page);
  await write(form, 'First');
  await expectSaved(form);
  await form.getByRole('button', { name: 'Send another message' }).click();
  const before = await handlesOf(page, 'close');
  await write(form, 'Second');
  await expect(endPanel(form)).toContainText('Saved on this device');
  expect(await handlesOf(page, 'count')).toBe(before + 1);
  await expectSaved(form);
  await page.reload();
  await expect(notices(form).filter({ hasText: SENT_NOTICE })).toHaveCount(2);
  await expectRows(receiver, ['First', 'Second']);
});

test('the handle dies while the request is on its way: one row, and told as sent', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  await page.addInitScript(keepHandles);
  faults.queue.push('hang-after-commit');
  const form = await shop.visit(page);
  await write(form);
  await expect.poll(() => faults.hanging).toBe(1);
  await handlesOf(page, 'close');
  faults.release();
  await expectSent(form);
  await expect.poll(() => statesOn(page)).toEqual(['sent']);
  await page.reload();
  await expect(control(form, 'message')).toBeVisible();
  expect(postsTo(faults)).toHaveLength(1);
  await expectRows(receiver);
});

test('storage is wiped: lost, and never called sent', async ({ page, receiver, faults, shop }) => {
  faults.script = () => 'status-500';
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(shop.form).origin;
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  faults.script = () => 'pass';
  await expect(form).not.toContainText('has been sent');
  await page.reload();
  await expect(control(form, 'message')).toHaveValue('');
  await expect(form).not.toContainText('has been sent');
  await expect(form).not.toContainText('has now been sent');
  expect(await receiver.rows()).toEqual([]);
});

test('a private window is closed: lost, and never called sent', async ({
  browser,
  receiver,
  faults,
  shop,
}) => {
  faults.script = () => 'status-500';
  const privately = await browser.newContext();
  const form = await shop.visit(await privately.newPage());
  await write(form);
  await expectSaved(form);
  await expect(form).not.toContainText('has been sent');
  await privately.close();
  faults.script = () => 'pass';
  const another = await browser.newContext();
  const again = await shop.visit(await another.newPage());
  await expect(control(again, 'message')).toHaveValue('');
  await expect(notices(again)).toHaveCount(0);
  expect(await receiver.rows()).toEqual([]);
  await another.close();
});

/** Puts entries into the outbox as another kit would have. */
const putEntries = (page: Page, entries: readonly object[], version = 1): Promise<unknown> =>
  page.evaluate(
    async ([all, number]) => {
      const request = indexedDB.open('harreman-outbox', number);
      request.onupgradeneeded = () => {
        if (!request.result.objectStoreNames.contains('entries'))
          request.result.createObjectStore('entries', { keyPath: 'id' });
      };
      await new Promise((resolve) => (request.onsuccess = resolve));
      const transaction = request.result.transaction('entries', 'readwrite');
      for (const entry of all) transaction.objectStore('entries').put(entry);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      request.result.close();
      localStorage.setItem('harreman:outbox', '1');
    },
    [entries, version] as const,
  );

test('an entry and a database of a newer kit: left untouched, while this one goes on with its own', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  const newer = { version: 2, id: 'from-the-future', state: 'posted', lease: 'none', nextAt: 0, told: 0 };
  await page.goto(shop.bare);
  await putEntries(page, [newer], 2);
  faults.queue.push('status-500');
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await page.reload();
  await expectNotice(form, SENT_NOTICE);
  await expectRows(receiver);
  expect((await keptOn(page)).filter(({ id }) => id === newer.id)).toEqual([newer]);
});

test('twenty are waiting: one more is refused visibly, and none is given up for it', async ({
  page,
  faults,
  shop,
}) => {
  await page.goto(shop.bare);
  const waiting = Array.from({ length: 20 }, (_, n) => ({
    ...{ version: 1, id: `waiting-${n}`, state: 'parked', lease: { owner: '', fence: 0, until: 0 } },
    ...{ attempts: 1, arrived: 'no', nextAt: 0, notBefore: 0, createdAt: 1, age: 0, seenAt: Date.now() },
    ...{ widget: 'contact', reference: 'R', deduplicates: true, endpoint: faults.endpoint },
    ...{ profile: 'harreman', place: '', fingerprint: `${n}`, text: 'x', record: {}, files: [] },
    ...{ values: [], errors: [], told: false },
  }));
  await putEntries(page, waiting);
  faults.queue.push('status-500');
  const form = await shop.visit(page);
  await expect(notices(form)).toHaveCount(20);
  await write(form);
  await expectFailure(form, NOT_CONFIRMED);
  expect((await keptOn(page)).map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
});

for (const [fault, state, text] of [
  ['status-425', 'parked', /Your message \(.+\) could not be sent\./],
  // It may have arrived before the endpoint was another.
  ['status-500', 'unconfirmed', /We could not confirm that your message \(.+\) arrived\./],
] as const) {
  test(`the endpoint is another than when it was kept: ${state} after ${fault}, and sent to neither`, async ({
    page,
    receiver,
    faults,
    shop,
    openShop,
  }) => {
    faults.queue.push(fault);
    const form = await shop.visit(page);
    await write(form);
    await expectSaved(form);
    const moved = await openShop({ endpoint: `${faults.origin}/moved` });
    const body = await (await page.request.get(moved.form)).text();
    shop.put('/', body);
    const warnings: string[] = [];
    page.on('console', (message) => warnings.push(message.text()));
    await page.reload();
    await expectNotice(form, text);
    expect(warnings).toContainEqual(expect.stringMatching(/harreman.*sends elsewhere now/));
    await form.getByRole('button', { name: 'Send again' }).click();
    await page.reload();
    await expectNotice(form, text);
    expect(postsTo(faults)).toHaveLength(1);
    expect(await receiver.rows()).toEqual([]);
    expect(await statesOn(page)).toEqual([state]);
  });
}

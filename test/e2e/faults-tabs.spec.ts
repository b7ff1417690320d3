/** Tabs that are killed, frozen, left, opened twice: what was committed is sent, once. */
import type { BrowserContext, CDPSession } from '@playwright/test';
import { contactForm, control, endPanel, fillIn, send } from './support/contact-form.js';
import {
  crash,
  expect,
  expectNotice,
  expectRows,
  expectSaved,
  expectSent,
  keptOn,
  notices,
  PAST_LEASE,
  postsTo,
  SENT_NOTICE,
  shiftClock,
  statesOn,
  test,
  write,
  type Shop,
} from './support/faults.js';

/** The form in a new tab, when the lease of a tab that is gone has ended. */
const visitLater = async (context: BrowserContext, shop: Shop) => {
  const page = await context.newPage();
  await shiftClock(page, PAST_LEASE);
  return shop.visit(page);
};

test.describe('the tab is killed', () => {
  test('before the commit: it was never called saved, and nothing had left', async ({
    page,
    context,
    receiver,
    faults,
    shop,
  }) => {
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value) {
        const request = put.call(this, value);
        document.title = 'written';
        const spin = (): void => {
          this.count().onsuccess = spin;
        };
        spin();
        return request;
      };
    });
    await page.clock.install();
    const form = await shop.visit(page);
    await fillIn(form);
    await expect(form.locator('.suggestion')).toBeAttached();
    await page.clock.pauseAt(Date.now() + 3600_000);
    await send(form);
    await expect(page).toHaveTitle('written');
    await expect(endPanel(form)).toBeHidden();
    await crash(page);
    const again = await visitLater(context, shop);
    await expect(again.locator('[name="message"]').first()).toBeVisible();
    expect(await keptOn(again.page())).toEqual([]);
    await expect(notices(again).filter({ hasText: /sent/ })).toHaveCount(0);
    expect(faults.log).toEqual([]);
    expect(await receiver.rows()).toEqual([]);
  });

  for (const [when, fault, rows] of [
    ['after the commit, before the request is out', 'preflight', 0],
    ['in the middle of the request', 'hang-before-commit', 0],
    ['after the server has committed', 'hang-after-commit', 1],
  ] as const) {
    test(`${when}: the next tab sends it, one row`, async ({ page, context, receiver, faults, shop }) => {
      if (fault === 'preflight') faults.preflights = 'hang';
      else faults.queue.push(fault);
      const form = await shop.visit(page);
      await write(form);
      await expect.poll(() => faults.hanging).toBe(1);
      expect(await statesOn(page)).toEqual(['sending']);
      expect(await receiver.rows()).toHaveLength(rows);
      await crash(page);
      faults.preflights = 'pass';
      await expectNotice(await visitLater(context, shop), SENT_NOTICE);
      await expectRows(receiver);
      expect(new Set(postsTo(faults).map(({ submissionId }) => submissionId)).size).toBe(1);
    });
  }

  test('an endpoint that cannot tell a repetition: the next tab asks', async ({
    page,
    context,
    faults,
    openShop,
  }) => {
    faults.queue.push('hang-after-commit');
    const shop = await openShop({ profile: 'json' });
    await write(await shop.visit(page));
    await expect.poll(() => faults.hanging).toBe(1);
    await crash(page);
    const again = await visitLater(context, shop);
    await expectNotice(again, /We could not confirm that your message \(.+\) arrived/);
    expect(postsTo(faults)).toHaveLength(1);
  });

  test('a lock that nobody holds any more: the next tab does not wait for the lease to end', async ({
    page,
    context,
    receiver,
    faults,
    shop,
  }) => {
    faults.queue.push('hang-before-commit');
    await write(await shop.visit(page));
    await expect.poll(() => faults.hanging).toBe(1);
    await crash(page);
    await expectNotice(await shop.visit(await context.newPage()), SENT_NOTICE);
    await expectRows(receiver);
  });

  test('with the whole browser, before it has written that something waits: the draft says it, and any page sends', async ({
    page,
    context,
    receiver,
    faults,
    shop,
  }) => {
    faults.queue.push('status-500');
    const form = await shop.visit(page);
    await write(form);
    await expectSaved(form);
    // The database is on the disk at once; the rest, Chromium writes some seconds later. What it wrote last was the draft.
    await page.goto(shop.bare);
    await page.evaluate(() => {
      localStorage.clear();
      localStorage.setItem('harreman:draft:harreman-contact-form:/#0', '{}');
    });
    await page.close();
    const other = await context.newPage();
    await shiftClock(other, PAST_LEASE);
    await other.goto(shop.other);
    await expectRows(receiver);
  });

  test('closed in the middle of the request: one row', async ({ page, context, receiver, faults, shop }) => {
    faults.queue.push('hang-before-commit');
    await write(await shop.visit(page));
    await expect.poll(() => faults.hanging).toBe(1);
    await page.close();
    await expectNotice(await visitLater(context, shop), SENT_NOTICE);
    faults.release();
    await expectRows(receiver);
  });
});

test('a text that another page has sent does not come back with the notice that it was sent', async ({
  page,
  context,
  receiver,
  faults,
  shop,
}) => {
  faults.queue.push('hang-before-commit');
  await write(await shop.visit(page));
  await expect.poll(() => faults.hanging).toBe(1);
  await page.close();
  const other = await context.newPage();
  await shiftClock(other, PAST_LEASE);
  await other.goto(shop.other);
  await expectRows(receiver);
  await expect.poll(() => statesOn(other)).toEqual(['sent']);
  const form = await shop.visit(await context.newPage());
  await expectNotice(form, SENT_NOTICE);
  await expect(control(form, 'message')).toHaveValue('');
  await expect(form.getByRole('button', { name: 'Clear the form' })).toBeHidden();
});

/** Plain HTTP has no Web Locks: the lease alone has to do. */
for (const locks of ['with Web Locks', 'without Web Locks']) {
  test.describe(locks, () => {
    test.beforeEach(async ({ context }) => {
      if (locks === 'without Web Locks')
        await context.addInitScript(() => {
          Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
        });
    });

    test('four tabs resume together: one attempt', async ({ page, context, receiver, faults, shop }) => {
      faults.queue.push('status-500');
      const form = await shop.visit(page);
      await write(form);
      await expectSaved(form);
      await page.goto(shop.bare);
      faults.queue.push('hang-after-commit');
      const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
      await Promise.all(tabs.map((tab) => tab.goto(shop.form)));
      await expect.poll(() => faults.hanging).toBe(1);
      // Every tab has looked, and looks once more.
      for (const tab of tabs) {
        await expect(contactForm(tab).locator('[name="message"]').first()).toBeVisible();
        await tab.evaluate(() => dispatchEvent(new Event('online')));
      }
      faults.release();
      await expect.poll(() => statesOn(page)).toEqual(['sent']);
      await expectRows(receiver);
      expect(postsTo(faults)).toHaveLength(2);
    });

    test('a frozen tab wakes past its lease: its word comes too late, one row', async ({
      page,
      context,
      receiver,
      faults,
      shop,
    }) => {
      // The frozen tab's answer would put what was sent back among what waits.
      faults.queue.push({ kind: 'hang', at: 'request' });
      await write(await shop.visit(page));
      await expect.poll(() => faults.hanging).toBe(1);
      const devtools: CDPSession = await context.newCDPSession(page);
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
      const again = await visitLater(context, shop);
      const [kept] = await keptOn(again.page());
      if (locks === 'without Web Locks') {
        await expectNotice(again, SENT_NOTICE);
        await expectRows(receiver);
        // Now the frozen tab's connection breaks, which it takes for a failure.
        await faults.down();
        await faults.up();
        await devtools.send('Page.setWebLifecycleState', { state: 'active' });
        await expectSent(contactForm(page));
      } else {
        // A tab that holds the lock may still send: nobody else does.
        expect(kept!.state).toBe('sending');
        await devtools.send('Page.setWebLifecycleState', { state: 'active' });
        faults.release();
        await expectSent(contactForm(page));
      }
      await expectRows(receiver);
      await expect.poll(() => statesOn(page)).toEqual(['sent']);
      expect(postsTo(faults)).toHaveLength(locks === 'without Web Locks' ? 2 : 1);
    });

    test('two copies of the kit on one page: one outbox, one attempt', async ({
      page,
      receiver,
      faults,
      shop,
      startSite,
    }) => {
      faults.queue.push('status-500');
      const form = await shop.visit(page);
      await write(form);
      await expectSaved(form);
      const own = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .find((name) => name.endsWith('/outbox.js')),
      );
      const copy = await startSite();
      const other = new URL(new URL(own!).pathname, copy.origin).href;
      faults.queue.push('hang-after-commit');
      await page.reload();
      await page.evaluate(async (url) => {
        const { pageOutbox } = (await import(url)) as {
          pageOutbox: () => { resume(asked: boolean): unknown };
        };
        void pageOutbox().resume(true);
      }, other);
      await expect.poll(() => faults.hanging).toBe(1);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      faults.release();
      await expect.poll(() => statesOn(page)).toEqual(['sent']);
      await expectNotice(form, SENT_NOTICE);
      await expectRows(receiver);
      expect(postsTo(faults)).toHaveLength(2);
    });
  });
}

test('a double click and Enter held down: one id, one row', async ({ page, receiver, faults, shop }) => {
  faults.queue.push('hang-after-commit');
  const form = await shop.visit(page);
  await fillIn(form);
  const name = form.locator('[part~="base"] input[name="name"]');
  // oxlint-disable-next-line typescript/no-deprecated -- presses without a pause, as a hurried finger makes them
  for (let press = 0; press < 25; press++) await name.press('Enter', { noWaitAfter: true });
  await form.locator('[part~="submit-button"]').dblclick({ force: true });
  await expect.poll(() => faults.hanging).toBe(1);
  expect(await keptOn(page)).toHaveLength(1);
  faults.release();
  await expectSent(form);
  await expectRows(receiver);
  expect(postsTo(faults)).toHaveLength(1);
});

test('the element is removed while it sends, and the answer is cut: kept, and sent from the next page', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  faults.queue.push({ kind: 'hang', at: 'commit' });
  const form = await shop.visit(page);
  await write(form);
  await expect.poll(() => faults.hanging).toBe(1);
  await page.evaluate(() => document.querySelector('harreman-contact-form')!.remove());
  await faults.down();
  await expect.poll(() => statesOn(page)).toEqual(['saved']);
  await faults.up();
  await page.goto(shop.other);
  await expect.poll(() => statesOn(page)).toEqual(['sent']);
  await expectRows(receiver);
});

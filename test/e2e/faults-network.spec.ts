/** The connection fails: what was written is kept, said to be kept, and makes one row in the end. */
import type { Page } from '@playwright/test';
import {
  contactForm,
  control,
  endPanel,
  failurePanel,
  fillIn,
  QUESTION,
  retryButton,
  send,
} from './support/contact-form.js';
import type { FaultName } from '../faults/catalogue.js';
import {
  expect,
  expectFailure,
  expectNotice,
  expectRows,
  expectSaved,
  expectSent,
  keptOn,
  NOT_CONFIRMED,
  NOT_SENT,
  notices,
  postsTo,
  saveByEach,
  SENT_NOTICE,
  statesOn,
  test,
  write,
} from './support/faults.js';

test.describe('offline', () => {
  test('saved, once it is committed; back online, the same page sends it and says so', async ({
    page,
    context,
    receiver,
    faults,
    shop,
  }) => {
    const form = await shop.visit(page);
    await fillIn(form);
    await expect(form.locator('.suggestion')).toBeAttached(); // All that is needed at use has come.
    await context.setOffline(true);
    await send(form);
    await expectSaved(form);
    expect(postsTo(faults)).toEqual([]);
    await context.setOffline(false);
    await expectSent(form);
    await expectRows(receiver);
    // What the owner has is not kept here.
    expect(await keptOn(page)).toEqual([expect.objectContaining({ state: 'sent', record: {} })]);
    await page.reload();
    await expect(control(form, 'message')).toHaveValue('');
    await expect(notices(form)).toHaveCount(0);
  });

  test('the tab is closed: the next page of the site sends it, even one without a form, and a form tells', async ({
    page,
    context,
    receiver,
    shop,
  }) => {
    const form = await shop.visit(page);
    await fillIn(form);
    await expect(form.locator('.suggestion')).toBeAttached();
    await context.setOffline(true);
    await send(form);
    await expectSaved(form);
    await page.close();
    await context.setOffline(false);
    const next = await context.newPage();
    await next.goto(shop.other);
    await expectRows(receiver);
    const again = await shop.visit(next);
    await expectNotice(again, SENT_NOTICE);
    const [row] = await receiver.rows();
    await expectNotice(again, row!.reference);
    await again.getByRole('button', { name: 'Close' }).click();
    await expect(notices(again)).toHaveCount(0);
    // Told once.
    await next.reload();
    await expect(control(again, 'message')).toHaveValue('');
    await expect(notices(again)).toHaveCount(0);
    expect(await next.evaluate(() => localStorage.getItem('harreman:outbox'))).toBeNull();
  });

  test('what is saved can be deleted: then nothing is ever sent', async ({
    page,
    context,
    receiver,
    shop,
  }) => {
    const form = await shop.visit(page);
    await fillIn(form);
    await expect(form.locator('.suggestion')).toBeAttached();
    await context.setOffline(true);
    await send(form);
    await expectSaved(form);
    await form.getByRole('button', { name: 'Delete saved message' }).click();
    await expect(form.getByRole('status').filter({ hasText: 'has been deleted' })).toBeAttached();
    await expect(control(form, 'message')).toHaveValue('');
    expect(await keptOn(page)).toEqual([]);
    await context.setOffline(false);
    await page.reload();
    await expect(control(form, 'message')).toHaveValue('');
    await expect(notices(form)).toHaveCount(0);
    expect(await receiver.rows()).toEqual([]);
  });
});

test('the server refuses connections: saved; it is up again: sent when the site is opened', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  await faults.down();
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await faults.up();
  await page.reload();
  await expectNotice(form, SENT_NOTICE);
  await expectRows(receiver);
});

test('the receiver is stopped and started again behind its address: one row', async ({
  page,
  receiver,
  shop,
}) => {
  await receiver.stop();
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await receiver.start();
  await page.reload();
  await expectNotice(form, SENT_NOTICE);
  await expectRows(receiver);
});

/** Each of these ends the first try. */
const CUTS: readonly FaultName[] = [
  'reset-after-head',
  'reset-in-upload',
  'close-after-request',
  'reset-after-commit',
  'close-after-commit',
  'reset-in-reply',
  'close-in-reply',
  'length-too-long',
  'broken-chunks',
  'not-readable',
  'status-500-after-commit',
];

test('wherever the connection is cut: saved, retried with the same id, one row each', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  test.slow();
  const form = await shop.visit(page);
  const { known, mend } = await saveByEach(form, faults, CUTS);
  const committed = (await receiver.rows()).length;
  // Without these the test would show nothing about replies.
  expect(committed).toBeGreaterThan(5);
  expect(committed).toBeLessThan(CUTS.length);
  mend();
  await page.reload();
  await expect(notices(form).filter({ hasText: SENT_NOTICE })).toHaveCount(CUTS.length);
  expect((await receiver.rows()).map(({ fields }) => fields['message']).sort()).toEqual([...CUTS].sort());
  expect(known.size).toBe(CUTS.length);
});

test('on a connection that stays open, where the browser itself may send again: one row', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  faults.keepAlive = true;
  faults.queue.push('reset-after-commit', 'reset-after-commit');
  const form = await shop.visit(page);
  await write(form);
  await expect(endPanel(form)).toBeVisible();
  await page.reload();
  await expectRows(receiver);
  await expect.poll(() => statesOn(page)).toEqual(['sent']);
  expect(postsTo(faults).length).toBeGreaterThan(2);
});

test.describe('an endpoint that cannot tell a repetition', () => {
  test('a cut reply: not confirmed and not retried; sent again at the wish of the visitor, it is marked', async ({
    page,
    faults,
    openShop,
    receiver,
  }) => {
    faults.queue.push('reset-after-commit');
    const form = await (await openShop({ profile: 'json' })).visit(page);
    await write(form);
    await expectFailure(form, NOT_CONFIRMED);
    await expect(failurePanel(form)).toContainText('we will get the message twice');
    await page.reload();
    await expectNotice(form, /We could not confirm that your message \(.+\) arrived\..*twice/);
    expect(postsTo(faults)).toHaveLength(1);
    await form.getByRole('button', { name: 'Send again' }).click();
    await expectNotice(form, SENT_NOTICE);
    expect(postsTo(faults)).toHaveLength(2);
    // The real receiver has one row all the same: the id is the same.
    expect(new Set(postsTo(faults).map(({ submissionId }) => submissionId)).size).toBe(1);
    await expectRows(receiver);
  });

  test('a try that did not arrive is retried without asking', async ({
    page,
    faults,
    openShop,
    receiver,
  }) => {
    faults.queue.push('busy-nonsense');
    const form = await (await openShop({ profile: 'json' })).visit(page);
    await write(form);
    await expectSaved(form);
    await page.reload();
    await expectNotice(form, SENT_NOTICE);
    await expectRows(receiver);
    expect((await receiver.rows())[0]!.fields).not.toHaveProperty('possible_duplicate');
  });
});

test.describe('nothing gets through', () => {
  const watchErrors = (page: Page) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) errors.push(message.text());
    });
    return errors;
  };

  /** Text kept and copyable, phone and e-mail offered. */
  const expectWaysOn = async (page: Page) => {
    const form = contactForm(page);
    await expect(form.getByRole('link', { name: '943 00 00 00' })).toHaveAttribute(
      'href',
      'tel:+34943000000',
    );
    await expect(form.getByRole('link', { name: 'us@shop.example' })).toBeVisible();
    await form.getByRole('button', { name: 'Copy my message' }).click();
    await expect(form.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
    await page.locator('#paste').focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page.locator('#paste')).toHaveValue(/გამარჯობა! Zenbat balio du\?/);
  };
  const body = '<textarea id="paste"></textarea>';

  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('a refused preflight: kept here, the owner reads of it in the console', async ({
    page,
    faults,
    openShop,
    receiver,
  }) => {
    faults.preflights = 'refuse';
    const errors = watchErrors(page);
    const form = await (await openShop({ body })).visit(page);
    await write(form);
    await expectSaved(form);
    await expectWaysOn(page);
    expect(errors).toContainEqual(expect.stringMatching(/harreman.*CORS/));
    expect(postsTo(faults)).toEqual([]);
    faults.preflights = 'pass';
    await page.reload();
    await expectNotice(form, SENT_NOTICE);
    await expectRows(receiver);
  });

  test('a blocker of the browser: kept here, the owner reads of it in the console', async ({
    page,
    faults,
    openShop,
  }) => {
    await page.route(faults.endpoint, (route) => route.abort('blockedbyclient'));
    const errors = watchErrors(page);
    const form = await (await openShop({ body })).visit(page);
    await write(form);
    await expectSaved(form);
    await expectWaysOn(page);
    expect(errors).toContainEqual(expect.stringMatching(/harreman.*an extension/));
  });

  test('connect-src of the page: not sent, and nothing left to try', async ({ page, faults, openShop }) => {
    const errors = watchErrors(page);
    const shop = await openShop({ body, headers: { 'content-security-policy': "connect-src 'self'" } });
    const form = await shop.visit(page);
    await write(form);
    await expectFailure(form, NOT_SENT);
    await expectWaysOn(page);
    expect(errors).toContainEqual(expect.stringMatching(/harreman.*Content-Security-Policy/));
    await page.reload();
    await expect(control(form, 'message')).toHaveValue(QUESTION.message);
    expect(faults.log).toEqual([]);
  });
});

for (const [what, hang] of [
  ['preflight', { preflights: 'hang' }],
  ['connection', { connections: 'hang' }],
  ['answer', { fault: 'hang-after-commit' }],
  ['body of the answer', { fault: 'hang-in-reply' }],
] as const) {
  test(`a hung ${what} is given up after 20 seconds`, async ({ page, faults, receiver, shop }) => {
    const { fault, ...settings } = { fault: 'pass' as FaultName, ...hang };
    Object.assign(faults, settings);
    faults.queue.push(fault);
    await page.clock.install();
    const form = await shop.visit(page);
    await fillIn(form);
    await expect(form.locator('.suggestion')).toBeAttached();
    await page.clock.pauseAt(Date.now() + 3600_000);
    const asked = page.waitForEvent('request', (request) => request.url() === faults.endpoint);
    await send(form);
    await asked;
    if (what !== 'connection') await expect.poll(() => faults.hanging).toBe(1);
    await expect.poll(() => statesOn(page)).toEqual(['sending']);
    await page.clock.runFor(19_000);
    await expect(endPanel(form).or(retryButton(form))).toHaveCount(0);
    await page.clock.runFor(1_500);
    await expectSaved(form);
    Object.assign(faults, { preflights: 'pass', connections: 'accept' });
    faults.queue.length = 0;
    await page.clock.resume();
    await page.reload();
    await expectNotice(form, SENT_NOTICE);
    await expectRows(receiver);
  });
}

/** The server answers, and not as it should: what is no success is never told as one. */
import type { Locator } from '@playwright/test';
import { FAULTS, type FaultName } from '../faults/catalogue.js';
import { reply, type Fault } from '../faults/fault.js';
import {
  control,
  endPanel,
  errorAt,
  errorSummary,
  failurePanel,
  fillIn,
  QUESTION,
  send,
} from './support/contact-form.js';
import {
  expect,
  expectFailure,
  expectNotice,
  expectRows,
  expectSaved,
  expectSent,
  keptOn,
  messagesIn,
  notices,
  postsTo,
  REFUSED,
  saveByEach,
  SENT_NOTICE,
  shiftClock,
  statesOn,
  test,
  write,
} from './support/faults.js';

const YEAR = 365 * 24 * 3600 * 1000;

/** No success, whatever its status says. */
const NOT_SENT_BY: readonly FaultName[] = [
  'login-page',
  'login-page-after-commit',
  'redirect-to-page',
  'empty',
  'truncated',
  'huge',
  'endless',
  'other-id',
  'ok-with-500',
  'status-408',
  'status-425',
  'status-503',
];

test('pages, redirects, portals, empty, broken and endless answers: never told as sent; one row each in the end', async ({
  page,
  context,
  receiver,
  faults,
  shop,
}) => {
  test.slow();
  const form = await shop.visit(page);
  const { mend } = await saveByEach(form, faults, NOT_SENT_BY);
  mend();
  await page.close();
  const next = await context.newPage();
  // The endpoint's own `Retry-After` has ended.
  await shiftClock(next, 60_000);
  const again = await shop.visit(next);
  await expect(notices(again).filter({ hasText: SENT_NOTICE })).toHaveCount(NOT_SENT_BY.length);
  expect((await messagesIn(receiver)).sort()).toEqual([...NOT_SENT_BY].sort());
});

test('an answer that comes drop by drop, or after a byte-order mark, is one', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  const form = await shop.visit(page);
  for (const fault of ['slow', 'byte-order-mark'] as const) {
    faults.queue.push(fault);
    await write(form, fault);
    await expectSent(form);
    await form.getByRole('button', { name: 'Send another message' }).click();
  }
  await expectRows(receiver, ['slow', 'byte-order-mark']);
});

const rejections: readonly {
  readonly what: FaultName;
  readonly check: (form: Locator) => Promise<void>;
}[] = [
  {
    what: 'rejected-400',
    check: async (form) => {
      await expect(errorAt(form, 'email')).toContainText('No <b>mail</b> there');
      await expect(errorSummary(form)).toContainText('No <b>mail</b> there');
    },
  },
  {
    what: 'rejected-422',
    check: async (form) => {
      await expect(errorAt(form, 'message')).toContainText('Too short');
      await expect(errorSummary(form)).toContainText('Wrong');
    },
  },
  {
    what: 'success-false',
    check: (form) => expect(errorSummary(form)).toContainText('Your message was not accepted.'),
  },
];

for (const { what, check } of rejections) {
  test(`${what}: shown where it is, the text kept, nothing retried; mended, it is another submission`, async ({
    page,
    receiver,
    faults,
    shop,
  }) => {
    faults.queue.push(what);
    const form = await shop.visit(page);
    await write(form);
    await check(form);
    await expect(control(form, 'message')).toHaveValue(QUESTION.message);
    await expect(endPanel(form)).toBeHidden();
    expect(await keptOn(page)).toEqual([]);
    await page.reload();
    await expect(control(form, 'message')).toHaveValue(QUESTION.message);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await write(form, 'Mended');
    await expectSent(form);
    await expectRows(receiver, ['Mended']);
    const ids = postsTo(faults).map(({ submissionId }) => submissionId);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toHaveLength(2);
  });
}

test('a retry that is rejected: told above the form, and taken back into it', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  faults.queue.push('status-500', 'rejected-400');
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await page.reload();
  await expectNotice(form, /Your message \(.+\) was not accepted\..*No <b>mail<\/b> there/);
  expect(await receiver.rows()).toEqual([]);
  await form.getByRole('button', { name: 'Edit' }).click();
  await expect(control(form, 'message')).toHaveValue(QUESTION.message);
  await control(form, 'email').fill('ane@example.net');
  await send(form);
  await expectSent(form);
  expect((await receiver.rows()).map(({ fields }) => fields['email'])).toEqual(['ane@example.net']);
});

test.describe('429', () => {
  const TEN_MINUTES: Fault = {
    kind: 'answer',
    reply: reply(429, { ok: false }, { 'retry-after': '600' }),
  };
  const tenMinutesAsDate = (): Fault => {
    const now = Date.now();
    return {
      kind: 'answer',
      reply: reply(
        429,
        { ok: false },
        {
          'retry-after': new Date(now + 600_000).toUTCString(),
          'date': new Date(now).toUTCString(),
          'access-control-expose-headers': 'Retry-After, Date',
        },
      ),
    };
  };

  for (const [form, fault] of [
    ['seconds', () => TEN_MINUTES],
    ['a date', tenMinutesAsDate],
  ] as const) {
    test(`${form}: nothing is sent before that, whatever else happens; then it is`, async ({
      page,
      context,
      receiver,
      faults,
      shop,
    }) => {
      faults.queue.push(fault());
      const shown = await shop.visit(page);
      await write(shown);
      await expectSaved(shown);
      // What else would send it: the network is back, the page is seen, the page is loaded.
      await page.evaluate(() => {
        dispatchEvent(new Event('online'));
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await page.reload();
      await expectNotice(shown, /Your message \(.+\) has not been sent yet/);
      const early = await context.newPage();
      await shiftClock(early, 500_000);
      await expectNotice(await shop.visit(early), /has not been sent yet/);
      expect(postsTo(faults)).toHaveLength(1);
      const late = await context.newPage();
      await shiftClock(late, 602_000);
      await expectNotice(await shop.visit(late), SENT_NOTICE);
      await expectRows(receiver);
      expect(postsTo(faults)).toHaveLength(2);
    });
  }

  test('nonsense: the back-off of the kit', async ({ page, receiver, faults, shop }) => {
    faults.queue.push('busy-nonsense');
    const form = await shop.visit(page);
    await write(form);
    await expectSaved(form);
    await page.reload();
    await expectNotice(form, SENT_NOTICE);
    await expectRows(receiver);
  });

  test('ten years: told as refused, and kept for the visitor to decide', async ({
    page,
    context,
    receiver,
    faults,
    shop,
  }) => {
    faults.queue.push('busy-ten-years');
    const form = await shop.visit(page);
    await write(form);
    await expectFailure(form, REFUSED);
    await expect(failurePanel(form)).not.toContainText('You can try again in');
    await expect(failurePanel(form).getByRole('link', { name: 'us@shop.example' })).toBeVisible();
    const later = await context.newPage();
    await shiftClock(later, 3600_000);
    const told = await shop.visit(later);
    await expectNotice(told, /could not confirm/);
    expect(postsTo(faults)).toHaveLength(1);
    expect(await statesOn(later)).toEqual(['unconfirmed']);
    await told.getByRole('button', { name: 'Send again' }).click();
    await expectNotice(told, SENT_NOTICE);
    await expectRows(receiver);
  });

  test('ten years for what the browser repeated by itself, and the first was stored: never told as not sent', async ({
    page,
    receiver,
    faults,
    shop,
  }) => {
    faults.keepAlive = true;
    faults.queue.push('close-after-commit', 'busy-ten-years');
    const form = await shop.visit(page);
    await write(form);
    await expectFailure(form, REFUSED);
    expect(postsTo(faults)).toHaveLength(2);
    await expectRows(receiver);
  });
});

test.describe('500 again and again', () => {
  test.use({ chance: 0.5 });

  test('retries that grow rarer, then one row', async ({ page, receiver, faults, shop }) => {
    const DELAYS = [2, 4, 8, 16, 32, 64, 128, 150, 150];
    faults.script = (_request, n) => (n < DELAYS.length ? 'status-500' : 'pass');
    await page.clock.install();
    const form = await shop.visit(page);
    await fillIn(form);
    await expect(form.locator('.suggestion')).toBeAttached();
    await page.clock.pauseAt(Date.now() + 3600_000);
    await send(form);
    await expectSaved(form);
    for (const [done, seconds] of DELAYS.entries()) {
      expect(postsTo(faults)).toHaveLength(done + 1);
      // Half of what it may be at most, as chance has it here.
      await page.clock.runFor(seconds * 1000 - 500);
      expect(postsTo(faults)).toHaveLength(done + 1);
      await page.clock.runFor(1000);
      await expect.poll(() => postsTo(faults).length).toBe(done + 2);
      const last = done === DELAYS.length - 1;
      await expect.poll(() => statesOn(page)).toEqual([last ? 'sent' : 'saved']);
    }
    await expectSent(form);
    await expectRows(receiver);
    expect(new Set(postsTo(faults).map(({ submissionId }) => submissionId)).size).toBe(1);
  });

  test('a visitor who goes from page to page makes no storm', async ({ page, faults, shop }) => {
    faults.script = () => 'status-500';
    const form = await shop.visit(page);
    await write(form);
    await expectSaved(form);
    const VISITS = 6;
    for (let visit = 0; visit < VISITS; visit++) {
      await page.goto(visit % 2 ? shop.form : shop.other);
      await page.evaluate(() => {
        for (let time = 0; time < 30; time++) {
          dispatchEvent(new Event('online'));
          document.dispatchEvent(new Event('visibilitychange'));
        }
      });
    }
    expect(await keptOn(page)).toHaveLength(1);
    // One that is left in the middle of its try leaves it to the next; else the back-off holds. Never one for each event.
    expect(postsTo(faults).length).toBeLessThanOrEqual(2 * (VISITS + 1));
  });
});

test('a clock that is a year off does not make an endpoint wait forever', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  await shiftClock(page, -YEAR);
  // Two seconds from now, by a server whose clock is right.
  faults.queue.push(FAULTS['busy-date']());
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await expect(async () => {
    await page.reload();
    await expect(notices(form).filter({ hasText: SENT_NOTICE })).toBeVisible({ timeout: 700 });
  }).toPass();
  await expectRows(receiver);
});

/** Clocks that jump, and messages that grow old: nothing is dropped, nothing is sent too often. */
import { control, QUESTION } from './support/contact-form.js';
import {
  expect,
  expectNotice,
  expectRows,
  expectSaved,
  keptOn,
  notices,
  postsTo,
  SENT_NOTICE,
  shiftClock,
  statesOn,
  test,
  write,
} from './support/faults.js';

const HOUR = 3600_000;
const YEAR = 365 * 24 * HOUR;

for (const [what, jump] of [
  ['a year ahead', YEAR],
  ['a year back', -YEAR],
] as const) {
  test.describe(`the clock jumps ${what}`, () => {
    test('while a message waits: it does not expire, and is sent once', async ({
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
      await page.close();
      const later = await context.newPage();
      await shiftClock(later, jump);
      await expectNotice(await shop.visit(later), SENT_NOTICE);
      await expectRows(receiver);
      expect(postsTo(faults)).toHaveLength(2);
    });

    test.describe('while the server is down', () => {
      test.use({ chance: 0.99 });

      test('one try, and the back-off goes on: no storm', async ({ page, context, faults, shop }) => {
        faults.script = () => 'status-500';
        const form = await shop.visit(page);
        await write(form);
        await expectSaved(form);
        await page.close();
        const later = await context.newPage();
        await shiftClock(later, jump);
        const again = await shop.visit(later);
        await expectNotice(again, /has not been sent yet/);
        await expect.poll(() => postsTo(faults).length).toBe(2);
        await expect.poll(() => statesOn(later)).toEqual(['saved']);
        const before = Date.now();
        await later.evaluate(() => {
          for (let time = 0; time < 50; time++) dispatchEvent(new Event('online'));
        });
        await expectNotice(await shop.visit(later), /has not been sent yet/);
        // The second back-off is just below eight seconds, which only a machine at a standstill takes for this.
        if (Date.now() - before < 4000) expect(postsTo(faults)).toHaveLength(2);
        expect(await keptOn(later)).toEqual([
          expect.objectContaining({
            record: expect.objectContaining({ message: QUESTION.message }),
          }),
        ]);
      });
    });

    test('while a request is on its way: the lease is not believed for a year', async ({
      page,
      context,
      receiver,
      faults,
      shop,
    }) => {
      await shiftClock(page, -jump);
      faults.queue.push('hang-before-commit');
      await write(await shop.visit(page));
      await expect.poll(() => faults.hanging).toBe(1);
      await page.close();
      // The clock is set right: the lease was given a year off.
      await expectNotice(await shop.visit(await context.newPage()), SENT_NOTICE);
      faults.release();
      await expectRows(receiver);
    });
  });
}

for (const [fault, text, button] of [
  ['status-425', /Your message \(.+\) has not been sent, and it is too old/, 'Send now'],
  // It may have arrived.
  ['status-500', /We could not confirm that your message \(.+\) arrived\./, 'Send again'],
] as const) {
  test(`after 72 hours and ${fault} it is not sent without asking: told, and sent at the wish of the visitor`, async ({
    page,
    context,
    receiver,
    faults,
    shop,
  }) => {
    faults.queue.push(fault);
    const form = await shop.visit(page);
    await write(form);
    await expectSaved(form);
    await page.close();
    const later = await context.newPage();
    await shiftClock(later, 73 * HOUR);
    const again = await shop.visit(later);
    await expectNotice(again, text);
    expect(postsTo(faults)).toHaveLength(1);
    await again.getByRole('button', { name: button }).click();
    await expectNotice(again, SENT_NOTICE);
    await expectRows(receiver);
  });
}

test('within 72 hours it is sent without asking', async ({ page, context, receiver, faults, shop }) => {
  faults.queue.push('status-500');
  const form = await shop.visit(page);
  await write(form);
  await expectSaved(form);
  await page.close();
  const later = await context.newPage();
  await shiftClock(later, 71 * HOUR);
  // Not today's any more: the notice has the day, too.
  await expectNotice(await shop.visit(later), SENT_NOTICE);
  await expectRows(receiver);
});

test('several messages wait: each is told of, in the order in which they were written', async ({
  page,
  receiver,
  faults,
  shop,
}) => {
  faults.script = () => 'status-500';
  const form = await shop.visit(page);
  for (const message of ['First', 'Second', 'Third']) {
    await write(form, message);
    await expectSaved(form);
    await form.getByRole('button', { name: 'Send another message' }).click();
  }
  faults.script = () => 'pass';
  await page.reload();
  await expect(notices(form).filter({ hasText: SENT_NOTICE })).toHaveCount(3);
  await expectRows(receiver, ['First', 'Second', 'Third']);
  const references = (await receiver.rows()).map(({ reference }) => reference).reverse();
  for (const [n, reference] of references.entries())
    await expect(notices(form).nth(n)).toContainText(reference);
  await expect(control(form, 'message')).toHaveValue('');
});

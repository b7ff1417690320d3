import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEveryone, browserPages, LOOKS, pressByKeys } from './browser-page.js';
import { callback, PASSWORD, startTestReceiver } from './receiver.js';

const openPage = browserPages();

for (const { colorScheme, width } of LOOKS) {
  it(`somebody calls back by keyboard, with no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const receiver = await startTestReceiver(t);
    const promised = (day: string) => ({
      window_start: `${day}T09:00:00+01:00`,
      window_end: `${day}T10:00:00+01:00`,
      visitor_timezone: 'Asia/Tbilisi',
    });
    for (const over of [
      { phone: '+34943000001', name: 'Miren', topic: 'Aurrekontua', ...promised('2025-01-15') },
      { phone: '+995322112233', name: 'ნინო', locale: 'ka', topic: 'x'.repeat(300), ...promised('2099-01-15') },
      { phone: '+37129123456' },
    ])
      await receiver.kept(await receiver.post(callback(over)));
    const { page, complaints } = await openPage(t, { width, colorScheme });
    const check = (what: string) => assertForEveryone(page, what);

    await page.goto(`${receiver.url}/inbox/callbacks`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await pressByKeys(page, 'link', 'Callbacks (3)');
    await page.getByRole('heading', { name: 'Callbacks' }).waitFor();
    await check('calls before a name');
    assert.equal(await page.getByRole('button', { name: 'Claim' }).count(), 0);
    await page.getByLabel('Your name').focus();
    await page.keyboard.insertText('Ane');
    await pressByKeys(page, 'button', 'This is me');
    await page.getByText('You are Ane').waitFor();
    assert.deepEqual(await page.getByRole('heading', { level: 2 }).allTextContents(), ['Overdue (1)', 'As soon as possible (1)', 'Later (1)']);
    await check('calls');

    await pressByKeys(page, 'button', 'Claim');
    await page.getByText('You have this call now.').waitFor();
    assert.equal(await page.locator(':focus').textContent(), 'Miren', 'the focus is at the call');
    await check('a call of ones own');
    await page.getByLabel('Next try').first().focus();
    await page.keyboard.press('ArrowDown');
    await pressByKeys(page, 'button', 'Not reached');
    await page.getByText('Noted: not reached. It stays in the list.').waitFor();
    await pressByKeys(page, 'button', 'Claim');
    await page.getByText('You have this call now.').waitFor();
    await pressByKeys(page, 'button', 'Reached, and done');
    await page.getByText('Done. It is off the list.').waitFor();
    assert.equal(await page.locator(':focus').getAttribute('role'), 'status', 'the focus is at what was done');
    await check('one is done');

    await pressByKeys(page, 'link', 'Miren');
    await page.getByRole('heading', { name: /^Callback / }).waitFor();
    await check('one call');
    const call = new URL(page.url()).pathname.split('/').at(-1)!;
    const { version } = (await receiver.store.callbacks.call(call))!;
    await receiver.store.callbacks.act({ id: call, version, action: 'claimed', who: 'Jon', at: new Date() });
    await pressByKeys(page, 'button', 'Claim');
    await page.getByRole('heading', { name: 'Somebody else has this call' }).waitFor();
    await page.getByText('Who has it: Jon').waitFor();
    await check('somebody was quicker');
    await pressByKeys(page, 'link', 'Open this call');
    await pressByKeys(page, 'button', 'Take over');
    await page.getByText('Who has it: Ane').waitFor();
    await check('taken over');
    // The call that somebody else has is a 409, which the browser reports; nothing else, and no policy was violated.
    assert.deepEqual(complaints.filter((text) => !text.includes('409')), []);
  }); // prettier-ignore
}

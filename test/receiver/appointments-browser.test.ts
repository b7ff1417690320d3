import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertForEveryone, browserPages, LOOKS } from './browser-page.js';
import { appointment, appointmentSettings, PASSWORD, startTestReceiver } from './receiver.js';
import { until } from './support.js';

const openPage = browserPages();

for (const { colorScheme, width } of LOOKS) {
  it(`answers a request by keyboard, with no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const appointments = appointmentSettings({ HOURS: 'Mo-Su 09:00-18:00' });
    const receiver = await startTestReceiver(t, { appointments });
    const response = await fetch(`${receiver.url}/availability`);
    const { slots } = (await response.json()) as { slots: { start: string; end: string }[] };
    const [asked, other] = [slots[4]!, slots[5]!];
    const { id } = await receiver.kept(
      await receiver.post(
        appointment({
          ...asked,
          alternatives: [`${other.start}/${other.end}`],
          visitor_timezone: 'Asia/Tbilisi',
          service: 'x'.repeat(200),
          notes: 'კიბე',
          locale: 'ka',
        }),
      ),
    );
    await receiver.kept(await receiver.post(appointment(other)));

    const { page } = await openPage(t, { width, colorScheme });
    const check = (what: string) => assertForEveryone(page, what);
    await page.goto(`${receiver.url}/inbox/${id}`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Answer the request' }).waitFor();
    await page.locator('summary').nth(1).press('Enter');
    await page.locator('summary').nth(2).press('Enter');
    await check('a request with all its forms');

    await page.locator('#confirm-other').check();
    await page.getByLabel('Date', { exact: true }).fill(asked.start.slice(0, 10));
    await page.getByRole('button', { name: 'Confirm' }).click();
    const time = page.getByLabel('Time', { exact: true });
    const hasFocus = () => time.evaluate((element) => element === document.activeElement);
    await until(hasFocus, 'what is wrong has the focus');
    await check('a problem');
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Nothing was sent yet').waitFor();
    await check('a time that somebody else has');
    await page.getByLabel('Confirm all the same').press('Space');
    await page.keyboard.press('Enter');
    await page.getByLabel('Text for the visitor').waitFor();
    await check('an answer to copy');
    assert.match(await page.getByLabel('Text for the visitor').inputValue(), /^მოგესალმებით,/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Calendar file (.ics)' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'appointment.ics');
    const decisions = (await receiver.store.get(id))?.appointment?.decisions;
    assert.equal(decisions?.[0]?.times[0]?.start, new Date(other.start).toISOString());
    await page.goto(`${receiver.url}/inbox`);
    await check('the list');
  });
}

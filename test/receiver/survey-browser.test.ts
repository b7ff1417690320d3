import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { assertForEveryone, browserPages, LOOKS } from './browser-page.js';
import { invitation } from './surveys-contract.js';
import { startInviting, unsubscribeUrl } from './inviting.js';
import { contact, PASSWORD, surveyAnswer } from './receiver.js';

const openPage = browserPages();

/** A receiver with answers that are hard to show, and a signed-in page that notes what the console says. */
const open = async (t: TestContext, options: { width: number; colorScheme?: 'light' | 'dark' }) => {
  const inviting = await startInviting(t);
  const { receiver } = inviting;
  const post = async (over: Readonly<Record<string, unknown>>) =>
    receiver.kept(await receiver.post(surveyAnswer(over)));
  for (let week = 0; week < 12; week++)
    for (const score of [1 + (week % 5), 4, 5])
      await post({
        score,
        comment: 'x'.repeat(200),
        created_at: new Date(Date.now() - week * 604_800_000).toISOString(),
      });
  for (const score of [0, 3, 7, 9, 10])
    await post({ metric: 'nps', score, score_min: 0, score_max: 10, comment: 'ნინო' });
  const low = await post({ score: 1, comment: 'Berandu' });
  await receiver.kept(await receiver.post(contact({ topic: 'complaint', regarding: low.id })));
  await post({ score: 2, regarding: low.id });
  await post({ respondent: 'faltsua' });
  await inviting.invite(
    `email,name,reference\n${'a'.repeat(60)}@example.eus,${'n'.repeat(100)},${'r'.repeat(100)}\n`,
  );
  await receiver.store.surveys.invite([invitation({ survey: 'visit' })], 0);
  await receiver.store.surveys.unsubscribe(
    (await receiver.store.surveys.invitations('visit', undefined, 1, 0))[0]!.respondent,
    new Date(),
  );

  const { page, complaints } = await openPage(t, options);
  await page.goto(`${receiver.url}/inbox`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Surveys' }).click();
  await page.getByRole('link', { name: 'visit' }).click();
  await page.getByRole('heading', { name: 'visit', level: 1 }).waitFor();
  return { ...inviting, page, complaints, low };
};

for (const { colorScheme, width } of LOOKS) {
  it(`has no barrier that axe finds and no sideways scrolling: ${colorScheme}, ${width} px`, async (t) => {
    const { page, complaints, receiver, low, mailsTo } = await open(t, { width, colorScheme });
    for (const details of await page.locator('details > summary').all()) await details.click();
    await assertForEveryone(page, 'answers, with their tables');
    for (const path of [
      '/surveys',
      '/surveys/visit/settings',
      '/surveys/visit/invitations',
      '/suppressions',
      `/${low.id}`,
    ]) {
      await page.goto(`${receiver.url}/inbox${path}`);
      await assertForEveryone(page, path);
    }
    await page.goto(`${receiver.url}/inbox/surveys/visit/invitations`);
    await page
      .getByLabel('Or paste it')
      .fill(`email,name\nez\n${'b'.repeat(60)}@example.eus,${'m'.repeat(100)}\n`);
    await page.getByRole('button', { name: 'Check the list' }).click();
    await page.getByText('1 line is not right').waitFor();
    await assertForEveryone(page, 'preview');
    await page.getByRole('button', { name: 'Invite 1 person' }).click();
    await page.getByText('1 person is invited.').waitFor();
    await assertForEveryone(page, 'invited');
    await page
      .getByRole('button', { name: /^Erase: / })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Erase a person', level: 1 }).waitFor();
    await assertForEveryone(page, 'erasing');
    await page.goto(`${receiver.url}/inbox/surveys`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    await assertForEveryone(page, 'refused settings');
    const [mail] = await mailsTo(`${'b'.repeat(60)}@example.eus`);
    await page.goto(unsubscribeUrl(receiver, mail!));
    await assertForEveryone(page, 'unsubscribe');
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: 'Eginda' }).waitFor();
    await assertForEveryone(page, 'unsubscribed');
    // Refused settings are a 422, which the browser reports; nothing else, and no policy was violated.
    assert.deepEqual(
      complaints.filter((text) => !text.includes('422')),
      [],
    );
  });
}

it('has charts that are one named picture each, drawn for the width, and tables with the same numbers', async (t) => {
  const { page } = await open(t, { width: 1280 });
  const section = page.getByRole('region', { name: 'Satisfaction (CSAT), 1 to 5' });
  const pictures = section.getByRole('img');
  assert.deepEqual(await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
    'Column chart: how many of 37 gave each score',
    'Line chart: Satisfied (4 and 5) by week, with 95% confidence intervals',
  ]);
  const wide = await pictures.first().boundingBox();
  const bars = await pictures
    .first()
    .locator('.chart-bar rect')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  await section.getByText('As a table').first().click();
  const counts = await section
    .getByRole('table')
    .getByRole('row')
    .locator('td:nth-of-type(1)')
    .allInnerTexts();
  assert.equal(counts.length, 5);
  const highest = Math.max(...counts.map(Number));
  for (const [index, height] of bars.entries())
    assert.ok(
      Math.abs(height / Math.max(...bars) - Number(counts[index]) / highest) < 0.02,
      `bar ${index} is as high as the table says`,
    );
  await page.setViewportSize({ width: 320, height: 800 });
  assert.equal(await pictures.count(), 2, 'still one picture each');
  assert.ok((await pictures.first().boundingBox())!.width < wide!.width / 2);
  const text = await pictures.first().locator('text').first().boundingBox();
  assert.ok(text!.height >= 9, `its text can be read: ${text!.height} px`);
});

it('is worked with the keyboard: filter, open an answer, come back', async (t) => {
  const { page } = await open(t, { width: 1280 });
  await page.getByLabel('Words in the comment').focus();
  await page.keyboard.type('ნინო');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'score');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focus = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
  assert.equal(focus, '3px', 'the focus is seen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  const answers = page.getByRole('list').filter({ has: page.getByRole('link', { name: /^Open answer/ }) });
  assert.equal(await answers.getByRole('listitem').count(), 5);
  await answers
    .getByRole('link', { name: /^Open answer/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '0 (0 to 10)' }).waitFor();
  await page.goBack();
  assert.equal(await page.getByLabel('Words in the comment').inputValue(), 'ნინო');
});

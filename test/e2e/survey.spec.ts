/** A survey from the link of a mail to what comes after, on the built files and through the real receiver. */
import type { Locator, Page } from '@playwright/test';
import { surveyEmail } from '../../src/submission/survey-email.js';
import { surveyLink } from '../../src/submission/survey-link.js';
import { violations } from './support/axe.js';
import { strictAndHostile } from './support/hostile.js';
import { html, script, watchTroubles } from './support/pages.js';
import type { Receiver } from './support/receiver.js';
import { expect, test } from './support/test.js';

const pageOf = (
  site: { readonly origin: string },
  receiver: Receiver,
  { attributes = 'survey="cleaning"', inner = '', head = '', lang = 'en' } = {},
): string =>
  html({
    lang,
    head: script(site, receiver.endpoint, 'data-profile="harreman"') + head,
    body: `<harreman-satisfaction-survey ${attributes}>${inner}</harreman-satisfaction-survey><p style="height:200vh">The page goes on.</p>`,
  });

const survey = (page: Page): Locator => page.locator('harreman-satisfaction-survey');
const answer = (page: Page, name: RegExp | string): Locator => survey(page).getByRole('radio', { name });
const fields = async (receiver: Receiver) => (await receiver.rows()).map((row) => row.fields);
const linkTo = (page: string): string =>
  surveyLink({ page, survey: 'cleaning', score: 4, respondent: 'token.of-somebody' });

/** Somebody who looks at the page with a mouse in the hand. */
const look = async (page: Page): Promise<void> => {
  await page.mouse.move(200, 200);
  await page.mouse.move(260, 240, { steps: 3 });
};

test('a scanner that opens the link, runs the scripts, waits, scrolls and takes a picture leaves no vote', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  // Half a minute passes at once; what is done by then is done.
  await page.clock.install();
  await page.goto(linkTo(site.put('/', pageOf(site, receiver))));
  await expect(answer(page, '4 of 5, Satisfied')).toBeChecked();
  for (let seconds = 0; seconds < 30; seconds += 5) {
    // Playwright runs this as if a person had asked for it: `navigator.userActivation` is raised.
    await page.evaluate((y) => scrollTo(0, y), seconds * 50);
    await page.clock.runFor(5000);
  }
  expect(
    await page.evaluate(() => [
      navigator.userActivation.hasBeenActive,
      document.hasFocus(),
      document.visibilityState,
    ]),
  ).toEqual([true, true, 'visible']);
  await page.screenshot({ fullPage: true });
  await page.evaluate(() => {
    for (const type of ['mousemove', 'pointermove', 'pointerdown', 'keydown', 'click', 'touchstart', 'wheel'])
      for (const screenX of [1, 2, 3])
        document.body.dispatchEvent(new MouseEvent(type, { bubbles: true, screenX }));
  });
  await page.reload();
  await page.close({ runBeforeUnload: true });
  expect(await receiver.rows()).toEqual([]);
});

test('who only pressed the answer in the mail and looks at the page is counted, once', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(linkTo(site.put('/', pageOf(site, receiver))));
  await expect(answer(page, '4 of 5, Satisfied')).toBeChecked();
  await look(page);
  await expect(survey(page)).toContainText('Your answer has arrived.');
  await look(page);
  await page.close();
  expect(await fields(receiver)).toEqual([
    expect.objectContaining({
      widget: 'survey',
      survey: 'cleaning',
      metric: 'csat',
      score: 4,
      score_min: 1,
      score_max: 5,
      respondent: 'token.of-somebody',
    }),
  ]);
});

test('from a mail to a person: the score is changed, a reason given, a meeting and a complaint follow, all of them tied', async ({
  page,
  receiver,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  const inner = `<harreman-contact-form slot="low-score" topic="complaint"></harreman-contact-form>
    <harreman-appointment-request slot="follow-up" hours="Mo-Su 09:00-18:00" modes="phone"></harreman-appointment-request>`;
  const url = site.put('/', pageOf(site, receiver, { inner }));
  const mail = surveyEmail({
    page: url,
    survey: 'cleaning',
    respondent: 'token.of-somebody',
    company: 'Ataria',
  });
  // The mail program shows the mail, and somebody presses a face.
  await page.setContent(mail.html);
  await page.getByRole('link', { name: 'Satisfied', exact: true }).click();
  await expect(answer(page, '4 of 5, Satisfied')).toBeChecked();
  expect(page.url()).toBe(url);
  await answer(page, '2 of 5, Dissatisfied').check({ force: true });
  await survey(page).getByRole('textbox', { name: 'What is the main reason' }).fill('They came late.');
  await survey(page).getByRole('button', { name: 'Send' }).first().click();
  await expect(survey(page).getByRole('heading', { name: 'Thank you for telling us' })).toBeFocused();
  const form = page.locator('harreman-contact-form');
  await expect(form.getByRole('textbox', { name: 'What went wrong?' })).toHaveValue('They came late.');
  await form.getByRole('textbox', { name: 'Your name' }).fill('Ane');
  await form.getByRole('textbox', { name: 'E-mail' }).fill('ane@example.com');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form).toContainText('Reference number');
  const request = page.locator('harreman-appointment-request');
  await request.getByRole('group', { name: 'Next free days' }).getByRole('button').nth(1).click();
  await request
    .getByRole('radiogroup', { name: /^Times: / })
    .getByRole('radio')
    .first()
    .check();
  await request.getByRole('button', { name: 'Continue' }).click();
  await request.getByRole('textbox', { name: 'Your name' }).fill('Ane');
  await request.getByRole('textbox', { name: 'Phone' }).fill('+34943000000');
  await request.getByRole('textbox', { name: 'E-mail' }).fill('ane@example.com');
  await request.getByRole('button', { name: 'Continue' }).click();
  await request.getByRole('button', { name: 'Send request' }).click();
  await expect(request).toContainText('Your request has been sent');

  const rows = await fields(receiver);
  const of = (widget: string) => rows.filter((row) => row['widget'] === widget);
  const [first, second, ...others] = of('survey').sort((a) => (a['regarding'] ? 1 : -1));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ score: 4, respondent: 'token.of-somebody' });
  expect(second).toMatchObject({
    score: 2,
    comment: 'They came late.',
    respondent: 'token.of-somebody',
    regarding: first!['submission_id'],
  });
  expect(of('contact')).toEqual([
    expect.objectContaining({
      topic: 'complaint',
      message: 'They came late.',
      regarding: first!['submission_id'],
    }),
  ]);
  expect(of('appointment')).toEqual([expect.objectContaining({ regarding: first!['submission_id'] })]);
  expect(JSON.stringify(rows.map((row) => [row['page_url'], row['referrer']]))).not.toMatch(
    /harreman-|token/,
  );
});

test('an answer of a mail that finds no connection is kept, and sent when there is one', async ({
  page,
  context,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.goto(linkTo(site.put('/', pageOf(site, receiver))));
  await expect(answer(page, '4 of 5, Satisfied')).toBeChecked();
  // What sends has come by then.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await look(page);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key === 'harreman:outbox'));
  await context.setOffline(false);
  await expect.poll(async () => (await fields(receiver)).map(({ score }) => score)).toEqual([4]);
});

test('who was invited is out of the address, and does not come back with the visitor', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const url = site.put('/', pageOf(site, receiver));
  const other = site.put('/other', html({ body: '<p id="from"></p>' }));
  await page.goto(`${linkTo(`${url}?product=a%20b`)}#reviews`);
  await expect(answer(page, '4 of 5, Satisfied')).toBeChecked();
  expect(page.url()).toBe(`${url}?product=a%20b#reviews`);
  await page.evaluate((address) => location.assign(address), other);
  await expect(page.locator('#from')).toBeAttached();
  expect(await page.evaluate(() => document.referrer)).not.toContain('harreman');
  await page.goBack();
  expect(page.url()).toBe(`${url}?product=a%20b#reviews`);
});

test('from the accessibility tree and by keys alone, one question at a time', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const inner = `<fieldset><legend>What did you like?</legend><label><input type="checkbox" name="liked[]" value="speed"> Speed</label>
      <label><input type="checkbox" name="liked[]" value="care"> Care</label></fieldset>
    <fieldset><legend>The team?</legend><label><input type="radio" name="team" value="good"> Good</label><label><input type="radio" name="team" value="bad"> Bad</label></fieldset>`;
  await page.goto(site.put('/', pageOf(site, receiver, { attributes: 'ask="nps" paged', inner })));
  const group = survey(page).getByRole('radiogroup', {
    name: 'How likely are you to recommend us to a friend or colleague?',
  });
  await expect(group.getByRole('radio')).toHaveCount(11);
  await expect(group.getByRole('radio', { name: '0 of 10, Not at all likely' })).toBeVisible();
  await expect(group.getByRole('radio', { name: '10 of 10, Extremely likely' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await expect(group.getByRole('radio', { name: '10 of 10' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(survey(page).getByRole('heading', { name: 'Question 2 of 4' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(survey(page).getByRole('heading', { name: 'Question 3 of 4' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(survey(page).getByRole('heading', { name: 'Question 4 of 4' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quick.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(
    survey(page).getByRole('heading', { name: 'Thank you! We are glad that it went well.' }),
  ).toBeFocused();
  expect(await fields(receiver)).toEqual([
    expect.objectContaining({
      metric: 'nps',
      score: 10,
      comment: 'Quick.',
      answer_liked: ['speed'],
      answer_team: 'good',
    }),
  ]);
});

test('in forced colours what is chosen and what has the focus are seen, and axe finds nothing', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(site.put('/', pageOf(site, receiver, { attributes: 'look="stars"' })));
  await answer(page, /^3 of 5/).focus();
  await page.keyboard.press('Space');
  const cell = survey(page).locator(':checked + .cell');
  await expect(cell).toHaveCSS('border-top-width', '3px');
  await expect(cell).toHaveCSS('outline-width', '3px');
  const highlight = await page.evaluate(() => {
    document.body.style.color = 'Highlight';
    return getComputedStyle(document.body).color;
  });
  await expect(cell.locator('svg'), 'a drawing has a colour of the system').toHaveCSS('fill', highlight);
  expect(await violations(page)).toEqual([]);
});

test('a page with a strict policy, old libraries and scripts that swallow keys: asked and sent without a violation', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const troubles = watchTroubles(page);
  const inner = `<fieldset data-max="1"><legend>Liked?</legend><label><input type="checkbox" name="liked[]" value="a"> A</label><label><input type="checkbox" name="liked[]" value="b"> B</label></fieldset>`;
  const body = pageOf(site, receiver, { inner }).replace(' style="height:200vh"', '');
  await page.goto(linkTo(site.put('/', strictAndHostile(body, site, receiver))));
  await expect(answer(page, '4 of 5, Satisfied')).toBeChecked();
  expect(page.url()).not.toContain('harreman-');
  await survey(page).getByRole('checkbox', { name: 'B' }).check();
  await survey(page).getByRole('textbox', { name: 'What is the main reason' }).pressSequentially('a 1/2 b');
  await survey(page).getByRole('button', { name: 'Send' }).click();
  await expect(survey(page)).toContainText('Thank you!');
  const rows = (await fields(receiver)).sort((a) => (a['regarding'] ? 1 : -1));
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    score: 4,
    comment: 'a 1/2 b',
    answer_liked: ['b'],
    regarding: rows[0]!['submission_id'],
  });
  expect(troubles).toEqual([]);
});

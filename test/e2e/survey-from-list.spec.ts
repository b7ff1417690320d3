/** A survey from a list of addresses to the owner's inbox: every part is the real one. */
import type { Locator, Page } from '@playwright/test';
import { htmlOf, startMailServer, type MailServer } from '../receiver/mail-server.js';
import { html, script } from './support/pages.js';
import { PASSWORD, startReceiver, type Receiver } from './support/receiver.js';
import { expect, test as base } from './support/test.js';

/** With a receiver whose mails go to a server on loopback. */
const test = base.extend<{ mailServer: MailServer }>({
  mailServer: async ({}, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(await startMailServer({ after: (end) => void ends.push(end) }));
    for (const end of ends) await end();
  },
  receiver: async ({ mailServer }, use) => {
    const receiver = await startReceiver({
      SMTP_URL: mailServer.url,
      MAIL_TO: 'owner@shop.example',
      PUBLIC_URL: 'https://receiver.example',
      INVITATIONS_PER_MINUTE: '6000',
      COMPANY_NAME: 'Txolarre',
    });
    await use(receiver);
    await receiver.close();
  },
});

const LIST = 'email;name;lang;reference\nane@example.com;Ane;en;B-1\nnino@example.ge;ნინო;ka;B-2\n';

test('a list leads to mails, the link of one to an answer that is changed, with a reason, and to a meeting: the owner finds all of it together', async ({
  page,
  context,
  receiver,
  mailServer,
  startSite,
}) => {
  test.slow();
  const site = await startSite();
  const url = site.put(
    '/survey',
    html({
      head: script(site, receiver.endpoint, 'data-profile="harreman"'),
      body: `<harreman-satisfaction-survey survey="visit">
        <harreman-appointment-request slot="follow-up" hours="Mo-Su 09:00-18:00" modes="phone"></harreman-appointment-request>
      </harreman-satisfaction-survey>`,
    }),
  );

  // The owner, in one window.
  const inbox = page;
  await signIn(inbox, receiver);
  await invite(inbox, url, LIST);

  // Ane, in another: her mail is shown, and she presses a face.
  const mailTo = (address: string) => mailServer.mails.find(({ to }) => to.includes(address));
  await expect.poll(() => ['ane@example.com', 'nino@example.ge'].every(mailTo)).toBe(true);
  const visitor = await context.browser()!.newContext();
  const shop = await visitor.newPage();
  await shop.setContent(htmlOf(mailTo('ane@example.com')!));
  await shop.getByRole('link', { name: 'Satisfied', exact: true }).click();
  await answerAndAskForMeeting(shop);
  await visitor.close();

  const rows = await receiver.rows();
  const of = (widget: string, follows: boolean) =>
    rows.filter((row) => row.widget === widget && Object.hasOwn(row.fields, 'regarding') === follows);
  expect(rows).toHaveLength(3);
  const [first] = of('survey', false);
  expect(first?.fields).toMatchObject({ survey: 'visit', score: 4 });
  expect(of('survey', true).map(({ fields }) => fields)).toEqual([
    expect.objectContaining({
      score: 2,
      comment: 'They came late.',
      regarding: first!.id,
      respondent: first!.fields['respondent'],
    }),
  ]);
  expect(of('appointment', true).map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ notes: 'They came late.', regarding: first!.id }),
  ]);

  // The owner again: one answer, its history, what follows; and from each of the three to the others.
  await inbox.getByRole('link', { name: 'Answers', exact: true }).click();
  await expect(figure(inbox, 'Answers')).toHaveText('1');
  await expect(figure(inbox, 'Response rate')).toHaveText('50%');
  const item = inbox.getByRole('listitem').filter({ hasText: 'They came late.' });
  await expect(item).toContainText('2 of 5');
  await expect(item).toContainText('Before: 4 of 5');
  await expect(item).toContainText('Ane');
  await item.getByRole('link', { name: /^Appointment request/ }).click();
  await expect(inbox.getByRole('region', { name: 'Belongs together' })).toContainText('Follows');
  await inbox.getByRole('link', { name: /^Survey answer / }).click();
  await expect(inbox.getByText('This was changed later and is not counted.')).toBeVisible();
  await inbox
    .getByRole('link', { name: /^2 of 5 \(/ })
    .first()
    .click();
  await expect(inbox.getByRole('heading', { name: '2 of 5' })).toBeVisible();
  await expect(inbox.getByRole('region', { name: 'Who was invited' })).toContainText('ane@example.com');
  await expect(inbox.getByRole('link', { name: /^Appointment request/ })).toBeVisible();
  await inbox.goto(`${receiver.origin}/inbox`);
  await expect(inbox.getByRole('link', { name: 'Messages (3 new)' })).toBeVisible();
  for (const name of ['4 of 5', '2 of 5: They came late.'])
    await expect(inbox.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible();
});

const signIn = async (page: Page, receiver: Receiver): Promise<void> => {
  await page.goto(`${receiver.origin}/inbox`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible();
};

/** Sets the survey up and uploads a list, as an owner does. */
const invite = async (page: Page, url: string, list: string): Promise<void> => {
  await page.getByRole('link', { name: 'Surveys' }).click();
  await page.getByLabel('Name of the survey').fill('visit');
  await page.getByLabel('Page with the survey').fill(url);
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByLabel('List as a file (CSV)')
    .setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByRole('button', { name: 'Check the list' }).click();
  await page.getByRole('button', { name: 'Invite 2 people' }).click();
  await expect(page.getByText('2 people are invited.')).toBeVisible();
};

const answerAndAskForMeeting = async (page: Page): Promise<void> => {
  const survey = page.locator('harreman-satisfaction-survey');
  await expect(survey.getByRole('radio', { name: '4 of 5, Satisfied' })).toBeChecked();
  expect(page.url()).not.toContain('harreman-');
  await survey.getByRole('radio', { name: '2 of 5, Dissatisfied' }).check({ force: true });
  await survey.getByRole('textbox', { name: 'What is the main reason' }).fill('They came late.');
  await survey.getByRole('button', { name: 'Send' }).first().click();
  await expect(survey.getByRole('heading', { name: 'Thank you for telling us' })).toBeFocused();

  const request = page.locator('harreman-appointment-request');
  await request.getByRole('group', { name: 'Next free days' }).getByRole('button').nth(1).click();
  const times = request.getByRole('radiogroup', { name: /^Times: / });
  await times.getByRole('radio').first().check();
  await request.getByRole('button', { name: 'Continue' }).click();
  await request.getByRole('textbox', { name: 'Your name' }).fill('Ane');
  await request.getByRole('textbox', { name: 'Phone' }).fill('+34943000000');
  await request.getByRole('textbox', { name: 'E-mail' }).fill('ane@example.com');
  await request.getByRole('button', { name: 'Continue' }).click();
  await request.getByRole('button', { name: 'Send request' }).click();
  await expect(request).toContainText('Your request has been sent');
};

const figure = (page: Page, name: string): Locator =>
  page
    .locator('dl.numbers > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('.figure');

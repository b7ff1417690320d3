/** Nothing is lost, nothing is doubled, and the visitor is told the truth, whatever happens on the way. */
import type { Locator, Page } from '@playwright/test';
import {
  contactForm,
  control,
  endPanel,
  errorAt,
  errorSummary,
  failurePanel,
  fillIn,
  QUESTION,
  retryButton,
  send,
  sendButton,
} from './support/contact-form.js';
import type {} from '../../src/controllers/events.js';
import type { Incident } from './support/front.js';
import { html, script } from './support/pages.js';
import { atExample } from './support/plain-http.js';
import type { Site } from './support/site.js';
import { expect, test } from './support/test.js';

const CONTACTS =
  '<a href="tel:+34943000000">943 00 00 00</a> <a href="mailto:us@shop.example">us@shop.example</a>';
const NOT_SENT = 'Your message has not been sent';
const NOT_CONFIRMED = 'We could not confirm that your message arrived';
const REFUSED = 'The service takes no messages for several days';

/** Nothing is kept on the device, so that what can't be sent is told as that (what is kept: `faults-*.spec.ts`). */
const UNKEPT = 'profile="harreman" persist="off"';

/** A page with the owner's phone and e-mail in the tag, and a place to paste. */
const open = async (page: Page, site: Site, endpoint: string, attributes = 'profile="harreman"') => {
  const cdn = { origin: atExample(site.origin, 'cdn.example') };
  const body = `<harreman-contact-form ${attributes}>${CONTACTS}</harreman-contact-form><textarea id="paste"></textarea>`;
  await page.goto(atExample(site.put('/', html({ head: script(cdn, endpoint), body }))));
  // The ids of all tries.
  await page.evaluate(() => {
    const tries: string[] = [];
    Object.assign(window, { tries });
    document.body.addEventListener('harreman-submit', ({ detail }) =>
      tries.push(detail.submission.submission_id),
    );
  });
  return contactForm(page);
};

const tries = (page: Page) => page.evaluate(() => (window as unknown as { tries: string[] }).tries);

/** What the visitor wrote stands where it was written, can be copied, and the owner can be reached otherwise. */
const expectWaysOn = async (page: Page, form: Locator) => {
  await expect(form).toContainText('What you wrote is still here.');
  for (const name of ['name', 'email', 'message'] as const)
    await expect(control(form, name)).toHaveValue(QUESTION[name]);
  await expect(form.getByRole('link', { name: '943 00 00 00' })).toHaveAttribute('href', 'tel:+34943000000');
  await expect(form.getByRole('link', { name: 'us@shop.example' })).toHaveAttribute(
    'href',
    'mailto:us@shop.example',
  );
  await form.getByRole('button', { name: 'Copy my message' }).click();
  await expect(form.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.locator('#paste')).toHaveValue(
    new RegExp(QUESTION.message.split('\n')[0]!.replace('?', '\\?')),
  );
  await expect(endPanel(form)).toBeHidden();
};

test('the server is down: said so, with every way on; up again, a retry makes one row of the same id', async ({
  page,
  receiver,
  startSite,
}) => {
  const form = await open(page, await startSite(), receiver.endpoint, UNKEPT);
  await receiver.stop();
  await fillIn(form);
  await send(form);
  await expect(failurePanel(form)).toContainText(new RegExp(`${NOT_SENT}|${NOT_CONFIRMED}`));
  await expectWaysOn(page, form);
  await receiver.start();
  await retryButton(form).click();
  await expect(endPanel(form)).toBeVisible();
  const [first, ...others] = await tries(page);
  expect(others).toEqual([first]);
  expect((await receiver.rows()).map(({ id }) => id)).toEqual([first]);
});

test('offline: not sent; online again, it is', async ({ page, context, receiver, startSite }) => {
  const form = await open(page, await startSite(), receiver.endpoint, UNKEPT);
  await fillIn(form);
  await expect(form.locator('.suggestion')).toBeAttached(); // All that is needed at use has come.
  await context.setOffline(true);
  await send(form);
  await expect(failurePanel(form)).toContainText(NOT_SENT);
  await expect(failurePanel(form)).toContainText('Your device is offline');
  await expectWaysOn(page, form);
  await context.setOffline(false);
  await retryButton(form).click();
  await expect(endPanel(form)).toBeVisible();
  expect(await receiver.rows()).toHaveLength(1);
});

/** Answers after which nobody can say whether the message is there, and whether the receiver has it then. */
const ambiguous: readonly { readonly what: string; readonly incident: Incident; readonly rows: 0 | 1 }[] = [
  { what: 'a reply cut in half after the commit', incident: 'cut-reply', rows: 1 },
  { what: 'status 500', incident: { status: 500 }, rows: 0 },
  { what: 'an HTML login page with status 200', incident: 'page', rows: 0 },
  { what: 'truncated JSON', incident: 'truncated', rows: 0 },
  { what: 'an endless body', incident: 'endless', rows: 0 },
  { what: '{"success": false} with status 500 that says yes', incident: 'broken', rows: 0 },
  {
    what: 'an answer about another message',
    incident: { status: 200, body: { ok: true, submission_id: 'b' } },
    rows: 0,
  },
];

for (const { what, incident, rows } of ambiguous) {
  test(`${what}: not confirmed, and a retry makes it one row`, async ({
    page,
    front,
    receiver,
    startSite,
  }) => {
    front.incidents.push(incident);
    const form = await open(page, await startSite(), front.endpoint, UNKEPT);
    await fillIn(form);
    await send(form);
    await expect(failurePanel(form)).toContainText(NOT_CONFIRMED);
    await expectWaysOn(page, form);
    expect(await receiver.rows()).toHaveLength(rows);
    await retryButton(form).click();
    await expect(endPanel(form)).toBeVisible();
    const ids = await tries(page);
    expect(new Set(ids).size).toBe(1);
    expect((await receiver.rows()).map(({ id }) => id)).toEqual(ids.slice(0, 1));
  });
}

test('a connection dropped without a byte makes one row, also where the browser asks again by itself', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  front.incidents.push('drop-reply');
  const form = await open(page, await startSite(), front.endpoint, UNKEPT);
  await fillIn(form);
  await send(form);
  await expect(failurePanel(form).or(endPanel(form))).toBeVisible();
  if (await retryButton(form).isVisible()) await retryButton(form).click();
  await expect(endPanel(form)).toBeVisible();
  expect(front.posts).toBeGreaterThan(1);
  expect(await receiver.rows()).toHaveLength(1);
});

test('an endpoint that cannot tell a repetition: the visitor is told, and it is marked', async ({
  page,
  startSite,
  startService,
}) => {
  const service = await startService('json', { behaviour: 'cut' });
  const form = await open(page, await startSite(), service.url, 'profile="json"');
  await fillIn(form);
  await send(form);
  await expect(failurePanel(form)).toContainText(NOT_CONFIRMED);
  await expect(failurePanel(form)).toContainText('we will get the message twice');
  service.behaviour = 'ok';
  await retryButton(form).click();
  await expect(endPanel(form)).toBeVisible();
  const sent = service.received.map(({ fields }) => fields);
  expect(sent.map((fields) => fields['possible_duplicate'])).toEqual([undefined, true]);
  expect(new Set(sent.map((fields) => fields['submission_id'])).size).toBe(1);
});

test('429 with Retry-After: nothing is sent before its time', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  front.incidents.push({ status: 429, headers: { 'retry-after': '3' } });
  const form = await open(page, await startSite(), front.endpoint, UNKEPT);
  await fillIn(form);
  await send(form);
  await expect(failurePanel(form)).toContainText(NOT_SENT);
  await expect(failurePanel(form)).toContainText(/You can try again in [123] seconds?\./);
  await expect(retryButton(form)).toHaveAttribute('aria-disabled', 'true');
  await retryButton(form).click({ force: true });
  await send(form);
  await expect(retryButton(form)).toHaveAttribute('aria-disabled', 'false');
  expect(front.posts).toBe(1);
  await retryButton(form).click();
  await expect(endPanel(form)).toBeVisible();
  expect(await receiver.rows()).toHaveLength(1);
});

test('429 that asks for ten years: told as refused, and the visitor is not made to wait', async ({
  page,
  front,
  startSite,
}) => {
  front.incidents.push({ status: 429, headers: { 'retry-after': '315360000' } });
  const form = await open(page, await startSite(), front.endpoint);
  await fillIn(form);
  await send(form);
  await expect(failurePanel(form)).toContainText(REFUSED);
  await expect(form).not.toContainText('You can try again in');
  await expectWaysOn(page, form);
});

test('field errors of the receiver are shown at the fields, and others in the summary', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  const errors = [
    { field: 'email', message: 'We cannot write to <b>this</b> address' },
    { field: 'shoe_size', message: 'Too large' },
  ];
  front.incidents.push({ status: 400, body: { ok: false, errors } });
  const form = await open(page, await startSite(), front.endpoint);
  await fillIn(form);
  await send(form);
  await expect(errorAt(form, 'email')).toContainText(errors[0]!.message);
  await expect(errorSummary(form)).toContainText(errors[0]!.message);
  await expect(errorSummary(form)).toContainText(errors[1]!.message);
  await expect(control(form, 'message')).toHaveValue(QUESTION.message);
  await control(form, 'email').fill('ane@example.net');
  await control(form, 'name').focus();
  await expect(errorAt(form, 'email')).toBeHidden();
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect(new Set(await tries(page)).size).toBe(2);
  expect((await receiver.rows()).map(({ fields }) => fields['email'])).toEqual(['ane@example.net']);
});

test('what reads a refusal does not come: not accepted all the same, the text kept, and every way on', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  const site = await startSite({ onCdnRequest: (name) => name !== 'chunks/errors.js' });
  front.incidents.push({ status: 422, body: { errors: [{ field: 'email', message: 'Unknown' }] } });
  const form = await open(page, site, front.endpoint);
  await fillIn(form);
  await send(form);
  await expect(errorSummary(form)).toContainText('Your message was not accepted. No reason was given.');
  expect(site.cdnRequests).toContain('chunks/errors.js');
  await expect(form.getByRole('link', { name: '943 00 00 00' })).toBeVisible();
  await expect(control(form, 'message')).toHaveValue(QUESTION.message);
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect(await receiver.rows()).toHaveLength(1);
});

test('the text is edited after a failure: another submission, so that nothing is taken for a repetition', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  front.incidents.push('cut-reply');
  const form = await open(page, await startSite(), front.endpoint, UNKEPT);
  await fillIn(form);
  await send(form);
  await expect(failurePanel(form)).toContainText(NOT_CONFIRMED);
  await control(form, 'message').fill('Something else');
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect((await receiver.rows()).map(({ fields }) => fields['message'])).toEqual([
    'Something else',
    QUESTION.message,
  ]);
});

test.describe('what is needed at the first touch does not come', () => {
  test('said when the visitor wants to send, with the text kept; once it comes, it is sent', async ({
    page,
    receiver,
    startSite,
  }) => {
    let blocked = true;
    const site = await startSite({
      onCdnRequest: (name) => !(blocked && name.startsWith('chunks/form-engine')),
    });
    const form = await open(page, site, receiver.endpoint);
    await fillIn(form);
    await send(form);
    await expect(failurePanel(form)).toContainText(NOT_SENT);
    for (const name of ['name', 'email', 'message'] as const)
      await expect(control(form, name)).toHaveValue(QUESTION[name]);
    await expect(form.getByRole('link', { name: '943 00 00 00' })).toBeVisible();
    expect(await receiver.rows()).toEqual([]);
    blocked = false;
    await send(form);
    await expect(endPanel(form)).toBeVisible();
    expect((await receiver.rows()).map(({ fields }) => fields)).toEqual([expect.objectContaining(QUESTION)]);
  });

  test('for long: that it is being sent is seen, and pressing again changes nothing', async ({
    page,
    receiver,
    startSite,
  }) => {
    let release = () => {};
    const late = new Promise<boolean>((resolve) => (release = () => resolve(true)));
    const site = await startSite({
      onCdnRequest: (name) => (/^chunks\/(form|survey)-engine/.test(name) ? late : true),
    });
    const form = await open(page, site, receiver.endpoint);
    await page.evaluate(() => document.body.append(document.createElement('harreman-satisfaction-survey')));
    await fillIn(form);
    const survey = page.locator('harreman-satisfaction-survey');
    await survey.getByRole('radio', { name: '4 of 5, Satisfied' }).check();
    for (const widget of [form, survey]) {
      await send(widget);
      await expect(sendButton(widget)).toHaveAttribute('aria-disabled', 'true');
      await expect(sendButton(widget)).toHaveCSS('opacity', '0.65');
      await expect(widget.locator('form')).toHaveAttribute('aria-busy', 'true');
      expect(await widget.evaluate((element) => element.matches(':state(busy)'))).toBe(true);
      await sendButton(widget).click({ force: true });
    }
    release();
    await expect(endPanel(form)).toBeVisible();
    await expect(survey).toContainText('Thank you');
    expect(await receiver.rows()).toHaveLength(2);
  });
});

test('a slow answer: busy is said and seen, and nothing else is sent', async ({ page, front, startSite }) => {
  front.incidents.push('hold-reply');
  const form = await open(page, await startSite(), front.endpoint);
  await fillIn(form);
  await send(form);
  await expect(form.locator('[part~="status"]')).toHaveText('Sending…');
  await expect(form.locator('form')).toHaveAttribute('aria-busy', 'true');
  await expect(sendButton(form)).toHaveAttribute('aria-disabled', 'true');
  await expect(sendButton(form)).toHaveText('Send question');
  await sendButton(form).click({ force: true });
  front.release();
  await expect(endPanel(form)).toBeVisible();
  expect(front.posts).toBe(1);
});

test('the element is removed while it sends: the message arrives, once', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  front.incidents.push('hold-reply');
  const form = await open(page, await startSite(), front.endpoint);
  await page.evaluate(() => {
    const form = document.querySelector('harreman-contact-form')!;
    form.addEventListener('harreman-sent', () => (document.title = 'sent'));
  });
  await fillIn(form);
  await send(form);
  await expect.poll(() => front.posts).toBe(1);
  await page.evaluate(() => document.querySelector('harreman-contact-form')!.remove());
  front.release();
  await expect(page).toHaveTitle('sent');
  expect(front.posts).toBe(1);
  expect(await receiver.rows()).toHaveLength(1);
  // It was sent, so nothing of it is left on the device.
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('the visitor goes on right after pressing send, before the endpoint has even been asked: it is sent', async ({
  page,
  front,
  receiver,
  startSite,
}) => {
  front.holdPreflights = true;
  const site = await startSite();
  const form = await open(page, site, front.endpoint);
  await fillIn(form);
  await send(form);
  await expect.poll(() => front.waiting).toBe(1);
  await page.goto(atExample(site.put('/next', html({ body: 'Next' }))));
  front.release();
  await expect.poll(async () => (await receiver.rows()).length).toBe(1);
});

test('files go up while the visitor sees how far they are', async ({ page, receiver, front, startSite }) => {
  front.incidents.push('hold-reply');
  const form = await open(page, await startSite(), front.endpoint, 'profile="harreman" max-files="1"');
  await fillIn(form);
  const buffer = Buffer.alloc(1_500_000, 'txt ');
  await control(form, 'attachment').setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
  await send(form);
  const progress = form.getByRole('progressbar', { name: 'Uploading files' });
  await expect(progress).toHaveJSProperty('value', 1);
  front.release();
  await expect(endPanel(form)).toBeVisible();
  const [row] = await receiver.rows();
  expect(row!.files).toEqual([expect.objectContaining({ name: 'long.txt', size: buffer.length })]);
});

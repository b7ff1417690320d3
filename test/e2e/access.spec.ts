/** What keys and ears notice: where the focus goes, what is said again, what a control is called, and rings of focus. */
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import {
  contactForm,
  control,
  errorSummary,
  failurePanel,
  fillIn,
  retryButton,
  send,
} from './support/contact-form.js';
import { startFront } from './support/front.js';
import { html, script } from './support/pages.js';
import { expect, test } from './support/test.js';

/** The value of the control that has the focus. */
const focused = (widget: Locator): Promise<string | null | undefined> =>
  widget.evaluate(
    (element) => (element.shadowRoot?.activeElement as HTMLInputElement | null | undefined)?.value,
  );

const appointment = (page: Page): Locator => page.locator('harreman-appointment-request');

/** An appointment request whose second step is in view. */
const chooseTime = async (page: Page): Promise<Locator> => {
  const form = appointment(page);
  await form.getByRole('radio', { name: 'At your office' }).check();
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(form.locator('#day')).toBeVisible();
  return form;
};

const OFFICE =
  '<harreman-appointment-request modes="office phone" hours="Mo-Su 09:00-12:00,15:00-18:00"></harreman-appointment-request>';

test('words that belong together are not run together in the name of a control', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const body = '<harreman-contact-form topic="question" privacy-url="/privacy"></harreman-contact-form>';
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  await expect(control(contactForm(page), 'subject')).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const names = nodes.map(({ name }) => String(name?.value).replaceAll('\u00a0', ' '));
  expect(names).toContain('Subject (optional)');
  expect(names).toContain('privacy policy (opens in a new tab)');
});

test('one problem is mended: the others are not said again', async ({ page, startSite, receiver }) => {
  const site = await startSite();
  const body = '<harreman-contact-form></harreman-contact-form>';
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  const form = contactForm(page);
  await send(form);
  await expect(errorSummary(form).getByRole('link')).toHaveCount(4);
  const said = await errorSummary(form).evaluateHandle((summary) => {
    const texts: string[] = [];
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records)
        for (const node of type === 'characterData' ? [target] : addedNodes)
          texts.push(node.textContent!.trim());
    }).observe(summary, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  await form.locator('[name="topic"][value="question"]').click();
  await expect(errorSummary(form).getByRole('link')).toHaveCount(3);
  expect((await said.jsonValue()).filter(Boolean)).toEqual(['3 things need your attention']);
});

test('how long a new try has to wait is said once; the button is not described anew each second', async ({
  page,
  startSite,
  receiver,
}) => {
  const front = await startFront(receiver);
  front.incidents.push({ status: 503, headers: { 'retry-after': '80' } });
  const site = await startSite();
  const body = '<harreman-contact-form persist="off"></harreman-contact-form>';
  await page.goto(site.put('/', html({ head: script(site, front.endpoint), body })));
  const form = contactForm(page);
  await fillIn(form);
  await send(form);
  await expect(retryButton(form)).toBeFocused();
  await expect(failurePanel(form)).toContainText('You can try again in');
  await expect(retryButton(form)).toHaveAccessibleDescription(/^We could not confirm [^\d]+$/);
  await expect(form.getByRole('status').filter({ hasText: /You can try again in \d+ seconds/ })).toHaveCount(
    1,
  );
  await front.close();
});

test('who changes an answer comes to the one that is chosen', async ({ page, startSite, receiver }) => {
  const site = await startSite();
  const survey = '<harreman-satisfaction-survey survey="visit"></harreman-satisfaction-survey>';
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body: OFFICE + survey })));
  const form = page.locator('harreman-satisfaction-survey');
  await form.getByRole('radio', { name: '4 of 5' }).check({ force: true });
  await form.getByRole('button', { name: 'Send' }).click();
  await form.getByRole('button', { name: 'Change my answer' }).click();
  await expect.poll(() => focused(form)).toBe('4');
  const request = await chooseTime(page);
  // Of the first day, what is sooner than the notice allows is no time: late in the day, all before the evening.
  await request.getByRole('group', { name: 'Next free days' }).getByRole('button').nth(1).click();
  await request.getByRole('radio', { name: '4:00 PM' }).check();
  await request.getByRole('button', { name: 'Continue' }).click();
  await request.getByRole('button', { name: 'Back' }).click();
  await request.getByRole('button', { name: 'Back' }).click();
  await expect(request.getByRole('radio', { name: 'At your office' })).toBeChecked();
});

test('a day and a time are called required, and times what is wrong with them', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body: OFFICE })));
  const form = await chooseTime(page);
  await expect(form.getByRole('textbox', { name: 'Day' })).toHaveAttribute('aria-required', 'true');
  await form.getByRole('group', { name: 'Next free days' }).getByRole('button').first().click();
  const times = form.getByRole('radiogroup', { name: /^Times: / });
  await expect(times).toHaveAttribute('aria-required', 'true');
  await expect(times).toHaveAttribute('aria-invalid', 'false');
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(times).toHaveAttribute('aria-invalid', 'true');
  await expect(times).toHaveAccessibleDescription('Error: Choose a day and a time');
});

test('in forced colours the steps that are done look otherwise than those to come', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body: OFFICE })));
  const steps = appointment(page).locator('[part~="steps"] > li');
  await expect(steps.first()).toBeVisible();
  const [here, ahead] = await steps.evaluateAll((items) =>
    items.map((item) => getComputedStyle(item).borderBlockStartColor),
  );
  expect(here).not.toBe(ahead);
});

test('the ring of focus at a floating button can be seen on a page of any colour', async ({
  page,
  startSite,
  receiver,
}) => {
  const site = await startSite();
  const head = `<style>${readFileSync('dist/themes/dark.css', 'utf8')}</style>${script(site, receiver.endpoint)}`;
  await page.goto(site.put('/', html({ head, body: '<harreman-faq-chat floating></harreman-faq-chat>' })));
  const button = page.locator('harreman-faq-chat').getByRole('button', { name: 'Chat with us' });
  await expect(button).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  // The ring lies upon the button's own edge, which is of the colour of its text.
  await expect(button).toHaveCSS('outline-offset', '0px');
  const colors = await button.evaluate((element) => {
    const { borderTopColor, color, outlineColor, backgroundColor } = getComputedStyle(element);
    return [borderTopColor === color, outlineColor === backgroundColor];
  });
  expect(colors).toEqual([true, true]);
});

test('what explains a group of fields stands at its legend', async ({ page, startSite, receiver }) => {
  const site = await startSite();
  const body = '<harreman-contact-form topic="question" reply-by="either"></harreman-contact-form>';
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  const group = contactForm(page).locator('[part~="group"]');
  await expect(group).toBeVisible();
  const distance = await group.evaluate((element) => {
    const [legend, hint] = ['legend', '.hint'].map((selector) =>
      element.querySelector(selector)!.getBoundingClientRect(),
    );
    return hint!.top - legend!.bottom;
  });
  expect(distance).toBeGreaterThanOrEqual(0);
  expect(distance).toBeLessThanOrEqual(8);
});

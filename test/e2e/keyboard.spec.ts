/** The whole way by the keyboard alone: where the focus goes, that it is seen, and that one message is one message. */
import type { Page } from '@playwright/test';
import {
  contactForm,
  control,
  endPanel,
  errorAt,
  errorSummary,
  failurePanel,
  fillIn,
  retryButton,
  sendButton,
} from './support/contact-form.js';
import { html, script, twoLines } from './support/pages.js';
import { expect, test } from './support/test.js';

/** What has the focus, through shadow roots: a control's name, else its id, part or text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const of = (name: string) => element?.getAttribute(name);
    return of('name') ?? of('id') ?? of('part') ?? element?.textContent.trim() ?? '';
  });

/** What shows the focus: the widest outline of the focused element, or of the label that stands for it. */
const focusIndicator = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const candidates = [element, element?.closest('label'), element?.nextElementSibling];
    const outlines = candidates.flatMap((candidate) => {
      if (!candidate) return [];
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(candidate);
      const { top, bottom, width, height } = candidate.getBoundingClientRect();
      const inView = bottom > 0 && top < innerHeight && width > 4 && height > 4;
      return outlineStyle === 'none' || !inView
        ? []
        : [{ width: parseFloat(outlineWidth), color: outlineColor }];
    });
    return outlines.sort((a, b) => b.width - a.width)[0] ?? { width: 0, color: '' };
  });

/** Presses Tab until a control has the focus; gives the stops on the way, that one included. */
const tabTo = async (page: Page, name: string, key = 'Tab'): Promise<string[]> => {
  const stops: string[] = [];
  while (stops.at(-1) !== name) {
    if (stops.length > 30) throw new Error(`${key} never came to ${name}: ${stops.join(', ')}`);
    await page.keyboard.press(key);
    stops.push(await focused(page));
  }
  return stops;
};

test('a complaint, from the first Tab to the end, without a pointer', async ({
  page,
  receiver,
  startSite,
}) => {
  const site = await startSite();
  const body = `<a href="#x" id="before">Before</a>
    <harreman-contact-form privacy-url="/privacy" review></harreman-contact-form><a href="#x" id="after">After</a>`;
  await page.goto(site.put('/', html({ head: script(site, receiver.endpoint), body })));
  const form = contactForm(page);
  await expect(control(form, 'message')).toBeVisible();
  await page.locator('#before').focus();

  // Sending at once: the focus is on the summary, whose links lead to the controls.
  await tabTo(page, 'submit-button');
  await page.keyboard.press('Enter');
  await expect(errorSummary(form)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(errorSummary(form).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('topic');
  expect(new URL(page.url()).hash).toBe('');

  // Arrows choose among the topics, and bring the fields of a complaint without taking the focus.
  await page.keyboard.press('Space');
  for (const topic of ['suggestion', 'improvement', 'complaint']) {
    await page.keyboard.press('ArrowDown');
    await expect(form.locator(`[value="${topic}"]`)).toBeChecked();
    await expect(form.locator(`[value="${topic}"]`)).toBeFocused();
  }
  await expect(errorAt(form, 'topic')).toBeHidden();
  await expect(control(form, 'order_number')).toBeVisible();

  await tabTo(page, 'order_number');
  await page.keyboard.type('Hozkailua 4711');
  await tabTo(page, 'remedy');
  await page.keyboard.press('ArrowDown');
  await expect(form.locator('[value="replacement"]')).toBeChecked();
  await tabTo(page, 'name');
  await page.keyboard.type('Ane');
  await tabTo(page, 'email');
  await page.keyboard.type('ane@example.com');
  await tabTo(page, 'message');
  await page.keyboard.type('Lehen lerroa');
  await page.keyboard.press('Enter');
  await page.keyboard.type('bigarrena');
  await tabTo(page, 'consent');
  await page.keyboard.press('Space');
  await tabTo(page, 'submit-button');
  await page.keyboard.press('Space');

  // Once more, with a way back to each answer.
  await expect(form.locator('#review')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(form.getByRole('button', { name: 'Change: What is it about?' })).toBeFocused();
  await tabTo(page, 'submit-button');
  await page.keyboard.press('Enter');

  await expect(endPanel(form).getByRole('heading').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(form.getByRole('button', { name: 'Copy the reference number' })).toBeFocused();
  expect((await receiver.rows()).map(({ fields }) => fields)).toEqual([
    expect.objectContaining({
      topic: 'complaint',
      order_number: 'Hozkailua 4711',
      remedy: 'replacement',
      name: 'Ane',
      message: 'Lehen lerroa\nbigarrena',
    }),
  ]);
  await tabTo(page, 'Send another message');
  await page.keyboard.press('Enter');
  await expect(form.locator('[value="question"]')).toBeFocused();
  await expect(control(form, 'name')).toHaveValue('');
});

test('Tab goes through the form in its order and out again, and the focus is always seen', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  const body = `<a href="#x" id="before">Before</a>
    <harreman-contact-form privacy-url="/privacy" max-files="2"></harreman-contact-form><a href="#x" id="after">After</a>`;
  await page.goto(site.put('/', html({ head: script(site, '/submissions'), body })));
  await expect(control(contactForm(page), 'message')).toBeVisible();
  await page.locator('#before').focus();
  const order = [
    ...['topic', 'name', 'email', 'phone', 'subject', 'message', 'attachment', 'consent'],
    ...['privacy-link', 'submit-button', 'after'],
  ];
  const stops: string[] = [];
  while (stops.length < order.length) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    stops.push(name);
    if (name === 'after') continue;
    const { width, color } = await focusIndicator(page);
    expect(width, `outline at ${name}`).toBeGreaterThanOrEqual(2);
    expect(color, `outline at ${name}`).toBe('rgb(11, 92, 173)');
  }
  expect(stops).toEqual(order);
  expect(await tabTo(page, 'before', 'Shift+Tab')).toEqual([...order.slice(0, -1).reverse(), 'before']);
});

test('the file that was removed by keyboard leaves the focus at the next one', async ({
  page,
  startSite,
}) => {
  const site = await startSite();
  const body = '<harreman-contact-form max-files="3"></harreman-contact-form>';
  await page.goto(site.put('/', html({ head: script(site, '/submissions'), body })));
  const form = contactForm(page);
  const buffer = Buffer.from('text');
  await control(form, 'attachment').setInputFiles(
    ['a.txt', 'b.txt'].map((name) => ({ name, mimeType: 'text/plain', buffer })),
  );
  const remove = (name: string) => form.getByRole('button', { name: `Remove ${name}` });
  await remove('a.txt').focus();
  await page.keyboard.press('Enter');
  await expect(remove('b.txt')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(control(form, 'attachment')).toBeFocused();
});

test('a failed try leaves the focus at what to do next', async ({ page, front, startSite }) => {
  front.incidents.push('page');
  const site = await startSite();
  await page.goto(site.put('/', html({ body: twoLines(site, front.endpoint) })));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'email').press('Enter');
  await expect(failurePanel(form)).toBeVisible();
  await expect(retryButton(form)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(endPanel(form).getByRole('heading').first()).toBeFocused();
});

test('Enter held down makes one request', async ({ page, front, receiver, startSite }) => {
  front.incidents.push('hold-reply');
  const site = await startSite();
  await page.goto(site.put('/', html({ body: twoLines(site, front.endpoint) })));
  const form = contactForm(page);
  await fillIn(form);
  await control(form, 'email').focus();
  for (let repeat = 0; repeat < 25; repeat++) await page.keyboard.down('Enter');
  await expect.poll(() => front.posts).toBe(1);
  await expect(sendButton(form)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.down('Enter');
  front.release();
  await expect(endPanel(form)).toBeVisible();
  // On the page after it too, and on the heading that has the focus then.
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.waitForLoadState('networkidle');
  expect(front.posts).toBe(1);
  expect(await receiver.rows()).toHaveLength(1);
});

test('a double click makes one request', async ({ page, front, receiver, startSite }) => {
  const site = await startSite();
  await page.goto(site.put('/', html({ body: twoLines(site, front.endpoint) })));
  const form = contactForm(page);
  await fillIn(form);
  await sendButton(form).dblclick();
  await expect(endPanel(form)).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(front.posts).toBe(1);
  expect(await receiver.rows()).toHaveLength(1);
});

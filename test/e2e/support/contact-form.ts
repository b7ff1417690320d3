import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Receiver } from './receiver.js';

/** The contact form of a page. */
export const contactForm = (page: Page | FrameLocator): Locator => page.locator('harreman-contact-form');

/** A control by its wire name, which is the same in every language; not its definition in the light DOM. */
export const control = (form: Locator, name: string): Locator =>
  form.locator(`[part~="base"] :is(input, select, textarea)[name="${name}"]`);

/** The button that sends. */
export const sendButton = (form: Locator): Locator => form.locator('[part~="submit-button"]');

/** What a visitor asks in these tests: other scripts, an apostrophe, lines, and what could pass for HTML. */
export const QUESTION = {
  topic: 'question',
  name: "Ane O'Neill Ñuñez",
  email: 'ane@example.com',
  message: 'გამარჯობა! Zenbat balio du?\n<b>1 & 2</b> – 20 € 😀',
} as const;

/** Answers the form as a visitor does. */
export const fillIn = async (
  form: Locator,
  { topic, ...texts }: Readonly<Record<string, string>> = QUESTION,
): Promise<void> => {
  if (topic) await form.locator(`[name="topic"][value="${topic}"]`).click();
  for (const [name, text] of Object.entries(texts)) await control(form, name).fill(text);
};

export const send = (form: Locator): Promise<void> => sendButton(form).click();

/** The panel at the end, once a message has been sent. */
export const endPanel = (form: Locator): Locator => form.locator('[part~="end"]');

/** The panel after a try that failed. */
export const failurePanel = (form: Locator): Locator => form.locator('[part~="failure"]');

export const retryButton = (form: Locator): Locator => form.locator('[part~="retry-button"]');

export const errorSummary = (form: Locator): Locator => form.locator('[part~="error-summary"]');

/** The message that stands at a field. */
export const errorAt = (form: Locator, name: string): Locator =>
  form
    .locator('[part~="field"]', { has: form.page().locator(`[name="${name}"]`) })
    .locator('[part~="error"]');

/** Fills the form in and sends it; what was written must be in the receiver, once and as it was written. */
export const expectArrival = async (
  form: Locator,
  receiver: Receiver,
  answers: Readonly<Record<string, string>> = QUESTION,
): Promise<void> => {
  await fillIn(form, answers);
  await send(form);
  await expect(endPanel(form)).toBeVisible();
  expect((await receiver.rows()).map(({ fields }) => fields)).toEqual([expect.objectContaining(answers)]);
};

import { expect, waitFor } from 'storybook/test';
import { film, invoice, photo } from '../support/files.js';
import { contacts } from '../support/form-args.js';
import { QUESTION, Visitor } from '../support/visitor.js';
import { contactForm, meta, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/** Where a message can stand. Each story gets there as a visitor would: by filling in the form and sending it. */
export default {
  ...meta,
  title: 'Contact form/States',
  render: (args) => contactForm(args, contacts),
} satisfies ContactFormMeta;

const send = async (page: HTMLElement, values = QUESTION): Promise<Visitor> => {
  const visitor = await Visitor.at(page);
  await visitor.fills(values);
  await visitor.sends();
  return visitor;
};

export const Empty: ContactFormStory = {};

/** Sent without a word written: a summary that takes the focus, and each problem at its field too. */
export const Errors: ContactFormStory = {
  args: { 'reply-by': 'either', 'privacy-url': 'https://example.com/privacy' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
  },
};

/** The answer takes its time: the button stays, a second press does nothing, and it is said that something happens. */
export const Sending: ContactFormStory = {
  args: { answer: 'silent' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    const status = await visitor.sees('status');
    await waitFor(() => expect(status.textContent).not.toBe(''));
    await expect(await visitor.sees('submit-button')).toHaveAttribute('aria-disabled', 'true');
  },
};

/** The same with files: how much of them has left is shown. */
export const Uploading: ContactFormStory = {
  args: { 'answer': 'silent', 'accept': 'image/*,.pdf', 'max-files': '3' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills(QUESTION);
    await visitor.chooses('attachment', photo, invoice);
    await visitor.sends();
    await waitFor(() => expect(visitor.form.shadowRoot?.querySelector('progress')?.value).toBe(0.6));
  },
};

/** The endpoint has said yes: the heading takes the focus, the reference number and the text can be kept. */
export const Sent: ContactFormStory = {
  args: { 'reply-within': '2' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('end');
    await expect((await visitor.sees('reference')).textContent).toMatch(/\w{4}-\w{4}/);
  },
};

/** Kept on this device, to be sent later. */
export const Saved: ContactFormStory = {
  args: { answer: 'saved' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('end');
  },
};

/** Nobody can say whether it arrived: the visitor is told so, and decides. */
export const NotConfirmed: ContactFormStory = {
  args: { answer: 'notConfirmed' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('retry-button');
  },
};

/** Certainly not sent: the device is offline. What was written is still there. */
export const Offline: ContactFormStory = {
  args: { answer: 'offline' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('retry-button');
    await expect(await visitor.control('message')).toHaveValue(QUESTION.message);
  },
};

/** Only the owner can mend it, so the owner's phone and e-mail are offered. The console tells the owner what is wrong. */
export const Blocked: ContactFormStory = {
  args: { answer: 'blocked' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('retry-button');
    await expect((await visitor.sees('contacts')).querySelectorAll('a')).toHaveLength(2);
  },
};

/** The endpoint takes no files, or not such large ones. */
export const TooLarge: ContactFormStory = {
  args: { 'answer': 'tooLarge', 'accept': 'image/*,.pdf', 'max-files': '3' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills(QUESTION);
    await visitor.chooses('attachment', photo);
    await visitor.sends();
    await visitor.isTakenTo('retry-button');
  },
};

/** The endpoint asks for some patience: the button says when, and is pressed in vain until then. */
export const Waiting: ContactFormStory = {
  args: { answer: 'busy' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    const retry = await visitor.sees('retry-button');
    await expect(retry).toHaveAttribute('aria-disabled', 'true');
  },
};

/** The endpoint has found something that the form could not know: its own words, at the field and in the summary. */
export const Rejected: ContactFormStory = {
  args: { answer: 'rejected' },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    const summary = await visitor.isTakenTo('error-summary');
    await expect(summary.querySelectorAll('li')).toHaveLength(2);
    await expect(await visitor.control('email')).toHaveAttribute('aria-invalid', 'true');
  },
};

/** Files that were chosen, each with its size and a button to take it away. */
export const FilesChosen: ContactFormStory = {
  args: { 'topic': 'question', 'accept': 'image/*,.pdf', 'max-files': '3' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.chooses('attachment', photo, invoice);
    await expect((await visitor.sees('file-list')).querySelectorAll('li')).toHaveLength(2);
  },
};

/** A file that is too large is refused with its name and the limit; the others stay. */
export const FileRefused: ContactFormStory = {
  args: { 'topic': 'question', 'accept': 'image/*,video/*', 'max-files': '3', 'max-file-size': '5MB' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.chooses('attachment', photo, film);
    await expect((await visitor.sees('error')).textContent).toContain(film.name);
    await expect((await visitor.sees('file-list')).querySelectorAll('li')).toHaveLength(1);
  },
};

/** With `review`, the answers are shown once more before they leave. */
export const Review: ContactFormStory = {
  args: { review: true },
  play: async ({ canvasElement }) => {
    const visitor = await send(canvasElement);
    await visitor.isTakenTo('review');
  },
};

/** No script, no endpoint, no chunk: the owner's own HTML is what people see. */
export const NoEndpoint: ContactFormStory = {
  args: { answer: 'network' },
};

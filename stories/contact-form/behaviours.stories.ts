import { html, nothing, render } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { QUESTION, Visitor } from '../support/visitor.js';
import { contactForm, meta, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/** How the form answers to what a visitor does. */
export default {
  ...meta,
  title: 'Contact form/Behaviours',
} satisfies ContactFormMeta;

/** The topic brings its fields, and nothing else moves. What was written comes back with them. */
export const TopicBringsFields: ContactFormStory = {
  play: async ({ canvasElement, step }) => {
    const visitor = await Visitor.at(canvasElement);
    await step('A complaint asks what was bought', async () => {
      await visitor.fills({ topic: 'complaint', order_number: 'Order 1182' });
    });
    await step('A question does not', async () => {
      await visitor.fills({ topic: 'question' });
      await waitFor(() => expect(visitor.form.shadowRoot?.querySelector('[name=order_number]')).toBeNull());
    });
    await step('Back again, nothing is lost', async () => {
      await visitor.fills({ topic: 'complaint' });
      await expect(await visitor.control('order_number')).toHaveValue('Order 1182');
    });
  },
};

/** A slip of the finger in an address: advice, never an error. */
export const EmailSuggestion: ContactFormStory = {
  args: { topic: 'question' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ email: 'ane@gmial.com' });
    await waitFor(async () => {
      (await visitor.control('email')).focus();
      (await visitor.control('message')).focus();
      await expect(visitor.form.shadowRoot?.textContent).toContain('ane@gmail.com');
    });
  },
};

/** A problem goes as soon as it is mended, and comes back on leaving the field, never in the middle of a word. */
export const Mending: ContactFormStory = {
  args: { topic: 'question' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
    await visitor.fills({ name: 'Ane Etxeberria' });
    await expect(await visitor.control('name')).toHaveAttribute('aria-invalid', 'false');
    await expect(await visitor.control('email')).toHaveAttribute('aria-invalid', 'true');
  },
};

/** The owner's `maxlength` counts down, and never cuts anything off. */
export const CharactersLeft: ContactFormStory = {
  args: { topic: 'question' },
  render: (args) =>
    contactForm(
      args,
      html`<label>Your question <textarea name="message" maxlength="60" required></textarea></label>`,
    ),
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ message: QUESTION.message });
    await expect(await visitor.control('message')).toHaveValue(QUESTION.message);
  },
};

/** The visitor left in the middle of it, and comes back: what was written is there, with a way to clear it. */
export const DraftRestored: ContactFormStory = {
  render: () => html`<main class="draft"></main>`,
  play: async ({ canvasElement, args, step }) => {
    const page = canvasElement.querySelector<HTMLElement>('.draft')!;
    const open = async (): Promise<Visitor> => {
      render(contactForm(args), page);
      return Visitor.at(page);
    };
    await step('The visitor writes, and leaves', async () => {
      const visitor = await open();
      await visitor.fills({ topic: 'question', name: QUESTION.name, message: QUESTION.message });
      await waitFor(() => expect(Object.keys(localStorage).join(' ')).toContain('harreman:draft'));
      render(nothing, page);
    });
    await step('… and comes back', async () => {
      const visitor = await open();
      await waitFor(async () => expect(await visitor.control('message')).toHaveValue(QUESTION.message));
    });
  },
};

/** Links like `?topic=complaint` and attributes like `prefill-name` fill in what is known. */
export const Prefilled: ContactFormStory = {
  render: () => html`
    <harreman-contact-form
      endpoint="https://example.com/"
      topic="quote"
      prefill-name="Ane Etxeberria"
      prefill-email="ane@example.com"
      prefill-subject="Windows, third floor"
    ></harreman-contact-form>
  `,
};

/** After a try that failed, a second one sends the same submission, under the same id. */
export const TriedAgain: ContactFormStory = {
  args: { answer: 'offline' },
  play: async ({ canvasElement, step }) => {
    const visitor = await Visitor.at(canvasElement);
    const ids: string[] = [];
    visitor.form.addEventListener('harreman-submit', ({ detail }) =>
      ids.push(detail.submission.submission_id),
    );
    await visitor.fills(QUESTION);
    await step('The first try fails', async () => {
      await visitor.sends();
      await visitor.isTakenTo('retry-button');
    });
    await step('The second is the same submission', async () => {
      await visitor.presses('retry-button');
      await waitFor(() => expect(ids).toHaveLength(2));
      await expect(ids[1]).toBe(ids[0]);
      await visitor.isTakenTo('retry-button');
    });
  },
};

import { Visitor } from '../support/visitor.js';
import { contactForm, meta, rights, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/** The topic changes the fields, the words, and what is promised. */
export default {
  ...meta,
  title: 'Contact form/Topics',
} satisfies ContactFormMeta;

/** Without the attribute `topic` the visitor chooses. */
export const Chosen: ContactFormStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({ topic: 'improvement' });
  },
};

export const Question: ContactFormStory = { args: { topic: 'question' } };

export const Suggestion: ContactFormStory = { args: { topic: 'suggestion' } };

export const Improvement: ContactFormStory = { args: { topic: 'improvement' } };

export const Quote: ContactFormStory = { args: { topic: 'quote' } };

/** What was bought, when, and the remedy wanted; the owner's text on rights stands with them. */
export const Complaint: ContactFormStory = {
  args: { 'topic': 'complaint', 'reply-within': '5' },
  render: (args) => contactForm(args, rights),
};

/** A complaint that has been sent: a reference number to keep, and what happens next. */
export const ComplaintSent: ContactFormStory = {
  ...Complaint,
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills({
      order_number: 'Shutter for the kitchen window, order 1182',
      purchase_date: '2026-10-02',
      remedy: 'repair',
      name: 'Ane Etxeberria',
      email: 'ane@example.com',
      message: 'It closes, but it no longer opens.',
    });
    await visitor.sends();
    await visitor.isTakenTo('end');
  },
};

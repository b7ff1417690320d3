import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { QUESTION, Visitor } from '../support/visitor.js';
import { contactForm, meta, rights, type ContactFormMeta, type ContactFormStory } from './contact-form.js';

/** For everybody: the keyboard, narrow screens, large text, other directions. */
export default {
  ...meta,
  title: 'Contact form/Accessibility',
} satisfies ContactFormMeta;

/** Enter in a text field sends, as in any form. */
export const EnterSends: ContactFormStory = {
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.fills(QUESTION);
    (await visitor.control('name')).focus();
    await userEvent.keyboard('{Enter}');
    await visitor.isTakenTo('end');
  },
};

/** A link in the summary leads to its field. */
export const SummaryLeads: ContactFormStory = {
  args: { topic: 'question' },
  play: async ({ canvasElement }) => {
    const visitor = await Visitor.at(canvasElement);
    await visitor.sends();
    await visitor.isTakenTo('error-summary');
    await visitor.presses('error-summary');
    const name = await visitor.control('name');
    await waitFor(() => expect(visitor.form.shadowRoot?.activeElement).toBe(name));
  },
};

/** 320 CSS pixels: a small phone, or 400 % zoom. */
export const Narrow: ContactFormStory = {
  args: {
    'topic': 'complaint',
    'accept': 'image/*',
    'reply-by': 'either',
    'privacy-url': 'https://example.com/privacy',
  },
  globals: { viewport: { value: 'narrow' } },
  render: (args) => html`<div style="max-inline-size: 304px">${contactForm(args, rights)}</div>`,
};

/** Text twice as large, as a visitor's own setting would make it. */
export const LargeText: ContactFormStory = {
  args: { 'topic': 'question', 'reply-by': 'either' },
  render: (args) => html`<div style="--harreman-font-size: 200%">${contactForm(args)}</div>`,
};

/** The page reads from right to left; addresses and numbers do not. */
export const RightToLeft: ContactFormStory = {
  args: { 'accept': 'image/*', 'privacy-url': 'https://example.com/privacy' },
  globals: { direction: 'rtl' },
};

import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/define/contact-form.js';
import { endpoints } from '../support/endpoints.js';
import { asks, faq, faqChat, meta, sees, type FaqChatMeta, type FaqChatStory } from './faq-chat.js';

/** What an owner decides, by attributes and by ordinary HTML inside the tag. */
export default {
  ...meta,
  title: 'FAQ chat/Options',
} satisfies FaqChatMeta;

/** The questions are the page's own, which a selector finds: they stay where they are. */
export const FromThePage: FaqChatStory = {
  args: { from: '#questions' },
  render: (args) =>
    html`<style>
        #questions summary {
          padding-block: 0.25em;
        }
      </style>
      <div id="questions">${faq}</div>
      ${faqChat(args, html``)}`,
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'can I park near the shop', 'answer');
  },
};

/** When people answer, in the company's time. */
export const Hours: FaqChatStory = {
  args: { hours: '24/7' },
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'quantum chromodynamics', 'handover');
    await sees(canvasElement, 'presence');
  },
};

/** Who leaves a question says how to be answered, and agrees to what the owner's policy says. */
export const LeavingAQuestion: FaqChatStory = {
  args: { 'reply-within': '2', 'reply-by': 'either', 'privacy-url': 'https://example.com/privacy' },
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'quantum chromodynamics', 'handover');
    await userEvent.click(await sees(canvasElement, 'leave-button'));
    await sees(canvasElement, 'consent');
  },
};

/** A slotted contact form is filled in with what was asked and said. */
export const SlottedContactForm: FaqChatStory = {
  render: (args) =>
    faqChat(
      args,
      html`${faq}<harreman-contact-form
          slot="handover"
          topic="question"
          heading-level="3"
          persist="off"
          .transport=${endpoints.sent}
        ></harreman-contact-form>`,
    ),
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'quantum chromodynamics', 'handover');
    const form = canvasElement.querySelector('harreman-contact-form')!;
    await waitFor(() => expect(form.form.text('message')).toContain('quantum'), { timeout: 8000 });
  },
};

/** The owner's own words, by the keys of the catalogue. */
export const OwnWords: FaqChatStory = {
  args: { messages: { heading: 'Ask Maialen', greeting: 'Kaixo! What would you like to know?' } },
};

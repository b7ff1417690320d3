import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { asks, faqChat, leaves, meta, sees, type FaqChatMeta, type FaqChatStory } from './faq-chat.js';

/** Where a conversation can stand. Each story gets there as a visitor would: by asking. */
export default {
  ...meta,
  title: 'FAQ chat/States',
} satisfies FaqChatMeta;

/** An answer is the owner's own HTML, copied; its question was found in the visitor's own words. */
export const Answered: FaqChatStory = {
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'at wat time do you close', 'answer');
  },
};

/** Two entries are as near: the visitor is asked which was meant. */
export const DidYouMean: FaqChatStory = {
  render: (args) =>
    faqChat(
      args,
      html`<details>
          <summary>Can I pay by card?</summary>
          Yes.
        </details>
        <details>
          <summary>Can I pay by cash?</summary>
          No.
        </details>`,
    ),
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'can I pay by', 'assistant-message');
  },
};

/** Nobody knows: it is said, with every way to a person, and when there is one. */
export const Unknown: FaqChatStory = {
  args: { hours: '24/7' },
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'quantum chromodynamics', 'handover');
    await sees(canvasElement, 'presence');
  },
};

/** Sent without a word written. */
export const NothingAsked: FaqChatStory = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await sees(canvasElement, 'submit-button'));
    await sees(canvasElement, 'error');
  },
};

/** With nothing slotted, a question is left in the chat itself. */
export const LeaveAQuestion: FaqChatStory = {
  args: { 'reply-within': '2' },
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'quantum chromodynamics', 'handover');
    await userEvent.click(await sees(canvasElement, 'leave-button'));
    await sees(canvasElement, 'back-button');
  },
};

/** Left without saying by whom: a summary that takes the focus, and each problem at its field too. */
export const Errors: FaqChatStory = {
  play: ({ canvasElement }) => leaves(canvasElement, {}, 'error-summary'),
};

const LEFT = { name: 'Ane Etxeberria', email: 'ane@example.com' };

/** The answer takes its time. */
export const Sending: FaqChatStory = {
  args: { answer: 'silent' },
  play: ({ canvasElement }) => leaves(canvasElement, LEFT, 'status'),
};

/** The endpoint has said yes; the chat goes on. */
export const Sent: FaqChatStory = {
  args: { 'reply-within': '2' },
  play: ({ canvasElement }) => leaves(canvasElement, LEFT, 'end'),
};

/** Kept on this device, to be sent later. */
export const Saved: FaqChatStory = {
  args: { answer: 'saved' },
  play: ({ canvasElement }) => leaves(canvasElement, LEFT, 'end'),
};

/** Certainly not sent: why, and the other ways to a person. */
export const NotSent: FaqChatStory = {
  args: { answer: 'offline' },
  play: ({ canvasElement }) => leaves(canvasElement, LEFT, 'failure'),
};

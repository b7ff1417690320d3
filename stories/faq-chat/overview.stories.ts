import { html } from 'lit';
import '../../src/define/contact-form.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { endpoints } from '../support/endpoints.js';
import { asks, faq, faqChat, meta, sees, type FaqChatMeta, type FaqChatStory } from './faq-chat.js';

const shown = (page: HTMLElement, part: string): boolean =>
  page.querySelector('harreman-faq-chat')?.shadowRoot?.querySelector(`[part=${part}]`)?.checkVisibility() ??
  false;

/** Each story gets there as a visitor would: by asking. */
export default {
  ...meta,
  title: 'FAQ chat/Overview',
} satisfies FaqChatMeta;

/** Every attribute as a control, every event in the Actions panel. */
export const Playground: FaqChatStory = {
  args: { 'reply-within': '2', 'privacy-url': 'https://example.com/privacy', 'hours': 'Mo-Fr 09:00-18:00' },
};

/** An answer is the owner's own HTML, copied; its question was found in the visitor's own words. */
export const Answered: FaqChatStory = {
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'at wat time do you close', 'answer');
  },
};

/**
 * While a question is written, those like it are listed above the field: by the arrow keys and Enter, or a press, one is
 * asked. The focus stays in the field.
 */
export const Suggestions: FaqChatStory = {
  parameters: {
    a11y: {
      config: {
        rules: [
          { id: 'target-size', enabled: true },
          // A list is only told of at a combobox, which is no role of a <textarea>'s.
          { id: 'aria-allowed-role', enabled: false },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    await userEvent.type(await sees(canvasElement, 'control'), 'can I');
    await waitFor(() => expect(shown(canvasElement, 'suggestions')).toBe(true), { timeout: 8000 });
    await userEvent.keyboard('{ArrowDown}');
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

/** With nothing slotted, a question is left in the chat itself. */
export const LeaveAQuestion: FaqChatStory = {
  args: { 'reply-within': '2', 'privacy-url': 'https://example.com/privacy' },
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'quantum chromodynamics', 'handover');
    await userEvent.click(await sees(canvasElement, 'leave-button'));
    await sees(canvasElement, 'back-button');
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

/** At the corner of the window, over everything; on a small screen it takes all of it. */
export const Floating: FaqChatStory = {
  args: { floating: true },
  play: async ({ canvasElement }) => {
    await userEvent.click(await sees(canvasElement, 'launcher'));
    await asks(canvasElement, 'when are you open', 'answer');
  },
};

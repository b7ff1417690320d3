import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { faqChat, meta, sees, type FaqChatMeta, type FaqChatStory } from './faq-chat.js';

/** For everybody: the keyboard, narrow screens, large text, other directions. */
export default {
  ...meta,
  title: 'FAQ chat/Accessibility',
} satisfies FaqChatMeta;

/** Enter asks, and the focus stays in the field, ready for the next question. */
export const Keyboard: FaqChatStory = {
  play: async ({ canvasElement }) => {
    const control = await sees(canvasElement, 'control');
    await userEvent.type(control, 'Can I park near the shop?{Enter}');
    await sees(canvasElement, 'answer');
    const { shadowRoot } = canvasElement.querySelector('harreman-faq-chat')!;
    await waitFor(() => expect(shadowRoot!.activeElement).toHaveProperty('name', 'question'));
  },
};

/** Escape closes the panel, and the focus goes back to the button that opened it. */
export const EscapeCloses: FaqChatStory = {
  args: { floating: true },
  play: async ({ canvasElement }) => {
    const launcher = await sees(canvasElement, 'launcher');
    launcher.focus();
    await userEvent.keyboard('{Enter}');
    await sees(canvasElement, 'panel', ':not(.closed)');
    await userEvent.keyboard('{Escape}');
    await sees(canvasElement, 'panel', '.closed');
    const { shadowRoot } = canvasElement.querySelector('harreman-faq-chat')!;
    await waitFor(() => expect(shadowRoot!.activeElement).toBe(launcher));
  },
};

/** 320 CSS pixels: a small phone, or 400 % zoom. */
export const Narrow: FaqChatStory = {
  render: (args) => html`<div style="max-inline-size: 304px">${faqChat(args)}</div>`,
};

/** Text twice as large, as a visitor's own setting would make it. */
export const LargeText: FaqChatStory = {
  render: (args) => html`<div style="--harreman-font-size: 200%">${faqChat(args)}</div>`,
};

/** What the visitor says stands on the other side. */
export const RightToLeft: FaqChatStory = { globals: { direction: 'rtl' } };

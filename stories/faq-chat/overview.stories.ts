import { faqChat, meta, sees, type FaqChatMeta, type FaqChatStory } from './faq-chat.js';

export default {
  ...meta,
  title: 'FAQ chat/Overview',
} satisfies FaqChatMeta;

/** Every attribute as a control, every event in the Actions panel; `answer` decides how sending ends. */
export const Playground: FaqChatStory = {
  args: {
    'floating': false,
    'hours': 'Mo-Fr 09:00-18:00',
    'timezone': 'Europe/Madrid',
    'reply-within': '2',
    'reply-by': 'email',
    'heading': 'Ask us',
    'heading-level': '2',
    'privacy-url': 'https://example.com/privacy',
    'persist': 'off',
  },
  render: (args) => faqChat(args),
};

/** Nothing but the tag around the questions that the page has already. */
export const Overview: FaqChatStory = {
  play: async ({ canvasElement }) => {
    await sees(canvasElement, 'category');
  },
};

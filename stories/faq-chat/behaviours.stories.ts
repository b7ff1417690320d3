import { expect, userEvent, waitFor } from 'storybook/test';
import { asks, meta, sees, type FaqChatMeta, type FaqChatStory } from './faq-chat.js';

const shown = (page: HTMLElement, part: string): boolean =>
  page.querySelector('harreman-faq-chat')?.shadowRoot?.querySelector(`[part=${part}]`)?.checkVisibility() ??
  false;

/** How the chat answers to what a visitor does. */
export default {
  ...meta,
  title: 'FAQ chat/Behaviours',
} satisfies FaqChatMeta;

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

/** Whether an answer helped is asked once, and told to the owner. */
export const Helped: FaqChatStory = {
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'can I park near the shop', 'feedback');
    const feedback = await sees(canvasElement, 'feedback');
    await userEvent.click(feedback.querySelector('button')!);
    await waitFor(() => expect(feedback.querySelector('[aria-pressed=true]')).not.toBeNull());
  },
};

/** Ending the conversation deletes what was said, so it is asked about before. */
export const Ending: FaqChatStory = {
  play: async ({ canvasElement }) => {
    await asks(canvasElement, 'can I park near the shop', 'answer');
    await userEvent.click(await sees(canvasElement, 'end-button'));
    const { shadowRoot } = canvasElement.querySelector('harreman-faq-chat')!;
    await waitFor(() => expect(shadowRoot!.activeElement?.id).toBe('keep-button'));
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

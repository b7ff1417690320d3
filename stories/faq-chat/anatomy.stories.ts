import { html, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import { anatomy, type Scene } from '../support/anatomy.js';
import { NOWHERE } from '../support/endpoints.js';
import { keepMessages } from '../support/kept.js';
import { asks, faq, faqChat, leaves, meta, sees, type FaqChatArgs } from './faq-chat.js';

/** All that a style sheet can reach, where it is. */
export default { ...meta, title: 'FAQ chat/Anatomy' };

const chat = (args: FaqChatArgs, content: TemplateResult = faq) =>
  faqChat({ answer: 'sent', persist: 'off', ...args }, content);

/** What no entry is about. */
const NOBODY_KNOWS = 'quantum chromodynamics';

const LEFT = { name: 'Ane', email: 'ane@example.com' };

const scenes: readonly Scene[] = [
  {
    name: 'At first',
    shows: [],
    render: () => chat({}),
    play: async (stage) => {
      await sees(stage, 'category');
    },
  },
  {
    name: 'Slots',
    shows: ['slot="heading"', 'slot="intro"'],
    render: () =>
      chat(
        {},
        html`${faq}
          <h2 slot="heading">Ask us</h2>
          <p slot="intro">Answers come from our own FAQ.</p>`,
      ),
    play: async (stage) => {
      await sees(stage, 'category');
    },
  },
  {
    name: 'Suggestions',
    shows: ['::part(suggestions)', '::part(matching-question)'],
    render: () => chat({}),
    play: async (stage) => {
      await userEvent.type(await sees(stage, 'control'), 'can I');
      await sees(stage, 'matching-question');
    },
  },
  {
    name: 'Answered',
    shows: ['::part(visitor-message)', '::part(answer)', '::part(feedback)', '::part(end-button)'],
    render: () => chat({}),
    play: (stage) => asks(stage, 'when are you open', 'answer'),
  },
  {
    name: 'Nothing asked',
    shows: ['::part(error)', ':state(invalid)', '--harreman-color-error'],
    render: () => chat({}),
    play: async (stage) => {
      await userEvent.click(await sees(stage, 'submit-button'));
      await sees(stage, 'error');
    },
  },
  {
    name: 'To a person',
    shows: ['::part(handover)', '::part(presence)', '::part(channel)', '::part(leave-button)'],
    render: () => chat({ hours: '24/7' }),
    play: async (stage) => {
      await asks(stage, NOBODY_KNOWS, 'handover');
      await sees(stage, 'presence');
    },
  },
  {
    name: 'To an own widget',
    shows: ['slot="handover"'],
    render: () =>
      chat(
        {},
        html`${faq}
          <p slot="handover">Nino answers at the counter, from nine to six.</p>`,
      ),
    play: (stage) => asks(stage, NOBODY_KNOWS, 'handover'),
  },
  {
    name: 'Leave a question',
    shows: [
      '::part(group)',
      '::part(hint)',
      '::part(consent)',
      '::part(privacy-link)',
      '::part(back-button)',
      '::part(error-summary)',
    ],
    render: () => chat({ 'reply-by': 'either', 'privacy-url': 'https://example.com/privacy' }),
    play: (stage) => leaves(stage, {}, 'error-summary'),
  },
  {
    name: 'Own consent',
    shows: ['slot="consent"', 'slot="captcha"'],
    render: () =>
      chat(
        {},
        html`${faq}<span slot="consent">I agree that this is read.</span>
          <label slot="captcha">Three and four? <input name="captcha" /></label>`,
      ),
    play: (stage) => leaves(stage, {}, 'error-summary'),
  },
  {
    name: 'Sending',
    shows: ['::part(status)', ':state(busy)'],
    render: () => chat({ answer: 'silent' }),
    play: (stage) => leaves(stage, LEFT, 'status'),
  },
  {
    name: 'Not sent',
    shows: ['::part(failure)', '::part(retry-button)', '::part(contacts)'],
    render: () => chat({ answer: 'offline' }),
    play: (stage) => leaves(stage, LEFT, 'failure'),
  },
  {
    name: 'Saved',
    shows: ['::part(delete-button)', ':state(saved)'],
    render: () => chat({ ...NOWHERE }),
    play: (stage) => leaves(stage, LEFT, 'end'),
  },
  {
    name: 'Sent',
    shows: ['::part(end)', '::part(reference)', 'slot="thanks"', ':state(sent)'],
    render: () =>
      chat(
        {},
        html`${faq}
          <p slot="thanks">Nino reads it at nine.</p>`,
      ),
    play: (stage) => leaves(stage, LEFT, 'end'),
  },
  {
    name: 'A question kept',
    shows: ['::part(notices)', '::part(notice)'],
    prepare: () => keepMessages('saved'),
    render: () => chat({ persist: 'on' }),
    play: (stage) => sees(stage, 'notice'),
  },
  {
    name: 'Floating',
    shows: ['::part(launcher)', '::part(unread)'],
    render: () => chat({ floating: true }),
    play: async (stage) => {
      await userEvent.click(await sees(stage, 'launcher'));
      await sees(stage, 'close-button');
      await userEvent.type(await sees(stage, 'control'), 'when are you open', { delay: null });
      const [submit, close] = [await sees(stage, 'submit-button'), await sees(stage, 'close-button')];
      // Before there is an answer.
      submit.click();
      close.click();
      await sees(stage, 'unread');
    },
  },
  {
    name: 'Panel',
    shows: ['::part(panel)', '::part(close-button)', '--harreman-inset', ':state(open)'],
    render: () => chat({ floating: true }),
    play: async (stage) => {
      await userEvent.click(await sees(stage, 'launcher'));
      await sees(stage, 'close-button');
    },
  },
  {
    name: 'Before the script',
    shows: ['(default)'],
    render: () => chat({}),
    // As long as its words are on their way.
    play: async (stage) => {
      const widget = stage.querySelector('harreman-faq-chat')!;
      Object.defineProperty(widget.language, 'current', { value: undefined });
      widget.requestUpdate();
      await widget.updateComplete;
    },
  },
];

export const Anatomy = anatomy('harreman-faq-chat', scenes);

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { userEvent } from 'storybook/test';
import '../../src/define/faq-chat.js';
import { endpoints } from '../support/endpoints.js';
import { formArgTypes, given, type FormArgs } from '../support/form-args.js';
import { found } from '../support/visitor.js';

/** What a story can set: the element's attributes by their names, and how its endpoint answers. */
export interface FaqChatArgs extends FormArgs {
  'floating'?: boolean;
  'from'?: string;
  'src'?: string;
  'answers'?: string;
  'answers-first'?: boolean;
  'hours'?: string;
  'timezone'?: string;
  'closed'?: string;
  'holidays'?: string;
  'reply-within'?: string;
  /** How the endpoint answers; `network` asks the real address in `endpoint`. */
  'answer'?: keyof typeof endpoints | 'network';
}

export type FaqChatMeta = Meta<FaqChatArgs>;
export type FaqChatStory = StoryObj<FaqChatArgs>;

/** A shop's questions in two categories, and the ways to a person. */
export const faq = html`
  <h3>Opening</h3>
  <details data-ask="What time do you close?">
    <summary>When are you open?</summary>
    <p>From <b>nine to six</b> on weekdays.</p>
    <ul>
      <li>Saturdays until one</li>
      <li>Closed on Sundays</li>
    </ul>
  </details>
  <details>
    <summary>Can I park near the shop?</summary>
    <p>Behind the house, free of charge.</p>
  </details>
  <section>
    <h3>Orders</h3>
    <details>
      <summary>How long does delivery take?</summary>
      <p>Two days in town, five elsewhere. <a href="https://example.com/delivery">All prices</a></p>
    </details>
    <details>
      <summary>Can I return something that I bought?</summary>
      <p>Within 30 days, with the receipt.</p>
    </details>
    <details>
      <summary>Can I get an invoice for my company?</summary>
      <p>Yes: write the tax number with your order.</p>
    </details>
  </section>
  <p>
    <a href="tel:+34943000000">943 00 00 00</a> <a href="mailto:kaixo@example.com">kaixo@example.com</a>
    <a href="https://wa.me/34943000000">WhatsApp</a>
  </p>
`;

export const faqChat = (args: FaqChatArgs, content: TemplateResult = faq): TemplateResult =>
  html`<harreman-faq-chat
    ?floating=${args.floating}
    from=${given(args.from)}
    src=${given(args.src)}
    answers=${given(args.answers)}
    ?answers-first=${args['answers-first']}
    hours=${given(args.hours)}
    timezone=${given(args.timezone)}
    closed=${given(args.closed)}
    holidays=${given(args.holidays)}
    reply-within=${given(args['reply-within'])}
    reply-by=${given(args['reply-by'])}
    privacy-url=${given(args['privacy-url'])}
    heading=${ifDefined(args.heading)}
    heading-level=${given(args['heading-level'])}
    locale=${given(args.locale)}
    persist=${given(args.persist ?? 'off')}
    ?remember-source=${args['remember-source']}
    prefill-url=${given(args['prefill-url'])}
    .messages=${args.messages}
    endpoint=${given(args.endpoint)}
    profile=${given(args.profile)}
    .transport=${args.answer && args.answer !== 'network' ? endpoints[args.answer] : undefined}
    >${content}</harreman-faq-chat
  >`;

export const meta = {
  component: 'harreman-faq-chat',
  render: (args) => faqChat(args),
  args: { answer: 'sent' },
  argTypes: {
    ...formArgTypes,
    answer: {
      description:
        'How the endpoint answers, through the property `transport`; `network` asks the real address in `endpoint`.',
      control: 'select',
      options: [...Object.keys(endpoints), 'network'],
      table: { category: 'Story' },
    },
  },
} satisfies FaqChatMeta;

/** Waits for a part of the chat. @param which one of several, as a selector */
export const sees = (page: HTMLElement, part: string, which = ''): Promise<HTMLElement> =>
  found(`[part~="${part}"]${which}`, (selector) =>
    page.querySelector('harreman-faq-chat')!.shadowRoot!.querySelector<HTMLElement>(selector),
  );

/** Writes a question as a visitor does, and sends it. */
export const asks = async (page: HTMLElement, question: string, until: string): Promise<void> => {
  const control = await sees(page, 'control');
  await userEvent.type(control, question, { delay: null });
  await userEvent.click(await sees(page, 'submit-button'));
  await sees(page, until);
};

/** Asks what no entry is about, and leaves the question for a person. */
export const leaves = async (
  page: HTMLElement,
  values: Readonly<Record<string, string>>,
  until: string,
): Promise<void> => {
  await asks(page, 'quantum chromodynamics', 'handover');
  await userEvent.click(await sees(page, 'leave-button'));
  await sees(page, 'back-button');
  for (const [name, value] of Object.entries(values))
    await userEvent.type(await sees(page, 'control', `[name=${name}]`), value, { delay: null });
  await userEvent.click(await sees(page, 'submit-button'));
  await sees(page, until);
};

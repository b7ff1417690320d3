import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/contact-form.js';
import type { MessageOverrides } from '../../src/localization/catalogue.js';
import { endpoints } from '../support/endpoints.js';

/** What a story can set: the element's attributes by their names, and what stands around them. */
export interface ContactFormArgs {
  'topic'?: string;
  'reply-within'?: string;
  'reply-by'?: string;
  'accept'?: string;
  'max-files'?: string;
  'max-file-size'?: string;
  'privacy-url'?: string;
  'heading'?: string;
  'heading-level'?: string;
  'review'?: boolean;
  'locale'?: string;
  'persist'?: string;
  'remember-source'?: boolean;
  'prefill-url'?: string;
  'profile'?: string;
  'endpoint'?: string;
  'messages'?: MessageOverrides;
  /** How the endpoint answers; `network` asks the real address in `endpoint`. */
  'answer'?: keyof typeof endpoints | 'network';
}

export type ContactFormMeta = Meta<ContactFormArgs>;
export type ContactFormStory = StoryObj<ContactFormArgs>;

/** A contact form with the owner's HTML in it. */
export const contactForm = (
  args: ContactFormArgs,
  content: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<harreman-contact-form
    endpoint=${given(args.endpoint)}
    profile=${given(args.profile)}
    topic=${given(args.topic)}
    reply-within=${given(args['reply-within'])}
    reply-by=${given(args['reply-by'])}
    accept=${given(args.accept)}
    max-files=${given(args['max-files'])}
    max-file-size=${given(args['max-file-size'])}
    privacy-url=${given(args['privacy-url'])}
    heading=${ifDefined(args.heading)}
    heading-level=${given(args['heading-level'])}
    ?review=${args.review}
    locale=${given(args.locale)}
    persist=${given(args.persist)}
    ?remember-source=${args['remember-source']}
    prefill-url=${given(args['prefill-url'])}
    .messages=${args.messages}
    .transport=${args.answer && args.answer !== 'network' ? endpoints[args.answer] : undefined}
    >${content}</harreman-contact-form
  >`;

/** A text control that was emptied means that the attribute isn't there. */
const given = (value: string | undefined) => ifDefined(value || undefined);

/** What the files of stories share. */
export const meta = {
  component: 'harreman-contact-form',
  render: (args) => contactForm(args),
  args: { answer: 'sent' },
  argTypes: {
    'topic': {
      control: 'select',
      options: ['question', 'suggestion', 'improvement', 'complaint', 'quote'],
    },
    'reply-by': { control: 'inline-radio', options: ['email', 'phone', 'either'] },
    'heading-level': { control: 'select', options: ['1', '2', '3', '4', '5', '6'] },
    'persist': { control: 'inline-radio', options: ['on', 'off'] },
    'locale': { control: 'select', options: ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'] },
    'profile': {
      control: 'select',
      options: ['json', 'form', 'text', 'formspree', 'web3forms', 'netlify', 'apps-script', 'harreman'],
    },
    'messages': { control: 'object' },
    'answer': {
      description:
        'How the endpoint answers, through the property `transport`; `network` asks the real address in `endpoint`.',
      control: 'select',
      options: [...Object.keys(endpoints), 'network'],
      table: { category: 'Story' },
    },
  },
} satisfies ContactFormMeta;

/** Where the owner can be reached without the form: shown until it is there, and where a message can't be sent. */
export const contacts = html`<p>
  Call <a href="tel:+34943000000">943 00 00 00</a> or write to
  <a href="mailto:kaixo@example.com">kaixo@example.com</a>.
</p>`;

/** An owner's text on the rights of those who complain. */
export const rights = html`<div slot="rights">
  <p>
    <strong>Your rights.</strong> If what you got is not what was agreed, you can ask us to repair or replace
    it free of charge. Where that is not possible, you can have a lower price or your money back.
  </p>
</div>`;

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/contact-form.js';
import { endpoints } from '../support/endpoints.js';
import { formArgTypes, given, type FormArgs } from '../support/form-args.js';

/** What a story can set: the element's attributes by their names, and what stands around them. */
export interface ContactFormArgs extends FormArgs {
  'topic'?: string;
  'reply-within'?: string;
  'accept'?: string;
  'max-files'?: string;
  'max-file-size'?: string;
  'review'?: boolean;
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

/** What the files of stories share. */
export const meta = {
  component: 'harreman-contact-form',
  render: (args) => contactForm(args),
  args: { answer: 'sent' },
  argTypes: {
    topic: {
      control: 'select',
      options: ['question', 'suggestion', 'improvement', 'complaint', 'quote'],
    },
    ...formArgTypes,
    answer: {
      description:
        'How the endpoint answers, through the property `transport`; `network` asks the real address in `endpoint`.',
      control: 'select',
      options: [...Object.keys(endpoints), 'network'],
      table: { category: 'Story' },
    },
  },
} satisfies ContactFormMeta;

/** An owner's text on the rights of those who complain. */
export const rights = html`<div slot="rights">
  <p>
    <strong>Your rights.</strong> If what you got is not what was agreed, you can ask us to repair or replace
    it free of charge. Where that is not possible, you can have a lower price or your money back.
  </p>
</div>`;

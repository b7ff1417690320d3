import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { userEvent } from 'storybook/test';
import '../../src/define/callback-button.js';
import { endpoints } from '../support/endpoints.js';
import { formArgTypes, given, type FormArgs } from '../support/form-args.js';
import { found } from '../support/visitor.js';

/** What a story can set: the element's attributes by their names, and how its endpoint answers. */
export interface CallbackArgs extends Omit<FormArgs, 'reply-by'> {
  'floating'?: boolean;
  'hours'?: string;
  'closed'?: string;
  'holidays'?: string;
  'timezone'?: string;
  'country'?: string;
  'whatsapp-text'?: string;
  'window-minutes'?: string;
  /** How the endpoint answers; `network` asks the real address in `endpoint`. */
  'answer'?: keyof typeof endpoints | 'network';
}

export type CallbackMeta = Meta<CallbackArgs>;
export type CallbackStory = StoryObj<CallbackArgs>;

/** The ways to a person, as an owner writes them. */
export const links = html`
  <a href="tel:+34943000000">943 00 00 00</a>
  <a href="https://wa.me/34600000000">WhatsApp</a>
  <a href="mailto:kaixo@example.com">kaixo@example.com</a>
`;

export const representative = html`
  <div slot="representative">
    <strong>Maialen Otaegi</strong><br />
    <span class="role">Visits and quotes</span><br />
    <a href="tel:+34943000001">943 00 00 01</a>
  </div>
`;

const { 'reply-by': _notAsked, ...argTypes } = formArgTypes;

export const callbackButton = (args: CallbackArgs, content: TemplateResult = links): TemplateResult =>
  html`<harreman-callback-button
    ?floating=${args.floating}
    hours=${given(args.hours)}
    closed=${given(args.closed)}
    holidays=${given(args.holidays)}
    timezone=${given(args.timezone)}
    country=${given(args.country)}
    whatsapp-text=${given(args['whatsapp-text'])}
    window-minutes=${given(args['window-minutes'])}
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
    >${content}</harreman-callback-button
  >`;

export const meta = {
  component: 'harreman-callback-button',
  render: (args) => callbackButton(args),
  args: { answer: 'sent', hours: '24/7', timezone: 'Europe/Madrid', country: 'ES' },
  argTypes: {
    ...argTypes,
    answer: {
      description:
        'How the endpoint answers, through the property `transport`; `network` asks the real address in `endpoint`.',
      control: 'select',
      options: [...Object.keys(endpoints), 'network'],
      table: { category: 'Story' },
    },
  },
} satisfies CallbackMeta;

/** Waits for something in the button's own tree. */
export const sees = (page: HTMLElement, selector: string): Promise<HTMLElement> =>
  found(selector, () =>
    page.querySelector('harreman-callback-button')!.shadowRoot!.querySelector<HTMLElement>(selector),
  );

/** Opens the panel as a visitor does. */
export const opens = async (page: HTMLElement): Promise<void> => {
  await userEvent.click(await sees(page, '[part~=launcher]'));
  await sees(page, '#panel:not(.closed)');
};

/** Writes a number as a visitor does, and leaves the field. */
export const writes = async (page: HTMLElement, number: string): Promise<void> => {
  await opens(page);
  const control = await sees(page, '[name=phone]');
  await userEvent.type(control, number);
  await userEvent.tab();
};

/** Asks to be called. */
export const asksForCall = async (page: HTMLElement, until: string): Promise<void> => {
  await writes(page, '943 000 000');
  await userEvent.click(await sees(page, '[part~=submit-button]'));
  await sees(page, until);
};

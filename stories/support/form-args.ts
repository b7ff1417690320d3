import type { ArgTypes } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MessageOverrides } from '../../src/localization/catalogue.js';

/** What a story of any form can set: the attributes that all of them have, by their names. */
export interface FormArgs {
  'reply-by'?: string;
  'privacy-url'?: string;
  'heading'?: string;
  'heading-level'?: string;
  'locale'?: string;
  'persist'?: string;
  'remember-source'?: boolean;
  'prefill-url'?: string;
  'profile'?: string;
  'endpoint'?: string;
  'messages'?: MessageOverrides;
}

export const formArgTypes = {
  'reply-by': { control: 'inline-radio', options: ['email', 'phone', 'either'] },
  'heading-level': { control: 'select', options: ['1', '2', '3', '4', '5', '6'] },
  'persist': { control: 'inline-radio', options: ['on', 'off'] },
  'locale': { control: 'select', options: ['eu', 'ka', 'lv', 'en', 'es', 'fr', 'de'] },
  'profile': {
    control: 'select',
    options: ['json', 'form', 'text', 'formspree', 'web3forms', 'netlify', 'apps-script', 'harreman'],
  },
  'messages': { control: 'object' },
} satisfies ArgTypes<FormArgs>;

/** A control that was emptied means that the attribute isn't there. */
export const given = (value: string | number | undefined) => ifDefined(value === '' ? undefined : value);

/** Where the owner can be reached without the form: shown until it is there, and where it can't send. */
export const contacts = html`<p>
  Call <a href="tel:+34943000000" dir="ltr">943 00 00 00</a> or write to
  <a href="mailto:kaixo@example.com">kaixo@example.com</a>.
</p>`;

import { html, type TemplateResult } from 'lit';
import { userEvent } from 'storybook/test';
import { anatomy, type Scene } from '../support/anatomy.js';
import { endpoints, NOWHERE } from '../support/endpoints.js';
import { keepMessages } from '../support/kept.js';
import {
  asksForCall,
  callbackButton,
  links,
  meta,
  opens,
  representative,
  sees,
  writes,
  type CallbackArgs,
} from './callback-button.js';

/** All that a style sheet can reach, where it is. */
export default { ...meta, title: 'Callback button/Anatomy' };

const button = (args: CallbackArgs, content: TemplateResult = links) =>
  callbackButton(
    { hours: 'Mo-Fr 09:00-18:00', timezone: 'Europe/Madrid', country: 'ES', answer: 'sent', ...args },
    content,
  );

const scenes: readonly Scene[] = [
  {
    name: 'Panel',
    shows: [],
    render: () =>
      button(
        { 'floating': true, 'privacy-url': 'https://example.com/privacy' },
        html`${links}
          <fieldset>
            <legend>What is it about?</legend>
            <label><input type="radio" name="topic" value="visit" /> A visit</label>
            <label><input type="radio" name="topic" value="bill" /> A bill</label>
          </fieldset>`,
      ),
    play: async (stage) => {
      await writes(stage, '943 000 000');
      await sees(stage, '[part~=reading]:not(:empty)');
    },
  },
  {
    name: 'In the page',
    shows: ['(default)'],
    render: () => button({}),
    play: async (stage) => {
      await sees(stage, '[part~=launcher]');
    },
  },
  {
    name: 'Slots',
    shows: [
      '::part(contact-card)',
      'slot="heading"',
      'slot="intro"',
      'slot="representative"',
      'slot="consent"',
      'slot="captcha"',
    ],
    render: () =>
      button(
        { floating: true },
        html`${links}${representative}
          <h2 slot="heading">Talk to us</h2>
          <p slot="intro">We speak Basque, Spanish and English.</p>
          <span slot="consent">I agree to be called.</span>
          <label slot="captcha">Three and four? <input name="captcha" /></label>`,
      ),
    play: async (stage) => {
      await opens(stage);
      await sees(stage, 'slot[name=consent]');
    },
  },
  {
    name: 'Code',
    shows: ['::part(qr)'],
    render: () => button({ floating: true }),
    play: async (stage) => {
      await opens(stage);
      await userEvent.click(await sees(stage, '[part~=qr-button]'));
      await sees(stage, '[part~=qr]');
    },
  },
  {
    name: 'Menu',
    shows: ['::part(menu)', '::part(menu-button)'],
    render: () =>
      button(
        { floating: true },
        html`${links}
          <p slot="panel" data-title="Where we are">Sagarrondo kalea 4</p>`,
      ),
    play: opens,
  },
  {
    name: 'From the menu',
    shows: ['::part(back-button)', 'slot="panel"'],
    render: () =>
      button(
        { floating: true },
        html`${links}
          <p slot="panel" data-title="Where we are">Sagarrondo kalea 4</p>`,
      ),
    play: async (stage) => {
      await opens(stage);
      await userEvent.click(await sees(stage, '[part=menu] > li:last-child button'));
      await sees(stage, 'slot[name=panel]');
    },
  },
  {
    name: 'Errors',
    shows: ['::part(error)', '::part(error-summary)', ':state(invalid)', '--harreman-color-error'],
    render: () => button({ floating: true }),
    play: async (stage) => {
      await writes(stage, '12');
      await userEvent.click(await sees(stage, '[part~=submit-button]'));
      await sees(stage, '[part~=error-summary]');
    },
  },
  {
    name: 'Sending',
    shows: ['::part(status)', ':state(busy)'],
    render: () => button({ floating: true, answer: 'silent' }),
    play: (stage) => asksForCall(stage, '[part~=submit-button][aria-disabled=true]'),
  },
  {
    name: 'Not sent',
    shows: ['::part(failure)', '::part(retry-button)', '::part(contacts)'],
    render: () => button({ floating: true, answer: 'offline' }),
    play: (stage) => asksForCall(stage, '[part~=failure]'),
  },
  {
    name: 'Saved',
    shows: ['::part(delete-button)', ':state(saved)'],
    render: () => button({ floating: true, ...NOWHERE }),
    play: (stage) => asksForCall(stage, '[part~=end]'),
  },
  {
    name: 'Sent',
    shows: [
      '::part(end)',
      '::part(reference)',
      '::part(promise)',
      '::part(cancel-button)',
      'slot="thanks"',
      ':state(sent)',
    ],
    render: () =>
      button(
        { floating: true },
        html`${links}
          <p slot="thanks">We call from 943 00 00 00.</p>`,
      ),
    play: (stage) => asksForCall(stage, '[part~=end]'),
  },
  {
    name: 'Not taken back',
    shows: ['::part(cancelled)'],
    render: () => button({ floating: true }),
    play: async (stage) => {
      await asksForCall(stage, '[part~=cancel-button]');
      stage.querySelector('harreman-callback-button')!.transport = endpoints.offline;
      await userEvent.click(await sees(stage, '[part~=cancel-button]'));
      await sees(stage, '[part~=cancelled]:not([hidden])');
    },
  },
  {
    name: 'A message kept',
    shows: ['::part(notices)', '::part(notice)'],
    prepare: () => keepMessages('saved'),
    render: () => button({ floating: true, persist: 'on' }),
    play: async (stage) => {
      await opens(stage);
      await sees(stage, '[part~=notice]');
    },
  },
];

export const Anatomy = anatomy('harreman-callback-button', scenes);
